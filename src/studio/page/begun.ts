import type { Ahead, Stored } from './served.ts';

/** What a served page's first script (`ahead.ts`) has under way when the page's own script runs. */
export interface Begun {
  readonly engine: Worker;
  /** The episode of the address; undefined on the shelf. */
  readonly episode?: {
    readonly id: string;
    readonly stored: Promise<Stored>;
    readonly prepared: Promise<Ahead | undefined>;
  };
}

declare global {
  var plenumBegun: Begun | undefined;
}

/** What was asked for this episode already. Given once: whoever reads it later wants it as it is then. */
export function begunFor(id: string): Begun['episode'] {
  const begun = globalThis.plenumBegun;
  if (begun?.episode?.id !== id) return undefined;
  globalThis.plenumBegun = { engine: begun.engine };
  return begun.episode;
}
