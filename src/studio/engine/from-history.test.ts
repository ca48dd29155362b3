import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { countedInMemory } from '../../ensemble/counted.ts';
import { defaultPast, inferPast } from '../../ensemble/past.ts';
import type { PlanPast } from '../../ensemble/plan.ts';
import { singleThreaded } from '../../ensemble/single.ts';
import { compileOutcomes } from '../../questions/outcomes.ts';
import { compileWorld } from '../../world/compile/compile.ts';
import { soundChanges } from './changes.ts';
import { keptUntil } from './kept.ts';
import { openFiles } from './opened.ts';
import type { EnsembleView, Services, StudioFile } from './protocol.ts';
import { type Call, serving } from './services.ts';

const folder = fileURLToPath(new URL('../../../episodes/choir', import.meta.url));
const choir: readonly StudioFile[] = readdirSync(folder)
  .filter((name) => /\.(ya?ml|json)$/.test(name))
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
const quiet: Call = { signal: new AbortController().signal, onPartial: () => {} };
const [seed, runs] = [3, 10];
const comply = [{ question: 'comply' }];
/** Bears from a day after the one up to which history is kept. */
const late = [{ forbid: { act: 'resign' }, from: '1985-07-03' }];
/** Bears on what is given. */
const early = [{ remove: { event: 'hall-bill' } }];

/** Fewer particles than usual, so that the test is short: everything else does not depend on how many there are. */
const few = { particles: 12, moves: 1 };
const inferred: (PlanPast | undefined)[] = [];
const services = serving({
  executor: singleThreaded,
  workers: 1,
  clock: () => 0,
  infer: (plan, ...rest) => {
    inferred.push(plan.past);
    return inferPast(plan.past ? { ...plan, past: { ...plan.past, ...few } } : plan, ...rest);
  },
});
const { episode } = services.open(quiet, choir) as ReturnType<Services['open']>;
const e = episode!;
/** The day of the third act of the record. */
const until = Math.floor(e.record[2]!.date.earliest);

describe('from which day history is left', () => {
  const own = e.questions.find((q) => q.id === 'comply')!.until!;
  it('is the day of the question, unless another is asked for', () => {
    expect(keptUntil(e, comply)).toBe(own);
    expect(keptUntil(e, comply, 'start')).toBeUndefined();
    expect(keptUntil(e, comply, own - 3)).toBe(own - 3);
    expect(keptUntil(e, [{ question: 'no-bill' }])).toBeUndefined();
  });
  it('is the earliest of several questions', () => {
    const two = { ...e, questions: [...e.questions, { ...e.questions[0]!, id: 'earlier', until: own - 9 }] };
    expect(keptUntil(two, [...comply, { question: 'earlier' }, early[0]!])).toBe(own - 9);
  });
});

describe('questions from history in the studio', () => {
  let view: EnsembleView;
  const partial: EnsembleView[] = [];
  beforeAll(async () => {
    view = await services.ask(
      { ...quiet, onPartial: (v) => void partial.push(v as EnsembleView) },
      { seed, runs, changes: late, from: until },
    );
  }, 120_000);

  it('have the numbers that the command line has for the same seed, to the last bit', async () => {
    const result = await singleThreaded.execute({
      episode: e,
      seed,
      first: 0,
      runs,
      interventions: soundChanges(openFiles(choir).ready!, late),
      parameters: {},
      past: { until, ...few },
    });
    expect(view.fingerprint).toBe(result.fingerprint);
    expect(view.effects).toEqual(await countedInMemory(result).effects(compileOutcomes(e, compileWorld(e))));
    expect(view.past).toMatchObject({
      until,
      particles: few.particles,
      effective: result.inferred?.effective,
      thin: result.inferred!.effective < 8,
    });
    expect(view.past?.inferring).toBeUndefined();
    expect(view.past?.texts[0]?.ru).toContain('1985');
  }, 120_000);

  it('tell how far the record has been read before the first run', () => {
    expect(partial[0]).toMatchObject({ done: 0, past: { until, inferring: 0 } });
  });

  it.each([
    ['without the change', [], 'without'],
    ['with a change after the day', late, 'with'],
  ] as const)('show the runs that were counted, %s', async (_, changes, side) => {
    for (const run of [0, 7]) {
      const course = await services.course(quiet, { kind: 'run', seed, run, changes, until });
      expect(course.outcomes).toEqual(view[side].map((column) => column[run]));
      expect([...course.frames.days]).toEqual([...course.frames.days].sort((a, b) => a - b));
    }
  });

  it('show the runs that were counted where the change comes before the day, too', async () => {
    const asked = await services.ask(quiet, { seed, runs: 3, changes: early, from: until });
    for (const run of [0, 2]) {
      const course = await services.course(quiet, { kind: 'run', seed, run, changes: early, until });
      expect(course.outcomes).toEqual(asked.with.map((column) => column[run]));
    }
  }, 60_000);

  it('have the acts of the record up to the day, and other ones later', async () => {
    const history = await services.course(quiet, { kind: 'history' });
    const course = await services.course(quiet, { kind: 'run', seed, run: 1, changes: [], until });
    const kinds = (acts: typeof course.acts): readonly string[] =>
      acts.filter((a) => a.time < until + 1).map((a) => `${a.kind} ${a.by}`);
    expect(kinds(history.acts).length).toBeGreaterThan(1);
    for (const act of kinds(history.acts)) expect(kinds(course.acts)).toContain(act);
    expect(course.acts.some((a) => a.time >= until + 1)).toBe(true);
  });

  it('explain the choices made after the day', async () => {
    const name = { kind: 'run', seed, run: 1, changes: late, until } as const;
    const course = await services.course(quiet, name);
    const act = course.acts.findLast((a) => a.step !== undefined && a.kind !== 'vote')!;
    expect(act.time).toBeGreaterThanOrEqual(until + 1);
    const [choice] = (await services.why(quiet, name, { step: act.step! })).choices;
    expect(choice?.person).toBe(act.by[0]);
    expect(choice?.options[choice.chosen]?.kind).toBe(act.kind);
  });

  it('show a day of such a run as its course has it', async () => {
    const name = { kind: 'run', seed, run: 4, changes: late, until } as const;
    const course = await services.course(quiet, name);
    for (const day of [until - 2, until + 9]) {
      const frame = course.frames.days.findLastIndex((d) => d <= day);
      const seen = await services.day(quiet, name, day, -1);
      const stance = course.frames.stance[frame]!;
      seen.stance.forEach((v, k) => {
        if (Number.isNaN(v)) expect(stance[k]).toBeNaN();
        else expect(Math.abs(v - stance[k]!)).toBeLessThan(0.6);
      });
    }
  });

  it('read the record once for all of this, with the particles and moves of the command line', () => {
    expect(inferred).toEqual([{ until, ...defaultPast }]);
  });

  it('can be stopped while the record is read, and asked again', async () => {
    const control = new AbortController();
    let heard = 0;
    const call: Call = {
      signal: control.signal,
      onPartial: () => {
        heard++;
        control.abort();
      },
    };
    const asked = { seed: 9, runs, changes: [], from: until } as const;
    await expect(services.ask(call, asked)).rejects.toThrow(/cancel|abort/i);
    expect(heard).toBe(1);
  });

  it('are refused beyond the episode', async () => {
    const asked = { seed, runs, changes: late, from: e.meta.ends + 1 };
    await expect(services.ask(quiet, asked)).rejects.toThrow(/day of the episode/);
  });
});
