import { expect, it } from 'vitest';
import { withExtra } from './fixture.ts';
import { loadEpisode } from './load.ts';

/** Title, the extra file, what is found in it: "code line" or "code line:column". */
const cases: readonly (readonly [title: string, extra: string, found: readonly string[]])[] = [
  ['nothing wrong', 'ties:\n- {from: anna, to: boris, value: 0.3, confidence: judgement}', []],
  [
    'an unknown person, nearly right',
    'ties:\n- {from: ana, to: boris, value: 0, confidence: judgement}',
    ['unknown-id 2:10 anna'],
  ],
  [
    'an unknown issue as a key',
    'positions:\n  anna:\n    feee: {value: 3, confidence: judgement}',
    ['unknown-id 3:5 fee'],
  ],
  [
    'an unknown body in an act',
    'record:\n- {id: m, act: motion, by: anna, in: bord, on: 1928-02-01, confidence: judgement}',
    ['unknown-id 2:38 board'],
  ],
  [
    'one of several actors',
    'record:\n- {id: m, act: declare, by: [anna, vara], on: 1928-02-01, confidence: judgement}',
    ['unknown-id 2:36 vera'],
  ],
  ['an unknown source', 'ties:\n- {from: anna, to: boris, value: 0, source: p35 n. 1}', ['unknown-id 2:45']],
  [
    'an unknown kind of act',
    'record:\n- {id: m, act: resing, by: anna, on: 1928-02-01, confidence: judgement}',
    ['unknown-act-kind 2:16 resign'],
  ],
  [
    'an option that the kind of act does not have',
    'record:\n- {id: m, act: reply, option: complie, by: anna, on: 1928-02-01, confidence: judgement}',
    ['option-ignored 2:31 comply'],
  ],
  [
    'an option of an act that has none',
    'record:\n- {id: m, act: resign, option: full, by: anna, on: 1928-02-01, confidence: judgement}',
    ['option-ignored 2:32'],
  ],
  [
    'an unknown power',
    'bodies:\n  court: {name: Court, confidence: judgement, powers: {expell: true, censure: true}}',
    ['unknown-act-kind 2:56 expel'],
  ],
  [
    'an id twice in the record',
    'record:\n- {id: m, act: motion, by: anna, on: 1928-02-01, confidence: judgement}\n- {id: m, act: motion, by: anna, on: 1928-02-01, confidence: judgement}',
    ['duplicate-id 3:8'],
  ],
  [
    'a person called like a body',
    'people:\n  board: {name: Board}',
    ['unused-person 2:3', 'duplicate-id episode.yaml'],
  ],
  [
    'terms that overlap',
    'terms:\n- {person: vera, body: board, from: 1928-03-01, confidence: judgement}',
    ['terms-overlap 2:3'],
  ],
  [
    'a term that ends before it begins',
    'terms:\n- {person: vera, body: council, from: 1928-03-01, to: 1928-02-01, confidence: judgement}',
    ['term-backwards 2:3'],
  ],
  [
    'a term outside',
    'terms:\n- {person: vera, body: council, to: 1927-02-01, confidence: judgement}',
    ['term-outside 2:3'],
  ],
  [
    'an office with two holders',
    'terms:\n- {person: anna, office: chair, to: 1928-05-01, confidence: judgement}\n- {person: boris, office: chair, from: 1928-04-01, confidence: judgement}',
    ['office-two-holders 3:3'],
  ],
  [
    'handing over on one day, or on a vague date',
    'terms:\n- {person: anna, office: chair, to: 1928-04, confidence: judgement}\n- {person: boris, office: chair, from: 1928-04-09, confidence: judgement}',
    [],
  ],
  ['neither body nor office', 'terms:\n- {person: anna, confidence: judgement}', ['term-place 2:3']],
  [
    'a position above 100',
    'positions:\n  anna:\n    fee: {value: 120, confidence: judgement}',
    ['out-of-range 3:5'],
  ],
  [
    'a tie below -1',
    'ties:\n- {from: anna, to: boris, value: -2 ± 0.1, confidence: judgement}',
    ['out-of-range 2:3'],
  ],
  [
    'a trait above 1',
    'people:\n  dora: {name: Dora, traits: {caution: 70}}\nterms:\n- {person: dora, body: council, confidence: judgement}',
    ['out-of-range 2:40', 'no-source 2:40'],
  ],
  [
    'a range upside down',
    'positions:\n  anna: {fee: {value: 80..20, confidence: judgement}}',
    ['quantity-order 2:10'],
  ],
  [
    'a number that is none',
    'positions:\n  anna: {fee: {value: a lot, confidence: judgement}}',
    ['bad-quantity 2:10'],
  ],
  [
    'probabilities',
    'positions:\n  anna: {fee: {value: {discrete: [[10, 0.5], [90, 0.4]]}, confidence: judgement}}',
    ['probabilities-sum 2:10'],
  ],
  [
    'an act outside the episode',
    'record:\n- {id: m, act: motion, by: anna, on: 1929-02-01, confidence: judgement}',
    ['date-outside 2:38'],
  ],
  [
    'what did not occur may lie outside',
    'record:\n- {id: m, act: motion, by: anna, on: 1929-02-01, mode: hypothetical, confidence: judgement}',
    [],
  ],
  [
    'an impossible date',
    'record:\n- {id: m, act: motion, by: anna, on: 1928-02-30, confidence: judgement}',
    ['date-impossible 2:38'],
  ],
  [
    'a date in words',
    'record:\n- {id: m, act: motion, by: anna, on: 4 ноября, confidence: judgement}',
    ['date-unreadable 2:38'],
  ],
  [
    'a date counted from nothing',
    'record:\n- {id: m, act: motion, by: anna, on: {after: mm, days: 3}, confidence: judgement}',
    ['date-unknown-act 2:34 m'],
  ],
  [
    'dates in a circle',
    'record:\n- {id: m, act: motion, by: anna, on: {after: n, days: 3}, confidence: judgement}\n- {id: n, act: motion, by: anna, on: {after: m, days: 3}, confidence: judgement}',
    ['date-cycle 3:34'],
  ],
  [
    'a date counted from itself',
    'record:\n- {id: m, act: motion, by: anna, on: {after: m, days: 3}, confidence: judgement}',
    ['date-cycle 2:34'],
  ],
  [
    'superiors in a circle',
    'bodies:\n  a: {name: A, superior: b, confidence: judgement}\n  b: {name: B, superior: a, confidence: judgement}',
    ['superior-cycle 2:26'],
  ],
  [
    'its own superior',
    'bodies:\n  a: {name: A, superior: a, confidence: judgement}',
    ['superior-cycle 2:26'],
  ],
  [
    'a quorum out of reach',
    'bodies:\n  a: {name: A, seats: 5, quorum: 6, confidence: judgement}',
    ['quorum-unreachable 2:34'],
  ],
  [
    'a count out of reach',
    'bodies:\n  a: {name: A, seats: 5, rule: {count: 6}, confidence: judgement}',
    ['rule-unreachable 2:26'],
  ],
  [
    'a joint quorum out of reach, and a body that sits with itself or without members',
    'bodies:\n  a: {name: A, seats: 5, confidence: judgement,\n   powers: {expel: {jointly: [board, a, council], quorum: 20}}}',
    ['sits-with-itself 3:38', 'joint-without-members 3:41', 'quorum-unreachable 3:59'],
  ],
  [
    'a joint sitting in order',
    'bodies:\n  a: {name: A, seats: 5, confidence: judgement, powers: {expel: {jointly: [board], quorum: 0.5}}}',
    [],
  ],
  [
    'more votes than seats',
    'record:\n- {id: m, act: resolution, by: board, on: 1928-02-01, votes: {for: 3, against: 1}, confidence: judgement}',
    ['votes-exceed-seats 2:55'],
  ],
  [
    'voters',
    'record:\n- {id: m, act: resolution, by: board, on: 1928-02-01, confidence: judgement,\n   votes: {for: 1, names: {for: [anna, vera], against: [anna]}}}',
    ['names-exceed-tally 3:28', 'voter-not-seated 3:40', 'voter-twice 3:57'],
  ],
  [
    'a voter who was co-opted',
    'record:\n- {id: c, act: coopt, by: board, to: vera, in: board, on: 1928-01-02, confidence: judgement}\n- {id: m, act: vote, by: vera, in: board, on: 1928-02-01, votes: {names: {for: [vera]}}, confidence: judgement}',
    [],
  ],
  [
    'a voter who was co-opted as a candidate',
    'record:\n- {id: c, act: coopt, by: board, to: vera, in: board, option: candidate, on: 1928-01-02, confidence: judgement}\n- {id: m, act: vote, by: vera, in: board, on: 1928-02-01, votes: {names: {for: [vera]}}, confidence: judgement}',
    ['voter-not-seated 3:81'],
  ],
  [
    'an answer before the question',
    'record:\n- {id: m, act: motion, by: anna, on: 1928-03-01, confidence: judgement}\n- {id: n, act: reply, by: anna, on: 1928-02-01, answers: m, confidence: judgement}',
    ['answers-later 3:58'],
  ],
  [
    'salience without a position',
    'salience:\n  anna: {fee: {value: 0.8, confidence: judgement}}',
    ['no-position 2:10'],
  ],
  [
    'no source and no judgement',
    'ties:\n- {from: anna, to: boris, value: 0.1}\n- {from: boris, to: anna, value: 0.1}',
    ['no-source 2:3'],
  ],
  [
    'a tie coded twice',
    'ties:\n- {from: anna, to: boris, value: 0.1, confidence: judgement}\n- {from: anna, to: boris, value: 0.2, confidence: judgement}',
    ['duplicate-tie 3:3'],
  ],
  [
    'an unknown outcome',
    'questions:\n- {id: q, ask: Q, interventions: [{forbid: {act: exit}}], outcomes: [wins]}',
    ['unknown-outcome 2:70'],
  ],
  [
    'an unknown thing to set',
    'questions:\n- {id: q, ask: Q, outcomes: [], interventions: [{set: {trait: anna.courage, to: 1}}]}',
    ['too-short 2:19'],
  ],
  [
    'sets and removals',
    'outcomes:\n- {id: o, ask: O, measure: {any: {act: exit}}}\nquestions:\n- id: q\n  ask: Q\n  outcomes: [o]\n  interventions:\n  - {set: {trait: anna.courage, to: 1}}\n  - {set: {tie: anna.vara, to: 1}}\n  - {remove: {event: rain}}\n  - {set: {to: 1}}\n  - {add: {event: {id: x, on: 1928-05-05}}}',
    ['bad-set 8:19', 'unknown-id 9:17 vera', 'unknown-id 10:22', 'no-variant 11:6', 'missing-key 12:12'],
  ],
  ['an unused person', 'people:\n  dora: {name: Dora}', ['unused-person 2:3']],
];

it.each(cases)('%s', (_, extra, expected) => {
  const { problems } = loadEpisode(withExtra(extra));
  const found = problems.map((problem) => {
    const suggestion = problem.params.suggestion === undefined ? '' : ` ${String(problem.params.suggestion)}`;
    return problem.file === 'extra.yaml'
      ? `${problem.code} ${problem.line}:${problem.column}${suggestion}`
      : `${problem.code} ${problem.file}`;
  });
  expect(found).toEqual(expected.toSorted((a, b) => found.indexOf(a) - found.indexOf(b)));
});

it('an unused source has its place in sources.json', () => {
  const files = [...withExtra(''), { path: 'sources.json', text: '[\n  {"id": "p35", "type": "book"}\n]' }];
  expect(loadEpisode(files).problems).toMatchObject([
    { code: 'unused-source', file: 'sources.json', line: 2 },
  ]);
});

it('takes the vocabulary and further checks from outside', () => {
  const files = withExtra('record:\n- {id: m, act: dance, by: anna, on: 1928-02-01, confidence: judgement}');
  expect(loadEpisode(files, { vocabulary: { kinds: ['dance'] } }).problems).toEqual([]);
  const { ok, problems } = loadEpisode(files, {
    vocabulary: { kinds: ['dance'] },
    extra: (episode, { locate }) => [
      {
        code: 'off-model',
        severity: 'error',
        ...locate(episode.record[0]?.path ?? []),
        path: ['record', 0],
        params: {},
      },
    ],
  });
  expect([ok, problems[0]?.code, problems[0]?.line]).toEqual([false, 'off-model', 2]);
});
