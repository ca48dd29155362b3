import type { Consideration } from './consideration.ts';

/**
 * Posts gained or lost, weighed by ambition.
 * Arguments: worth of posts −1–1; ambition 0–1. Returns −1–1. Strøm (1990).
 */
export function office(posts: number, ambition: number): number {
  return Math.max(-1, Math.min(1, posts * ambition));
}

export const officeConsideration: Consideration = {
  id: 'office',
  group: 'post',
  formula: 'posts * ambition',
  range: [-1, 1],
  meaning: 'Posts gained or lost, weighed by ambition.',
  anchor: 'the highest post gained by somebody for whom posts are everything',
  literature: 'Strøm (1990)',
};
