/** Ballots: who decides, what each voter can expect, and the equilibrium of a vote. */
export * from './ballot.ts';
export { type BallotBranch, findBranches } from './branches.ts';
export type { Electorate, VoteCount } from './count.ts';
export { BallotSolver } from './equilibrium.ts';
export { ExactCount } from './exact-count.ts';
export { BallotGame, EXACT_VOTES } from './game.ts';
export { NormalCount } from './normal-count.ts';
export { marginLaw, poissonBinomial, weightedSum, withoutVoter } from './poisson-binomial.ts';
export { PrivateReckoning, publicTraits, type Reckoning, type Voter } from './private.ts';
export { respond } from './response.ts';
export * from './rule.ts';
export { sampleBallot, sampleDraws } from './sample.ts';
export { type BallotDirection, type BallotRates, BallotSensitivity } from './sensitivity.ts';
