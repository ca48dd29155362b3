import { describe, expect, it } from 'vitest';
import { allActs } from '../../src/acts/index.ts';
import { Menu } from '../../src/acts/menu.ts';
import { exp, log } from '../../src/chance/exact.ts';
import { inclusive, probabilities } from '../../src/choice/choose.ts';
import { F } from '../../src/choice/forecasts/constants.ts';
import { createMind, type Mind } from '../../src/choice/mind.ts';
import { initialParameters } from '../../src/choice/parameters.ts';
import { bundled, bundledIds, engineFor } from '../helpers/episodes.ts';
import { attempt, nuisances } from '../helpers/nuisances.ts';
import { tinyScene } from '../helpers/tiny-world.ts';

describe('what changes nothing', () => nuisances('choir', 4));

/** A mind with a menu made by hand: kinds, and utilities. */
function mindWith(kinds: readonly number[], utilities: readonly number[]): Mind {
  const mind = createMind(tinyScene(), new Menu(), initialParameters());
  mind.menu.size = kinds.length;
  mind.menu.kind.set(kinds);
  for (let k = 0; k < kinds.length; k++) mind.menu.key[k] = 1000 + 17 * k;
  mind.utility.set(utilities);
  return mind;
}

describe('a long list of targets does not make a kind of act likelier', () => {
  const shares = (mind: Mind): readonly number[] => {
    const p = probabilities(mind, true, true);
    const byKind = new Map<number, number>();
    for (let k = 0; k < mind.menu.size; k++)
      byKind.set(mind.menu.kind[k] ?? 0, (byKind.get(mind.menu.kind[k] ?? 0) ?? 0) + (p[k] ?? 0));
    return [...byKind.values(), p[mind.menu.size] ?? 0];
  };

  it('equal targets: exactly', () => {
    const one = shares(mindWith([0, 1], [0.3, -0.8]));
    for (const n of [2, 5, 60]) {
      const many = shares(
        mindWith([...new Array<number>(n).fill(0), 1], [...new Array<number>(n).fill(0.3), -0.8]),
      );
      many.forEach((p, k) => expect(p).toBeCloseTo(one[k] ?? 0, 12));
    }
  });

  it('unequal targets: a list written twice is the same list', () => {
    const u = [1.2, -0.4, 0.1];
    const once = shares(mindWith([0, 0, 0, 1], [...u, 0.5]));
    const twice = shares(mindWith([0, 0, 0, 0, 0, 0, 1], [...u, ...u, 0.5]));
    twice.forEach((p, k) => expect(p).toBeCloseTo(once[k] ?? 0, 12));
  });

  it('the value of a kind lies between the mean and the best of its targets, and is τ·log mean exp(V/τ)', () => {
    const u = [1.2, -0.4, 0.1, 0.9];
    const mind = mindWith([0, 0, 0, 0], u);
    const tau = mind.parameters.forecasts[F.nesting] ?? 1;
    const v = inclusive(mind, 0, 4, tau);
    expect(v).toBeCloseTo(tau * log(u.reduce((s, x) => s + exp(x / tau), 0) / 4), 12);
    expect(v).toBeGreaterThan(u.reduce((s, x) => s + x, 0) / 4);
    expect(v).toBeLessThan(1.2);
  });

  it('with τ = 1 and single targets it is a plain logit', () => {
    const mind = mindWith([0, 1, 2], [0.3, -0.8, 1.5]);
    mind.parameters.forecasts[F.nesting] = 1;
    const flat = [...probabilities(mind, false, true)].slice(0, 4);
    const nested = [...probabilities(mind, true, true)].slice(0, 4);
    nested.forEach((p, k) => expect(p).toBeCloseTo(flat[k] ?? 0, 14));
  });
});

it('menus stay small, for everybody, in every episode', () => {
  for (const id of bundledIds) {
    const g = engineFor(bundled(id));
    const most = new Map<string, number>();
    g.chooser = {
      choose: (e, o) => {
        const counts = new Map<number, number>();
        for (let k = 0; k < e.mind.menu.size; k++)
          counts.set(e.mind.menu.kind[k] ?? 0, (counts.get(e.mind.menu.kind[k] ?? 0) ?? 0) + 1);
        for (const [kind, n] of counts) {
          const name = allActs()[kind]?.kind ?? '?';
          most.set(name, Math.max(n, most.get(name) ?? 0));
        }
        return o.kind === 2 ? 0 : -1;
      },
    };
    attempt(g, 44, 0);
    for (const [kind, n] of most) if (n > 24) expect([id, kind, n]).toEqual([id, kind, 24]);
  }
});
