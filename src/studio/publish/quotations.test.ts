import { describe, expect, it } from 'vitest';
import { loadEpisode } from '../../episode/index.ts';
import { mostLetters, mostWords, passages, shortened, wordsIn } from './passages.ts';
import { isPublicDomain, shareable } from './quotations.ts';

const words = (n: number, stem = 'word'): string =>
  Array.from({ length: n }, (_, k) => `${stem}${k}`).join(' ');
const long = words(20);
const cut = `${words(mostWords)} …`;
const never = (): boolean => false;
const only = (text: string, path = 'record.yaml', isFree: (source: string) => boolean = never) => {
  const { files, leftOut } = shareable([{ path, text }], isFree);
  return { text: files[0]?.text, leftOut };
};

describe('a quotation', () => {
  it('of a few words stays as it is', () => {
    expect(shortened(words(mostWords))).toBe(words(mostWords));
  });

  it('of more keeps its first words', () => {
    expect(shortened(long)).toBe(cut);
    expect(wordsIn(shortened(long))).toBe(mostWords);
  });

  it('of a few endless words is cut by letters', () => {
    const short = shortened(`${'ы'.repeat(90)} ${'ы'.repeat(90)}`);
    expect(short).toBe(`${'ы'.repeat(90)} …`);
    expect(shortened('字'.repeat(300))).toBe(`${'字'.repeat(mostLetters)} …`);
  });

  it.each([
    ['«', '»'],
    ['“', '”'],
    ['„', '“'],
    ['"', '"'],
  ])('between %s and %s in a note is cut, the note around it is not', (open, close) => {
    const note = `As he said ${open}${long}${close}, and “no” later: ${words(30, 'own')}`;
    expect(passages(note)).toBe(`As he said ${open}${cut}${close}, and “no” later: ${words(30, 'own')}`);
  });
});

describe('the files of an episode', () => {
  const yaml = `# The record.
record:
  - id: speech   # he spoke
    act: declare
    source: [{ source: p35, locator: p. 44, quote: "${long}" }, s13]
    note: 'Coder: «${long}»'
    on: { edtf: 1917-11-04, asWritten: "${long}" }
  - id: short
    source: { source: p35, quote: "a few words" }
    quote: >
      ${words(8)}
      ${words(8)}
`;

  it('keep their layout and comments; only what is long is cut', () => {
    const { text, leftOut } = only(yaml);
    expect(text).toBe(`# The record.
record:
  - id: speech   # he spoke
    act: declare
    source: [{ source: p35, locator: p. 44, quote: "${cut}" }, s13]
    note: 'Coder: «${cut}»'
    on: { edtf: 1917-11-04, asWritten: "${cut}" }
  - id: short
    source: { source: p35, quote: "a few words" }
    quote: ${words(8)} ${words(4)} …
`);
    expect(leftOut).toEqual([
      { file: 'record.yaml', line: 5, path: ['record', 0, 'source', 0, 'quote'], words: 8 },
      { file: 'record.yaml', line: 6, path: ['record', 0, 'note'], words: 8 },
      { file: 'record.yaml', line: 7, path: ['record', 0, 'on', 'asWritten'], words: 8 },
      { file: 'record.yaml', line: 10, path: ['record', 1, 'quote'], words: 4 },
    ]);
  });

  it('keep quotations whose every source is in the public domain', () => {
    const { leftOut } = only(yaml, 'record.yaml', (source) => source === 'p35');
    // The note and the date rest on p35 and s13; the rest on p35 alone.
    expect(leftOut.map(({ path }) => path.join('.'))).toEqual(['record.0.note', 'record.0.on.asWritten']);
    expect(only(yaml, 'record.yaml', () => true)).toEqual({ text: yaml, leftOut: [] });
  });

  it('do not keep a quotation that names no source', () => {
    expect(only(`note: "«${long}»"\n`, 'x.yaml', () => true).leftOut).toHaveLength(1);
  });

  it('are cut once where an alias repeats a quotation', () => {
    const { text, leftOut } = only(`a: &q { quote: "${long}" }\nb: *q\nc: { quote: &t "${long}" }\nd: *t\n`);
    expect(text).toBe(`a: &q { quote: "${cut}" }\nb: *q\nc: { quote: &t "${cut}" }\nd: *t\n`);
    expect(leftOut).toHaveLength(2);
  });

  it('are cut in comments, also over several lines', () => {
    const comment = `# See «${words(10)}\n  #   ${words(10, 'more')}» there.\n`;
    const { text, leftOut } = only(`a: 1\n  ${comment}b: "# «${long}»"\nc: |\n  # «${words(5)}\n`);
    expect(text).toBe(
      `a: 1\n  # See «${words(10)} ${words(2, 'more')} …» there.\nb: "# «${cut}»"\nc: |\n  # «${words(5)}\n`,
    );
    expect(leftOut.map(({ line, path, words: n }) => [line, path, n])).toEqual([
      [2, [], 8],
      [4, ['b'], 8],
    ]);
  });

  it('keep the titles of works; a publisher’s abstract is cut', () => {
    const item = { id: 'p35', type: 'book', title: `«${long}»`, abstract: long, note: `Says “${long}”.` };
    const { text } = only(`[${JSON.stringify(item)}]\n`, 'sources.json');
    expect(JSON.parse(text ?? '')).toEqual([{ ...item, abstract: cut, note: `Says “${cut}”.` }]);
    expect(only(`[${JSON.stringify(item)}]\n`, 'sources.json', (id) => id === 'p35').leftOut).toEqual([]);
  });

  it('with a byte order mark and Windows line ends keep them', () => {
    const { text } = only(`\uFEFF# c\r\na: { quote: "${long}" }\r\n`);
    expect(text).toBe(`\uFEFF# c\r\na: { quote: "${cut}" }\r\n`);
  });
});

it.each([
  ['public domain', true],
  ['Public domain in Russia', true],
  ['CC0 1.0', true],
  ['https://creativecommons.org/publicdomain/mark/1.0/', true],
  ['Общественное достояние', true],
  ['not in the public domain', false],
  ['CC BY 4.0', false],
  ['© 1974', false],
  [undefined, false],
])('rights "%s": public domain %s', (rights, free) => expect(isPublicDomain(rights)).toBe(free));

it('an episode loads after its quotations were cut', () => {
  const text = `plenum: 1
episode: {id: e, title: T, calendar: gregorian, starts: 1985-05-01, ends: 1985-09-30}
people: {anna: {name: A, traits: {caution: {value: 0.5, source: {source: s, quote: "${long}"}}}}}
bodies: {b: {name: B, seats: 1}}
issues: {i: {name: I, body: b, scale: {0: a, 100: z}}}
`;
  const sources = { path: 'sources.json', text: '[{"id": "s", "type": "book"}]' };
  const { files } = shareable([{ path: 'episode.yaml', text }, sources], never);
  const { episode } = loadEpisode(files);
  expect(episode?.claims.flatMap(({ anchors }) => anchors).map(({ quote }) => quote)).toContain(cut);
});
