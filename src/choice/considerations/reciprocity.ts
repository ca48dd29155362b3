import type { Consideration } from './consideration.ts';

/**
 * What I owe under a pact or for a favour, what I was promised.
 * Arguments: promise kept (+) or broken (−) −1–1; what he owes the other −1–1; friendliness of the act towards him −1–1. Returns −1–1. Gouldner (1960); Axelrod (1984).
 */
export function reciprocity(kept: number, owed: number, warmth: number): number {
  return Math.max(-1, Math.min(1, kept + owed * warmth));
}

export const reciprocityConsideration: Consideration = {
  id: 'reciprocity',
  group: 'people',
  formula: 'kept + owed * warmth',
  range: [-1, 1],
  meaning: 'What I owe under a pact or for a favour, what I was promised.',
  anchor: 'a solemn promise kept to somebody to whom I owe everything',
  literature: 'Gouldner (1960); Axelrod (1984)',
};
