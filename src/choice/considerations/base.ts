import type { Consideration } from './consideration.ts';

/**
 * How often such an act is taken at all: one constant per kind of act, in units of utility.
 * Arguments: log-odds, any size. Returns log-odds. alternative-specific constants: McFadden (1974).
 */
export function base(constant: number): number {
  return constant;
}

export const baseConsideration: Consideration = {
  id: 'base',
  group: 'post',
  formula: 'constant',
  range: [-10, 10],
  meaning: 'How often such an act is taken at all: one constant per kind of act, in units of utility.',
  anchor: 'one unit of log-odds against waiting',
  literature: 'alternative-specific constants: McFadden (1974)',
};
