import { describe, expect, it } from 'vitest';
import { withExtra } from './fixture.ts';
import { loadEpisode } from './load.ts';
import { readRule } from './normalise/bodies.ts';
import { readQuantity } from './normalise/quantity.ts';
import type { Episode } from './types.ts';

function load(extra: string): Episode {
  const { episode } = loadEpisode(withExtra(extra));
  if (episode === undefined) throw new Error('not loaded');
  return episode;
}

describe('quantities', () => {
  const unit = { low: 0, high: 1 };
  it.each([
    [0.5, { kind: 'point', value: 0.5 }],
    ['0.5', { kind: 'point', value: 0.5 }],
    ['0.2..0.8', { kind: 'uniform', low: 0.2, high: 0.8 }],
    ['-1 .. 1', { kind: 'uniform', low: -1, high: 1 }],
    ['0.6 ± 0.1', { kind: 'normal', mean: 0.6, sd: 0.1, low: 0, high: 1 }],
    ['.6 +- .1', { kind: 'normal', mean: 0.6, sd: 0.1, low: 0, high: 1 }],
    ['−0.6 +/- 0', { kind: 'point', value: -0.6 }],
    [{ range: [0.1, 0.1] as [number, number] }, { kind: 'point', value: 0.1 }],
    [
      { mean: 0.6, sd: 0.1, low: 0.5 },
      { kind: 'normal', mean: 0.6, sd: 0.1, low: 0.5, high: 1 },
    ],
    [
      { triangular: [0, 0.2, 1] as [number, number, number] },
      { kind: 'triangular', low: 0, mode: 0.2, high: 1 },
    ],
    [{ beta: [2, 3] as [number, number] }, { kind: 'beta', a: 2, b: 3, low: 0, high: 1 }],
    [
      {
        discrete: [
          [0, 0.5],
          [1, 0.5],
        ] as [number, number][],
      },
      { kind: 'discrete', values: [0, 1], probabilities: [0.5, 0.5] },
    ],
    ['60 10', 'bad-quantity'],
    ['0.5 ± x', 'bad-quantity'],
    ['1e999', { kind: 'point', value: Number.POSITIVE_INFINITY }],
    ['3..1', 'quantity-order'],
  ])('%j', (input, expected) => {
    expect(readQuantity(input, unit)).toEqual(expected);
  });
});

describe('rules', () => {
  it.each([
    [undefined, { kind: 'share', share: 0.5, of: 'cast', strict: true }],
    ['two-thirds-of-members', { kind: 'share', share: 2 / 3, of: 'members', strict: false }],
    [{ share: 0.667 }, { kind: 'share', share: 2 / 3, of: 'cast', strict: false }],
    [
      { share: 0.5, of: 'present' },
      { kind: 'share', share: 0.5, of: 'present', strict: true },
    ],
    [{ share: 0.75 }, { kind: 'share', share: 0.75, of: 'cast', strict: false }],
    [{ count: 9 }, { kind: 'count', count: 9 }],
  ] as const)('%j', (input, expected) => {
    expect(readRule(input)).toEqual(expected);
  });
});

describe('the long form', () => {
  it('turns a mutual tie into two that share a claim, and lets the one coded on its own hold', () => {
    const { ties } = load(
      'ties:\n- {from: anna, to: boris, value: 0.4, mutual: true, defers: true}\n- {from: vera, to: anna, value: 0.1, mutual: true}\n- {from: anna, to: vera, value: -0.1}',
    );
    expect(ties.map(({ id, defers }) => [id, defers])).toEqual([
      ['anna.boris', 1],
      ['boris.anna', 0],
      ['vera.anna', 0],
      ['anna.vera', 0],
    ]);
    expect(ties[0]?.value.claimId).toBe(ties[1]?.value.claimId);
  });
  it('keeps contradicting claims and uses the preferred one', () => {
    const { positions, claims } = load(
      'positions:\n  anna:\n    fee:\n      claims:\n      - {value: 10}\n      - {value: 90, rank: preferred}\n      - {value: 50, status: withdrawn}',
    );
    const used = claims[positions[0]?.value.claimId ?? 0];
    expect(used?.path).toEqual(['positions', 'anna', 'fee', 'claims', 1]);
    expect(used?.alternatives).toEqual([(used?.id ?? 0) - 1, (used?.id ?? 0) + 1]);
  });
  it('says where a default came from', () => {
    const { people, claims, salience } = load('positions: {anna: {fee: 30}}');
    const caution = claims[people[0]?.traits.caution.claimId ?? 0];
    expect(caution).toMatchObject({
      origin: 'library-default',
      confidence: 'judgement',
      label: 'caution of anna',
    });
    expect(salience.map(({ person, issue }) => `${person} ${issue}`)).toEqual(['anna fee']);
  });
  it('gives bare positions the spread of the episode', () => {
    const { positions } = load('positions: {anna: {fee: 30}}');
    expect(positions[0]?.value.distribution).toEqual({ kind: 'normal', mean: 30, sd: 5, low: 0, high: 100 });
  });
  it('expands ordinary meetings around the coded ones', () => {
    const { meetings } = load(
      'bodies:\n  court: {name: Court, confidence: judgement, meets: {every: 10, first: 1928-12-01}}\nmeetings:\n- {id: special, body: court, on: 1928-12-11, agenda: [fee], confidence: judgement}',
    );
    expect(meetings.map((meeting) => meeting.id)).toEqual([
      'special',
      'court.ordinary.1',
      'court.ordinary.3',
      'court.ordinary.4',
    ]);
  });
  it('knows the order within a day as far as the record does', () => {
    const { record } = load(
      'record:\n' +
        '- {id: m, act: motion, by: anna, on: {edtf: 1928-02-01, time: "10:00"}}\n' +
        '- {id: v, act: vote, by: boris, on: 1928-02-01, answers: m}\n' +
        '- {id: r, act: resolution, by: board, on: 1928-02-01, answers: m}\n' +
        '- {id: e, act: declare, by: anna, on: {edtf: 1928-02-01, time: "20:00"}}\n' +
        '- {id: f, act: declare, by: anna, on: 1928-02-02}',
    );
    expect(record.map((act) => act.after)).toEqual([[], ['m'], ['m', 'v'], ['m'], []]);
    expect(record.map((act) => act.byBody)).toEqual([false, false, true, false, false]);
  });
  it('resolves questions into typed interventions', () => {
    const { questions } = load(
      'outcomes:\n- {id: o, ask: O, measure: {first: {act: exit}}, history: false}\nquestions:\n- id: q\n  ask: Q\n  outcomes: [o]\n  interventions:\n' +
        '  - {set: {rule: board.rule, to: two-thirds}}\n  - {set: {belief: public.anna.fee, to: 20}, at: 1928-02-01}\n  - {forbid: {act: exit}, until: 1928-03}\n  - {remove: {term: anna.board}}\n  - {add: {event: {id: x, on: 1928-05-05, what: Rain}}}',
    );
    expect(questions[0]?.interventions).toMatchObject([
      {
        kind: 'set',
        target: { kind: 'rule', body: 'board', what: 'rule' },
        value: { kind: 'share', share: 2 / 3 },
      },
      {
        kind: 'set',
        target: { kind: 'belief', who: 'public', about: 'anna', issue: 'fee' },
        value: 20,
        at: -15_310,
      },
      { kind: 'forbid', move: { act: 'exit', by: [] }, from: -15_341, until: -15_251 },
      { kind: 'remove', what: 'term', id: 'anna.board' },
      { kind: 'add-event', event: { id: 'x', what: { en: 'Rain', ru: 'Rain' } } },
    ]);
  });
});
