import type {} from './begun.ts';
import { startEngine } from './client.ts';

/** Begun by the page's first script, else started here, before anything of the page is made, so that the engine reads its script while the page is drawn. */
export const engine = globalThis.plenumBegun?.engine ?? startEngine();
