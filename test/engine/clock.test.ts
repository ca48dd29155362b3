import { describe, expect, it } from 'vitest';
import { initialParameters } from '../../src/choice/parameters.ts';
import type { Chooser } from '../../src/run/chooser.ts';
import {
  nextPoint,
  openBands,
  type Point,
  rateOf,
  reheap,
  startClock,
  takePoint,
} from '../../src/run/clock.ts';
import { beginRun } from '../../src/run/engine.ts';
import { continueRun, simulate } from '../../src/run/run.ts';
import { Effect, type Scene } from '../../src/world/scene.ts';
import { acts, bundled, engineFor } from '../helpers/episodes.ts';
import { credible, goodness, poisson } from '../helpers/statistics.ts';
import { ann, bob, cyr, tinyScene } from '../helpers/tiny-world.ts';

const point: Point = { person: 0, live: false, band: 0, number: 0 };
type Taken = Point & { readonly at: number };

/** Live points up to a day; `meanwhile` may change the scene as time passes. */
function live(
  s: Scene,
  seed: number,
  run: number,
  until: number,
  meanwhile: (s: Scene) => void = () => {},
): Taken[] {
  s.state.clock[0] = 0;
  s.state.bandTime.fill(Number.NaN);
  s.state.bandPoint.fill(0);
  startClock(s, { seedLow: seed, seedHigh: 0, run });
  const out: Taken[] = [];
  while (nextPoint(s) < until) {
    const at = nextPoint(s);
    if (at < (s.state.clock[0] ?? 0)) throw new Error('the clock runs backwards');
    s.state.clock[0] = at;
    meanwhile(s);
    takePoint(s, { seedLow: seed, seedHigh: 0, run }, point);
    if (point.live) out.push({ ...point, at });
  }
  return out;
}

/** One person moves, the others do not. */
function only(s: Scene, person: number, tempo: number): void {
  s.state.tempo.fill(0);
  s.state.tempo[person] = tempo;
}

/** Counts of live points of one person over many runs, and how well a Poisson law of this mean fits them. */
function poissonFit(
  s: Scene,
  person: number,
  mean: number,
  until: number,
  runs: number,
  meanwhile?: (s: Scene) => void,
): number {
  const most = Math.ceil(mean + 8 * Math.sqrt(mean) + 8);
  const counts = new Array<number>(most + 1).fill(0);
  for (let run = 0; run < runs; run++) {
    const n = live(s, 77, run, until, meanwhile).filter((p) => p.person === person).length;
    counts[Math.min(most, n)] = (counts[Math.min(most, n)] ?? 0) + 1;
  }
  return goodness(counts, poisson(mean, most));
}

describe('the number of live points is Poisson with the integral of the rate as its mean', () => {
  it('for tempi from a move in two months to many a day', () => {
    for (const tempo of [0.1, 0.7, 2, 9, 30]) {
      const s = tinyScene();
      only(s, bob, tempo);
      const days = Math.min(60, 100 / tempo);
      expect(poissonFit(s, bob, (tempo / 7) * days, days, 2000)).toBeGreaterThan(credible);
    }
  });

  it('raised while one is addressed', () => {
    const s = tinyScene();
    s.state.addressedUntil[ann] = 20;
    const factor = s.effects[Effect.reactionFactor] ?? 0;
    expect(factor).toBeGreaterThan(1);
    only(s, ann, 2);
    s.state.tempo[bob] = 2;
    expect(poissonFit(s, ann, (2 / 7) * (20 * factor + 20), 40, 1500)).toBeGreaterThan(credible);
    expect(poissonFit(s, bob, (2 / 7) * 40, 40, 1500)).toBeGreaterThan(credible);
    expect(poissonFit(s, ann, (2 / 7) * 40, 40, 300)).toBeLessThan(credible);
  });

  it('none while one is away', () => {
    const s = tinyScene();
    const travels = (t: Scene): void => {
      t.state.away[cyr] = (t.state.clock[0] ?? 0) >= 10 && (t.state.clock[0] ?? 0) < 25 ? 1 : 0;
    };
    only(s, cyr, 2);
    expect(poissonFit(s, cyr, (2 / 7) * 25, 40, 1500, travels)).toBeGreaterThan(credible);
    for (const p of live(s, 3, 3, 200, travels))
      if (p.person === cyr) expect(p.at < 10 || p.at >= 25).toBe(true);
  });

  it('from the day on which a tempo is changed', () => {
    const s = tinyScene();
    only(s, bob, 2);
    const luck = { seedLow: 77, seedHigh: 0, run: 0 };
    let run = -1;
    const hurry = (t: Scene): void => {
      const quick = (t.state.clock[0] ?? 0) >= 15;
      if ((t.state.tempo[bob] === 14) === quick) return;
      t.state.tempo[bob] = quick ? 14 : 2;
      luck.run = run;
      openBands(t, luck, bob);
      reheap(t);
    };
    const counts: number[] = new Array<number>(101).fill(0);
    for (run = 0; run < 1000; run++) {
      s.state.tempo[bob] = 2;
      const n = live(s, 77, run, 30, hurry).filter((p) => p.person === bob).length;
      counts[Math.min(100, n)] = (counts[Math.min(100, n)] ?? 0) + 1;
    }
    expect(goodness(counts, poisson((2 / 7) * 15 + 2 * 15, 100))).toBeGreaterThan(credible);
  });

  it('up to the highest tempo that an episode may code, in reaction too', () => {
    const s = tinyScene();
    only(s, bob, 50);
    s.state.addressedUntil[bob] = 1000;
    s.effects[Effect.reactionFactor] = 5;
    expect(rateOf(s, bob)).toBeCloseTo(250 / 7, 9);
    expect(poissonFit(s, bob, 250 / 7, 1, 800)).toBeGreaterThan(credible);
  });
});

describe('raising the ceiling', () => {
  /** A higher possible reaction opens more bands; while nobody is addressed they hold dead points only. */
  it('leaves every live point where it was, under its key', () => {
    const low = tinyScene();
    low.effects[Effect.reactionFactor] = 1;
    const high = tinyScene();
    high.effects[Effect.reactionFactor] = 40;
    for (let run = 0; run < 20; run++) expect(live(high, 5, run, 60)).toEqual(live(low, 5, run, 60));
    expect([...high.state.bandTime].filter((t) => !Number.isNaN(t)).length).toBeGreaterThan(
      [...low.state.bandTime].filter((t) => !Number.isNaN(t)).length,
    );
  });

  it('changes no act of a run', () => {
    const run = (factor: number): readonly string[] => {
      const parameters = initialParameters({ 'effect.reactionFactor': factor, 'effect.reactionDays': 0 });
      const g = engineFor(bundled('choir'), parameters);
      const lines: string[] = [];
      for (let r = 0; r < 15; r++) {
        simulate(g, 31, r);
        lines.push(
          ...acts(g),
          ...Array.from(g.scene.state.pressure, String),
          ...Array.from(g.scene.state.strain, String),
        );
      }
      return lines;
    };
    expect(run(30)).toEqual(run(1));
  });

  it('never looks at bands above what a person can reach', () => {
    const s = tinyScene();
    s.state.tempo.fill(0.1);
    live(s, 5, 0, 1000);
    expect([...s.state.bandTime].filter((t) => !Number.isNaN(t)).length).toBe(2 * s.world.people);
  });
});

it('people move independently of each other and in the order of time', () => {
  const g = engineFor(bundled('choir'));
  const moments = (idle: boolean): number[][] => {
    const seen: number[][] = Array.from({ length: g.scene.world.people }, () => []);
    const waiting: Chooser = {
      choose: (e, o) => {
        if (o.kind === 0) seen[o.person]?.push(e.scene.state.clock[0] ?? 0);
        return -1;
      },
    };
    g.chooser = waiting;
    beginRun(g, 8, 2);
    if (idle) g.scene.state.tempo[0] = 0;
    continueRun(g, { planned: 0 }, g.scene.world.ends + 1);
    return seen;
  };
  const all = moments(false);
  const without = moments(true);
  expect(all[0]?.length).toBeGreaterThan(0);
  expect(without[0]).toEqual([]);
  expect(without.slice(1)).toEqual(all.slice(1));
});
