import type { Ahead, Stored } from './served.ts';

/** What a served page's first script (`ahead.ts`) has under way when the page's own script runs. */
export interface Begun {
  readonly engine: Worker;
  /** The episode of the address; undefined on the shelf. */
  readonly episode?: Asked;
}

interface Asked {
  readonly id: string;
  stored?: Promise<Stored> | undefined;
  prepared?: Promise<Ahead | undefined> | undefined;
}

declare global {
  var plenumBegun: Begun | undefined;
}

/** What was asked for this episode already. Given once: whoever reads it later wants it as it is then. */
export function begunFor<What extends 'stored' | 'prepared'>(id: string, what: What): Asked[What] {
  const asked = globalThis.plenumBegun?.episode;
  if (asked?.id !== id) return undefined;
  const taken = asked[what];
  asked[what] = undefined;
  return taken;
}
