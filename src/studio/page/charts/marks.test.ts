import { describe, expect, it } from 'vitest';
import { nextSpot } from './marks.ts';

const at = (x: number, y: number) => ({ x, y });
const ways = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

describe('arrow keys in a chart', () => {
  it('stay in the row, whatever stands a little to the side in the next', () => {
    const row = at(60, 1);
    expect(nextSpot(at(0, 0), [at(4, 15), row, at(200, 0)], [1, 0])).toBe(row);
  });

  it('stop at the edge', () => {
    expect(nextSpot(at(0, 0), [at(-5, 0), at(0, 30)], [1, 0])).toBeUndefined();
  });

  it('reach every mark from every other', () => {
    const spots = Array.from({ length: 24 }, (_, k) => at((k * 37) % 101, (k * 53) % 89));
    const reached = new Set([spots[0]!]);
    for (const spot of reached)
      for (const way of ways) {
        const next = nextSpot(
          spot,
          spots.filter((s) => s !== spot),
          way,
        );
        if (next) reached.add(next);
      }
    expect(reached.size).toBe(spots.length);
  });
});
