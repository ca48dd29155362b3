import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { severities } from '../problems.ts';
import { actKinds } from '../vocabulary.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

const codes = Object.keys(severities).sort();

it('every code has both languages, and no language has more', () => {
  expect(Object.keys(en).sort()).toEqual(codes);
  expect(Object.keys(ru).sort()).toEqual(codes);
});

it.each(codes)('%s says what is wrong, in words', (code) => {
  const params = {
    suggestion: 'anna',
    choices: ['a', 'b'],
    expected: ['text'],
    count: 2,
    given: ['x'],
    detail: 'not-a-list',
  };
  for (const [table, letters] of [
    [en, /[a-z]{3}/],
    [ru, /[а-яё]{3}/],
  ] as const) {
    const message = table[code as keyof typeof severities](params);
    expect(message.what).toMatch(letters);
    expect([message.what, message.rule, message.next].join(' ')).not.toMatch(/undefined|NaN/);
  }
});

it('the vocabulary is that of docs/acts.md', () => {
  const text = readFileSync('docs/acts.md', 'utf8');
  const rows = text.split('\n').map((line) => /^\| ((?:`[a-z-]+`(?:, )?)+)/.exec(line)?.[1] ?? '');
  expect(rows.flatMap((row) => [...row.matchAll(/`([a-z-]+)`/g)].map((match) => match[1]))).toEqual([
    ...actKinds,
  ]);
});
