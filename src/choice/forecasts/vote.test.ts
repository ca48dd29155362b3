import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afresh, stand } from '../../../test/helpers/committee.ts';
import { ann, bob, committee, eva, peace, tinyScene } from '../../../test/helpers/tiny-world.ts';
import { MotionOption } from '../../acts/motion-options.ts';
import type { Scene } from '../../world/scene.ts';
import type { CompiledRule, World } from '../../world/world.ts';
import { motionRule } from '../../acts/assemblies.ts';
import { chanceAdopted } from './vote.ts';

const chance = afresh(chanceAdopted);
const rule = (share: number, base: 0 | 1 | 2 = 0, strict = true, count = 0): CompiledRule => ({
  share,
  base,
  strict,
  count,
});
const majority = rule(0.5);
const twoThirds = rule(2 / 3, 0, false);
/** So sharp that everybody votes for what lies nearer, and so dull that everybody tosses a coin. */
const sharp = 1e5;
const dull = 0;

function members(at: readonly number[], change: Partial<World> = {}): Scene {
  const s = tinyScene(change);
  stand(s, at);
  return s;
}
const adopted = (
  s: Scene,
  value: number,
  line: number,
  how: { readonly rule?: CompiledRule; readonly sharpness?: number; readonly viewer?: number } = {},
): number =>
  chance(s, how.viewer ?? -1, committee, peace, value, line, how.rule ?? majority, how.sharpness ?? sharp);

describe('sure votes: the count decides', () => {
  const s = members([0, 0, 20, 80, 100]);
  it.each<[string, CompiledRule, boolean]>([
    ['three of five are a majority', majority, true],
    ['and not two thirds', twoThirds, false],
    ['three fifths, if that is enough', rule(0.6, 0, false), true],
    ['not more than three fifths', rule(0.6), false],
    ['three votes', rule(0, 0, false, 3), true],
    ['four votes', rule(0, 0, false, 4), false],
    ['half of five is not reached by two and a half: three needed', rule(0.5, 0, false), true],
  ])('%s', (_what, r, passes) => {
    expect(adopted(s, 0, 100, { rule: r })).toBe(passes ? 1 : 0);
  });

  it('of four, two are half and not more than half', () => {
    const four = members([0, 0, 100, 100]);
    four.state.seat[committee * 6 + eva] = 0;
    expect(adopted(four, 0, 100)).toBe(0);
    expect(adopted(four, 0, 100, { rule: rule(0.5, 0, false) })).toBe(1);
    expect(adopted(four, 100, 0)).toBe(0);
  });

  it('of those away only a share of all members takes account; by telephone they vote', () => {
    const three = members([0, 0, 100, 100, 0]);
    three.state.away[ann] = three.state.away[eva] = 1;
    // One of three for it, two away.
    expect(adopted(three, 0, 100)).toBe(0);
    expect(adopted(three, 100, 0)).toBe(1);
    expect(adopted(three, 100, 0, { rule: rule(0.5, 2) })).toBe(0);
    expect(adopted(three, 100, 0, { rule: rule(0.5, 1) })).toBe(1);
    const called = members([0, 0, 100, 100, 0], { telephone: Uint8Array.of(1, 0) });
    called.state.away[ann] = called.state.away[eva] = 1;
    expect(adopted(called, 0, 100)).toBe(1);
  });

  it('a bloc has its votes', () => {
    const s2 = members([100, 100, 100, 100, 0], { size: Float64Array.of(1, 1, 1, 1, 9, 1) });
    expect(adopted(s2, 0, 100)).toBe(1);
    expect(adopted(s2, 0, 100, { rule: twoThirds })).toBe(1);
    expect(adopted(s2, 0, 100, { rule: rule(0.7, 0, false) })).toBe(0);
  });

  it('who looks on votes for his own motion; nobody there adopts nothing', () => {
    const s2 = members([0, 0, 100, 100, 100]);
    expect(adopted(s2, 0, 100, { viewer: bob })).toBe(0);
    expect(adopted(s2, 0, 100, { viewer: eva })).toBe(1);
    s2.state.away.fill(1);
    expect(adopted(s2, 0, 100, { viewer: eva })).toBe(0);
  });
});

describe('uncertain votes', () => {
  it('five coins: half a chance of three, 0.186 of four, 0.691 of three where one of the five is sure', () => {
    const s = members([10, 20, 30, 40, 50]);
    expect(adopted(s, 0, 100, { sharpness: dull })).toBeCloseTo(0.5, 12);
    // Four of five needed: Φ((2.5 − 4 + ½)/√1.25) = Φ(−0.8944). Exactly, 6/32 = 0.1875.
    expect(adopted(s, 0, 100, { sharpness: dull, rule: twoThirds })).toBeCloseTo(0.18555, 4);
    // One sure vote and four coins: Φ((3 − 3 + ½)/1). Exactly, 11/16 = 0.6875.
    expect(adopted(s, 0, 100, { sharpness: dull, viewer: ann })).toBeCloseTo(0.69146, 4);
  });

  it('one who stands on the point votes for it with σ(sharpness × way), one in the middle tosses a coin', () => {
    const alone = (at: number, value: number, line: number): number => {
      const s = members([at]);
      for (let p = 1; p < 5; p++) s.state.seat[committee * 6 + p] = 0;
      return adopted(s, value, line, { sharpness: 4 });
    };
    // p = σ(4·½); one vote of one needed: Φ((p − ½)/√(p(1 − p))).
    const p = 1 / (1 + Math.exp(-2));
    const certain = alone(25, 25, 75);
    expect(certain).toBeGreaterThan(p - 0.02);
    expect(alone(75, 75, 25)).toBeCloseTo(certain, 12);
    expect(alone(0, 25, 75)).toBeCloseTo(certain, 12);
    expect(alone(100, 75, 25)).toBeCloseTo(certain, 12);
    expect(alone(25, 75, 25)).toBeCloseTo(1 - certain, 12);
    expect(alone(50, 25, 75)).toBeCloseTo(0.5, 12);
    expect(alone(50, 75, 25)).toBeCloseTo(0.5, 12);
    expect(alone(40, 25, 75)).toBeCloseTo(alone(60, 75, 25), 12);
    expect(alone(40, 25, 75)).toBeGreaterThan(0.5);
    expect(alone(40, 25, 75)).toBeLessThan(certain);
    expect(alone(60, 60, 60)).toBeCloseTo(0.5, 12);
  });

  const setting = fc.record({
    at: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 5, maxLength: 5 }),
    value: fc.constantFrom(0, 25, 40, 60, 75, 100),
    line: fc.constantFrom(0, 25, 50, 75, 100),
    sharpness: fc.double({ min: 0.5, max: 16, noNaN: true }),
  });

  it('is within a tenth of the exact chance of a Poisson-binomial count of five', () => {
    fc.assert(
      fc.property(setting, fc.constantFrom(2, 3, 4), ({ at, value, line, sharpness }, least) => {
        const p = at.map((b) => {
          const nearer = Math.abs(b - line) - Math.abs(b - value);
          return 1 / (1 + Math.exp((-sharpness * nearer) / 100));
        });
        const counts = p.reduce<number[]>(
          (dist, q) =>
            Array.from(
              { length: dist.length + 1 },
              (_, k) => (dist[k] ?? 0) * (1 - q) + (dist[k - 1] ?? 0) * q,
            ),
          [1],
        );
        const exact = counts.slice(least).reduce((a, b) => a + b, 0);
        const got = adopted(members(at), value, line, { sharpness, rule: rule(0, 0, false, least) });
        expect(Math.abs(got - exact)).toBeLessThan(0.1);
      }),
      { numRuns: 200 },
    );
  });

  it('of an odd number either the one or the other has the majority', () => {
    fc.assert(
      fc.property(setting, ({ at, value, line, sharpness }) => {
        const s = members(at);
        expect(adopted(s, value, line, { sharpness }) + adopted(s, line, value, { sharpness })).toBeCloseTo(
          1,
          9,
        );
      }),
    );
  });

  it('turned round, the scale changes nothing', () => {
    fc.assert(
      fc.property(setting, ({ at, value, line, sharpness }) => {
        const back = members(at.map((v) => 100 - v));
        expect(adopted(back, 100 - value, 100 - line, { sharpness })).toBeCloseTo(
          adopted(members(at), value, line, { sharpness }),
          9,
        );
      }),
    );
  });
});

describe('the rule of a motion', () => {
  const s = tinyScene();
  const { rule: rules, powers } = s.world;
  it('is the body’s own for its line and for what it has no power of its own', () => {
    expect(motionRule(s, committee, MotionOption.line)).toBe(rules[committee]);
    expect(motionRule(s, committee, MotionOption.censure)).toBe(rules[committee]);
    expect(motionRule(s, committee, -1)).toBe(rules[committee]);
    expect(motionRule(s, committee, 99)).toBe(rules[committee]);
  });
  it('is that of the power used', () => {
    expect(motionRule(s, committee, MotionOption.expel)).toBe(powers[committee].get('expel'));
    expect(motionRule(s, committee, MotionOption.transfer)).toBe(powers[committee].get('transfer'));
    expect(motionRule(s, committee, MotionOption.expel)).not.toBe(rules[committee]);
  });
});
