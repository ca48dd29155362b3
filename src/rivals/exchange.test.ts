import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { exchange } from './exchange.ts';
import { distanceOf, reckon } from './reckoning.ts';

const actor = (id: string, position: number, salience: number): Actor => ({
  id,
  position,
  salience,
  capability: 1,
  votes: 1,
});

describe('position exchange', () => {
  it('lets each have what matters more to him', () => {
    const { values, trades } = exchange([
      { issue: 'one', actors: [actor('p', 0, 0.2), actor('q', 100, 0.8)] },
      { issue: 'two', actors: [actor('p', 0, 0.8), actor('q', 100, 0.2)] },
    ]);
    expect(trades).toHaveLength(1);
    expect(trades[0]).toMatchObject({ giver: 'p', taker: 'q', given: 'one', taken: 'two' });
    // Before: 80 and 20. p gives up his fifth of the pull on one, q his on two.
    expect(values[0]).toBeCloseTo(100, 9);
    expect(values[1]).toBeCloseTo(0, 9);
    expect(trades[0]?.gain).toBeCloseTo(0.8 * 20 - 0.2 * 20, 9);
  });
  it('does not happen between allies, or where both care alike', () => {
    const same = exchange([
      { issue: 'one', actors: [actor('p', 0, 0.5), actor('q', 100, 0.5)] },
      { issue: 'two', actors: [actor('p', 0, 0.5), actor('q', 100, 0.5)] },
    ]);
    expect(same.trades).toEqual([]);
    const allies = exchange([
      { issue: 'one', actors: [actor('p', 0, 0.2), actor('q', 10, 0.8), actor('r', 100, 0.5)] },
      { issue: 'two', actors: [actor('p', 0, 0.8), actor('q', 10, 0.2), actor('r', 100, 0.5)] },
    ]);
    expect(allies.trades.some((t) => [t.giver, t.taker].sort().join() === 'p,q')).toBe(false);
  });
});

describe('reckoning', () => {
  it('has an answer of every model, within the range of positions', () => {
    const actors = [actor('p', 10, 0.9), actor('q', 40, 0.3), actor('r', 90, 0.6)];
    const [found] = reckon([{ issue: 'one', actors, line: 25 }]);
    expect(found?.values.unchanged).toBe(25);
    for (const v of Object.values(found?.values ?? {})) {
      expect(v).toBeGreaterThanOrEqual(10);
      expect(v).toBeLessThanOrEqual(90);
    }
    expect(found?.values.median).toBe(40);
  });
  it('says nothing of an issue on which nobody has a position', () => {
    const [found] = reckon([{ issue: 'one', actors: [], line: Number.NaN }]);
    for (const v of Object.values(found?.values ?? {})) expect(v).toBeNaN();
  });
  it('scores against the lines there are', () => {
    expect(distanceOf([10, 50, 90], [20, Number.NaN, 50])).toEqual({ distance: 25, issues: 2 });
  });
});
