import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { challenge, chanceOf } from './challenge.ts';
import { compromise, plainMean } from './compromise.ts';
import { influenceMedian, medianVoter } from './median.ts';
import { nashBargain, nashDeal } from './nash.ts';

/** The delay of emission standards for cars in the EC: capability, position in years, salience (Bueno de Mesquita 1994). */
const cars: readonly Actor[] = (
  [
    ['NL', 0.08, 4, 0.8],
    ['B', 0.08, 7, 0.4],
    ['L', 0.03, 4, 0.2],
    ['D', 0.16, 4, 0.8],
    ['F', 0.16, 10, 0.6],
    ['I', 0.16, 10, 0.6],
    ['UK', 0.16, 10, 0.9],
    ['IRL', 0.05, 7, 0.1],
    ['DK', 0.05, 4, 1],
    ['GR', 0.08, 7, 0.7],
  ] as const
).map(([id, capability, position, salience]) => ({ id, capability, position, salience, votes: 1 }));

const actor = (id: string, position: number, more: Partial<Actor> = {}): Actor => ({
  id,
  position,
  salience: 0.5,
  capability: 1,
  votes: 1,
  ...more,
});

const anyActors = fc
  .array(
    fc.record({
      position: fc.integer({ min: 0, max: 100 }),
      salience: fc.double({ min: 0.05, max: 1, noNaN: true }),
      capability: fc.double({ min: 0.05, max: 2, noNaN: true }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((list) => list.map((a, k) => ({ ...a, id: String(k), votes: 1 })));

describe('averages', () => {
  it('agree with the published data on car emissions', () => {
    expect(plainMean(cars)).toBeCloseTo(6.7, 12);
    expect(compromise(cars.map((a) => ({ ...a, salience: 1 })))).toBeCloseTo(7.475248, 6);
    expect(compromise(cars)).toBeCloseTo(7.389956, 6);
  });
  it('have no answer where nobody has weight', () => {
    expect(compromise([actor('a', 3, { salience: 0 })])).toBeNaN();
    expect(plainMean([])).toBeNaN();
  });
});

describe('median', () => {
  it('is 7 years for the cars, weighted by influence', () => {
    expect(influenceMedian(cars)).toEqual({ value: 7, low: 7, high: 7 });
  });
  it('is an interval if the votes are even', () => {
    expect(medianVoter([actor('a', 10), actor('b', 20), actor('c', 60), actor('d', 90)])).toEqual({
      value: 40,
      low: 20,
      high: 60,
    });
  });
  it('counts votes, not heads', () => {
    expect(medianVoter([actor('a', 10, { votes: 3 }), actor('b', 50), actor('c', 90)]).value).toBe(10);
  });
  it('cannot be outvoted', () => {
    fc.assert(
      fc.property(anyActors, fc.integer({ min: 0, max: 100 }), (actors, other) => {
        const { value } = medianVoter(actors);
        const against = actors.filter((a) => Math.abs(a.position - other) < Math.abs(a.position - value));
        expect(2 * against.length).toBeLessThanOrEqual(actors.length);
      }),
    );
  });
});

describe('Nash bargaining', () => {
  it("finds Nash's deal between Bill and Jack", () => {
    // To Bill and to Jack: Bill's book, whip, ball, bat, box; Jack's pen, toy, knife, hat (Nash 1950).
    const bills = [
      [2, 4],
      [2, 2],
      [2, 1],
      [2, 2],
      [4, 1],
    ] as const;
    const jacks = [
      [10, 1],
      [4, 1],
      [6, 2],
      [2, 2],
    ] as const;
    const deals = Array.from({ length: 512 }, (_, mask) => {
      const gains = [0, 0];
      bills.forEach(([b, j], k) => {
        if (mask & (1 << k)) [gains[0], gains[1]] = [gains[0]! - b, gains[1]! + j];
      });
      jacks.forEach(([b, j], k) => {
        if (mask & (1 << (5 + k))) [gains[0], gains[1]] = [gains[0]! + b, gains[1]! - j];
      });
      return gains;
    });
    const best = nashDeal(deals);
    expect(best).toBe(0b0111_01111);
    expect(deals[best]).toEqual([12, 5]);
  });
  it('meets half-way between equals, and nearer to whom more depends on', () => {
    expect(nashBargain([actor('a', 20), actor('b', 60)])).toBeCloseTo(40, 9);
    expect(nashBargain([actor('a', 20, { capability: 3 }), actor('b', 60)])).toBeLessThan(31);
  });
  it('becomes the compromise as failing costs more', () => {
    fc.assert(
      fc.property(anyActors, (actors) => {
        expect(nashBargain(actors, 1e7)).toBeCloseTo(compromise(actors), 3);
      }),
    );
  });
  it('refuses a failure that nobody minds', () => {
    expect(() => nashBargain([actor('a', 1, { salience: 1 })], 1)).toThrow(RangeError);
  });
});

describe('challenge model', () => {
  it('begins at the median of the cars and moves within the range', () => {
    const found = challenge(cars);
    expect(found.before).toBe(7);
    expect(found.value).toBeGreaterThanOrEqual(4);
    expect(found.value).toBeLessThanOrEqual(10);
    expect(found.rounds.length).toBeLessThanOrEqual(10);
  });
  it('gives the two sides of a contest chances that add up', () => {
    expect(chanceOf(cars, 4, 10) + chanceOf(cars, 10, 4)).toBeCloseTo(1, 12);
    expect(chanceOf(cars, 10, 4)).toBeGreaterThan(0.5);
  });
  it('leaves agreement as it is', () => {
    expect(challenge([actor('a', 30), actor('b', 30)])).toEqual({ value: 30, before: 30, rounds: [] });
  });
  it('comes out mirrored if the scale is turned round', () => {
    fc.assert(
      fc.property(anyActors, (actors) => {
        const mirrored = challenge(actors.map((a) => ({ ...a, position: 100 - a.position })));
        const plain = challenge(actors);
        expect(mirrored.before).toBeCloseTo(100 - plain.before, 6);
        expect(mirrored.value).toBeCloseTo(100 - plain.value, 6);
      }),
      { numRuns: 50 },
    );
  });
  it('makes the weak yield to the strong', () => {
    const found = challenge([
      actor('strong', 10, { capability: 8, salience: 0.9 }),
      actor('weak', 80, { salience: 0.3 }),
    ]);
    expect(found.rounds[0]?.some((m) => m.actor === 'weak' && m.position < 80)).toBe(true);
    expect(found.value).toBe(10);
  });
});
