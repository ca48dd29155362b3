import type { EnsemblePlan, ShardResult } from '../../ensemble/plan.ts';
import type { Episode, Outcome } from '../../episode/types.ts';
import type { Ready } from './opened.ts';
import type { LinesView } from './protocol.ts';
import { inPieces } from './queue.ts';
import type { Call, Means } from './services.ts';

/** An outcome per issue: the line of the body that decides it, on the last day. */
function lineOutcomes(e: Episode): readonly Outcome[] {
  return e.issues.map((i) => ({
    id: `line-${i.id}`,
    path: [],
    ask: i.name,
    measure: { kind: 'line', body: i.body, issue: i.id, at: e.meta.ends },
  }));
}

/** Where the line on every issue ends in many runs of the episode as coded; tells how it stands while they come in. */
export async function tellLines(
  ready: Ready,
  options: { readonly seed: number; readonly runs: number },
  means: Means,
  call: Call,
): Promise<LinesView> {
  const plan: EnsemblePlan = {
    episode: { ...ready.episode, outcomes: lineOutcomes(ready.episode) },
    seed: options.seed,
    first: 0,
    runs: options.runs,
    interventions: [],
    parameters: {},
  };
  const parts: ShardResult[] = [];
  const view = (): LinesView => {
    parts.sort((a, b) => a.first - b.first);
    const column = (o: number): Float64Array =>
      Float64Array.from(parts.flatMap((p) => Array.from(p.without[o] ?? [])));
    return {
      done: parts.reduce((sum, p) => sum + p.runs, 0),
      total: options.runs,
      lines: ready.episode.issues.map((_, o) => column(o)),
    };
  };
  let told = means.clock();
  await inPieces(
    means.executor,
    plan,
    { piece: 64, size: 4 },
    (part) => {
      parts.push(part);
      if (means.clock() - told < 300) return;
      told = means.clock();
      call.onPartial(view());
    },
    call.signal,
  );
  return view();
}
