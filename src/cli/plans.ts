import { nodeExecutor } from '../ensemble/node/pool.ts';
import type { EnsemblePlan, EnsembleResult } from '../ensemble/plan.ts';
import type { Context } from './context.ts';
import { CliError } from './errors.ts';
import type { EnsembleFlags } from './flags.ts';
import { progressOf } from './progress.ts';

/**
 * Carries out several plans one after the other, in memory, with one progress over all. Ctrl-C stops with an AbortError; what a plan names
 * wrongly is a CliError.
 */
export async function runPlans(
  context: Context,
  flags: Pick<EnsembleFlags, 'workers' | 'progress'>,
  plans: readonly EnsemblePlan[],
): Promise<readonly EnsembleResult[]> {
  const executor = nodeExecutor(flags.workers);
  const progress = progressOf(context, flags.progress === true);
  const total = plans.reduce((sum, p) => sum + p.runs, 0);
  const results: EnsembleResult[] = [];
  let before = 0;
  try {
    for (const plan of plans) {
      context.host.signal.throwIfAborted();
      const report = (done: number): void => progress.report(before + done, total);
      results.push(await executor.execute(plan, report, context.host.signal));
      before += plan.runs;
    }
  } catch (error) {
    throw error instanceof RangeError ? new CliError(error.message) : error;
  } finally {
    progress.end();
    await executor.close();
  }
  return results;
}
