import { describe, expect, it } from 'vitest';
import { drawing } from '../../src/run/chooser.ts';
import { beginRun, type Engine } from '../../src/run/engine.ts';
import { continueRun } from '../../src/run/run.ts';
import { Counter } from '../../src/world/state.ts';
import { bundled, bundledIds, countKinds, engineFor } from '../helpers/episodes.ts';
import { blind, Watch } from '../helpers/watch.ts';

/** Runs until the end, or until the record is full: blind choosers fill it. */
function watched(g: Engine, watch: Watch, seed: number, run: number, days: number): boolean {
  watch.begin();
  g.chooser = watch;
  beginRun(g, seed, run);
  try {
    continueRun(g, { planned: 0 }, g.scene.world.starts + days);
  } catch (error) {
    if (!/may hold/.test((error as Error).message)) throw error;
    return false;
  }
  watch.look(g);
  return true;
}

const nothing = new Map<string, string>();

describe('at every choice', () => {
  it('of drawn runs of the choir', () => {
    const g = engineFor(bundled('choir'));
    const watch = new Watch(drawing);
    for (let run = 0; run < 25; run++) expect(watched(g, watch, 21, run, 200)).toBe(true);
    expect(watch.looks).toBeGreaterThan(1000);
    expect(watch.broken).toEqual(nothing);
  });

  it('of blind runs of the choir, which reach odd states', () => {
    const g = engineFor(bundled('choir'));
    const kinds = new Set<string>();
    for (const initiative of [0.05, 0.3, 0.9]) {
      const watch = new Watch(blind(initiative * 100, initiative));
      for (let run = 0; run < 6; run++) {
        watched(g, watch, 22, run, 200);
        for (const k of countKinds(g).keys()) kinds.add(k);
      }
      expect(watch.broken).toEqual(nothing);
    }
    expect(kinds.size).toBeGreaterThan(12);
  });

  it.each(['november-1917', 'soviet-1928'] as const)('of drawn and blind runs of %s', (id) => {
    const g = engineFor(bundled(id));
    const drawn = new Watch(drawing, 10);
    watched(g, drawn, 23, 0, 60);
    const blindly = new Watch(blind(4, 0.2), 10);
    for (let run = 0; run < 2; run++) watched(g, blindly, 24, run, 60);
    expect(drawn.broken).toEqual(nothing);
    expect(blindly.broken).toEqual(nothing);
    expect(drawn.adopted).toBeGreaterThan(0);
  });
});

describe('procedures end', () => {
  /** These are states of affairs rather than processes: a year is enough for them. */
  const lasting = new Set(['pact', 'concession', 'secret', 'mandate']);

  it('within a month and a half (the calling of a congress: four), however people answer', () => {
    const late = new Map<string, number>();
    for (const id of bundledIds) {
      const g = engineFor(bundled(id));
      const watch = new Watch(blind(9, 0.1), 5);
      for (let run = 0; run < (id === 'choir' ? 10 : 1); run++)
        watched(g, watch, 25, run, id === 'choir' ? 200 : 70);
      for (const [kind, days] of watch.oldest)
        if (days > (lasting.has(kind) ? 366 : kind === 'congress' ? 120 : 45))
          late.set(kind, Math.round(days));
    }
    expect(late).toEqual(new Map());
  });
});

describe('a run does not fill its record', () => {
  const full = (id: (typeof bundledIds)[number], runs: number): void => {
    const g = engineFor(bundled(id));
    for (let run = 0; run < runs; run++) {
      beginRun(g, 26, run);
      continueRun(g, { planned: 0 }, g.scene.world.ends + 1);
      expect(g.scene.state.counters[Counter.acts]).toBeLessThan(0.9 * g.scene.state.actKind.length);
    }
  };
  it('in the choir', () => full('choir', 10));
  it('in November 1917', () => full('november-1917', 2));
  it('in 1928', () => full('soviet-1928', 2));
});

/**
 * Every consideration says that it ranges from −1 to 1. On motions about a person, solidarity and rivalry of a vote add the tie with
 * that person to the company of the voters, each of which may be ±1 (seen: 1.32). Clamping would part the private reckoning
 * from the public game, whose company is linear; sharing one denominator between the two would not.
 */
it('considerations keep within their range', () => {
  const beyond = new Map<string, number>();
  for (const id of bundledIds) {
    const g = engineFor(bundled(id));
    const watch = new Watch(drawing, 50);
    for (let run = 0; run < (id === 'choir' ? 20 : 2); run++) watched(g, watch, 27, run, 60);
    for (const [what, most] of watch.beyond) beyond.set(what, most);
  }
  expect(beyond).toEqual(new Map());
});
