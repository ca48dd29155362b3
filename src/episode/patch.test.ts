import { describe, expect, it } from 'vitest';
import { applySplices, type Edit, PatchError, patchEpisode, replaceTexts } from './patch.ts';

const people = `# The people.
people:
  anna:   {name: Anna, short: A}   # the conductor
  boris:
    name: "Boris"
    traits:
      caution: 0.4 ± 0.1   # a guess
      # nothing known of the rest
    note: |
      # not a comment
  # Vera came later.
  vera:
    name: 'Vera'

# Ties, from the letters.
ties:
  - {from: anna, to: boris, value: 0.5}   # friends

  # cooler
  - from: boris
    to: anna
    value: -0.2
`;
const more = 'ties:\n- {from: vera, to: anna, value: 0}\n';
const sources = '[\n  {"id": "p35", "type": "book"},\n  {"id": "p36", "type": "book"}\n]\n';
const files = [
  { path: 'e/people.yaml', text: people },
  { path: 'e/ties.yaml', text: more },
  { path: 'e/sources.json', text: sources },
];

/** Lines that differ, as a diff would show them. */
function diff(edits: readonly Edit[]): readonly string[] {
  const { files: after, inverse } = patchEpisode(files, edits);
  expect(applySplices(after, inverse)).toEqual(files);
  return files.flatMap(({ text }, at) => lines(text, after[at]?.text ?? ''));
}

function lines(before: string, after: string): readonly string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let top = 0;
  while (top < a.length && a[top] === b[top]) top++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - top && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [
    ...a.slice(top, a.length - end).map((line) => `-${line}`),
    ...b.slice(top, b.length - end).map((line) => `+${line}`),
  ];
}

describe('patch', () => {
  it('sets scalars in place', () => {
    expect(
      diff([{ kind: 'set', path: ['people', 'boris', 'traits', 'caution'], value: '0.6 ± 0.1' }]),
    ).toEqual(['-      caution: 0.4 ± 0.1   # a guess', '+      caution: 0.6 ± 0.1   # a guess']);
    expect(
      diff([{ kind: 'set', path: ['people', 'anna', 'short'], value: 'Anna, the {conductor}' }]),
    ).toEqual([
      '-  anna:   {name: Anna, short: A}   # the conductor',
      "+  anna:   {name: Anna, short: 'Anna, the {conductor}'}   # the conductor",
    ]);
  });
  it('keeps quotes and needs none for numbers', () => {
    expect(diff([{ kind: 'set', path: ['people', 'boris', 'name'], value: 'Boris "B"' }])[1]).toBe(
      '+    name: "Boris \\"B\\""',
    );
    expect(diff([{ kind: 'set', path: ['people', 'vera', 'name'], value: "O'Vera" }])[1]).toBe(
      "+    name: 'O''Vera'",
    );
    expect(diff([{ kind: 'set', path: ['ties', 1, 'value'], value: 0.25 }])).toEqual([
      '-    value: -0.2',
      '+    value: 0.25',
    ]);
  });
  it('turns a number into a claim on the same line', () => {
    const path = ['people', 'boris', 'traits', 'caution'];
    expect(diff([{ kind: 'set', path, value: { value: 0.5, source: 'p35 n. 2' } }])[1]).toBe(
      '+      caution: {value: 0.5, source: p35 n. 2}   # a guess',
    );
  });
  it('adds keys, to blocks and to lines', () => {
    expect(diff([{ kind: 'set', path: ['people', 'boris', 'traits', 'tempo'], value: 2 }])).toEqual([
      '+      tempo: 2',
    ]);
    expect(diff([{ kind: 'set', path: ['people', 'anna', 'gender'], value: 'f' }])[1]).toBe(
      '+  anna:   {name: Anna, short: A, gender: f}   # the conductor',
    );
    expect(diff([{ kind: 'set', path: ['people', 'boris', 'gender'], value: 'm' }])).toEqual([
      '+    gender: m',
    ]);
    expect(diff([{ kind: 'set', path: ['salience', 'anna', 'tour'], value: 0.4 }])).toEqual([
      '+salience: {anna: {tour: 0.4}}',
    ]);
  });
  it('appends to the last file of a list and inserts before an item', () => {
    const value = { from: 'vera', to: 'boris', value: 1 };
    expect(diff([{ kind: 'insert', path: ['ties', 3], value }])).toEqual([
      '+- from: vera',
      '+  to: boris',
      '+  value: 1',
    ]);
    expect(diff([{ kind: 'insert', path: ['ties', 1], value }])).toEqual([
      '+  - from: vera',
      '+    to: boris',
      '+    value: 1',
    ]);
    expect(diff([{ kind: 'insert', path: ['ties', 0], value: 1 }])).toEqual(['+  - 1']);
  });
  it('deletes entries and leaves the comments of the others', () => {
    expect(diff([{ kind: 'delete', path: ['people', 'anna'] }])).toEqual([
      '-  anna:   {name: Anna, short: A}   # the conductor',
    ]);
    expect(diff([{ kind: 'delete', path: ['people', 'vera'] }])).toEqual(['-  vera:', "-    name: 'Vera'"]);
    expect(diff([{ kind: 'delete', path: ['people', 'boris', 'note'] }])).toEqual([
      '-    note: |',
      '-      # not a comment',
    ]);
    expect(diff([{ kind: 'delete', path: ['ties', 1] }])).toEqual([
      '-  - from: boris',
      '-    to: anna',
      '-    value: -0.2',
    ]);
    expect(diff([{ kind: 'delete', path: ['people', 'anna', 'short'] }])[1]).toBe(
      '+  anna:   {name: Anna}   # the conductor',
    );
    expect(diff([{ kind: 'delete', path: ['people', 'boris', 'traits', 'caution'] }])).toContain(
      '+    traits: {}   # a guess',
    );
    expect(diff([{ kind: 'delete', path: ['ties', 2] }])).toContain('+ties: []');
  });
  it('writes JSON into sources.json', () => {
    expect(diff([{ kind: 'set', path: ['sources', 1, 'title'], value: 'Протоколы' }])[1]).toBe(
      '+  {"id": "p36", "type": "book", "title": "Протоколы"}',
    );
    expect(diff([{ kind: 'insert', path: ['sources', 2], value: { id: 'p37', type: 'book' } }])).toContain(
      '+  {"id":"p37","type":"book"}',
    );
  });
  it('undoes several edits together', () => {
    diff([
      { kind: 'set', path: ['people', 'boris', 'name'], value: 'Borya' },
      { kind: 'delete', path: ['ties', 0] },
      { kind: 'set', path: ['ties', 0, 'value'], value: 0.9 },
    ]);
  });
  it('refuses what does not exist', () => {
    expect(() => patchEpisode(files, [{ kind: 'delete', path: ['people', 'nobody'] }])).toThrow(PatchError);
    expect(() =>
      patchEpisode([{ path: 'x.yaml', text: 'a: [' }], [{ kind: 'set', path: ['a'], value: 1 }]),
    ).toThrow(PatchError);
  });
});

describe('many texts at once', () => {
  const file = { path: 'e/people.yaml', text: people };

  it('are replaced as one by one', () => {
    const texts = [
      { path: ['people', 'boris', 'name'], value: 'Boris "B"' },
      { path: ['people', 'boris', 'note'], value: 'one line' },
      { path: ['people', 'anna', 'short'], value: 'a, b' },
      { path: ['ties', 1, 'from'], value: 'vera' },
    ];
    const edits = texts.map(({ path, value }): Edit => ({ kind: 'set', path, value }));
    expect(replaceTexts(file, texts)).toEqual(patchEpisode([file], edits).files[0]);
    expect(replaceTexts(file, [...texts].reverse())).toEqual(replaceTexts(file, texts));
  });

  it('refuse what is no text, not there, or meant twice', () => {
    const one = { path: ['people', 'anna', 'name'], value: 'A' };
    for (const texts of [
      [{ path: ['people', 'anna'], value: 'x' }],
      [{ path: ['people', 'nobody', 'name'], value: 'x' }],
      [one, { ...one, value: 'B' }],
    ])
      expect(() => replaceTexts(file, texts)).toThrow(PatchError);
  });

  it('in JSON are reached by their place in the list', () => {
    const now = replaceTexts({ path: 'sources.json', text: sources }, [
      { path: [1, 'type'], value: 'a "b"' },
    ]);
    expect(now.text).toBe(sources.replace('"p36", "type": "book"', '"p36", "type": "a \\"b\\""'));
  });
});
