import { parentPort } from 'node:worker_threads';
import { prepareFiles } from '../engine/prepared.ts';
import { summarise } from './checking.ts';
import type { Task } from './checking-thread.ts';

const port = parentPort;
port?.on('message', ({ id, ...task }: Task & { readonly id: number }) => {
  port.postMessage({ id, answer: task.what === 'check' ? summarise(task.files) : prepareFiles(task.files) });
});
