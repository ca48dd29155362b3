import { describe, expect, it } from 'vitest';
import { Counter } from '../../src/world/state.ts';
import { beginRun, type Engine } from '../../src/run/engine.ts';
import { continueRun } from '../../src/run/run.ts';
import { ConditionedLuck } from '../../src/run/history/given/luck.ts';
import { Seen, type Walk } from '../../src/run/history/given/passage.ts';
import { type Particle, uncertainKeys, walkHistory, walkTwin } from '../../src/run/history/given/particle.ts';
import { compileGiven, type Given } from '../../src/run/history/given/steps.ts';
import { bundled, bundledIds, engineFor } from '../helpers/episodes.ts';

const particle = (run: number): Particle => ({ segments: [{ run, mark: 0 }], claims: undefined });
const bytes = (g: Engine): Buffer => Buffer.from(g.scene.state.bytes);

/** One act in a state's record, without its place in it. */
function actAt(g: Engine, k: number): string {
  const x = g.scene.state;
  return [
    x.actKind[k],
    x.actBy[k],
    x.actTo[k],
    x.actBody[k],
    x.actIssue[k],
    x.actOffice[k],
    x.actOption[k],
    x.actValue[k],
    Math.floor(x.actTime[k] ?? 0),
  ].join(' ');
}

const historyOf = (g: Engine, given: Given, run: number, luck = new ConditionedLuck()): Walk =>
  walkHistory(g, given, 5, particle(run), uncertainKeys(g), luck);

describe.each(bundledIds)('%s', (id) => {
  const e = bundled(id);
  const runs = id === 'choir' ? [0, 1, 2] : [0];

  it('with nothing given is a free run, byte for byte', () => {
    const g = engineFor(e);
    const given = compileGiven(e, g.scene.world, e.meta.starts - 1);
    const days = id === 'soviet-1928' ? 60 : 1000;
    for (const run of runs) {
      historyOf(g, given, run);
      continueRun(g, { planned: 0 }, Math.min(g.scene.world.ends + 1, g.scene.world.starts + days));
      const past = bytes(g);
      beginRun(g, 5, run);
      continueRun(g, { planned: 0 }, Math.min(g.scene.world.ends + 1, g.scene.world.starts + days));
      expect(g.scene.state.counters[Counter.acts]).toBeGreaterThan(0);
      expect(bytes(g).equals(past)).toBe(true);
    }
  });

  it('with the whole record given contains history, act for act', () => {
    const g = engineFor(e);
    const given = compileGiven(e, g.scene.world, e.meta.ends);
    const walk = historyOf(g, given, 0);
    const x = g.scene.state;
    const otherwise: string[] = [];
    const done = new Set<number>();
    given.steps.forEach(({ act, by, index }) => {
      const at = walk.passage.written[index] ?? -1;
      done.add(at);
      const stated: readonly (readonly [number, number | undefined])[] = [
        [act.kind, x.actKind[at]],
        [act.source.kind === 'resolution' || act.by.length > 1 ? -1 : by, x.actBy[at]],
        [act.body, x.actBody[at]],
        [act.issue, x.actIssue[at]],
        [act.office, x.actOffice[at]],
      ];
      if (at < 0 || stated.some(([want, got]) => want >= 0 && want !== got) || x.actTime[at] !== act.time)
        otherwise.push(act.id);
    });
    expect(otherwise).toEqual([]);
    expect(done.size).toBe(given.acts);
  });

  it('the twin without a change chooses, and is history again, byte for byte', () => {
    const g = engineFor(e);
    const twin = engineFor(e);
    const given = compileGiven(e, g.scene.world, e.meta.ends);
    for (const run of runs) {
      const luck = new ConditionedLuck();
      const walk = historyOf(g, given, run, luck);
      const fresh = { acts: 0 };
      walkTwin(twin, given, 5, particle(run), uncertainKeys(g), luck, walk.trace!, fresh);
      expect(luck.size).toBeGreaterThan(0);
      expect(walk.trace!.seen.includes(Seen.chosen)).toBe(true);
      expect(fresh.acts).toBe(0);
      expect(first(g, twin)).toBe('none');
      // Counts of work done may differ: a vote that had to be imposed is not worked out twice.
      for (const s of [g.scene.state, twin.scene.state])
        s.counters.fill(0, Counter.points, Counter.solves + 1);
      expect(parts(g, twin)).toEqual([]);
      expect(bytes(twin).equals(bytes(g))).toBe(true);
    }
  });
});

/** Fields of the state that differ. */
const parts = (a: Engine, b: Engine): readonly string[] =>
  Object.entries(a.scene.state).flatMap(([name, field]) => {
    const other = (b.scene.state as unknown as Record<string, unknown>)[name];
    if (!ArrayBuffer.isView(field) || name === 'bytes') return [];
    const same = (field as Float64Array).every((v, k) => Object.is(v, (other as Float64Array)[k]));
    return same ? [] : [name];
  });

function first(a: Engine, b: Engine): string {
  const n = Math.max(a.scene.state.counters[0] ?? 0, b.scene.state.counters[0] ?? 0);
  for (let k = 0; k < n; k++)
    if (actAt(a, k) !== actAt(b, k)) return `act ${k}: ${actAt(a, k)} | ${actAt(b, k)}`;
  return 'none';
}
