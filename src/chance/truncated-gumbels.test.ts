import { describe, expect, it } from 'vitest';
import { gumbelOf, uniformAt } from './draws.ts';
import { exp, log, logSumExp } from './exact.ts';
import { gumbelBelow, gumbelsGiven } from './truncated-gumbels.ts';

const euler = 0.5772156649015329;
const mean = (a: readonly number[]): number => a.reduce((s, v) => s + v, 0) / a.length;
const variance = (a: readonly number[]): number => {
  const m = mean(a);
  return mean(a.map((v) => (v - m) ** 2));
};

describe('a Gumbel variable below a bound', () => {
  it('has the distribution function F(g)/F(top)', () => {
    for (const location of [-2, 0, 3])
      for (const top of [-3, 0, 2.5])
        for (const u of [1e-9, 0.1, 0.5, 0.9, 1 - 1e-9]) {
          const g = gumbelBelow(u, location, top);
          expect(g).toBeLessThanOrEqual(top);
          const ratio = exp(-exp(-(g - location)) + exp(-(top - location)));
          expect(ratio).toBeCloseTo(u, 9);
        }
  });

  it('is the free quantile where the bound is far away, and stays finite where it is very improbable', () => {
    expect(gumbelBelow(0.3, 1, 800)).toBeCloseTo(1 + gumbelOf(0.3), 12);
    for (const location of [700, 5000]) {
      const g = gumbelBelow(0.5, location, 0);
      expect(Number.isFinite(g) && g <= 0).toBe(true);
    }
  });
});

describe('noise given which alternative is largest', () => {
  const v = Float64Array.of(0.4, -1.1, 2, 0, -0.3);
  const n = v.length;
  const top = logSumExp(v);
  const p = [...v].map((x) => exp(x - top));
  const noise = new Float64Array(n);
  const u = new Float64Array(n);
  const draw = (trial: number, chosen: number): Float64Array => {
    for (let k = 0; k < n; k++) u[k] = uniformAt(trial, chosen, k, 5, 6, 7);
    gumbelsGiven(v, n, chosen, u, noise);
    return noise;
  };

  it('makes it so, always', () => {
    for (let trial = 0; trial < 4000; trial++) {
      const chosen = trial % n;
      const e = draw(trial, chosen);
      for (let k = 0; k < n; k++)
        if (k !== chosen) expect(v[k]! + e[k]!).toBeLessThan(v[chosen]! + e[chosen]!);
    }
  });

  it('the largest sum is Gumbel with location log Σ e^v, whichever it is', () => {
    for (const chosen of [1, 2]) {
      const most = Array.from({ length: 20_000 }, (_, t) => v[chosen]! + draw(t, chosen)[chosen]!);
      expect(mean(most)).toBeCloseTo(top + euler, 1);
      expect(variance(most)).toBeCloseTo(Math.PI ** 2 / 6, 1);
    }
  });

  it('the noise of an alternative not chosen has mean (γ − p (γ + log Σe^v − v)) / (1 − p)', () => {
    for (const k of [0, 3]) {
      const wanted = (euler - p[k]! * (euler + top - v[k]!)) / (1 - p[k]!);
      const got = Array.from({ length: 30_000 }, (_, t) => draw(t, 2)[k]!);
      expect(mean(got)).toBeCloseTo(wanted, 1);
    }
  });

  it('mixed over the choice probabilities it is free Gumbel noise again', () => {
    const all: number[][] = Array.from({ length: n }, () => []);
    for (let t = 0; t < 30_000; t++) {
      let x = uniformAt(t, 1, 2, 3, 4, 5);
      let chosen = 0;
      while (chosen < n - 1 && x >= p[chosen]!) x -= p[chosen++]!;
      draw(t, chosen).forEach((e, k) => all[k]?.push(e));
    }
    for (const e of all) {
      expect(mean(e)).toBeCloseTo(euler, 1);
      expect(Math.abs(variance(e) - Math.PI ** 2 / 6)).toBeLessThan(0.06);
      // Share below the median −log log 2.
      const below = e.filter((x) => x < -log(log(2))).length / e.length;
      expect(Math.abs(below - 0.5)).toBeLessThan(0.012);
    }
  });
});
