import { startEngine } from './client.ts';

/** Started before anything of the page is made, so that the engine reads its script while the page is drawn. */
export const engine = startEngine();
