import { describe, expect, it } from 'vitest';
import { Counter } from '../../src/world/state.ts';
import { bothWays, brokenBounds, bytesOf } from '../helpers/ceilings.ts';

describe('what a run passes over', () => {
  it.each([
    ['choir', 0, 4],
    ['choir', 1, 4],
    ['choir', 2, 4],
    ['november-1917', 0, 1],
    ['november-1917', 1, 1],
    ['november-1917', 2, 1],
  ] as const)(
    'could not have been chosen: no option of %s exceeds its bounds (weights %i)',
    (id, k, runs) => {
      const { broken, moments } = brokenBounds(id, k, runs);
      expect(broken).toEqual([]);
      expect(moments).toBeGreaterThan(100);
    },
  );

  it.each([
    ['choir', 4],
    ['november-1917', 2],
  ] as const)('changes no byte of a run of %s', (id, runs) => {
    let [evaluated, offered] = [0, 0];
    for (const { passing, looking } of bothWays(id, runs)) {
      expect(Buffer.compare(bytesOf(passing), bytesOf(looking))).toBe(0);
      evaluated += passing.counters[Counter.options] ?? 0;
      offered += looking.counters[Counter.options] ?? 0;
    }
    expect(evaluated).toBeLessThan(offered / 2);
  });

  it('is nothing where a weight is negative, for which no bound holds', () => {
    for (const { passing, looking } of bothWays('choir', 2, { 'weight.policy': -3 })) {
      expect(passing.counters[Counter.options]).toBe(looking.counters[Counter.options]);
      expect(Buffer.compare(bytesOf(passing), bytesOf(looking))).toBe(0);
    }
  });
});
