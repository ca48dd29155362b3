/**
 * What holds of PN, PS and PNS whatever the coupling of luck: the bounds of Tian & Pearl (Ann. Math. Artif. Intell.
 * 28 (2000) 287-313), which are sharp. From the margins of the two worlds alone, or with observations of a world in
 * which the cause came about by itself.
 */
import { insist } from './errors.ts';
import { type Contradiction, contradictions, type Margins, type Observed } from './necessity-consistency.ts';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export interface NecessityBounds {
  readonly kind: 'bounds';
  /** Undefined where the case asked about does not occur. */
  readonly pn: Bounds | undefined;
  readonly ps: Bounds | undefined;
  readonly pns: Bounds;
}

/** Inputs that no distribution can have; no bounds are given, since formulas would give nonsense (even above 1). */
export interface Inconsistent {
  readonly kind: 'inconsistent';
  readonly contradictions: readonly Contradiction[];
}

/**
 * Bounds from margins, the cause being set from outside: max(0, p - p') <= PNS <= min(p, 1 - p'), PN = PNS / p,
 * PS = PNS / (1 - p'). If the cause never prevents the outcome (monotonicity), the lower bounds are the values.
 * Throws `not-probability`.
 */
export function boundsFromMargins({ withCause: p, without: q }: Margins): NecessityBounds {
  insistProbability(p, 'withCause');
  insistProbability(q, 'without');
  const pns = { low: Math.max(0, p - q), high: Math.min(p, 1 - q) };
  return { kind: 'bounds', pns, pn: scaled(pns, p), ps: scaled(pns, 1 - q) };
}

/**
 * Bounds from an experiment and observations together. With a = P(x, y), b = P(x, not y), c = P(not x, y),
 * d = P(neither), P(y) = a + c:
 *
 *     max(0, p - q, P(y) - q, p - P(y)) <= PNS <= min(p, 1 - q, a + d, p - q + b + c)
 *     max(0, (P(y) - q) / a)            <= PN  <= min(1, (1 - q - d) / a)
 *     max(0, (p - P(y)) / d)            <= PS  <= min(1, (p - a) / d)
 *
 * Inputs that contradict each other by more than `tolerance` are reported, never clipped. Rounding needs 1e-12;
 * shares estimated from samples need about twice their standard error. Throws `not-probability`.
 */
export function boundsWithObservations(
  margins: Margins,
  seen: Observed,
  tolerance = 1e-12,
): NecessityBounds | Inconsistent {
  const { withCause: p, without: q } = margins;
  const { causeAndOutcome: a, causeOnly: b, outcomeOnly: c, neither: d } = seen;
  for (const [name, value] of Object.entries({ ...margins, ...seen })) insistProbability(value, name);
  insist(
    Math.abs(a + b + c + d - 1) <= 1e-9,
    'not-probability',
    `the observed shares add up to ${a + b + c + d}, not 1`,
  );
  const found = contradictions(margins, seen, tolerance);
  if (found.length > 0) return { kind: 'inconsistent', contradictions: found };
  const y = a + c;
  return {
    kind: 'bounds',
    pns: ordered(Math.max(0, p - q, y - q, p - y), Math.min(p, 1 - q, a + d, p - q + b + c)),
    pn: a > 0 ? ordered(Math.max(0, (y - q) / a), Math.min(1, (1 - q - d) / a)) : undefined,
    ps: d > 0 ? ordered(Math.max(0, (p - y) / d), Math.min(1, (p - a) / d)) : undefined,
  };
}

function scaled({ low, high }: Bounds, by: number): Bounds | undefined {
  return by > 0 ? ordered(low / by, Math.min(1, high / by)) : undefined;
}

/** Consistent inputs give bounds in order and within [0, 1]; what is left beyond, within the tolerance, is rounding. */
function ordered(low: number, high: number): Bounds {
  const top = Math.max(0, Math.min(1, high));
  return { low: Math.min(low, top), high: top };
}

function insistProbability(value: number, name: string): void {
  insist(value >= 0 && value <= 1, 'not-probability', `${name} is ${value}; it must lie between 0 and 1`);
}
