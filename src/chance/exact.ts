/** Elementary and special functions from exact operations: the same bits in every engine. */
export { exp, expm1 } from './exponential.ts';
export { log, log1p } from './logarithm.ts';
