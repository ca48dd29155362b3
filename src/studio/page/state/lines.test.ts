import { describe, expect, it } from 'vitest';
import type { ActView } from '../../engine/protocol.ts';
import { compare, linesOf, mostSurprising, stepFrom, tally } from './lines.ts';

const none = { en: '', ru: '' };
const everything = { person: '', body: '', kind: '' };
let made = 0;
const act = (kind: string, by: readonly string[], more: Partial<ActView> = {}): ActView => ({
  index: made++,
  time: 10.2,
  earliest: 10,
  latest: 10,
  date: none,
  kind,
  kindName: none,
  by,
  to: [],
  value: Number.NaN,
  sentence: none,
  ...more,
});

describe('lines of a course', () => {
  const acts = [
    act('motion', ['anna'], { body: 'board' }),
    act('vote', ['anna'], { body: 'board', issue: 'fee', option: 'yes' }),
    act('vote', ['boris'], { body: 'board', issue: 'fee', option: 'yes' }),
    act('vote', ['vera'], { body: 'board', issue: 'fee', option: 'no' }),
    act('vote', ['anna'], { body: 'council', issue: 'fee', option: 'no' }),
    act('resign', ['vera'], { body: 'board', time: 12 }),
  ];

  it('fold the votes of one ballot, not those of two', () => {
    const lines = linesOf(acts, everything);
    expect(lines.map((l) => l.acts.length)).toEqual([1, 3, 1, 1]);
    expect(tally(lines[1]!)).toEqual([
      ['yes', 2],
      ['no', 1],
    ]);
  });

  it('can be narrowed to a person, a body, a kind', () => {
    expect(linesOf(acts, { ...everything, person: 'vera' }).map((l) => l.acts[0].kind)).toEqual([
      'vote',
      'resign',
    ]);
    expect(linesOf(acts, { ...everything, body: 'council' })).toHaveLength(1);
    expect(linesOf(acts, { ...everything, kind: 'resign', person: 'anna' })).toEqual([]);
  });

  it('are stepped through, from within a folded ballot too', () => {
    const lines = linesOf(acts, everything);
    expect(stepFrom(lines, '', 1)).toBe(lines[0]);
    expect(stepFrom(lines, `#${acts[2]!.index}`, 1)).toBe(lines[2]);
    expect(stepFrom(lines, `#${acts[2]!.index}`, -1)).toBe(lines[0]);
    expect(stepFrom(lines, `#${acts[5]!.index}`, 1)).toBeUndefined();
  });
});

describe('a run beside history', () => {
  it('finds a joint act in acts done one by one, and no act twice', () => {
    const history = [
      act('sign', ['anna', 'boris'], { id: 's' }),
      act('resign', ['vera'], { body: 'board', id: 'r' }),
    ];
    const run = [
      act('sign', ['boris']),
      act('sign', ['boris']),
      act('resign', ['vera'], { body: 'council' }),
    ];
    const { shared, missing } = compare(run, history);
    expect([...shared]).toEqual([run[0]!.index]);
    expect(missing.map((a) => a.id)).toEqual(['r']);
  });

  it('tells whom an act was addressed to', () => {
    const history = [act('court', ['anna'], { to: ['boris'], id: 'c' })];
    expect(compare([act('court', ['anna'], { to: ['vera'] })], history).missing).toHaveLength(1);
    expect(compare([act('court', ['anna'], { to: ['boris'] })], history).missing).toHaveLength(0);
  });
});

it('the greatest surprise comes first, and what was not judged does not come', () => {
  const acts = [
    act('a', []),
    act('b', [], { bits: 2 }),
    act('c', [], { bits: 9 }),
    act('d', [], { bits: 0 }),
  ];
  expect(mostSurprising(acts).map((a) => a.kind)).toEqual(['c', 'b']);
});
