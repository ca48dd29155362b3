import { expect } from 'vitest';
import { prepare, runShard } from '../../src/ensemble/shard.ts';
import type { Episode, Intervention, OutsideEvent, ResolvedDate } from '../../src/episode/index.ts';
import { compileOutcomes } from '../../src/questions/outcomes.ts';
import { effects } from '../../src/questions/summarise.ts';
import { withIdler } from './episodes.ts';

/** A change of what cannot matter. */
export interface Placebo {
  readonly name: string;
  readonly interventions: readonly Intervention[];
}

const path: readonly never[] = [];

/** Changes that must not move anything in an episode to which an idler has been added. */
export function placebosOf(e: Episode): readonly Placebo[] {
  const { starts, ends } = e.meta;
  const middle = Math.floor((starts + ends) / 2);
  const [person] = e.people;
  const seated = e.terms.find(
    (t) => t.body !== undefined && t.role === 'member' && t.from <= starts && t.to >= starts,
  );
  const [issue] = e.issues;
  const trait = (
    name: 'ambition' | 'caution' | 'authority' | 'attachment' | 'tempo',
    value: number,
  ): Placebo => ({
    name: `the ${name} of somebody without seat, ties or views`,
    interventions: [
      { kind: 'set', path, target: { kind: 'trait', person: idler, trait: name }, value, at: starts },
    ],
  });
  const event = { path, id: 'zz-rumour', date: dayOf(middle), pressures: [], resources: [] };
  return [
    trait('ambition', 1),
    trait('authority', 1),
    trait('tempo', 20),
    {
      name: 'his position, in the middle',
      interventions: [
        {
          kind: 'set',
          path,
          target: { kind: 'position', person: idler, issue: issue?.id ?? '' },
          value: 100,
          at: middle,
        },
      ] as readonly Intervention[],
    },
    {
      name: 'an act that is never possible, forbidden',
      interventions: [
        {
          kind: 'forbid',
          path,
          move: { act: 'split', by: [person?.id ?? ''], to: [person?.id ?? ''] },
          from: starts,
          until: ends,
        },
      ],
    },
    {
      name: 'a seat given to somebody who sits there',
      interventions: seated
        ? [{ kind: 'add-term', path, person: seated.person, body: seated.body, role: 'member', at: starts }]
        : [],
    },
    {
      name: 'an event that moves nothing',
      interventions: [{ kind: 'add-event', path, event: { ...event, ...quiet } as unknown as OutsideEvent }],
    },
    {
      name: 'whatever comes after the last day',
      interventions: [
        {
          kind: 'set',
          path,
          target: { kind: 'trait', person: person?.id ?? '', trait: 'attachment' },
          value: 0,
          at: ends + 1,
        },
      ] as readonly Intervention[],
    },
  ];
}

const quiet = { what: { en: 'a rumour', ru: 'слух' }, arrives: [], leaves: [], asks: [] };
const idler = 'zz-idler' as Episode['people'][number]['id'];

const dayOf = (day: number): ResolvedDate => ({
  earliest: day,
  latest: day,
  day,
  calendar: 'gregorian',
  approximate: false,
  uncertain: false,
});

/** Runs pairs of one placebo: at least 99 % are identical, act for act and in every answer, and no effect can be told from none. */
export function expectNothing(episode: Episode, p: Placebo, runs: number): void {
  const e = withIdler(episode);
  const prepared = prepare({
    episode: e,
    seed: 77,
    first: 0,
    runs,
    interventions: p.interventions,
    parameters: {},
  });
  const r = runShard(prepared, { first: 0, runs });
  expect(r.failed, p.name).toEqual([]);
  const part = [...r.parted].filter((d) => !Number.isNaN(d)).length;
  expect(part / runs, p.name).toBeLessThanOrEqual(0.01);
  for (const effect of effects(compileOutcomes(e, prepared.engine.scene.world), r.without, r.with)) {
    const { low, high } = effect.difference;
    if (!Number.isNaN(low)) expect(low <= 0 && high >= 0, `${p.name}: ${effect.id}`).toBe(true);
  }
}

/** The measure is not blind: a change that matters parts most pairs. */
export function partsMost(episode: Episode, interventions: readonly Intervention[], runs: number): number {
  const p = prepare({ episode, seed: 77, first: 0, runs, interventions, parameters: {} });
  const r = runShard(p, { first: 0, runs });
  return [...r.parted].filter((d) => !Number.isNaN(d)).length / runs;
}
