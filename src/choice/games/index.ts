/** Noisy game theory: logit equilibria of games and trees, thresholds, social interactions. */
export { type AgentQre, agentQre, evenBehaviour } from './agent-qre.ts';
export { criticalLean, criticalWeight, selfConsistentMeans, stationaryLaw } from './brock-durlauf.ts';
export { writeEfg } from './efg.ts';
export { readEfg } from './efg-read.ts';
export { fitLambda, fitLambdaToPayoffs, type LambdaFit } from './fit-lambda.ts';
export * from './normal-form.ts';
export { iterate, logitReply, otherBranches, type Qre, residualOf, solveQre, tracePrincipal } from './qre.ts';
export { type PathProblem, PathFollower, type PathOptions, PATH_OPTIONS } from './path.ts';
export * from './thresholds.ts';
export * from './tree.ts';
