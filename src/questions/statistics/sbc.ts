/**
 * Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari & Gelman, arXiv:1804.06788): truths are drawn from the
 * prior, data from the model, posteriors from the data; the rank of each truth among L posterior draws is uniform on
 * 0 ... L if, and as far as this can see only if, the inference is right. Ranks crowd at both ends when posteriors are
 * too narrow, in the middle when too wide, to one side when they are biased.
 *
 * Draws must be nearly independent: thin a Markov chain first.
 */
import { normalCdf } from '../../chance/index.ts';
import { chiSquareTail } from './chi-square.ts';
import { insist } from './errors.ts';

/** Rank of the truth: draws below it, ties broken at random by `uniform` in (0, 1). Whole numbers 0 ... draws. */
export function rankOf(truth: number, draws: ArrayLike<number>, uniform: number): number {
  let below = 0;
  let ties = 0;
  for (let k = 0; k < draws.length; k++) {
    if (draws[k]! < truth) below++;
    else if (draws[k] === truth) ties++;
  }
  return below + Math.floor(uniform * (ties + 1));
}

export interface Calibration {
  /** `uniform`: nothing against it. Otherwise what is most wrong with the posteriors. */
  readonly verdict: 'uniform' | 'too-narrow' | 'too-wide' | 'too-low' | 'too-high' | 'uneven';
  /** Pearson's chi-square over equal bins, and its tail probability. */
  readonly chiSquare: number;
  readonly degrees: number;
  readonly p: number;
  /** Mean rank, in standard errors above L/2: positive when posteriors lie too low. */
  readonly slope: number;
  /** Mean squared distance from L/2, in standard errors above expectation: positive when posteriors are too narrow. */
  readonly bend: number;
  /** Ranks by bin. */
  readonly histogram: readonly number[];
}

/**
 * Tests whether ranks among `draws` draws are uniform. Three tests (chi-square, slope, bend) share the error rate
 * `alpha` equally (Bonferroni). Bins: the most, up to 20, that divide draws + 1 and expect 5 ranks each; take draws + 1
 * divisible, such as 99 draws. Throws `empty` under 20 ranks, `bad-argument` for ranks out of range or bins that do not divide.
 */
export function calibration(ranks: readonly number[], draws: number, alpha = 0.01): Calibration {
  const n = ranks.length;
  insist(n >= 20, 'empty', `${n} ranks; calibration needs at least 20`);
  insist(
    ranks.every((r) => Number.isInteger(r) && r >= 0 && r <= draws),
    'bad-argument',
    `ranks must be whole numbers from 0 to ${draws}`,
  );
  const bins = binsFor(n, draws + 1);
  const histogram = Array.from({ length: bins }, () => 0);
  for (const r of ranks) histogram[Math.floor((r * bins) / (draws + 1))]! += 1;
  const chiSquare = histogram.reduce((sum, c) => sum + ((c - n / bins) * (c - n / bins)) / (n / bins), 0);
  const p = chiSquareTail(chiSquare, bins - 1);
  const { slope, bend } = moments(ranks, draws);
  return {
    verdict: verdictOf(p, slope, bend, alpha / 3),
    chiSquare,
    degrees: bins - 1,
    p,
    slope,
    bend,
    histogram,
  };
}

function binsFor(n: number, ranks: number): number {
  for (let bins = Math.min(20, Math.floor(n / 5), ranks); bins >= 2; bins--)
    if (ranks % bins === 0) return bins;
  insist(
    false,
    'bad-argument',
    `${ranks} possible ranks do not divide into equal bins; take 99 or 127 draws`,
  );
}

/** Standardised first and second moments of ranks, from those of the discrete uniform distribution on 0 ... L. */
function moments(ranks: readonly number[], draws: number): { readonly slope: number; readonly bend: number } {
  const size = draws + 1;
  const variance = (size * size - 1) / 12;
  const fourth = (3 * size * size * size * size - 10 * size * size + 7) / 240;
  let first = 0;
  let second = 0;
  for (const r of ranks) {
    first += r - draws / 2;
    second += (r - draws / 2) * (r - draws / 2);
  }
  const n = ranks.length;
  return {
    slope: first / Math.sqrt(n * variance),
    bend:
      fourth > variance * variance
        ? (second - n * variance) / Math.sqrt(n * (fourth - variance * variance))
        : 0,
  };
}

function verdictOf(p: number, slope: number, bend: number, alpha: number): Calibration['verdict'] {
  const far = (z: number): boolean => 2 * normalCdf(-Math.abs(z)) < alpha;
  if (far(slope) && Math.abs(slope) >= Math.abs(bend)) return slope > 0 ? 'too-low' : 'too-high';
  if (far(bend)) return bend > 0 ? 'too-narrow' : 'too-wide';
  return p < alpha ? 'uneven' : 'uniform';
}
