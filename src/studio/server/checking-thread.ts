import { Worker } from 'node:worker_threads';
import type { Checker, Summary } from './checking.ts';

export interface CheckingThread {
  readonly check: Checker;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (summary: Summary) => void;
  readonly reject: (error: unknown) => void;
}

/** Checks in a thread of its own, so that the server answers meanwhile. A thread that failed is replaced at the next check. */
export function checkingThread(): CheckingThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let tasks = 0;
  const start = (): Worker => {
    const started = new Worker(new URL('./checking-worker.js', import.meta.url));
    started.on('message', ({ task, summary }: { task: number; summary: Summary }) => {
      waiting.get(task)?.resolve(summary);
      waiting.delete(task);
    });
    started.on('error', (error) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
      worker = undefined;
    });
    started.unref();
    return started;
  };
  return {
    check: (inputs) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        const task = tasks++;
        waiting.set(task, { resolve, reject });
        worker.postMessage({ task, inputs });
      }),
    close: async () => {
      await worker?.terminate();
    },
  };
}
