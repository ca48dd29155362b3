import type { Consideration } from './consideration.ts';

/**
 * What those I trust do, or are expected to do: the trust-weighted share of them on that side, less the share on the other.
 * Arguments: trust-weighted mean of sides −1–1. Returns −1–1. Brock & Durlauf (2001); Granovetter (1978).
 */
export function solidarity(share: number): number {
  return share;
}

export const solidarityConsideration: Consideration = {
  id: 'solidarity',
  group: 'people',
  formula: 'share',
  range: [-1, 1],
  meaning:
    'What those I trust do, or are expected to do: the trust-weighted share of them on that side, less the share on the other.',
  anchor: 'everybody I trust is on that side',
  literature: 'Brock & Durlauf (2001); Granovetter (1978)',
};
