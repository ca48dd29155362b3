import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { actKinds } from '../../episode/index.ts';
import { actVocabulary } from './vocabulary.ts';

it('every kind of act can be composed, with the options it has', () => {
  const kinds = actVocabulary();
  expect(new Set(kinds.map((k) => k.kind))).toEqual(new Set(actKinds));
  for (const k of kinds) {
    expect(k.name.ru, k.kind).toMatch(/[а-яё]/);
    for (const o of k.options) expect(o.name.ru, `${k.kind} ${o.id}`).toMatch(/[а-яё]/);
    // Whoever can choose an option must have something to choose from.
    if (k.fields.includes('option') && k.options.length === 0) expect.fail(`${k.kind} has no options`);
  }
});

it('names fields that the format knows of', () => {
  const schema = readFileSync(new URL('../../../schema/episode.schema.json', import.meta.url), 'utf8');
  for (const field of new Set(actVocabulary().flatMap((k) => k.fields)))
    expect(schema).toContain(`"${field}"`);
});
