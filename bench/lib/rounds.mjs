// Measuring: alternated rounds, best and median; machine line; memory after a collection.
import { cpus, loadavg } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export const machine = () => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  node: process.version,
  load: Number(loadavg()[0].toFixed(2)),
});

/** CPU seconds of this process, all its threads: on a shared machine the wall clock would time the neighbours. */
export const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** CPU seconds of one call. */
export function seconds(work) {
  const start = cpuSeconds();
  work();
  return cpuSeconds() - start;
}

export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** Calls every contestant once a round, in turn, and keeps best and median of what they return; the first round warms up. */
export function alternate(contestants, rounds) {
  const seen = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const [name, measure] of Object.entries(contestants)) {
      const value = measure();
      if (round > 0) seen[name].push(value);
    }
  return Object.fromEntries(
    Object.entries(seen).map(([name, list]) => [name, { best: Math.min(...list), median: median(list) }]),
  );
}

let collect;
/** Megabytes of heap and of array buffers after a full collection. */
export function megabytes() {
  if (!collect) {
    setFlagsFromString('--expose_gc');
    collect = runInNewContext('gc');
  }
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
