import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afresh, believe, stand } from '../../../test/helpers/committee.ts';
import { ann, bob, committee, cyr, dan, eva, peace, tinyScene } from '../../../test/helpers/tiny-world.ts';
import type { Scene } from '../../world/scene.ts';
import { bodyMedian } from './median.ts';
import { forgetPanels } from './panel.ts';

const people = [ann, bob, cyr, dan, eva];
const median = afresh(bodyMedian);
/** Members at these points with these votes; whoever is not in the list has no vote. */
function panel(at: readonly number[], votes: readonly number[] = at.map(() => 1)): Scene {
  const s = tinyScene({ size: Float64Array.from({ length: 6 }, (_, p) => votes[p] ?? 1) });
  stand(s, at);
  for (let p = at.length; p < 5; p++) s.state.seat[committee * 6 + p] = 0;
  return s;
}
const of = (s: Scene, without = -1, moved = -1, movedTo = 0): number =>
  median(s, -1, committee, peace, without, moved, movedTo);

/** Votes below a point if each member's are spread evenly over 8 points to both sides of where he stands. */
const below = (at: readonly number[], votes: readonly number[], m: number): number =>
  at.reduce((sum, x, k) => sum + (votes[k] ?? 0) * Math.max(0, Math.min(1, (m - x) / 16 + 0.5)), 0);
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const isMedian = (at: readonly number[], votes: readonly number[], m: number): boolean => {
  const half = sum(votes) / 2;
  return below(at, votes, m - 2e-3) <= half + 1e-9 && below(at, votes, m + 2e-3) >= half - 1e-9;
};

describe('known answers, each member’s votes spread over 8 points to both sides', () => {
  it.each<[string, readonly number[], readonly number[] | undefined, number]>([
    ['one member', [30], undefined, 30],
    ['three far apart: the middle one', [20, 50, 80], undefined, 50],
    // Half of 5 votes is 2.5: two below, and half a vote of the three that begin at 72: 72 + 16/6.
    ['three votes against two', [20, 50, 80], [1, 1, 3], 72 + 16 / 6],
    // (m − 32)/16 + (m − 36)/16 = 1.5.
    ['two near each other, one far above', [40, 44, 100], undefined, 46],
    // (m − 56)/16 + (m − 52)/16 = 1.5 − 1.
    ['two near each other, one far below', [0, 60, 64], undefined, 58],
    ['an even number: between the two in the middle, as the mean of all', [10, 30, 40, 60], undefined, 35],
    ['everybody at one point', [70, 70, 70, 70, 70], undefined, 70],
    ['everybody at the end of the scale', [100, 100, 100], undefined, 100],
  ])('%s', (_what, at, votes, m) => expect(of(panel(at, votes))).toBeCloseTo(m, 2));

  it('two camps of equal weight far apart: any point between them would do, and the mean is taken', () => {
    expect(of(panel([20, 20, 80, 80]))).toBe(50);
    expect(of(panel([10, 12, 80, 90]))).toBe(48);
    expect(of(panel([20, 80], [3, 3]))).toBe(50);
  });

  it('if the mean lies beyond the gap between them, the end of the gap nearest to it', () => {
    // Between 48 and 52 any point would do; the means are 40 and 60.
    expect(of(panel([0, 40, 60, 60]))).toBeCloseTo(48, 2);
    expect(of(panel([40, 40, 60, 100]))).toBeCloseTo(52, 2);
    expect(of(panel([0, 40, 60], [1, 1, 2]))).toBeCloseTo(48, 2);
    // Hardly a vote lies near the mean, 40.9: the first step from there leads beyond the gap from 57 to 62.
    expect(of(panel([0, 40, 49, 70], [15, 1, 4, 20]))).toBeCloseTo(57, 2);
    expect(of(panel([0, 40, 60, 60, 20]), eva)).toBeCloseTo(48, 2);
    expect(of(panel([0, 90, 60, 60]), -1, bob, 40)).toBeCloseTo(48, 2);
  });

  it('without one', () => {
    expect(of(panel([20, 50, 80]), eva)).toBeCloseTo(50, 2);
    expect(of(panel([20, 50, 80]), cyr)).toBe(35);
    // 20 counts as one; (m − 72)/16 + (m − 82)/16 = 2 − 1.
    expect(of(panel([20, 50, 80, 90, 95]), bob)).toBeCloseTo(85, 2);
    expect(of(panel([20, 50, 80], [1, 1, 3]), cyr)).toBe(35);
    expect(Number.isNaN(of(panel([50]), ann))).toBe(true);
    expect(Number.isNaN(of(panel([])))).toBe(true);
  });

  it('with one moved', () => {
    expect(of(panel([20, 50, 80]), -1, ann, 65)).toBeCloseTo(65, 2);
    expect(of(panel([20, 50, 80]), -1, bob, 20)).toBeCloseTo(24, 2);
    expect(of(panel([20, 50, 80]), -1, eva, 50)).toBeCloseTo(50, 2);
    // Without a vote there is nobody to move.
    expect(of(panel([20, 50, 80]), -1, eva, 100)).toBeCloseTo(50, 2);
  });
});

const point = fc.double({ min: 0, max: 100, noNaN: true });
const members = fc.record({
  at: fc.array(fc.oneof(point, fc.constantFrom(0, 25, 30, 50, 75)), { minLength: 5, maxLength: 5 }),
  votes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 }),
});

/** Two camps of equal weight whose votes, spread as they are, leave a gap of 4 points or more between them; one camp stands together. */
const camps = fc
  .record({
    apart: fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(0, 40, 50) },
        fc.double({ min: 0, max: 50, noNaN: true }),
      ),
      { minLength: 3, maxLength: 3 },
    ),
    together: fc.constantFrom(70, 75, 100),
    votes: fc.constantFrom([1, 1, 2, 2, 2], [3, 2, 2, 4, 3], [15, 1, 4, 10, 10], [12, 1, 3, 8, 8]),
    turned: fc.boolean(),
  })
  .map(({ apart, together, votes, turned }) => {
    const at = [...apart, together, together];
    return { at: turned ? at.map((v) => 100 - v) : at, votes };
  });

describe('between two camps of equal weight', () => {
  const nearest = (at: readonly number[], votes: readonly number[]): number => {
    const [low, high] = at[0] < at[4] ? [at.slice(0, 3), at.slice(3)] : [at.slice(3), at.slice(0, 3)];
    const first = Math.max(...low) + 8;
    const last = Math.min(...high) - 8;
    const mean = sum(at.map((v, k) => v * votes[k])) / sum(votes);
    return Math.max(first, Math.min(last, mean));
  };

  it('the point of the gap nearest to the mean', () => {
    fc.assert(
      fc.property(camps, ({ at, votes }) => {
        expect(of(panel(at, votes))).toBeCloseTo(nearest(at, votes), 2);
      }),
      { numRuns: 500 },
    );
  });

  it('also if they are such only with one moved', () => {
    fc.assert(
      fc.property(camps, fc.nat(4), point, ({ at, votes }, who, from) => {
        expect(of(panel(at.with(who, from), votes), -1, who, at[who])).toBeCloseTo(nearest(at, votes), 2);
      }),
      { numRuns: 500 },
    );
  });
});

describe('for any body', () => {
  it('no more than half of the votes lie below the median and none more above', () => {
    fc.assert(
      fc.property(fc.oneof(members, camps), ({ at, votes }) => isMedian(at, votes, of(panel(at, votes)))),
      { numRuns: 500 },
    );
  });

  it('so without one member, and with one moved', () => {
    fc.assert(
      fc.property(members, fc.nat(4), point, ({ at, votes }, who, to) => {
        const s = panel(at, votes);
        const others = people.filter((p) => p !== who);
        const left = of(s, who);
        const moved = of(s, -1, who, to);
        return (
          isMedian(
            others.map((p) => at[p]),
            others.map((p) => votes[p]),
            left,
          ) && isMedian(at.with(who, to), votes, moved)
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('somebody imagined elsewhere counts as somebody who stands there, and somebody gone as somebody who never sat', () => {
    fc.assert(
      fc.property(members, fc.nat(4), point, ({ at, votes }, who, to) => {
        const s = panel(at, votes);
        const moved = of(s, -1, who, to);
        const left = of(s, who);
        expect(moved).toBeCloseTo(of(panel(at.with(who, to), votes)), 2);
        s.state.seat[committee * 6 + who] = 0;
        expect(left).toBeCloseTo(of(s), 2);
      }),
      { numRuns: 500 },
    );
  });

  it('turned round, the scale gives the median turned round', () => {
    fc.assert(
      fc.property(members, ({ at, votes }) => {
        const there = of(panel(at, votes));
        const back = of(
          panel(
            at.map((v) => 100 - v),
            votes,
          ),
        );
        expect(there + back).toBeCloseTo(100, 2);
      }),
      { numRuns: 300 },
    );
  });
});

describe('one who moves', () => {
  it('takes the median along, never the other way', () => {
    fc.assert(
      fc.property(
        fc.oneof(members, camps),
        fc.nat(4),
        fc.double({ min: 0, max: 40, noNaN: true }),
        fc.boolean(),
        ({ at, votes }, who, by, up) => {
          const s = panel(at, votes);
          const to = Math.max(0, Math.min(100, at[who] + (up ? by : -by)));
          const change = of(s, -1, who, to) - of(s);
          return up ? change >= -2e-3 : change <= 2e-3;
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('within one occasion', () => {
  it('questions may come in any order and again: each is answered as if it were the only one', () => {
    const question = fc.record({
      without: fc.constantFrom(-1, -1, ann, bob, cyr),
      moved: fc.constantFrom(-1, cyr, dan, eva),
      to: fc.constantFrom(0, 30, 60, 100),
      viewer: fc.constantFrom(-1, ann, dan),
    });
    fc.assert(
      fc.property(members, fc.array(question, { minLength: 2, maxLength: 8 }), ({ at, votes }, questions) => {
        const s = panel(at, votes);
        believe(s, ann, bob, 90);
        believe(s, dan, cyr, 5);
        const ask = (q: (typeof questions)[number]): number =>
          // One is asked of at a time: who is gone cannot be moved.
          bodyMedian(s, q.viewer, committee, peace, q.without, q.without < 0 ? q.moved : -1, q.to);
        const alone = questions.map((q) => {
          forgetPanels();
          return ask(q);
        });
        forgetPanels();
        expect(questions.map(ask)).toEqual(alone);
        expect(questions.map(ask)).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });
});

it('a body of 151 is counted as one of five is: 75 at 10, 75 at 90, one at 60', () => {
  const s = hall(151, (p) => (p < 75 ? 10 : p < 150 ? 90 : 60));
  expect(of(s)).toBeCloseTo(60, 2);
  const without = of(s, 0);
  expect([without > 67.9, without < 82.1]).toEqual([true, true]);
  // 75 below; 76 beyond 82, of whom the 75 at 90 come first: 82 + 16 × ½/75.
  expect(of(s, -1, 150, 100)).toBeCloseTo(82 + 8 / 75, 2);
});

/** The committee with n members, seen by the public. */
function hall(n: number, at: (p: number) => number): Scene {
  const s = tinyScene();
  const issues = s.world.issues;
  return {
    ...s,
    world: {
      ...s.world,
      people: n,
      bodyCapacity: n,
      size: new Float64Array(n).fill(1),
    },
    state: {
      ...s.state,
      seat: new Uint8Array(n).fill(1),
      memberList: Int32Array.from({ length: n }, (_, p) => p),
      memberCount: Int32Array.of(n, 0),
      publicMean: Float64Array.from({ length: n * issues }, (_, k) => at(Math.floor(k / issues))),
    },
  } as Scene;
}
