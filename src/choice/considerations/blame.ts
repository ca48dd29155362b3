import type { Consideration } from './consideration.ts';

/**
 * Being named the splitter, or the one who gave in.
 * Arguments: blame −1–1 (negative: averted); seen 0 or 1. Returns −1–1. audience costs: Fearon (1994).
 */
export function blame(blame: number, seen: number): number {
  return -blame * seen;
}

export const blameConsideration: Consideration = {
  id: 'blame',
  group: 'organisation',
  formula: '-blame * seen',
  range: [-1, 1],
  meaning: 'Being named the splitter, or the one who gave in.',
  anchor: 'all the blame for the rupture falls on me, before everybody',
  literature: 'audience costs: Fearon (1994)',
};
