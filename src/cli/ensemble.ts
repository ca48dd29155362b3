import type { Episode, Intervention } from '../episode/index.ts';
import { nodeExecutor } from '../ensemble/node/pool.ts';
import type { EnsembleResult, PlanPast } from '../ensemble/plan.ts';
import type { Context } from './context.ts';
import type { EnsembleFlags } from './flags.ts';
import { progressOf } from './progress.ts';

/** Runs an ensemble with progress; Ctrl-C stops it with an AbortError. */
export async function runEnsemble(
  context: Context,
  episode: Episode,
  flags: EnsembleFlags,
  interventions: readonly Intervention[],
  past?: PlanPast,
): Promise<EnsembleResult> {
  const executor = flags.workers === undefined ? nodeExecutor() : nodeExecutor(flags.workers);
  const progress = progressOf(context, flags.progress === true);
  try {
    const plan = {
      episode,
      seed: flags.seed,
      first: 0,
      runs: flags.runs,
      interventions,
      parameters: {},
      past,
    };
    context.host.signal.throwIfAborted();
    return await executor.execute(plan, progress.report, context.host.signal);
  } finally {
    progress.end();
    await executor.close();
  }
}
