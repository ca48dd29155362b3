import { describe, expect, it } from 'vitest';
import { baseText, withExtra } from './fixture.ts';
import { type EpisodeFileInput, loadEpisode } from './load.ts';
import { formatProblem } from './problems.ts';

const found = (files: readonly EpisodeFileInput[]): readonly string[] =>
  loadEpisode(files).problems.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Title, the extra file, the problems in it. */
const cases: readonly (readonly [title: string, extra: string, expected: readonly string[]])[] = [
  [
    'a misspelt key',
    'people:\n  dora: {nmae: Dora}',
    ['missing-key extra.yaml:2:3', 'unknown-key extra.yaml:2:10'],
  ],
  ['a misspelt section', 'poeple:\n  dora: {name: Dora}', ['unknown-key extra.yaml:1:1']],
  ['a bad id', 'people:\n  Dora_K: {name: Dora}', ['bad-slug extra.yaml:2:3']],
  ['a number as text', 'bodies:\n  a: {name: A, seats: "3"}', ['number-as-text extra.yaml:2:23']],
  ['text for a number', 'bodies:\n  a: {name: A, seats: many}', ['wrong-type extra.yaml:2:23']],
  ['not among the choices', 'bodies:\n  a: {name: A, ballot: opne}', ['not-one-of extra.yaml:2:24']],
  ['a rule that is none', 'bodies:\n  a: {name: A, rule: majorty}', ['not-one-of extra.yaml:2:22']],
  [
    'too small and too big',
    'bodies:\n  a: {name: A, seats: 0}\n  b: {name: B, rule: {share: 1.5}}',
    ['too-small extra.yaml:2:23', 'too-big extra.yaml:3:30'],
  ],
  ['a list for a map', 'people:\n- anna', ['duplicate-entry extra.yaml:1:1']],
  ['a list for a person', 'people:\n  dora: [a]', ['wrong-type extra.yaml:2:3']],
  ['an empty value', 'people:\n  dora:', ['wrong-type extra.yaml:2:8']],
  [
    'a measure that is none',
    'outcomes:\n- {id: o, ask: O, measure: {some: {act: exit}}}',
    ['no-variant extra.yaml:2:19'],
  ],
  [
    'a mistake inside a measure',
    'outcomes:\n- {id: o, ask: O, measure: {any: {act: exit, whom: anna}}}',
    ['unknown-key extra.yaml:2:46'],
  ],
  [
    'a mistake inside a claim',
    'positions:\n  anna: {fee: {value: 3, sauce: p35}}',
    ['unknown-key extra.yaml:2:26'],
  ],
  [
    'an intervention',
    'questions:\n- {id: q, ask: Q, outcomes: [o], interventions: [{force: {by: anna}}]}',
    ['missing-key extra.yaml:2:51'],
  ],
  [
    'a point that is no number',
    'issues:\n  x: {name: X, body: board, scale: {none: a}}',
    ['bad-format extra.yaml:2:37'],
  ],
  [
    'half of a form',
    'ties: [{from: anna, to: boris, value: {mean: 3, sdd: 2}}]',
    ['missing-key extra.yaml:1:32', 'unknown-key extra.yaml:1:49'],
  ],
  [
    'a time that is none',
    'events:\n- {id: e, what: x, on: {edtf: 1928-01-01, time: evening}}',
    ['bad-format extra.yaml:2:49'],
  ],
  ['a tab', 'people:\n\tdora: {name: Dora}', ['tab-indent extra.yaml:2:1']],
  ['a colon in a text', 'people:\n  dora: {name: Dora}\n  note: a: b', ['yaml-syntax extra.yaml:3:9']],
  ['a key twice', 'people:\n  dora: {name: Dora}\n  dora: {name: Dora}', ['duplicate-key extra.yaml:3:3']],
  ['an entry in two files', 'people:\n  anna: {name: Anna}', ['duplicate-entry extra.yaml:2:3']],
  ['another title', 'episode: {title: Other}', ['duplicate-entry extra.yaml:1:11']],
  ['a tag', 'people:\n  dora: !!js/function "x"', ['tag-refused extra.yaml:2:9']],
  ['an alias', 'people:\n  dora: *d', ['unknown-anchor extra.yaml:2:9']],
  ['a list at the top', '- people', ['root-not-map extra.yaml:1:1']],
  ['a key that is a list', 'people:\n  [a, b]: {name: Dora}', ['key-not-text extra.yaml:2:3']],
  ['two documents', 'people: {}\n---\npeople: {}', ['yaml-syntax extra.yaml:2:1']],
];

describe('problems with places', () => {
  it.each(cases)('%s', (_, extra, expected) => {
    expect(found(withExtra(extra))).toEqual(expected);
  });
  it('of the format and of the contents together, without those that only follow', () => {
    const extra =
      'people:\n  dora: {nmae: Dora}\n' +
      'record:\n- {id: m, act: motion, by: dora, on: 1928-02-01, wrong: 1}\n- {id: n, act: dance, by: dora, answers: m, on: 1928-02-01}\n- {id: o, act: motion, by: nobody, on: 1928-02-01}';
    const { problems } = loadEpisode(withExtra(extra));
    expect(problems.map(({ code, line, path }) => [code, line, path.slice(0, 2)])).toEqual([
      ['missing-key', 2, ['people', 'dora']],
      ['unknown-key', 2, ['people', 'dora']],
      ['unknown-key', 4, ['record', 0]],
      ['unknown-act-kind', 5, ['record', 1]],
      ['unknown-id', 6, ['record', 2]],
    ]);
  });
  it('all at once, in the order of the files', () => {
    const files = withExtra(
      'people:\n  Dora: {name: 3}\nbodies:\n  a: {name: A, seats: -1}',
      baseText.replace('seats: 3', 'seets: 3'),
    );
    expect(found(files)).toEqual([
      'unknown-key episode.yaml:10:24',
      'bad-slug extra.yaml:2:3',
      'too-small extra.yaml:4:23',
    ]);
  });
});

describe('files', () => {
  it('wrong encodings', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...baseText].flatMap((char) => [char.charCodeAt(0), 0])]);
    expect(found([{ path: 'a.yaml', bytes: utf16 }])).toEqual(['not-utf8 a.yaml:1:1']);
    expect(found([{ path: 'a.yaml', bytes: utf16.slice(2) }])).toEqual(['not-utf8 a.yaml:1:1']);
    const cp1251 = new Uint8Array([...utf8('plenum: 1\nx: '), 0xcb, 0xe5, 0xed]);
    expect(found([{ path: 'a.yaml', bytes: cp1251 }])).toEqual(['not-utf8 a.yaml:2:4']);
    expect(found([{ path: 'a.yaml', text: 'plenum: 1\nx: \u0007' }])).toEqual([
      'control-character a.yaml:2:4',
    ]);
  });
  it('a byte order mark and CRLF are harmless', () => {
    expect(found([{ path: 'a.yaml', bytes: utf8(`\uFEFF${baseText.replaceAll('\n', '\r\n')}`) }])).toEqual(
      [],
    );
  });
  it('no file, no version, other versions', () => {
    expect(found([])).toEqual(['no-files :1:1']);
    expect(found([{ path: 'README.md', text: 'plenum: 1' }])).toEqual(['no-files :1:1']);
    expect(found([{ path: 'a.yaml', text: baseText.replace('plenum: 1\n', '') }])).toEqual([
      'format-missing a.yaml:1:1',
    ]);
    expect(found([{ path: 'a.yaml', text: baseText.replace('plenum: 1', 'plenum: 0') }])).toEqual([
      'format-older a.yaml:1:9',
    ]);
    expect(found([{ path: 'a.yaml', text: baseText.replace('plenum: 1', 'plenum: 2') }])).toEqual([
      'format-newer a.yaml:1:9',
    ]);
  });
  it('sources that are none', () => {
    const sources = (text: string) => found([...withExtra(''), { path: 'sources.json', text }]);
    expect(sources('{}')).toEqual(['sources-shape sources.json:1:1']);
    expect(sources('[{"id": "a"},\n 3]')).toEqual([
      'sources-shape sources.json:1:2',
      'sources-shape sources.json:2:2',
    ]);
    expect(sources('[{"id": "a", "type": "book"},\n {"id": "a", "type": "book"}]')).toEqual([
      'duplicate-id sources.json:2:9',
    ]);
    expect(sources('[{"id": ')[0]).toMatch(/^yaml-syntax sources.json:1/);
  });
  it('spread over files in any order, the same episode', () => {
    const [head = '', ...sections] = baseText.split(/\n(?=[a-z])/);
    const files = [
      { path: 'episode.yaml', text: head },
      ...sections.map((text, at) => ({ path: `${at}.yaml`, text })),
    ];
    const { episode } = loadEpisode(files);
    expect(JSON.stringify(loadEpisode(files.toReversed()).episode)).toBe(JSON.stringify(episode));
    expect(episode?.people.map((person) => person.id)).toEqual(['anna', 'boris', 'vera']);
  });
  it('lists of two files follow each other and keep their places', () => {
    const { episode } = loadEpisode(
      withExtra('terms:\n- {person: vera, body: council, confidence: judgement}'),
    );
    expect(episode?.terms.map((term) => term.id)).toEqual([
      'anna.board',
      'boris.board',
      'vera.board',
      'vera.council',
    ]);
    expect(episode?.claims[episode.terms[3]?.claimId ?? 0]?.position).toMatchObject({
      file: 'extra.yaml',
      line: 2,
    });
  });
  it('an alias repeats a value', () => {
    const { ok, episode } = loadEpisode(
      withExtra('positions:\n  anna: &same {fee: {value: 3, confidence: judgement}}\n  boris: *same'),
    );
    expect([ok, episode?.positions.length]).toEqual([true, 2]);
  });
  it('the episode survives being sent to a worker', () => {
    const { episode } = loadEpisode(
      withExtra('ties:\n- {from: anna, to: boris, value: 0.1, mutual: true, confidence: judgement}'),
    );
    expect(structuredClone(episode)).toEqual(episode);
  });
});

it('one line each: place, severity, what, rule, next', () => {
  const [problem] = loadEpisode(
    withExtra('ties:\n- {from: ana, to: boris, value: 0, confidence: judgement}'),
  ).problems;
  expect(problem === undefined ? '' : formatProblem(problem, 'en')).toBe(
    'extra.yaml:2:10: error: ties[0].from: no person has the id "ana". Did you mean "anna"?',
  );
  expect(problem === undefined ? '' : formatProblem(problem, 'ru')).toBe(
    'extra.yaml:2:10: ошибка: ties[0].from: нет человека с id «ana». Может быть, «anna»?',
  );
});
