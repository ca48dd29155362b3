import { betaQuantile } from '../../chance/index.ts';
import { type Estimate, quantiles } from '../statistics.ts';
import { type Resampling, resamplesOf } from './bootstrap.ts';
import { type Bounds, boundsFromMargins } from './necessity-bounds.ts';
import { insistTable, sizeOf, type TwinTable } from './necessity.ts';

/** Bounds of a probability, with an interval that holds all it may be: both ignorance of the coupling and sampling. */
export interface UncertainBounds {
  readonly bounds: Bounds | undefined;
  readonly interval: Bounds | undefined;
}

export interface NecessityBoundsFromTwins {
  readonly pn: UncertainBounds;
  readonly ps: UncertainBounds;
  readonly pns: UncertainBounds;
}

/**
 * The bounds that the two margins of a twin table set whatever the coupling, and where the lower bound begins and
 * the upper ends once sampling is counted in: quantiles over draws from the Dirichlet posterior of the cells
 * (Jeffreys prior, 1/2 each). Row of the uniforms: the draw.
 */
export function boundsFromTwins(table: TwinTable, how: Resampling): NecessityBoundsFromTwins {
  insistTable(table);
  const n = sizeOf(table);
  const point = marginBounds(table, n);
  const draws = Array.from({ length: resamplesOf(how) }, (_, r) => marginBounds(drawTable(table, r, how), 1));
  const level = how.level ?? 0.95;
  const around = (of: 'pn' | 'ps' | 'pns'): UncertainBounds => {
    const bounds = point[of];
    if (bounds === undefined) return { bounds, interval: undefined };
    const [low = 0] = quantiles(
      Float64Array.from(draws, (d) => d[of]?.low ?? Number.NaN),
      [(1 - level) / 2],
    );
    const [high = 1] = quantiles(
      Float64Array.from(draws, (d) => d[of]?.high ?? Number.NaN),
      [(1 + level) / 2],
    );
    return { bounds, interval: { low: Math.min(low, bounds.low), high: Math.max(high, bounds.high) } };
  };
  return { pn: around('pn'), ps: around('ps'), pns: around('pns') };
}

/** The margins' own estimates, P(y) with the cause and without it, from the Jeffreys posterior. */
export function marginsOf(
  table: TwinTable,
  level = 0.95,
): { readonly withCause: Estimate; readonly without: Estimate } {
  insistTable(table);
  const n = sizeOf(table);
  const estimate = (hits: number): Estimate => ({
    value: hits / n,
    low: hits === 0 ? 0 : betaQuantile((1 - level) / 2, hits + 1, n - hits + 1),
    high: hits === n ? 1 : betaQuantile((1 + level) / 2, hits + 1, n - hits + 1),
    runs: n,
  });
  return {
    withCause: estimate(table.both + table.onlyWith),
    without: estimate(table.both + table.onlyWithout),
  };
}

function marginBounds(t: TwinTable, n: number) {
  const clip = (p: number): number => Math.min(1, p / n);
  return boundsFromMargins({ withCause: clip(t.both + t.onlyWith), without: clip(t.both + t.onlyWithout) });
}

/** One draw of the four shares: the stick is broken three times, each time at a beta quantile. */
function drawTable(t: TwinTable, row: number, { uniforms }: Resampling): TwinTable {
  let stick = 1;
  let rest = sizeOf(t) + 2;
  const [both = 0, onlyWith = 0, onlyWithout = 0] = [t.both, t.onlyWith, t.onlyWithout].map((count, cell) => {
    const a = count + 0.5;
    rest -= a;
    const piece = stick * betaQuantile(uniforms(row, cell, 0), a, rest);
    stick -= piece;
    return piece;
  });
  return { both, onlyWith, onlyWithout, neither: Math.max(0, stick) };
}
