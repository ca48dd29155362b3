import { describe, expect, it } from 'vitest';
import { changesOf, count, leaning, namedRules, noThought, type Seat, seated, valueAt } from './chamber.ts';

const seat = (id: string, value: number, votes = 1, absent = false): Seat => ({ id, value, votes, absent });
const majority = namedRules['majority']!;
const five = [seat('a', 10), seat('b', 20), seat('c', 45), seat('d', 70), seat('e', 90)];

describe('a count of positions', () => {
  it('puts everybody on the nearer side; who is as near to both abstains', () => {
    expect([10, 49, 50, 51, Number.NaN].map((v) => leaning(v, 80, 20))).toEqual([
      'against',
      'against',
      'between',
      'for',
      'unknown',
    ]);
  });

  it('finds the pivotal seat from the motion’s side, by the rule', () => {
    const high = count(five, majority, 0, 80, 20);
    expect(high).toMatchObject({ for: 2, against: 3, needed: 3, passes: false, pivotal: 'c' });
    const low = count(five, majority, 0, 20, 80);
    expect(low).toMatchObject({ for: 3, against: 2, needed: 3, passes: true, pivotal: 'c' });
    expect(count(five, namedRules['two-thirds']!, 0, 20, 80)).toMatchObject({
      needed: 4,
      passes: false,
      pivotal: 'd',
    });
    expect(count(five, namedRules['unanimity']!, 0, 20, 80).pivotal).toBe('e');
  });

  it('rings, of those who stand at the same place, the one who sits on the majority line', () => {
    const same = ['a', 'b', 'c'].map((id) => seat(id, 40));
    expect(count([...same, seat('d', 90)], majority, 0, 80, 20).pivotal).toBe('b');
    expect(seated(same).map((s) => s.id)).toEqual(['a', 'b', 'c']);
  });

  it('counts the absent among the members only', () => {
    const two = five.map((s) => (s.id === 'a' || s.id === 'b' ? { ...s, absent: true } : s));
    expect(count(two, majority, 0, 80, 20)).toMatchObject({
      for: 2,
      against: 1,
      needed: 2,
      passes: true,
      absent: 2,
    });
    expect(count(two, namedRules['majority-of-members']!, 0, 80, 20)).toMatchObject({
      needed: 3,
      passes: false,
    });
    expect(count(two, majority, 4, 80, 20)).toMatchObject({ quorate: false, passes: false });
  });

  it('counts collective actors with all their votes, and positions not coded on no side', () => {
    const mixed = [...five, seat('many', 75, 10), seat('who', Number.NaN, 2)];
    expect(count(mixed, majority, 0, 80, 20)).toMatchObject({
      for: 12,
      against: 3,
      unknown: 2,
      members: 17,
      pivotal: 'many',
    });
  });

  it('has nobody pivotal where all together are too few', () => {
    expect(count(five, { share: 0, base: 0, strict: false, count: 6 }, 0, 80, 20).pivotal).toBeUndefined();
  });
});

describe('the thought experiment', () => {
  it('puts somebody between those at whose side he is dropped', () => {
    const order = seated([...five].reverse());
    expect(order.map((s) => s.id).join('')).toBe('abcde');
    expect(valueAt(order, 2)).toBe(33);
    expect(valueAt(order, 0)).toBe(5);
    expect(valueAt(order, 9)).toBe(95);
  });

  it('becomes changes as the format writes them', () => {
    const thought = { ...noThought, moved: new Map([['c', 80]]), rule: 'two-thirds' };
    expect(changesOf(thought, 'board', 'peace', '1917-11-02')).toEqual([
      { set: { position: 'c.peace', to: 80 }, at: '1917-11-02' },
      { set: { rule: 'board.rule', to: 'two-thirds' } },
    ]);
  });
});
