import type { Electorate } from './count.ts';

/**
 * A ballot as a game of n voters who choose at once. Utilities are contrasts with abstaining, in units of the noise:
 * `yes_j + g_j` for voting for, `no_j − g_j` for voting against, 0 for abstaining, where
 *
 *     g_j = stake_j · pivot_j + Σ_k influence_jk · m_k + prospect_j · (2 W − 1),
 *
 * pivot_j = P(yes wins | j votes for) − P(yes wins | j votes against), m_k = P(k votes for) − P(k votes against),
 * W = P(yes wins). So `stake` is half of what yes winning is worth to j. A bloc (an entry with several seats) has one g,
 * and the pivot of one of its members.
 */
export interface Ballot extends Electorate {
  /** Private reasons to vote for; length >= n, as below. */
  readonly yes: Float64Array;
  /** Private reasons to vote against. */
  readonly no: Float64Array;
  /** Weight of deciding the outcome. */
  readonly stake: Float64Array;
  /** Row-major n × n: what k's voting for rather than against is worth to j who does the same; null if nothing. */
  readonly influence: Float64Array | null;
  /** Weight of being on the winning side. */
  readonly prospect: Float64Array;
}

/**
 * Which path leads to the equilibrium when there are several. `interaction`: everybody decides on private reasons alone,
 * then the weight t of g grows from 0 to 1. `precision`: t multiplies all utilities, so the path starts from even
 * shares (McKelvey & Palfrey's principal branch).
 */
export type BallotPath = 'interaction' | 'precision';

/** One fixed point exists, for sure. */
export const UNIQUE = 0;
/** Followed from t = 0 to 1 without turning; others may exist. */
export const FOLLOWED = 1;
/** Followed from t = 0 to 1 around turning points; others exist. */
export const TURNED = 2;
/** Not found: see the residual. */
export const NOT_CONVERGED = 3;
export type BranchCode = typeof UNIQUE | typeof FOLLOWED | typeof TURNED | typeof NOT_CONVERGED;
