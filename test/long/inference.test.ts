import { describe, expect, it } from 'vitest';
import { mean } from '../../src/chance/index.ts';
import { initialParameters } from '../../src/choice/parameters.ts';
import { merge } from '../../src/ensemble/merge.ts';
import { inferPast } from '../../src/ensemble/past.ts';
import type { EnsemblePlan } from '../../src/ensemble/plan.ts';
import { prepare, runShard } from '../../src/ensemble/shard.ts';
import { infer, inferAlong, type Inferred } from '../../src/questions/abduction/infer.ts';
import type { InferOptions } from '../../src/questions/abduction/population.ts';
import { claimsOf } from '../../src/questions/abduction/claims.ts';
import { createEngine } from '../../src/run/engine.ts';
import { compileHistory } from '../../src/run/history/compile.ts';
import { type Particle, uncertainKeys, walkHistory } from '../../src/run/history/given/particle.ts';
import { compileGiven, type Given } from '../../src/run/history/given/steps.ts';
import { beginReplay, replay } from '../../src/run/history/replay.ts';
import { compileWorld } from '../../src/world/compile/compile.ts';
import type { World } from '../../src/world/world.ts';
import { bundled } from '../helpers/episodes.ts';

const e = bundled('choir');
const day = (iso: string): number => Math.floor(Date.parse(iso) / 86_400_000);
const until = day('1985-06-15');
const parameters = initialParameters();

const finish = (world: World, given: Given, o: InferOptions): Inferred =>
  last(infer(world, parameters, given, o));

function last<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    expect(step.value).toBeGreaterThanOrEqual(0);
    expect(step.value).toBeLessThanOrEqual(1);
  }
}

/** The choir with one uncertain claim; the others stand at their means. */
const onlyUncertain = (id: string): World => {
  const world = compileWorld(e);
  return {
    ...world,
    inputs: world.inputs.map((i) =>
      i.id === id ? i : { ...i, distribution: { kind: 'point' as const, value: mean(i.distribution) } },
    ),
  };
};

describe('the weight of a walk along the record', () => {
  it('at a decision by names is the probability that a replay gives it, with claims at their medians', () => {
    const world = compileWorld(e);
    const given = compileGiven(e, world, until, 0);
    const g = createEngine(world, parameters);
    const keys = uncertainKeys(g);
    const particle = { segments: [{ run: 0, mark: 0 }], claims: new Float64Array(keys.length).fill(0.5) };
    const weights: number[] = [];
    const walk = walkHistory(g, given, 1, particle, keys, undefined, (w, t) => {
      weights.push(w.passage.weight);
      w.engine.scene.state.clock[0] = t;
    });
    weights.push(walk.passage.weight);
    const mark = given.marks.findIndex((m) => given.steps[m.step]?.act.id === 'requiem-vote');
    const again = createEngine(world, parameters);
    beginReplay(again);
    const vote = [...replay(again, compileHistory(e), until + 1)].find((a) => a.act.id === 'requiem-vote');
    expect(vote?.probability).toBeGreaterThan(0);
    expect((weights[mark + 1] ?? 0) - (weights[mark] ?? 0)).toBeCloseTo(Math.log(vote?.probability ?? 1), 0);
  });

  it('falls with the silence: people who would move more often are less likely to have been silent', () => {
    const world = onlyUncertain('trait.clara.tempo');
    const given = compileGiven(e, world, day('1985-06-10'));
    expect(given.steps.length).toBe(0);
    const g = createEngine(world, parameters);
    const keys = uncertainKeys(g);
    const at = (u: number): number =>
      walkHistory(
        g,
        given,
        1,
        { segments: [{ run: 0, mark: 0 }], claims: Float64Array.of(u) },
        keys,
        undefined,
      ).passage.weight;
    expect(keys.length).toBe(1);
    expect(at(0.001)).toBeGreaterThan(at(0.999));
  });
});

describe.each(['position.bruno.programme'])('the posterior of one claim, %s', (id) => {
  const world = onlyUncertain(id);
  const given = compileGiven(e, world, until);
  const g = createEngine(world, parameters);
  const keys = uncertainKeys(g);
  /** By quadrature: the record's likelihood at 20 quantiles of the claim, averaged over luck where there is any. */
  const grid = Array.from({ length: 20 }, (_, k) => (k + 0.5) / 20);
  const lucks = 2;
  const likelihood = grid.map((u) => {
    let sum = 0;
    for (let run = 0; run < lucks; run++)
      sum += Math.exp(
        40 +
          walkHistory(
            g,
            given,
            9,
            { segments: [{ run, mark: 0 }], claims: Float64Array.of(u) },
            keys,
            undefined,
          ).passage.weight,
      );
    return sum / lucks;
  });
  const total = likelihood.reduce((a, b) => a + b, 0);
  const wanted = grid.reduce((s, u, k) => s + (u * (likelihood[k] ?? 0)) / total, 0);
  const square = grid.reduce((s, u, k) => s + (u * u * (likelihood[k] ?? 0)) / total, 0);

  it.each([0, 1])(
    'is what quadrature gives, with %i moves; so is the evidence',
    { timeout: 180_000 },
    (moves) => {
      expect(keys.length).toBe(1);
      const r = finish(world, given, { seed: 3, particles: moves > 0 ? 30 : 80, moves });
      const u = r.particles.map((p) => claimsOf(p.claims, p.segments[0]?.run ?? 0, keys, 3)[0] ?? Number.NaN);
      const got = u.reduce((a, b) => a + b, 0) / u.length;
      const sd = Math.sqrt(square - wanted * wanted);
      expect(Math.abs(got - wanted)).toBeLessThan((4 * sd) / Math.sqrt(moves > 0 ? 12 : 40));
      expect(r.evidence).toBeCloseTo(Math.log(total / grid.length) - 40, 0);
    },
  );
});

describe('particles', () => {
  const world = compileWorld(e);
  const given = compileGiven(e, world, until);
  const r = finish(world, given, { seed: 7, particles: 24, moves: 1 });

  it('are built again with the weights they had, from their ancestries and claims', () => {
    expect(r.resamplings).toBeGreaterThan(1);
    expect(r.accepted).toBeGreaterThan(0);
    expect(r.particles.some((p) => p.segments.length > 1)).toBe(true);
    const g = createEngine(world, parameters);
    r.particles.forEach((p: Particle, k) => {
      expect(walkHistory(g, given, 7, p, uncertainKeys(g), undefined).passage.weight).toBeCloseTo(
        r.paths[k] ?? Number.NaN,
        9,
      );
    });
  });

  it('are worth between one and as many as there are; without moves no more than their ancestors', () => {
    expect(r.effective).toBeGreaterThanOrEqual(1);
    expect(r.effective).toBeLessThanOrEqual(24);
    const unmoved = finish(world, given, { seed: 7, particles: 24, moves: 0 });
    expect(unmoved.effective).toBeLessThan(1.6 * unmoved.ancestors);
    expect(unmoved.smallest).toBeLessThan(12);
  });

  it('come out the same every time', () => {
    expect(finish(world, given, { seed: 7, particles: 24, moves: 1 })).toEqual(r);
  });

  it('are the same where they are led on to later dates, and are refused the way back', () => {
    const o = { seed: 7, particles: 12, moves: 2 };
    const days = [
      e.meta.starts - 1,
      day('1985-06-08'),
      day('1985-06-15'),
      day('1985-06-15'),
      day('1985-06-24'),
    ];
    const givens = days.map((d) => compileGiven(e, world, d));
    const all = last(inferAlong(world, parameters, givens, o));
    expect(all).toEqual(givens.map((g) => finish(world, g, o)));
    expect(new Set(all.map((i) => i.resamplings)).size).toBeGreaterThan(2);
    const back = inferAlong(world, parameters, [...givens].reverse(), o);
    expect(() => last(back)).toThrow(/early to late/);
  });

  it('without a record are the first runs as they are', () => {
    const none = finish(world, compileGiven(e, world, e.meta.starts - 1), {
      seed: 7,
      particles: 8,
      moves: 3,
    });
    expect(none.particles).toEqual(
      Array.from({ length: 8 }, (_, run) => ({ segments: [{ run, mark: 0 }], claims: undefined })),
    );
    expect(none.effective).toBeGreaterThan(4);
  });
});

it('an ensemble from history does not depend on shards; it keeps history and then parts', async () => {
  const plan: EnsemblePlan = {
    episode: e,
    seed: 5,
    first: 0,
    runs: 24,
    interventions: e.questions.find((q) => q.id === 'no-bill')?.interventions ?? [],
    parameters: {},
    past: { until: day('1985-07-04'), particles: 12, moves: 1 },
  };
  const ready = await inferPast(plan);
  const whole = merge(ready, [runShard(prepare(ready), { first: 0, runs: 24 })]);
  const again = await inferPast(plan);
  const prepared = prepare(again);
  const parts = [16, 7, 0].map((first, k) => runShard(prepared, { first, runs: [8, 9, 7][k] ?? 0 }));
  const joined = merge(again, parts);
  expect(whole.failed).toEqual([]);
  expect(joined.fingerprint).toBe(whole.fingerprint);
  expect(joined.given).toEqual(whole.given);
  expect(joined.inferred).toEqual(whole.inferred);
  expect(whole.given?.conditioned).toBeGreaterThan(0);
  // The bill would have come on 10 June, before the date: nothing differs earlier.
  for (const d of whole.parted) if (!Number.isNaN(d)) expect(d).toBeGreaterThanOrEqual(day('1985-06-10'));
});
