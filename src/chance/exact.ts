/** Elementary and special functions from exact operations: the same bits in every engine. */
export { betaQuantile, incompleteBeta, logBeta } from './beta.ts';
export { erfc, normalCdf, normalDensity, scaledErfc } from './erfc.ts';
export { exp, expm1 } from './exponential.ts';
export { logGamma } from './gamma.ts';
export { log, log1p } from './logarithm.ts';
export { logistic, logSumExp, tanh } from './logistic.ts';
export { normalQuantile } from './normal-quantile.ts';
export { pow } from './power.ts';
export { cos, sin } from './trigonometry.ts';
