import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EpisodeFileInput, loadEpisode } from './load.ts';
import { formatProblem } from './problems.ts';

const folder = 'episodes/choir';
const choir = readdirSync(folder).map((name) => ({
  path: name,
  text: readFileSync(`${folder}/${name}`, 'utf8'),
}));

/** Loads, times and words every problem: nothing may throw, nothing may hang (an ordinary machine takes under two seconds). */
function survive(files: readonly EpisodeFileInput[], seconds = 20): ReturnType<typeof loadEpisode> {
  const begun = performance.now();
  const loaded = loadEpisode(files);
  for (const problem of loaded.problems) {
    expect(formatProblem(problem, 'en') + formatProblem(problem, 'ru')).not.toMatch(/undefined|NaN|\[object/);
    expect(problem.line).toBeGreaterThan(0);
  }
  expect(performance.now() - begun).toBeLessThan(seconds * 1000);
  expect(loaded.ok ? loaded.episode : loaded.problems[0]).toBeDefined();
  return loaded;
}

/** How often, from which seed: ten times as often and from another seed among the long tests. */
const long = process.env.LONG_FUZZ === 'yes';
const tries = (numRuns: number, seed: number): { numRuns: number; seed: number } =>
  long ? { numRuns: 5 * numRuns, seed: seed + 1000 } : { numRuns: Math.ceil(numRuns / 2), seed };

const codes = (loaded: ReturnType<typeof loadEpisode>): readonly string[] =>
  loaded.problems.map((problem) => problem.code);
const one = (text: string): readonly EpisodeFileInput[] => [{ path: 'episode.yaml', text }];

describe('mutated files', () => {
  const scrap = fc.constantFrom(
    '',
    '\n',
    '\t',
    ': ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '#',
    '*a',
    '&a ',
    '!!js/x ',
    '|',
    '>',
    '? ',
    '0',
    '-1e999',
    '1985',
    'null',
    '~',
    '..',
    '±',
    '__proto__: 1',
    'constructor: {a: 1}',
    '\u0000',
    '\uFEFF',
    'ключ',
    '🎵',
    'on: {after: bruno-resigns, days: 1}',
  );
  const cut = fc.record({ file: fc.nat(), at: fc.nat(), length: fc.nat(60), text: scrap });

  it('a few cuts and pastes', () => {
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        const files = choir.map((file) => ({ ...file }));
        for (const { file, at, length, text } of cuts) {
          const target = files[file % files.length] as { text: string };
          const from = at % (target.text.length + 1);
          target.text = target.text.slice(0, from) + text + target.text.slice(from + length);
        }
        survive(files);
      }),
      tries(100, 1985),
    );
  });

  it('values replaced by others', () => {
    const lines = choir
      .flatMap((file, at) => file.text.split('\n').map((line, index) => ({ at, index, line })))
      .filter(({ line }) => /: \S/.test(line));
    const value = fc.constantFrom(
      '3',
      '"3"',
      '[]',
      '{}',
      '[a, b]',
      '{a: b}',
      'true',
      '1985-02-30',
      '1985~',
      'nobody',
      '999',
      '-5',
      '"60 ± "',
      '{claims: []}',
      '{value: {value: 1}}',
      '{after: nothing, days: 3}',
      '{discrete: [[1, 0.2]]}',
    );
    fc.assert(
      fc.property(fc.nat(lines.length - 1), value, (which, text) => {
        const { at, index } = lines[which] as { at: number; index: number };
        const files = choir.map((file, place) => {
          const all = file.text.split('\n');
          if (place === at) all[index] = (all[index] ?? '').replace(/: .*/, `: ${text}`);
          return { path: file.path, text: all.join('\n') };
        });
        survive(files);
      }),
      tries(100, 1986),
    );
  });

  it('generated trees under the top-level keys', () => {
    const key = fc.constantFrom(
      'plenum',
      'episode',
      'people',
      'bodies',
      'issues',
      'terms',
      'record',
      'positions',
      'ties',
      'outcomes',
      'questions',
      'events',
      'x',
    );
    fc.assert(
      fc.property(
        fc.dictionary(key, fc.jsonValue({ maxDepth: 4 })),
        (tree) => void survive(one(JSON.stringify(tree))),
      ),
      tries(70, 1987),
    );
  });

  it('any text and any bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void survive(one(text))),
      tries(70, 1988),
    );
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        (bytes) =>
          void survive([
            { path: 'a.yaml', bytes },
            { path: 'sources.json', bytes },
          ]),
      ),
      tries(70, 1989),
    );
  });
});

describe('hostile files', () => {
  it('an alias bomb', () => {
    const names = [...'abcdefghij'];
    const bomb = names
      .map(
        (name, at) =>
          `${name}: &${name} [${Array(9)
            .fill(at === 0 ? 'lol' : `*${names[at - 1] ?? ''}`)
            .join(', ')}]`,
      )
      .join('\n');
    expect(codes(survive(one(bomb)))).toContain('too-many-aliases');
  });
  it('a file above the limit', () => {
    expect(codes(survive(one('x'.repeat(10_000_001))))).toEqual(['file-too-large']);
    expect(codes(survive([{ path: 'a.yaml', bytes: new Uint8Array(10_000_001) }]))).toEqual([
      'file-too-large',
    ]);
  });
  it.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(20_000)],
    ['dashes', '- '.repeat(50_000)],
    ['questions', '? '.repeat(50_000)],
    ['indentation', Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
    ['sequences', Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}-`).join('\n')],
    ['spread brackets', '[a,\n'.repeat(20_000)],
    ['anchors', '&a '.repeat(20_000)],
    ['quotes', '"'.repeat(100_001)],
    ['one line', 'a'.repeat(1_000_000)],
    ['comments', '#\n'.repeat(200_000)],
    ['documents', '---\n'.repeat(5000)],
    ['tabs', '\t'.repeat(100_000)],
  ])('%s', (_, text) => {
    expect(survive(one(text)).ok).toBe(false);
  });
  it('many keys and many values', () => {
    const keys = Array.from({ length: 8000 }, (_, at) => `  p${at}: {name: x}`).join('\n');
    expect(survive(one(`people:\n${keys}`), 20).ok).toBe(false);
  });
  it('keys that would reach into prototypes', () => {
    const text =
      'plenum: 1\npeople:\n  __proto__: {polluted: true}\n  constructor: {prototype: {polluted: true}}\n"__proto__": {polluted: 1}\n';
    expect(codes(survive(one(text))).filter((code) => code === 'reserved-key')).toHaveLength(3);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
