import { allActs } from '../../acts/index.ts';
import { ruleText } from '../../acts/rules.ts';
import { turningKinds } from '../../ensemble/firsts.ts';
import { fingerprint } from '../../ensemble/fingerprint.ts';
import type { ShardResult } from '../../ensemble/plan.ts';
import { effectsFromHistory, summariesFromHistory } from '../../questions/abduction/intervals.ts';
import { effects, summarise } from '../../questions/summarise.ts';
import { summaryText } from '../../report/answers.ts';
import { effectSentence } from '../../report/effects.ts';
import { turningsIn } from './turnings.ts';
import { clusterOf, type Past, tellPast } from './from-history.ts';
import { both, type Ready } from './opened.ts';
import type { EnsembleView } from './protocol.ts';

/** Collects the shards of an ensemble as they come, in any order, and tells how things stand. */
export interface Gathering {
  readonly add: (part: ShardResult) => void;
  readonly view: (seconds: number) => EnsembleView;
}

export function gathering(
  ready: Ready,
  total: number,
  twins: boolean,
  history: readonly number[],
  past?: Past,
): Gathering {
  const parts: ShardResult[] = [];
  return {
    add: (part) => {
      parts.push(part);
      parts.sort((a, b) => a.first - b.first);
    },
    view: (seconds) => viewOf(ready, parts, { total, twins, history, past, seconds }),
  };
}

interface Gathered {
  readonly total: number;
  readonly twins: boolean;
  readonly history: readonly number[];
  readonly past: Past | undefined;
  readonly seconds: number;
}

function viewOf(
  ready: Ready,
  parts: readonly ShardResult[],
  { total, twins, history, past, seconds }: Gathered,
): EnsembleView {
  const done = parts.reduce((sum, p) => sum + p.runs, 0);
  const column = (pick: (p: ShardResult) => Float64Array | undefined): Float64Array =>
    Float64Array.from(parts.flatMap((p) => Array.from(pick(p) ?? [])));
  const without = ready.outcomes.map((_, o) => column((p) => p.without[o]));
  const withIt = twins ? ready.outcomes.map((_, o) => column((p) => p.with[o])) : [];
  const cluster = past && clusterOf(past);
  const summaries = cluster
    ? summariesFromHistory(ready.outcomes, without, history, cluster)
    : summarise(ready.outcomes, without, history);
  const found = !twins
    ? []
    : cluster
      ? effectsFromHistory(ready.outcomes, without, withIt, cluster)
      : effects(ready.outcomes, without, withIt);
  return {
    done,
    total,
    failed: parts.reduce((sum, p) => sum + p.failed.length, 0),
    seconds,
    runs: Int32Array.from(parts.flatMap((p) => Array.from({ length: p.runs }, (_, k) => p.first + k))),
    without,
    with: withIt,
    parted: column((p) => p.parted),
    summaries,
    effects: found,
    sentences: ready.outcomes.map((o, k) => {
      const summary = summaries[k];
      return both(ready, (s) => (summary ? summaryText(o, summary, s) : ''));
    }),
    told: ready.outcomes.flatMap((o, k) => {
      const effect = found[k];
      return effect ? [both(ready, (s) => effectSentence(o, effect, s))] : [];
    }),
    forced: forcedOf(parts),
    fingerprint: done === total ? fingerprint([...without, ...withIt]) : undefined,
    acts: actsOf(parts, done),
    turnings: turningsIn(ready, parts),
    turningKinds,
    past: past && tellPast(ready, past, parts, without, twins, history),
  };
}

function forcedOf(parts: readonly ShardResult[]): EnsembleView['forced'] {
  const rules = new Set(parts.flatMap((p) => p.forced.refusals.map((r) => r.rule)));
  return {
    carriedOut: parts.reduce((sum, p) => sum + p.forced.carriedOut, 0),
    refused: parts.reduce((sum, p) => sum + p.forced.refused, 0),
    rules: [...rules].map((code) => ({ en: ruleText(code, 'en'), ru: ruleText(code, 'ru') })),
  };
}

/** Mean number of acts of each kind a run. */
function actsOf(parts: readonly ShardResult[], done: number): EnsembleView['acts'] {
  return allActs().map((a, kind) => {
    let times = 0;
    for (const p of parts) for (let k = 0; k < p.runs; k++) times += p.actCounts[kind * p.runs + k] ?? 0;
    return { kind: a.kind, mean: times / Math.max(1, done) };
  });
}
