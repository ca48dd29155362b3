import { expect, it } from 'vitest';
import type { Episode } from '../../src/episode/index.ts';
import { beginRun, type Engine } from '../../src/run/engine.ts';
import { continueRun } from '../../src/run/run.ts';
import { acts, bundled, type BundledId, engineFor, reorder, withIdler } from './episodes.ts';

/** Records of some runs, one after the other, as text. A run that fills its record ends there. */
function records(e: Episode, runs: number, days: number, seed = 41): readonly string[] {
  const g = engineFor(e);
  const lines: string[] = [];
  for (let run = 0; run < runs; run++) {
    attempt(g, seed, run, days);
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

/** A run, or the part of it that fits into the record, up to a day counted from the first. */
export function attempt(g: Engine, seed: number, run: number, days = 1000): void {
  try {
    beginRun(g, seed, run);
    continueRun(g, { planned: 0 }, Math.min(g.scene.world.ends + 1, g.scene.world.starts + days));
  } catch (error) {
    if (!/may hold/.test((error as Error).message)) throw error;
  }
}

const lists = [
  'bodies',
  'offices',
  'organisations',
  'pressures',
  'events',
  'meetings',
  'norms',
  'issues',
  'resources',
  'branches',
] as const;

/** The tests that nothing of the kind changes an episode's runs, up to a day. */
export function nuisances(id: BundledId, runs: number, days = 1000): void {
  it('other names for the points of a scale', () => {
    const e = bundled(id);
    const worded = {
      ...e,
      issues: e.issues.map((i) => ({
        ...i,
        scale: i.scale.map((p, k) => ({ ...p, name: { en: `wording ${k}` } })),
      })),
      people: e.people.map((p) => ({ ...p, name: { en: `Mx ${p.id}` } })),
    } as unknown as Episode;
    const a = engineFor(e);
    const b = engineFor(worded);
    for (let run = 0; run < runs; run++) {
      attempt(a, 41, run, days);
      attempt(b, 41, run, days);
      expect(Buffer.from(b.scene.state.bytes).equals(Buffer.from(a.scene.state.bytes))).toBe(true);
    }
  });

  it('people, ties and positions in another order', () => {
    const e = bundled(id);
    expect(records(reorder(e, 'people'), runs, days)).toEqual(records(e, runs, days));
    expect(records(reorder(e, 'ties', 'positions', 'salience'), runs, days)).toEqual(records(e, runs, days));
  });

  it('seats and posts listed in another order', () => {
    const e = bundled(id);
    expect(records(reorder(e, 'terms'), runs, days)).toEqual(records(e, runs, days));
  });

  for (const list of lists) {
    it(`${list} in another order`, () => {
      const e = bundled(id);
      expect(records(reorder(e, list), runs, days)).toEqual(records(e, runs, days));
    });
  }

  it('one more person without a vote, ties or views', () => {
    const e = bundled(id);
    expect(records(withIdler(e), runs, days)).toEqual(records(e, runs, days));
    expect(records(withIdler(e, 'aa-first'), runs, days)).toEqual(records(e, runs, days));
  });
}
