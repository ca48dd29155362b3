import { resolve } from 'node:path';
import type { Counted } from '../../ensemble/counted.ts';
import { nodeExecutor } from '../../ensemble/node/pool.ts';
import { countedInFolder } from '../../ensemble/node/store/counted.ts';
import { fill } from '../../ensemble/node/store/fill.ts';
import { findManifest } from '../../ensemble/node/store/folder.ts';
import { beginManifest } from '../../ensemble/stored/begin.ts';
import { runsDone } from '../../ensemble/stored/manifest.ts';
import type { Context } from '../context.ts';
import { isAbort } from '../errors.ts';
import type { EnsembleFlags } from '../flags.ts';
import { progressOf } from '../progress.ts';
import { inFolder } from './trouble.ts';
import type { Work } from '../work.ts';

/** Runs an ensemble into a folder, or what is missing of it, and counts what the folder then holds. */
export async function keepRuns(
  context: Context,
  flags: EnsembleFlags,
  { opened, plan, question }: Work,
  shown: string,
): Promise<Counted> {
  const folder = resolve(context.host.cwd, shown);
  const wanted = beginManifest(plan, { hash: opened.hash, command: context.typed, question });
  const executor = nodeExecutor(flags.workers);
  const progress = progressOf(context, flags.progress === true);
  let before: number | undefined;
  try {
    return await inFolder(context, shown, async () => {
      const filled = await fill(folder, wanted, plan, {
        resume: flags.resume === true,
        executor,
        onProgress: (done, total) => {
          before ??= done;
          progress.report(done, total, before);
        },
        signal: context.host.signal,
      });
      return countedInFolder(folder, filled);
    });
  } catch (error) {
    if (!isAbort(error)) throw error;
    const done = findManifest(folder);
    const kept = context.texts.stored.interrupted(shown, done ? runsDone(done) : 0, plan.runs);
    throw new DOMException(kept, 'AbortError');
  } finally {
    progress.end();
    await executor.close();
  }
}
