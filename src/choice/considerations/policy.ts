import type { Consideration } from './consideration.ts';

/**
 * The line I expect after this, nearer to my position or further from it, in shares of the whole scale, times how much the issue matters to me.
 * Arguments: salience 0–1; distances of the expected line from his position, 0–100, if he waits and if he does it. Returns −1–1. Black (1948); Enelow & Hinich (1984); Palfrey & Rosenthal (1985) for the vote.
 */
export function policy(salience: number, distanceWaiting: number, distanceAfter: number): number {
  return Math.max(-1, Math.min(1, (salience * (distanceWaiting - distanceAfter)) / 100));
}

export const policyConsideration: Consideration = {
  id: 'policy',
  group: 'policy',
  formula: 'salience * (distanceWaiting - distanceAfter) / 100',
  range: [-1, 1],
  meaning:
    'The line I expect after this, nearer to my position or further from it, in shares of the whole scale, times how much the issue matters to me.',
  anchor:
    'the line moves from one end of the scale to my own position at the other, on an issue that is everything to me',
  literature: 'Black (1948); Enelow & Hinich (1984); Palfrey & Rosenthal (1985) for the vote',
};
