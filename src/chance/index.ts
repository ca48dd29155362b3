/** Chance: keyed draws, distributions, and elementary functions that give the same bits everywhere. */
export { gumbel, gumbelAt, gumbelOf, uniform, uniform2, uniformAt } from './draws.ts';
export * from './exact.ts';
export {
  type Beta,
  type Discrete,
  type Distribution,
  mean,
  type Normal,
  plusMinus,
  quantile,
  sd,
  validate,
} from './distributions.ts';
export { gumbelsAt } from './gumbels.ts';
export { finalise, hashText, mixKey } from './keys.ts';
export { philox, wordsToUniform } from './philox.ts';
export { PURPOSE, type Purpose } from './purposes.ts';
export { gumbelBelow, gumbelsGiven } from './truncated-gumbels.ts';
export type { Reason } from './validate.ts';
