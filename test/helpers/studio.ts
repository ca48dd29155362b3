import { readdirSync, readFileSync } from 'node:fs';
import { singleThreaded } from '../../src/ensemble/single.ts';
import type { StudioFile } from '../../src/studio/engine/protocol.ts';
import { serving } from '../../src/studio/engine/services.ts';

/** The files of an episode that comes along, as the page hands them over. */
export function filesOf(id: string): readonly StudioFile[] {
  const folder = new URL(`../../episodes/${id}/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .map((name) => ({ path: name, text: readFileSync(new URL(name, folder), 'utf8') }));
}

export const aCall = { signal: new AbortController().signal, onPartial: () => {} };

/** The studio's services in this thread. Time stands still, so that nothing depends on it. */
export const services = () => serving({ executor: singleThreaded, workers: 1, clock: () => 0 });

/** The services with an episode open. */
export async function opened(id: string) {
  const all = services();
  const view = await all.open(aCall, filesOf(id));
  return { all, view };
}
