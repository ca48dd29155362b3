import type { Consideration } from './consideration.ts';

/**
 * What those with authority over me urge, if they can see what I do.
 * Arguments: authority-weighted mean of the sides they urge −1–1; seen 0 or 1. Returns −1–1. Milgram (1974); French & Raven (1959), legitimate power.
 */
export function deference(urging: number, seen: number): number {
  return urging * seen;
}

export const deferenceConsideration: Consideration = {
  id: 'deference',
  group: 'people',
  formula: 'urging * seen',
  range: [-1, 1],
  meaning: 'What those with authority over me urge, if they can see what I do.',
  anchor: 'everybody I defer to, with full authority, urges it',
  literature: 'Milgram (1974); French & Raven (1959), legitimate power',
};
