import type { Consideration } from './consideration.ts';

/**
 * A binding decision would be broken, as far as belonging matters to me, the body has authority, and somebody sees it.
 * Arguments: breach −1–1 of the scale (negative: a breach by others that the act would end; Axelrod 1986); attachment 0–1; authority of the body 0–1; seen 0 or 1. Returns −1–1. Michels (1911); Lenin's democratic centralism; party discipline in Bowler, Farrell & Katz (1999).
 */
export function discipline(breach: number, attachment: number, authority: number, seen: number): number {
  return -breach * attachment * authority * seen;
}

export const disciplineConsideration: Consideration = {
  id: 'discipline',
  group: 'organisation',
  formula: '-breach * attachment * authority * seen',
  range: [-1, 1],
  meaning:
    'A binding decision would be broken, as far as belonging matters to me, the body has authority, and somebody sees it.',
  anchor:
    'somebody wholly attached openly stands for the opposite of what a body of full authority has decided',
  literature:
    'Michels (1911); Lenin’s democratic centralism; party discipline in Bowler, Farrell & Katz (1999)',
};
