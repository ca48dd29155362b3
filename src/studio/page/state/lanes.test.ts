import { describe, expect, it } from 'vitest';
import { lanesOf, standIns } from './lanes.ts';

describe('lanes', () => {
  it('keep marks of one lane apart', () => {
    const xs = [10, 12, 40, 14, 41];
    const lanes = lanesOf(xs, 5);
    xs.forEach((x, a) =>
      xs.forEach((y, b) => {
        if (a !== b && lanes[a] === lanes[b]) expect(Math.abs(x - y)).toBeGreaterThanOrEqual(5);
      }),
    );
    expect(lanes[0]).toBe(0);
    expect(lanes[2]).toBe(0);
  });
});

describe('stand-ins', () => {
  it('each stand for as many, without those that have no answer', () => {
    expect(standIns([3, Number.NaN, 1, 1, 1], 4)).toEqual([1, 1, 1, 3]);
    expect(standIns([], 4)).toEqual([]);
  });
});
