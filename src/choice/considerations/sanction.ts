import type { Consideration } from './consideration.ts';

/**
 * The punishment risked (its chance times its severity), weighed by caution, if somebody sees.
 * Arguments: chance × severity 0–1; caution 0–1; seen 0 or 1. Returns −1–1. deterrence: Becker (1968); Nagin (2013).
 */
export function sanction(risk: number, caution: number, seen: number): number {
  return -risk * caution * seen;
}

export const sanctionConsideration: Consideration = {
  id: 'sanction',
  group: 'post',
  formula: '-risk * caution * seen',
  range: [-1, 1],
  meaning: 'The punishment risked (its chance times its severity), weighed by caution, if somebody sees.',
  anchor: 'certain and extreme punishment for somebody wholly cautious',
  literature: 'deterrence: Becker (1968); Nagin (2013)',
};
