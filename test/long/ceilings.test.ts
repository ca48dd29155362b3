import { describe, expect, it } from 'vitest';
import { bothWays, brokenBounds, bytesOf } from '../helpers/ceilings.ts';

describe('what a run passes over, in many runs', () => {
  it.each([
    ['november-1917', 0, 6],
    ['november-1917', 1, 6],
    ['november-1917', 2, 6],
    ['soviet-1928', 0, 2],
    ['soviet-1928', 1, 2],
    ['soviet-1928', 2, 2],
  ] as const)(
    'could not have been chosen: no option of %s exceeds its bounds (weights %i)',
    (id, k, runs) => {
      expect(brokenBounds(id, k, runs).broken).toEqual([]);
    },
  );

  it.each([
    ['november-1917', 8],
    ['soviet-1928', 2],
  ] as const)('changes no byte of a run of %s', (id, runs) => {
    for (const { passing, looking } of bothWays(id, runs))
      expect(Buffer.compare(bytesOf(passing), bytesOf(looking))).toBe(0);
  });
});
