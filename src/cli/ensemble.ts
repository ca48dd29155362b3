import type { Episode, Intervention } from '../episode/index.ts';
import { nodeExecutor } from '../ensemble/node/pool.ts';
import type { EnsembleResult } from '../ensemble/plan.ts';
import type { DesignPlan } from '../questions/hangs-on/design.ts';
import type { Context } from './context.ts';
import type { EnsembleFlags } from './flags.ts';
import { progressOf } from './progress.ts';

/** Runs one plan for each change, with one progress over all; the same runs of the same seed. Ctrl-C stops it with an AbortError. */
export async function runPlans(
  context: Context,
  episode: Episode,
  flags: EnsembleFlags,
  changes: readonly (readonly Intervention[])[],
): Promise<readonly EnsembleResult[]> {
  const executor = flags.workers === undefined ? nodeExecutor() : nodeExecutor(flags.workers);
  const progress = progressOf(context, flags.progress === true);
  const { seed, runs } = flags;
  const results: EnsembleResult[] = [];
  try {
    for (const interventions of changes) {
      context.host.signal.throwIfAborted();
      const before = results.length * runs;
      results.push(
        await executor.execute(
          { episode, seed, first: 0, runs, interventions, parameters: {} },
          (done) => progress.report(before + done, changes.length * runs),
          context.host.signal,
        ),
      );
    }
  } finally {
    progress.end();
    await executor.close();
  }
  return results;
}

/** Runs an ensemble with progress; Ctrl-C stops it with an AbortError. */
export async function runEnsemble(
  context: Context,
  episode: Episode,
  flags: EnsembleFlags,
  interventions: readonly Intervention[],
  design?: DesignPlan,
): Promise<EnsembleResult> {
  const executor = flags.workers === undefined ? nodeExecutor() : nodeExecutor(flags.workers);
  const progress = progressOf(context, flags.progress === true);
  try {
    const { seed, runs } = flags;
    const plan = { episode, seed, first: 0, runs, interventions, parameters: {}, design };
    context.host.signal.throwIfAborted();
    return await executor.execute(plan, progress.report, context.host.signal);
  } finally {
    progress.end();
    await executor.close();
  }
}
