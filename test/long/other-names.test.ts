import { expect, it } from 'vitest';
import type { Episode } from '../../src/episode/index.ts';
import { compileOutcomes } from '../../src/questions/outcomes.ts';
import { simulate } from '../../src/run/run.ts';
import { bundled, engineFor, renamePeople } from '../helpers/episodes.ts';
import { chiSquareTail, credible } from '../helpers/statistics.ts';

it('other ids for the people leave the distribution of outcomes as it was', () => {
  const e = bundled('choir');
  const turned = renamePeople(e, (id) => `x${[...id].reverse().join('')}`);
  expect(turned.people.map((p) => p.id)).not.toEqual(e.people.map((p) => p.id));
  const tally = (episode: Episode): Map<string, Map<number, number>> => {
    const g = engineFor(episode);
    const outcomes = compileOutcomes(episode, g.scene.world);
    const all = new Map<string, Map<number, number>>(outcomes.map((o) => [o.id, new Map()]));
    all.set('acts', new Map());
    for (let run = 0; run < 120; run++) {
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
  for (const [what, counts] of a)
    expect([what, homogeneity(counts, b.get(what) ?? new Map())]).toEqual([what, true]);
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
