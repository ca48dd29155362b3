import { describe, expect, it } from 'vitest';
import { uniformAt } from '../../chance/draws.ts';
import { normalQuantile } from '../../chance/exact.ts';
import { claimsOf, renew } from './claims.ts';
import { chances, learn, newImportance, note } from './importance.ts';

/** A record that speaks of 20 of 200 claims, against what is far from the middle of its prior, and hardly of the others. */
const keys = Uint32Array.from({ length: 200 }, (_, k) => 11 * k + 3);
const top = [...keys.keys()].filter((k) => k % 10 === 7);
const weight = (claims: Float64Array): number =>
  claims.reduce((s, u, k) => s - (k % 10 === 7 ? 0.7 : 0.002) * normalQuantile(u) ** 2, 0);

interface Chain {
  readonly all: Float64Array[];
  readonly im: ReturnType<typeof newImportance>;
}

/** One move of every particle, each claim drawn anew with its chance; says what share was accepted. */
function sweep({ all, im }: Chain, chance: Float64Array, number: number): number {
  let accepted = 0;
  all.forEach((now, i) => {
    const tried = renew(now, keys, chance, 5, 1000 * number + i);
    const change = weight(tried) - weight(now);
    note(im, now, tried, change);
    if (Math.log(uniformAt(number, i, 7, 0, 5, 0)) >= change) return;
    all[i] = tried;
    accepted++;
  });
  learn(im);
  return accepted / all.length;
}

function chain(sweeps: number, aim: number): Chain {
  const all = Array.from({ length: 40 }, (_, run) => claimsOf(undefined, run, keys, 5));
  const c = { all, im: newImportance(keys.length) };
  for (let n = 0; n < sweeps; n++) sweep(c, chances(c.im, aim), n);
  return c;
}

describe('what the record hangs on', () => {
  it('is found among what it does not', () => {
    const { im } = chain(36, 4);
    const by = [...im.of.keys()].sort((a, b) => (im.of[b] ?? 0) - (im.of[a] ?? 0));
    expect(by.slice(0, top.length).sort((a, b) => a - b)).toEqual(top);
    const mean = (of: readonly number[]): number => of.reduce((s, k) => s + (im.of[k] ?? 0), 0) / of.length;
    expect(mean(by.slice(top.length))).toBeLessThan(mean(top) / 40);
  });

  it('changes the log-weight as far as is aimed at: seldom what matters, nearly always the rest', () => {
    const { im } = chain(36, 4);
    const chance = chances(im, 4);
    const often = (of: readonly number[]): number => of.reduce((s, k) => s + (chance[k] ?? 0), 0) / of.length;
    expect(often(top)).toBeLessThan(0.35);
    expect(often([...keys.keys()].filter((k) => !top.includes(k)))).toBeGreaterThan(0.9);
    for (const c of chance) expect(c > 0 && c <= 1).toBe(true);
    expect(chance.reduce((s, c, k) => s + c * (im.of[k] ?? 0), 0)).toBeCloseTo(4, 6);
  });

  it('moves what matters more the less often, in proportion', () => {
    const im = newImportance(3);
    im.of.set([0.001, 10, 40]);
    const [minor = 0, some = 0, most = 0] = chances(im, 1);
    expect(minor).toBeGreaterThan(0.99);
    expect(some / most).toBeCloseTo(4, 0);
  });

  it('moves everything if it may aim farther than everything together goes', () => {
    const im = newImportance(3);
    im.of.set([0.001, 10, 40]);
    for (const c of chances(im, 60)) expect(c).toBeGreaterThan(0.999999);
  });

  it('makes moves that renew more and are accepted oftener than those that do not know it', () => {
    const c = chain(36, 2);
    const half = new Float64Array(keys.length).fill(0.5);
    const blind = [100, 101, 102].map((n) => sweep(c, half, n));
    const chance = chances(c.im, 2);
    const knowing = [103, 104, 105].map((n) => sweep(c, chance, n));
    const mean = (of: ArrayLike<number>): number => Array.from(of).reduce((a, b) => a + b, 0) / of.length;
    expect(mean(chance)).toBeGreaterThan(0.8);
    expect(mean(knowing)).toBeGreaterThan(mean(blind) + 0.1);
  });

  it('is shared alike as long as nothing is known', () => {
    const none = chances(newImportance(keys.length), 4);
    expect(new Set(none).size).toBe(1);
    expect(none[0]).toBeCloseTo(0.5, 1);
  });
});
