import type { Consideration } from './consideration.ts';

/**
 * Who else stands on that side: those I fight.
 * Arguments: hostility-weighted mean of sides −1–1 of those he fights. Returns −1–1. structural balance: Heider (1946); Cartwright & Harary (1956).
 */
export function rivalry(share: number): number {
  return -share;
}

export const rivalryConsideration: Consideration = {
  id: 'rivalry',
  group: 'people',
  formula: '-share',
  range: [-1, 1],
  meaning: 'Who else stands on that side: those I fight.',
  anchor: 'everybody I fight is on the other side',
  literature: 'structural balance: Heider (1946); Cartwright & Harary (1956)',
};
