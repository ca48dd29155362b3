export type * from './types/cast.ts';
export type * from './types/distribution.ts';
export type * from './types/episode.ts';
export type * from './types/minds.ts';
export type * from './types/record.ts';
export type * from './types/values.ts';
