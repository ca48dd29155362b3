import { type Counted, countedInMemory } from '../ensemble/counted.ts';
import { nodeExecutor } from '../ensemble/node/pool.ts';
import type { EnsemblePlan } from '../ensemble/plan.ts';
import type { Context } from './context.ts';
import { CliError } from './errors.ts';
import type { EnsembleFlags } from './flags.ts';
import { progressOf } from './progress.ts';
import { keepRuns } from './stored/keep.ts';
import { preflightIfLong } from './stored/preflight.ts';
import type { Work } from './work.ts';

/**
 * Runs an ensemble with progress, in memory or into the folder of --out; Ctrl-C stops it with an AbortError. What the plan names wrongly
 * is a CliError.
 */
export async function countRuns(context: Context, flags: EnsembleFlags, work: Work): Promise<Counted> {
  if (flags.resume && flags.out === undefined) throw new CliError(context.texts.stored.resumeWhat, 2);
  context.host.signal.throwIfAborted();
  try {
    if (!work.plan.past) await preflightIfLong(context, flags, work);
    return await (flags.out === undefined
      ? inMemory(context, flags, work.plan)
      : keepRuns(context, flags, work, flags.out));
  } catch (error) {
    throw error instanceof RangeError ? new CliError(error.message) : error;
  }
}

async function inMemory(context: Context, flags: EnsembleFlags, plan: EnsemblePlan): Promise<Counted> {
  const executor = nodeExecutor(flags.workers);
  const progress = progressOf(context, flags.progress === true);
  try {
    const report = (done: number, total: number, inferred?: number): void =>
      inferred === undefined ? progress.report(done, total) : progress.infer(inferred);
    return countedInMemory(await executor.execute(plan, report, context.host.signal));
  } finally {
    progress.end();
    await executor.close();
  }
}
