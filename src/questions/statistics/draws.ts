import { hashText, mixKey, normalQuantile, PURPOSE, uniformAt } from '../../chance/index.ts';

/** The two words of a seed. */
export interface Seed {
  readonly seedLow: number;
  readonly seedHigh: number;
}

/**
 * A keyed source of chance: the same three integers (modulo 2^32) always give the same number strictly inside
 * (0, 1), whatever was drawn before. By custom `row` is the replicate or particle, `column` what is drawn for
 * it, `step` the round.
 */
export type Uniforms = (row: number, column: number, step: number) => number;

/** The source that belongs to a seed and a subject: what is drawn under one name never shares luck with another. */
export function keyedUniforms(seed: Seed, subject: string): Uniforms {
  const key = mixKey(PURPOSE.resample, hashText(subject));
  return (row, column, step) => uniformAt(row, key, column, step, seed.seedLow, seed.seedHigh);
}

/** Standard normal numbers from a source of uniforms, by quantile. */
export function normalsOf(uniforms: Uniforms): Uniforms {
  return (row, column, step) => normalQuantile(uniforms(row, column, step));
}
