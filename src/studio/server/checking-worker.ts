import { parentPort } from 'node:worker_threads';
import type { EpisodeFileInput } from '../../episode/index.ts';
import { summarise } from './checking.ts';

const port = parentPort;
port?.on('message', ({ task, inputs }: { task: number; inputs: readonly EpisodeFileInput[] }) => {
  port.postMessage({ task, summary: summarise(inputs) });
});
