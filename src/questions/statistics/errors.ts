/** Why a statistic refused its arguments: for programs, and for tests, which do not look at the wording. */
export type StatisticsCode =
  | 'bad-argument'
  | 'empty'
  | 'length-mismatch'
  | 'not-finite'
  | 'not-power-of-two'
  | 'not-probability'
  | 'too-large';

/** A broken promise of the caller. What the data themselves say wrong (inconsistency, too few) is a value instead. */
export class StatisticsError extends RangeError {
  readonly code: StatisticsCode;

  constructor(code: StatisticsCode, message: string) {
    super(message);
    this.name = 'StatisticsError';
    this.code = code;
  }
}

/** Throws unless `holds`. */
export function insist(holds: boolean, code: StatisticsCode, message: string): asserts holds {
  if (!holds) throw new StatisticsError(code, message);
}

/** Throws unless every value is a finite number; the message names the first that is not. */
export function insistFinite(values: ArrayLike<number>, name: string): void {
  for (let k = 0; k < values.length; k++) {
    if (!Number.isFinite(values[k])) {
      throw new StatisticsError(
        'not-finite',
        `${name}[${k}] is ${values[k]}; every value must be a finite number`,
      );
    }
  }
}
