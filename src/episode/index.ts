export * from './check.ts';
export * from './dates/index.ts';
export { distance, suggest } from './distance.ts';
export * from './load.ts';
export * from './problems.ts';
export { EpisodeFile, type EpisodeInput, formatVersion } from './schema/index.ts';
export type * from './types.ts';
export * from './vocabulary.ts';
