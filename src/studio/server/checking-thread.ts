import { Worker } from 'node:worker_threads';
import type { EpisodeFileInput, TextFile } from '../../episode/index.ts';
import type { Checker } from './checking.ts';
import type { Preparer } from './preparing.ts';

export interface CheckingThread {
  readonly check: Checker;
  readonly prepare: Preparer;
  readonly close: () => Promise<void>;
}

/** What the thread is asked. */
export type Task =
  | { readonly what: 'check'; readonly files: readonly EpisodeFileInput[] }
  | { readonly what: 'prepare'; readonly files: readonly TextFile[] };

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/** Checks and prepares in a thread of its own, so that the server answers meanwhile. A thread that failed is replaced at the next task. */
export function checkingThread(): CheckingThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let tasks = 0;
  const start = (): Worker => {
    const started = new Worker(new URL('./checking-worker.js', import.meta.url));
    started.on('message', ({ id, answer }: { readonly id: number; readonly answer: never }) => {
      waiting.get(id)?.resolve(answer);
      waiting.delete(id);
    });
    started.on('error', (error) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
      worker = undefined;
    });
    started.unref();
    return started;
  };
  const ask = (task: Task): Promise<never> =>
    new Promise((resolve, reject) => {
      worker ??= start();
      const id = tasks++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...task });
    });
  return {
    check: (files) => ask({ what: 'check', files }),
    prepare: (files) => ask({ what: 'prepare', files }),
    close: async () => {
      await worker?.terminate();
    },
  };
}
