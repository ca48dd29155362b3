import type { Consideration } from './consideration.ts';

/**
 * The risk that the organisation splits, weighed by attachment and by what a split would cost now.
 * Arguments: change of the risk of a split −1–1; attachment 0–1; cost of a split 0–1. Returns −1–1. Hirschman (1970); Gehlbach (2006); Clark, Golder & Golder (2017).
 */
export function unity(split: number, attachment: number, cost: number): number {
  return -split * attachment * cost;
}

export const unityConsideration: Consideration = {
  id: 'unity',
  group: 'organisation',
  formula: '-split * attachment * cost',
  range: [-1, 1],
  meaning: 'The risk that the organisation splits, weighed by attachment and by what a split would cost now.',
  anchor:
    'an act that makes the split certain, for somebody to whom the organisation is everything, when a split costs most',
  literature: 'Hirschman (1970); Gehlbach (2006); Clark, Golder & Golder (2017)',
};
