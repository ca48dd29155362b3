/** An estimate with its interval; never a bare number. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Runs it rests on. */
  readonly runs: number;
}

/** The standard normal's 97.5 % quantile: intervals of 95 %. */
export const z95 = 1.959963984540054;
