import type { Consideration } from './consideration.ts';

/**
 * Whether that side looks like winning.
 * Arguments: believed chance that the side wins 0–1. Returns −1–1. bandwagon: Simon (1954); Lohmann (1994).
 */
export function prospect(chance: number): number {
  return 2 * chance - 1;
}

export const prospectConsideration: Consideration = {
  id: 'prospect',
  group: 'people',
  formula: '2 * chance - 1',
  range: [-1, 1],
  meaning: 'Whether that side looks like winning.',
  anchor: 'that side is certain to win',
  literature: 'bandwagon: Simon (1954); Lohmann (1994)',
};
