import { allActs } from '../../acts/index.ts';
import { compileOutcomes } from '../../questions/outcomes.ts';
import { version } from '../../version.ts';
import { compileWorld } from '../../world/compile/compile.ts';
import type { EnsemblePlan } from '../plan.ts';
import { type Manifest, shardRunsFor, storeFormat } from './manifest.ts';

/** What a folder of runs is about, beside its plan. */
export interface About {
  /** Of the episode's files. */
  readonly hash: string;
  /** As it was typed. */
  readonly command: string;
  /** The question that was asked, if any. */
  readonly question?: { readonly id: string; readonly ask: Manifest['title'] } | undefined;
}

/** The manifest of a plan before anything is done. Throws a RangeError for a plan from history: the luck inferred has no place in a folder. */
export function beginManifest(plan: EnsemblePlan, about: About): Manifest {
  if (plan.past) throw new RangeError('runs from history are kept in memory only, not in a folder');
  const { episode, ...rest } = plan;
  const outcomes = compileOutcomes(episode, compileWorld(episode));
  return {
    format: storeFormat,
    plenum: version,
    episode: { id: episode.id, hash: about.hash },
    title: episode.meta.title,
    question: about.question?.id ?? null,
    ask: about.question?.ask ?? null,
    command: about.command,
    plan: rest,
    twins: plan.interventions.length > 0,
    outcomes: outcomes.map((o) => ({
      id: o.id,
      kind: o.kind,
      ask: o.source.ask,
      ...(o.source.unit === undefined ? {} : { unit: o.source.unit }),
    })),
    people: episode.people.map((p) => p.id),
    actors: [...episode.people, ...episode.bodies, ...episode.branches].map((x) => x.id),
    acts: allActs().map((act) => act.kind),
    shardRuns: shardRunsFor(plan.runs),
    shards: [],
  };
}
