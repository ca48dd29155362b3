import { expect, test } from 'vitest';
import { bundled, engineFor } from '../../test/helpers/episodes.ts';
import { uncertainKeys } from '../run/history/given/particle.ts';
import type { Inferred } from './abduction/infer.ts';
import { howSure } from './how-sure.ts';

const engine = engineFor(bundled('choir'));
const { world } = engine.scene;
const keys = uncertainKeys(engine);
const slots = world.inputs.filter((i) => i.distribution.kind !== 'point');

/** Particles whose values are spread evenly, in another order for each input, but for those that `quantileOf` places otherwise. */
function inferredWith(quantileOf: (input: string, u: number) => number, particles = 400): Inferred {
  const claims = Array.from({ length: particles }, (_, at) =>
    Float64Array.from(slots, (slot, k) =>
      quantileOf(slot.id, (((at * (2 * k + 1)) % particles) + 0.5) / particles),
    ),
  );
  return {
    particles: claims.map((c) => ({ segments: [{ run: 0, mark: 0 }], claims: c })),
    roots: [],
    paths: [],
    smallest: particles,
    ancestors: particles,
    effective: particles,
    evidence: 0,
    resamplings: 0,
    proposed: 0,
    accepted: 0,
  };
}

test('nothing learned: no contraction, no shift, prior and posterior the same', () => {
  const known = howSure(
    world,
    inferredWith((_, u) => u, 401),
    1,
  );
  expect(known.length).toBe(keys.length);
  for (const k of known) {
    expect(k.contraction.value, k.input).toBeCloseTo(0, 1);
    expect(k.shift.value, k.input).toBeCloseTo(0, 1);
    expect(k.verdict).toBe('as-before');
    k.quantiles.forEach((q, at) =>
      expect(Math.abs(q - k.prior.quantiles[at]!)).toBeLessThan(0.15 * k.prior.sd),
    );
  }
});

test('what is narrowed to a tenth of its range stands first, and what is moved is told', () => {
  const narrowed = 'trait.bruno.ambition';
  const moved = 'position.agnes.replace';
  const known = howSure(
    world,
    inferredWith((id, u) => (id === narrowed ? 0.45 + 0.1 * u : id === moved ? 0.5 + u / 2 : u), 401),
    1,
  );
  expect(known[0]?.input).toBe(narrowed);
  expect(known[0]?.contraction.value).toBeGreaterThan(0.95);
  expect(known[0]?.verdict).toBe('learned');
  // The upper half of a uniform on 10 to 30: its mean lies 5 higher, which is √3/2 standard deviations.
  const agnes = known.find((k) => k.input === moved);
  expect(agnes?.shift.value).toBeCloseTo(Math.sqrt(3) / 2, 1);
  expect(agnes?.contraction.value).toBeCloseTo(0.75, 1);
});

test('particles that are worth few draws make wide intervals', () => {
  const many = inferredWith((_, u) => u, 401);
  const width = (i: Inferred): number => {
    const e = howSure(world, i, 1).find((k) => k.input === 'trait.bruno.ambition')?.contraction;
    return (e?.high ?? 0) - (e?.low ?? 0);
  };
  expect(width({ ...many, effective: 16 })).toBeGreaterThan(4 * width(many));
});
