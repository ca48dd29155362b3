import { describe, expect, it } from 'vitest';
import { allActs } from '../../src/acts/index.ts';
import { Menu } from '../../src/acts/menu.ts';
import { exp, log } from '../../src/chance/exact.ts';
import { inclusive, probabilities } from '../../src/choice/choose.ts';
import { F } from '../../src/choice/forecasts/constants.ts';
import { createMind, type Mind } from '../../src/choice/mind.ts';
import { initialParameters } from '../../src/choice/parameters.ts';
import type { Episode } from '../../src/episode/index.ts';
import { compileOutcomes } from '../../src/questions/outcomes.ts';
import type { Engine } from '../../src/run/engine.ts';
import { simulate } from '../../src/run/run.ts';
import { acts, bundled, bundledIds, engineFor, renamePeople, reorder, withIdler } from '../helpers/episodes.ts';
import { chiSquareTail, credible } from '../helpers/statistics.ts';
import { tinyScene } from '../helpers/tiny-world.ts';

/** Records of some runs, one after the other, as text. A run that fills its record ends there. */
function records(e: Episode, runs: number, seed = 41): readonly string[] {
  const g = engineFor(e);
  const lines: string[] = [];
  for (let run = 0; run < runs; run++) {
    attempt(g, seed, run);
    lines.push(`run ${run}`, ...inOrder(g));
  }
  return lines;
}

/** What was done at one and the same instant (the votes of a ballot) has no order. */
function inOrder(g: Engine): readonly string[] {
  const times = g.scene.state.actTime;
  return acts(g)
    .map((line, k) => ({ line, at: times[k] ?? 0 }))
    .sort((a, b) => a.at - b.at || (a.line < b.line ? -1 : 1))
    .map((a) => a.line);
}

function attempt(g: Engine, seed: number, run: number): void {
  try {
    simulate(g, seed, run);
  } catch (error) {
    if (!/may hold/.test((error as Error).message)) throw error;
  }
}

const lists = ['bodies', 'offices', 'organisations', 'pressures', 'events', 'meetings', 'norms', 'issues', 'resources', 'branches'] as const;
const runsOf = { choir: 12, 'november-1917': 1, 'soviet-1928': 1 } as const;

describe.each(bundledIds)('what changes nothing in %s', (id) => {
  it('other names for the points of a scale', () => {
    const e = bundled(id);
    const worded = {
      ...e,
      issues: e.issues.map((i) => ({ ...i, scale: i.scale.map((p, k) => ({ ...p, name: { en: `wording ${k}` } })) })),
      people: e.people.map((p) => ({ ...p, name: { en: `Mx ${p.id}` } })),
    } as unknown as Episode;
    const a = engineFor(e);
    const b = engineFor(worded);
    for (let run = 0; run < runsOf[id]; run++) {
      attempt(a, 41, run);
      attempt(b, 41, run);
      expect(Buffer.from(b.scene.state.bytes).equals(Buffer.from(a.scene.state.bytes))).toBe(true);
    }
  });

  it('people, ties and positions in another order', () => {
    const e = bundled(id);
    expect(records(reorder(e, 'people'), runsOf[id])).toEqual(records(e, runsOf[id]));
    expect(records(reorder(e, 'ties', 'positions', 'salience'), runsOf[id])).toEqual(records(e, runsOf[id]));
  });

  it('seats and posts listed in another order', () => {
    const e = bundled(id);
    expect(records(reorder(e, 'terms'), runsOf[id])).toEqual(records(e, runsOf[id]));
  });

  it.each(lists)('%s in another order', (list) => {
    const e = bundled(id);
    expect(records(reorder(e, list), runsOf[id])).toEqual(records(e, runsOf[id]));
  });

  it('one more person without a vote, ties or views', () => {
    const e = bundled(id);
    expect(records(withIdler(e), runsOf[id])).toEqual(records(e, runsOf[id]));
    expect(records(withIdler(e, 'aa-first'), runsOf[id])).toEqual(records(e, runsOf[id]));
  });
});

it('other ids for the people leave the distribution of outcomes as it was', () => {
  const e = bundled('choir');
  const turned = renamePeople(e, (id) => `x${[...id].reverse().join('')}`);
  expect(turned.people.map((p) => p.id)).not.toEqual(e.people.map((p) => p.id));
  const tally = (episode: Episode): Map<string, Map<number, number>> => {
    const g = engineFor(episode);
    const outcomes = compileOutcomes(episode, g.scene.world);
    const all = new Map<string, Map<number, number>>(outcomes.map((o) => [o.id, new Map()]));
    all.set('acts', new Map());
    for (let run = 0; run < 250; run++) {
      simulate(g, 43, run);
      const note = (what: string, v: number): void => {
        const cell = Number.isNaN(v) ? -999 : what === 'acts' ? Math.floor(v / 10) : o10(v);
        const m = all.get(what);
        m?.set(cell, (m.get(cell) ?? 0) + 1);
      };
      for (const o of outcomes) note(o.id, o.value(g.scene));
      note('acts', g.scene.state.counters[0] ?? 0);
    }
    return all;
  };
  const o10 = (v: number): number => (v > 1 ? Math.round(v / 20) : v);
  const a = tally(e);
  const b = tally(turned);
  for (const [what, counts] of a) expect([what, homogeneity(counts, b.get(what) ?? new Map())]).toEqual([what, true]);
});

/** Do two samples come from one distribution? Chi-square of the table of two rows; rare values are thrown together. */
function homogeneity(a: Map<number, number>, b: Map<number, number>): boolean {
  const pairs: [number, number][] = [];
  let rare: [number, number] = [0, 0];
  for (const v of new Set([...a.keys(), ...b.keys()])) {
    const pair: [number, number] = [a.get(v) ?? 0, b.get(v) ?? 0];
    if (pair[0] + pair[1] < 12) rare = [rare[0] + pair[0], rare[1] + pair[1]];
    else pairs.push(pair);
  }
  if (rare[0] + rare[1] > 0) pairs.push(rare);
  const n = pairs.reduce((s, p) => s + p[0], 0);
  const m = pairs.reduce((s, p) => s + p[1], 0);
  let chi = 0;
  for (const [x, y] of pairs) {
    const ex = ((x + y) * n) / (n + m);
    const ey = ((x + y) * m) / (n + m);
    chi += (x - ex) ** 2 / ex + (y - ey) ** 2 / ey;
  }
  return pairs.length < 2 || chiSquareTail(chi, pairs.length - 1) > credible;
}

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
    for (let k = 0; k < mind.menu.size; k++) byKind.set(mind.menu.kind[k] ?? 0, (byKind.get(mind.menu.kind[k] ?? 0) ?? 0) + (p[k] ?? 0));
    return [...byKind.values(), p[mind.menu.size] ?? 0];
  };

  it('equal targets: exactly', () => {
    const one = shares(mindWith([0, 1], [0.3, -0.8]));
    for (const n of [2, 5, 60]) {
      const many = shares(mindWith([...new Array<number>(n).fill(0), 1], [...new Array<number>(n).fill(0.3), -0.8]));
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
        for (let k = 0; k < e.mind.menu.size; k++) counts.set(e.mind.menu.kind[k] ?? 0, (counts.get(e.mind.menu.kind[k] ?? 0) ?? 0) + 1);
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
