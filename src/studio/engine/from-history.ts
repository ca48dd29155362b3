import { joinGiven } from '../../ensemble/merge.ts';
import type { ShardResult } from '../../ensemble/plan.ts';
import { type Cluster, canTell, effectiveFloor } from '../../questions/abduction/intervals.ts';
import type { Inferred } from '../../questions/abduction/infer.ts';
import { reproduced } from '../../questions/abduction/reproduced.ts';
import type { EnsembleColumns } from '../../questions/columns.ts';
import { imposedActs, type Past as Told, pastTexts } from '../../report/from-history.ts';
import { compileGiven } from '../../run/history/given/steps.ts';
import type { Ready } from './opened.ts';
import type { Change, PastView } from './protocol.ts';

/** What runs from history start from. */
export interface Past {
  /** Last day given. */
  readonly until: number;
  readonly inferred: Inferred;
  /** By step of the record given: the act's id. */
  readonly steps: readonly string[];
  /** The outcomes asked, by their numbers: those of the first question among the changes, else all. */
  readonly asked: readonly number[];
}

export function pastFor(ready: Ready, changes: readonly Change[], until: number, inferred: Inferred): Past {
  const { episode: e, world, outcomes } = ready;
  const asked = changes.flatMap((c) => e.questions.find((q) => q.id === c['question']) ?? [])[0]?.outcomes;
  return {
    until,
    inferred,
    steps: compileGiven(e, world, until).steps.map((step) => step.act.id),
    asked: outcomes.flatMap((o, k) => (asked === undefined || asked.includes(o.id) ? [k] : [])),
  };
}

/** How runs from one past hang together. */
export const clusterOf = ({ inferred: i }: Past): Cluster => ({
  particles: i.particles.length,
  effective: i.effective,
});

/** While the luck is inferred nothing more than that is known. */
export const reading = (until: number, share: number): PastView => ({
  until,
  inferring: share,
  particles: 0,
  effective: 0,
  floor: effectiveFloor,
  thin: false,
  imposed: [],
  texts: [],
});

/** What an answer says of the history that its runs start from, as the command line says it. */
export function tellPast(
  ready: Ready,
  past: Past,
  parts: readonly ShardResult[],
  without: EnsembleColumns,
  twins: boolean,
  history: readonly number[],
): PastView {
  const { until, steps, inferred, asked } = past;
  const told: Told = {
    until,
    steps,
    inferred,
    twins,
    runs: parts.reduce((sum, p) => sum + p.runs, 0),
    given: joinGiven(parts),
    reproduced: reproduced(
      asked.flatMap((k) => ready.outcomes[k] ?? []),
      asked.map((k) => without[k] ?? new Float64Array(0)),
      asked.map((k) => history[k] ?? Number.NaN),
    ),
  };
  const ru = pastTexts(ready.subjects.ru, told);
  return {
    until,
    particles: inferred.particles.length,
    effective: inferred.effective,
    floor: effectiveFloor,
    thin: !canTell(inferred.effective),
    imposed: imposedActs(told).map((a) => a.id),
    texts: pastTexts(ready.subjects.en, told).map((en, k) => ({ en, ru: ru[k] ?? en })),
  };
}
