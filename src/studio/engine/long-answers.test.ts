import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EnsemblePlan, Executor } from '../../ensemble/plan.ts';
import { singleThreaded } from '../../ensemble/single.ts';
import { openFiles } from './opened.ts';
import type { HangsOnSizes, HangsOnView, UntilView } from './protocol.ts';
import { queued } from './queue.ts';
import { type Call, serving } from './services.ts';
import { coarseFirst } from './until.ts';

const dir = new URL('../../../episodes/choir/', import.meta.url);
const files = readdirSync(dir)
  .filter((f) => /\.ya?ml$/.test(f))
  .map((f) => ({ path: f, text: readFileSync(new URL(f, dir), 'utf8') }));
const services = serving({ executor: singleThreaded, workers: 1, clock: () => performance.now() });
const quiet: Call = { signal: new AbortController().signal, onPartial: () => {} };
services.open(quiet, files);
const change = { force: { act: 'exit', by: 'agnes' }, at: '1985-06-01' };
const outcome = openFiles(files).ready!.outcomes.find((o) => o.kind === 'number')!.id;

describe('what it hangs on', () => {
  it('comes with luck last, in as many runs as were foretold', async () => {
    const seen: number[] = [];
    const view = (await services.hangsOn(
      { ...quiet, onPartial: (v) => seen.push((v as HangsOnView).points) },
      { seed: 1, points: 4, by: 'kind', outcome, changes: [] },
    )) as HangsOnView;
    expect(view.points).toBe(4);
    expect(view.done).toBe(view.total);
    expect(view.total).toBe(4 * (services.hangsOnSizes(quiet) as HangsOnSizes).kind);
    expect(view.factors.at(-1)?.kind).toBe('luck');
    expect(view.factors.at(-2)?.kind).toBe('weights');
    expect(view.sentence.ru).not.toBe('');
    expect(seen.every((p) => p <= 4)).toBe(true);
  });
  it('can be cancelled', async () => {
    const control = new AbortController();
    const running = services.hangsOn(
      { signal: control.signal, onPartial: () => {} },
      { seed: 1, points: 64, by: 'claim', outcome, changes: [] },
    );
    control.abort();
    await expect(running).rejects.toThrow();
  });
  it('refuses an outcome that there is not', async () => {
    await expect(
      services.hangsOn(quiet, { seed: 1, points: 4, by: 'kind', outcome: 'nobody', changes: [] }),
    ).rejects.toThrow(RangeError);
  });
});

describe('until when', () => {
  it('tries the ends first, then the middles', () => {
    expect(coarseFirst([10, 11, 12, 13, 14, 15, 16, 17, 18])).toEqual([10, 18, 14, 12, 16, 11, 13, 15, 17]);
    expect([...coarseFirst([1, 2, 3, 4, 5, 6, 7, 8])].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
  it('has an effect for each day, told as they come', async () => {
    const seen: number[] = [];
    const view = (await services.untilWhen(
      { ...quiet, onPartial: (v) => seen.push((v as UntilView).days.length) },
      { seed: 1, runs: 12, days: 4, outcome, changes: [change] },
    )) as UntilView;
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(view.days.map((d) => d.day)).toEqual(view.tried);
    expect(view.sentence.en).not.toBe('');
    for (const d of view.days) expect(d.difference.low).toBeLessThanOrEqual(d.difference.high);
  });
  it('says so where no part of the change has a date', async () => {
    const rule = { set: { rule: 'committee.ballot', to: 'secret' } };
    await expect(
      services.untilWhen(quiet, { seed: 1, runs: 4, days: 3, outcome, changes: [rule] }),
    ).rejects.toThrow('undated');
  });
});

describe('rivals', () => {
  it('reckon on every issue, and score where the record has a line', () => {
    const ready = openFiles(files).ready!;
    const view = services.rivals(quiet, ready.episode.meta.starts) as Awaited<
      ReturnType<typeof services.rivals>
    >;
    expect(view.issues.map((i) => i.issue)).toEqual(ready.episode.issues.map((i) => i.id));
    const scored = view.issues.filter((i) => !Number.isNaN(i.adopted) && i.actors.length > 0).length;
    expect(view.scores.find((s) => s.model === 'mean')?.issues).toBe(scored);
    for (const body of view.bodies)
      expect(body.members.reduce((sum, m) => sum + m.shapley, 0)).toBeCloseTo(1, 9);
  });
  it('stand beside where the runs end', async () => {
    const lines = await services.lines(quiet, { seed: 1, runs: 6 });
    expect(lines.done).toBe(6);
    for (const column of lines.lines) expect(column).toHaveLength(6);
  });
});

describe('the queue', () => {
  it('lets one plan through at a time, and goes on after a failure', async () => {
    let [running, most] = [0, 0];
    const slow: Executor = {
      ...singleThreaded,
      stream: async (plan) => {
        most = Math.max(most, ++running);
        await new Promise((done) => setTimeout(done, 5));
        running--;
        if (plan.seed === 2) throw new RangeError('no');
      },
    };
    const q = queued(slow);
    const plan = (seed: number): EnsemblePlan => ({ seed }) as EnsemblePlan;
    const all = [1, 2, 3].map((seed) => q.stream(plan(seed), [], () => {}));
    const ends = await Promise.allSettled(all);
    expect(ends.map((e) => e.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(most).toBe(1);
  });
});
