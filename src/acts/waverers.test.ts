import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { believe, stand } from '../../test/helpers/committee.ts';
import {
  ann,
  bob,
  committee,
  cyr,
  dan,
  eva,
  peace,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import { seat } from '../world/seats.ts';
import type { Scene } from '../world/scene.ts';
import { findWaverers, otherSide, rivalOn, waverers } from './waverers.ts';

const at = (where: readonly number[], line = 75): Scene => {
  const s = tinyScene();
  stand(s, where);
  s.state.line[committee * 2 + peace] = line;
  return s;
};
const found = (s: Scene, person: number, other: number, rival = -1): number[] => {
  findWaverers(s, person, peace, other, rival);
  return [...waverers.people.subarray(0, waverers.count)];
};

describe('the other side', () => {
  it('is the line, if that is fifteen points or more away', () => {
    expect(otherSide(at([75, 25, 25, 50, 80]), bob, peace)).toBe(75);
    expect(otherSide(at([75, 60, 25, 50, 80]), bob, peace)).toBe(75);
  });

  it('else the weightiest colleague who is that far off', () => {
    // To ann, at home with the line, the others lie at 25, 25 and 50; their names weigh alike, so distance decides.
    const s = at([75, 25, 30, 50, 80]);
    expect(otherSide(s, ann, peace)).toBe(25);
    // (0.1 + 0.9) × 25 against (0.1 + 0.3) × 50.
    s.state.authority[dan] = 0.9;
    s.state.authority[bob] = s.state.authority[cyr] = 0.3;
    expect(otherSide(s, ann, peace)).toBe(50);
    believe(s, ann, dan, 65);
    expect(otherSide(s, ann, peace)).toBe(25);
  });

  it('nobody, if all are near', () => {
    expect(otherSide(at([75, 70, 75, 80, 89]), ann, peace)).toBeNaN();
    expect(otherSide(at([75, 70, 75, 80, 90]), ann, peace)).toBe(90);
    const s = at([75, 70, 75, 80, 90]);
    s.state.line[committee * 2 + peace] = Number.NaN;
    expect(otherSide(s, ann, peace)).toBe(90);
  });
});

describe('a rival', () => {
  it('counts by his name and by how far he stands; not oneself, not the one excepted, no collective', () => {
    const s = at([75, 25, 30, 50, 80, 0]);
    seat(s, committee, union, 1);
    s.state.authority[union] = 1;
    expect(rivalOn(s, ann, peace, -1)).toBe(bob);
    expect(rivalOn(s, ann, peace, bob)).toBe(cyr);
    expect(rivalOn(s, eva, peace, -1)).toBe(bob);
    expect(rivalOn(at([75, 75, 75, 75, 75]), ann, peace, -1)).toBe(-1);
  });

  it('of two alike it is the same, in whatever order they sit', () => {
    const first = at([75, 25, 25, 75, 75]);
    const second = at([75, 25, 25, 75, 75]);
    second.state.memberList.set([eva, dan, cyr, bob, ann], 0);
    expect(rivalOn(first, ann, peace, -1)).toBe(rivalOn(second, ann, peace, -1));
  });
});

describe('waverers', () => {
  it('stand between the two sides and are not yet won; the most evenly placed comes first', () => {
    // Between bob at 25 and the line at 75. Dan, at 60, has two below and two above; ann, at 75, three and one; cyr one and three.
    const s = at([75, 25, 40, 60, 80]);
    const [first, ...others] = found(s, bob, 75);
    expect([first, waverers.imbalance[0]]).toEqual([dan, 0]);
    expect(others.sort()).toEqual([ann, cyr]);
    expect([...waverers.imbalance.subarray(1, 3)]).toEqual([0.4, 0.4]);
  });

  it('who stands at either end may still be courted, who stands beyond it not, nor who is within eight points', () => {
    const s = at([75, 25, 33, 32.9, 75.1]);
    expect(found(s, bob, 75).sort()).toEqual([ann, cyr]);
    // From above as from below.
    expect(found(at([75, 25, 67, 67.1, 24.9]), ann, 25).sort()).toEqual([bob, cyr]);
  });

  it('as the suitor believes, not as they stand; not the rival; only those with a vote', () => {
    const s = at([75, 25, 50, 60, 80]);
    s.state.work[cyr * 2 + peace] = 0;
    believe(s, bob, dan, 90);
    expect(found(s, bob, 75)).toContain(cyr);
    expect(found(s, bob, 75)).not.toContain(dan);
    expect(found(s, bob, 75, cyr)).not.toContain(cyr);
    s.state.seat[committee * 6 + cyr] = 2;
    expect(found(s, bob, 75)).not.toContain(cyr);
  });

  it('votes decide who is pivotal: a bloc outweighs persons', () => {
    const s = tinyScene({ size: Float64Array.of(5, 1, 1, 1, 1, 1) });
    stand(s, [75, 25, 45, 55, 80]);
    // Ann's five votes lie above cyr and dan: she herself has two (and her own) below and one above.
    expect(found(s, bob, 75)[0]).toBe(ann);
    expect(waverers.imbalance[0]).toBeCloseTo(2 / 9, 12);
    expect([...waverers.imbalance.subarray(0, 3)].map((v) => v.toFixed(6))).toEqual(
      [2 / 9, 4 / 9, 6 / 9].map((v) => v.toFixed(6)),
    );
  });

  it('at most four, and the least pivotal of more are left out; the order in which they sit does not matter', () => {
    const size = 12;
    const people = Array.from({ length: size }, (_, p) => p);
    const order = fc.shuffledSubarray(people, { minLength: size, maxLength: size });
    fc.assert(
      fc.property(
        order,
        fc.array(fc.constantFrom(10, 30, 40, 50, 60, 70, 90), { minLength: size, maxLength: size }),
        (list, drawn) => {
          const where = [0, ...drawn.slice(1)];
          const s = crowd(where);
          s.state.memberList.set(people, 0);
          const first = found(s, 0, 100);
          s.state.memberList.set(list, 0);
          expect(found(s, 0, 100)).toEqual(first);
          expect(first.length).toBeLessThanOrEqual(4);
          const imbalance = (p: number): number =>
            Math.abs(where.reduce((n, v) => n + Math.sign(v - where[p]), 0)) / size;
          const open = people
            .filter((p) => p > 0 && where[p] >= 8)
            .map(imbalance)
            .sort((a, b) => a - b);
          // The last of four may be the weightiest of those who are nobody's man yet.
          expect(first.slice(0, 3).map(imbalance)).toEqual(open.slice(0, 3));
          expect(first.length).toBe(Math.min(4, open.length));
          expect([...waverers.imbalance.subarray(0, waverers.count)]).toEqual(first.map(imbalance));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('in a body of a hundred as in one of five', () => {
    const s = crowd(Array.from({ length: 101 }, (_, p) => p / 2));
    expect(found(s, 0, 100)[0]).toBe(50);
  });

  /** A committee of so many who stand there; the first, at 0, looks. */
  function crowd(where: readonly number[]): Scene {
    const s = tinyScene();
    const n = where.length;
    const positions = new Float64Array(2 * n);
    where.forEach((v, p) => {
      positions[2 * p + peace] = v;
    });
    return {
      ...s,
      world: {
        ...s.world,
        people: n,
        bodyCapacity: n,
        size: new Float64Array(n).fill(1),
        collective: new Uint8Array(n),
        personKey: Uint32Array.from({ length: n }, (_, p) => (p * 2654435761) >>> 0),
        edgeStart: new Int32Array(n + 1),
      },
      state: {
        ...s.state,
        authority: new Float64Array(n).fill(0.5),
        seat: new Uint8Array(2 * n).fill(1),
        memberList: Int32Array.from({ length: 2 * n }, (_, p) => p % n),
        memberCount: Int32Array.of(n, 0),
        work: positions,
        publicMean: positions,
      },
    } as Scene;
  }
});
