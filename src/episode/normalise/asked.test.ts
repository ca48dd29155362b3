import { describe, expect, it } from 'vitest';
import { withExtra } from '../fixture.ts';
import { loadEpisode } from '../load.ts';
import type { Episode } from '../types.ts';

/* What outcomes, questions and records ask for, as the engine reads it. */

function load(extra: string): Episode {
  const { episode, problems } = loadEpisode(withExtra(extra));
  if (episode === undefined) throw new Error(problems.map((p) => `${p.code} ${p.path.join('.')}`).join(', '));
  return episode;
}
const ends = load('').meta.ends;
const starts = load('').meta.starts;
/** Days since the first of January 1928. */
const january = (n: number): number => starts + n - 1;

const measured = (measure: string, history = ''): Episode['outcomes'][number] => {
  const [outcome] = load(`outcomes:\n- {id: o, ask: Will it?, measure: {${measure}}${history}}`).outcomes;
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
};

describe('measures', () => {
  it.each(['any', 'count', 'people', 'first'] as const)(
    '%s matches acts, every part of the match',
    (kind) => {
      const { measure } = measured(
        `${kind}: {act: [exit, resign], by: anna, to: [boris, vera], in: board, issue: fee, office: chair, option: full, outcome: adopted, atLeast: 10, atMost: 90, from: 1928-01, until: 1928-01}`,
      );
      expect(measure).toEqual({
        kind,
        match: {
          acts: ['exit', 'resign'],
          by: ['anna'],
          to: ['boris', 'vera'],
          in: 'board',
          issue: 'fee',
          office: 'chair',
          options: ['full'],
          outcome: 'adopted',
          atLeast: 10,
          atMost: 90,
          from: january(1),
          until: january(31),
        },
      });
    },
  );

  it.each([
    [
      'holds: {person: anna, office: chair, at: end}',
      { kind: 'holds', person: 'anna', office: 'chair', at: ends },
    ],
    ['holds: {office: chair, at: 1928-01}', { kind: 'holds', office: 'chair', at: january(31) }],
    ['line: {body: board, issue: fee, at: end}', { kind: 'line', body: 'board', issue: 'fee', at: ends }],
    [
      'line: {body: board, issue: fee, at: 1928-01-05, atLeast: 40}',
      { kind: 'line', body: 'board', issue: 'fee', at: january(5), atLeast: 40 },
    ],
    ['practised: {issue: fee, at: 1928-01-05}', { kind: 'practised', issue: 'fee', at: january(5) }],
    [
      'open: {procedure: ultimatum, at: 1928-01-05}',
      { kind: 'open', procedure: 'ultimatum', at: january(5) },
    ],
    [
      'sits: {person: anna, body: board, at: 1928-01-05}',
      { kind: 'sits', people: ['anna'], body: 'board', at: january(5) },
    ],
    [
      'sits: {person: [anna, vera], body: board, at: end}',
      { kind: 'sits', people: ['anna', 'vera'], body: 'board', at: ends },
    ],
    [
      'belongs: {person: anna, organisation: club, at: 1928-01-05}',
      { kind: 'belongs', people: ['anna'], organisation: 'club', at: january(5) },
    ],
  ])('%s', (text, measure) => {
    expect(measured(text).measure).toEqual(measure);
  });

  it('history is read as what the measure asks for', () => {
    const history = (measure: string, text: string): unknown =>
      measured(measure, `, history: ${text}`).history;
    expect(history('any: {act: exit}', 'true')).toEqual({ kind: 'yes-no', value: true });
    expect(history('any: {act: exit}', 'false')).toEqual({ kind: 'yes-no', value: false });
    expect(history('first: {act: exit}', 'false')).toEqual({ kind: 'never' });
    expect(history('first: {act: exit}', '1928-01-05')).toMatchObject({
      kind: 'date',
      date: { day: january(5) },
    });
    expect(history('count: {act: exit}', '3')).toEqual({ kind: 'number', value: 3 });
    expect(history('holds: {office: chair, at: end}', 'anna')).toEqual({ kind: 'id', id: 'anna' });
    expect(measured('any: {act: exit}').history).toBeUndefined();
  });
});

const asked = (intervention: string): Episode['questions'][number]['interventions'] => {
  const [question] = load(
    `questions:\n- {id: q, ask: What if?, interventions: [{${intervention}}], outcomes: [x]}`,
  ).questions;
  return question?.interventions.map(({ path: _path, ...rest }) => rest as never) ?? [];
};

describe('interventions', () => {
  it('an act forced on a day, or whenever it becomes possible', () => {
    const move = { act: 'reply', by: ['anna'], to: ['boris'], option: 'comply' };
    expect(asked('force: {act: reply, by: anna, to: boris, option: comply}, at: 1928-01-05')).toEqual([
      { kind: 'force', move, at: january(5), whenever: false },
    ]);
    expect(asked('force: {act: reply, by: anna, to: boris, option: comply}')).toEqual([
      { kind: 'force', move, at: undefined, whenever: true },
    ]);
    expect(
      asked('force: {act: reply, by: anna, to: boris, option: comply}, at: 1928-01-05, whenever: true'),
    ).toEqual([{ kind: 'force', move, at: january(5), whenever: true }]);
  });

  it('an act forbidden for a time, on one day, or for ever', () => {
    const forbidden = (when: string): unknown => {
      const [one] = asked(`forbid: {act: exit, by: [anna, vera]}${when}`);
      return one?.kind === 'forbid' ? [one.from, one.until, one.move.by, one.move.to] : one;
    };
    expect(forbidden('')).toEqual([starts, ends, ['anna', 'vera'], []]);
    expect(forbidden(', at: 1928-01-05')).toEqual([january(5), january(5), ['anna', 'vera'], []]);
    expect(forbidden(', from: 1928-01-05')).toEqual([january(5), ends, ['anna', 'vera'], []]);
    expect(forbidden(', until: 1928-01')).toEqual([starts, january(31), ['anna', 'vera'], []]);
  });

  it.each([
    ['trait: anna.caution, to: 0.3', { kind: 'trait', person: 'anna', trait: 'caution' }, 0.3],
    ['position: anna.fee, to: 30', { kind: 'position', person: 'anna', issue: 'fee' }, 30],
    ['salience: anna.fee, to: 0.3', { kind: 'salience', person: 'anna', issue: 'fee' }, 0.3],
    ['belief: anna.boris.fee, to: 30', { kind: 'belief', who: 'anna', about: 'boris', issue: 'fee' }, 30],
    ['belief: public.boris.fee, to: 30', { kind: 'belief', who: 'public', about: 'boris', issue: 'fee' }, 30],
    ['tie: anna.boris, to: -0.3', { kind: 'tie', from: 'anna', to: 'boris' }, -0.3],
    ['line: board.fee, to: 30', { kind: 'line', body: 'board', issue: 'fee' }, 30],
    ['rule: board.authority, to: 0.3', { kind: 'rule', body: 'board', what: 'authority' }, 0.3],
    ['rule: board.quorum, to: 2', { kind: 'rule', body: 'board', what: 'quorum' }, 2],
    ['rule: board.ballot, to: secret', { kind: 'rule', body: 'board', what: 'ballot' }, 'secret'],
    [
      'rule: board.rule, to: two-thirds',
      { kind: 'rule', body: 'board', what: 'rule' },
      { kind: 'share', share: 2 / 3, of: 'cast', strict: false },
    ],
    [
      'rule: board.rule, to: 0.75',
      { kind: 'rule', body: 'board', what: 'rule' },
      { kind: 'share', share: 0.75, of: 'cast', strict: false },
    ],
    ['rule: board.rule, to: 3', { kind: 'rule', body: 'board', what: 'rule' }, { kind: 'count', count: 3 }],
  ])('set {%s}', (text, target, value) => {
    expect(asked(`set: {${text}}`)).toEqual([{ kind: 'set', target, value, at: starts }]);
    expect(asked(`set: {${text}}, at: 1928-01-05`)).toEqual([{ kind: 'set', target, value, at: january(5) }]);
  });

  it.each([
    'trait: anna, to: 1',
    'trait: anna.charm, to: 1',
    'tie: anna.boris.vera, to: 1',
    'rule: board.size, to: 1',
    'position: anna., to: 1',
  ])('set {%s} is refused', (text) => {
    const { problems } = loadEpisode(
      withExtra(`questions:\n- {id: q, ask: What if?, interventions: [{set: {${text}}}], outcomes: [x]}`),
    );
    expect(problems.map((p) => p.code)).toContain('bad-set');
  });
});

describe('recorded acts', () => {
  const first = (fields: string): Episode['record'][number] => {
    const [one] = load(
      `record:\n- {id: m, act: motion, on: 1928-02-01, confidence: judgement, ${fields}}`,
    ).record;
    if (one === undefined) throw new Error('no act');
    return one;
  };

  it('know who acted: persons or a body', () => {
    expect([first('by: anna').byKind, first('by: anna').byBody, first('by: anna').by]).toEqual([
      'persons',
      false,
      ['anna'],
    ]);
    expect([first('by: [anna, vera]').byKind, first('by: [anna, vera]').by]).toEqual([
      'persons',
      ['anna', 'vera'],
    ]);
    expect([first('by: board').byKind, first('by: board').byBody]).toEqual(['body', true]);
  });

  it('occurred, without reservation and known to all, unless they say otherwise', () => {
    const plain = first('by: anna');
    expect([plain.mode, plain.reserved, plain.open, plain.known, plain.to, plain.votes]).toEqual([
      'occurred',
      false,
      undefined,
      undefined,
      [],
      undefined,
    ]);
    const other = first(
      'by: anna, mode: reported, reserved: true, open: false, known: vera, to: [boris, vera]',
    );
    expect([other.mode, other.reserved, other.open, other.known, other.to]).toEqual([
      'reported',
      true,
      false,
      ['vera'],
      ['boris', 'vera'],
    ]);
  });

  it('votes without names have none', () => {
    expect(first('by: anna, in: board, votes: {for: 2, against: 1}').votes).toEqual({
      for: 2,
      against: 1,
      abstain: undefined,
      names: { for: [], against: [], abstain: [], absent: [] },
    });
    expect(
      first('by: anna, in: board, votes: {for: 1, against: 1, names: {for: [anna], against: [boris]}}').votes
        ?.names,
    ).toEqual({
      for: ['anna'],
      against: ['boris'],
      abstain: [],
      absent: [],
    });
  });

  it('of one day, those come first that are answered, closed or have an earlier hour', () => {
    const acts = (...lines: string[]): unknown =>
      load(`record:\n${lines.map((l) => `- {${l}, confidence: judgement}`).join('\n')}`).record.map(
        ({ id, after }) => [id, after],
      );
    expect(
      acts(
        'id: r, act: resolution, by: board, in: board, answers: m, on: 1928-02-01',
        'id: v, act: vote, by: anna, in: board, answers: m, on: 1928-02-01',
        'id: m, act: motion, by: anna, in: board, on: 1928-02-01',
        'id: d, act: declare, by: vera, on: 1928-02-02',
      ),
    ).toEqual([
      ['r', ['v', 'm']],
      ['v', ['m']],
      ['m', []],
      ['d', []],
    ]);
    expect(
      acts(
        "id: late, act: declare, by: vera, on: {edtf: 1928-02-02, time: '20:40'}",
        "id: early, act: declare, by: anna, on: {edtf: 1928-02-02, time: '09:05'}",
        'id: some, act: declare, by: boris, on: 1928-02-02',
      ),
    ).toEqual([
      ['late', ['early']],
      ['early', []],
      ['some', []],
    ]);
  });
});
