import { describe, expect, it } from 'vitest';
import { allActs } from '../../src/acts/index.ts';
import { evaluate } from '../../src/choice/evaluate.ts';
import { initialParameters } from '../../src/choice/parameters.ts';
import { runFromHistory } from '../../src/ensemble/from-history.ts';
import { prepare } from '../../src/ensemble/shard.ts';
import type { Intervention } from '../../src/episode/types.ts';
import type { Inferred } from '../../src/questions/abduction/infer.ts';
import { compileInterventions } from '../../src/questions/interventions.ts';
import { ActFlag, Counter } from '../../src/world/state.ts';
import { beginRun, createEngine, type Engine } from '../../src/run/engine.ts';
import { continueRun } from '../../src/run/run.ts';
import { fillMenu } from '../../src/run/steps.ts';
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

it('passes over only what cannot win: every choice is that of a look at every option', () => {
  const e = bundled('choir');
  const until = compileGiven(e, engineFor(e).scene.world, e.meta.ends).marks[3]?.time ?? 0;
  const p = prepare({
    episode: e,
    seed: 5,
    first: 0,
    runs: 3,
    interventions: e.questions.find((q) => q.id === 'no-bill')?.interventions ?? [],
    parameters: {},
    past: { until: Math.floor(until), particles: 3, moves: 0 },
    inferred: { particles: [0, 1, 2].map(particle) } as unknown as Inferred,
  });
  const seen = { waited: 0, acted: 0 };
  const nameOf = ({ mind }: Engine, row: number): string =>
    row < 0 ? 'waits' : `${mind.menu.kind[row]} ${mind.menu.key[row]}`;
  const columns = p.outcomes.map(() => new Float64Array(3));
  for (let run = 0; run < 3; run++)
    runFromHistory(p.past!, p, run, run, columns, columns, (_, chooser) => ({
      ...chooser,
      glance: (engine, o) => {
        fillMenu(engine, o.person);
        if (engine.mind.menu.size > 0) evaluate(engine.mind, o.person);
        const whole = engine.mind.menu.size === 0 ? 'waits' : nameOf(engine, chooser.choose(engine, o));
        const row = chooser.glance!(engine, o);
        expect(nameOf(engine, row)).toBe(whole);
        seen[row < 0 ? 'waited' : 'acted']++;
        return row;
      },
    }));
  expect(seen.waited).toBeGreaterThan(300);
  expect(seen.acted).toBeGreaterThan(20);
});

describe('a twin whose change lies before the date', () => {
  const e = bundled('choir');
  const day = (iso: string): number => Math.floor(Date.parse(iso) / 86_400_000);
  const given = compileGiven(e, engineFor(e).scene.world, day('1985-07-10'));
  const kinds = (g: Engine): readonly string[] =>
    Array.from(
      { length: g.scene.state.counters[Counter.acts] ?? 0 },
      (_, k) => allActs()[g.scene.state.actKind[k] ?? 0]?.kind ?? '',
    );
  /** History's world and its twin under an intervention, for one run. */
  function pair(run: number, list: readonly Intervention[]): readonly [Engine, Engine, Walk] {
    const g = engineFor(e);
    const intervention = compileInterventions(e, g.scene.world, list);
    const twin = createEngine(intervention.world, initialParameters());
    twin.plan = intervention.plan;
    twin.scene.bans = intervention.bans;
    const luck = new ConditionedLuck();
    const walk = historyOf(g, given, run, luck);
    return [
      g,
      twin,
      walkTwin(twin, given, 5, particle(run), uncertainKeys(g), luck, walk.trace!, { acts: 0 }),
    ];
  }
  const forbid = (act: string): Intervention => ({
    kind: 'forbid',
    path: [],
    move: { act, by: [], to: [] },
    from: e.meta.starts,
    until: e.meta.ends,
  });
  const acts = (id: string): number => given.steps.find((s) => s.act.id === id)?.index ?? -1;

  it('does not do what is forbidden, nor what would have answered it; the rest stands', () => {
    for (const run of [0, 1]) {
      const [g, twin, walk] = pair(run, [forbid('ultimatum')]);
      expect(kinds(g)).toContain('ultimatum');
      expect(kinds(twin)).not.toContain('ultimatum');
      expect(walk.passage.written[acts('bruno-ultimatum')]).toBe(-1);
      expect(walk.passage.written[acts('committee-reply')]).toBe(-1);
      expect(walk.passage.written[acts('requiem-motion')]).toBeGreaterThanOrEqual(0);
      expect(walk.passage.written[acts('requiem-vote')]).toBeGreaterThanOrEqual(0);
    }
  });

  it('without the motion there is no decision on it', () => {
    const [g, twin, walk] = pair(0, [forbid('motion')]);
    expect(kinds(g)).toContain('motion');
    expect(kinds(twin)).not.toContain('motion');
    expect(walk.passage.written[acts('requiem-vote')]).toBe(-1);
  });

  it('lets people choose again: with other convictions some vote otherwise, and the decision can turn', () => {
    const set = (person: string): Intervention => ({
      kind: 'set',
      path: [],
      target: { kind: 'position', person, issue: 'programme' },
      value: 100,
      at: day('1985-06-01'),
    });
    let adopted = 0;
    for (let run = 0; run < 6; run++) {
      const [g, twin, walk] = pair(run, ['agnes', 'clara', 'emil', 'frieda', 'gustav'].map(set));
      const flags = (engine: Engine, at: number): number => engine.scene.state.actFlags[at] ?? 0;
      const at = walk.passage.written[acts('requiem-vote')] ?? -1;
      if (at >= 0 && flags(twin, at) & ActFlag.adopted) adopted++;
      const there = g.scene.state;
      for (let k = 0; k < (there.counters[Counter.acts] ?? 0); k++)
        if (
          allActs()[there.actKind[k] ?? 0]?.kind === 'resolution' &&
          Math.floor(there.actTime[k] ?? 0) === day('1985-06-14')
        )
          expect(flags(g, k) & ActFlag.adopted).toBe(0);
    }
    expect(adopted).toBeGreaterThan(0);
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
