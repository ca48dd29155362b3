import type { Consideration } from './consideration.ts';

/**
 * The strain of standing, before others, for what I do not believe: what I would say against what silence makes me stand for.
 * Arguments: salience 0–1; publicity 0–1; distance (0–100) between his position and what silence stands for, and what the act says. Returns −1–1. Kuran (1989, 1991), preference falsification.
 */
export function conviction(
  salience: number,
  publicity: number,
  strainWaiting: number,
  strainSaying: number,
): number {
  return Math.max(-1, Math.min(1, (salience * publicity * (strainWaiting - strainSaying)) / 100));
}

export const convictionConsideration: Consideration = {
  id: 'conviction',
  group: 'policy',
  formula: 'salience * publicity * (strainWaiting - strainSaying) / 100',
  range: [-1, 1],
  meaning:
    'The strain of standing, before others, for what I do not believe: what I would say against what silence makes me stand for.',
  anchor:
    'silence makes me stand in public for the opposite of what I believe, and this act lets me say what I believe',
  literature: 'Kuran (1989, 1991), preference falsification',
};
