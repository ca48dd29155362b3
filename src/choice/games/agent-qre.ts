import { exp, log } from '../../chance/exact.ts';
import { AgentSystem } from './agent-system.ts';
import { maxNorm } from './linear.ts';
import { PATH_OPTIONS, PathFollower } from './path.ts';
import { type GameTree, hasPerfectInformation } from './tree.ts';

/** An agent quantal response equilibrium of a tree. */
export interface AgentQre {
  /** Probability of every action, see `InformationSet.first`. */
  readonly behaviour: Float64Array;
  readonly lambda: number;
  /** Largest violation of x_a − x_0 = λ (u_a − u_0), in log-odds. */
  readonly residual: number;
  /** `unique` in a tree with perfect information; otherwise the branch from even shares at λ = 0. */
  readonly branch: 'unique' | 'principal';
  readonly turningPoints: number;
}

/**
 * Logit agent QRE at precision λ (McKelvey & Palfrey, Exp. Econ. 1 (1998) 9–41), later choices valued by their expected
 * payoff. By backward induction if every player knows where he is, else by following the branch from λ = 0.
 *
 * @throws RangeError if the branch is lost
 */
export function agentQre(tree: GameTree, lambda: number): AgentQre {
  if (hasPerfectInformation(tree)) {
    const behaviour = backwardInduction(tree, lambda);
    return { behaviour, lambda, residual: 0, branch: 'unique', turningPoints: 0 };
  }
  const system = new AgentSystem(tree);
  const follower = new PathFollower(system.size);
  const x = evenBehaviour(tree).map(log);
  if (lambda > 0 && !follower.follow(system, x, 0, lambda, PATH_OPTIONS))
    throw new RangeError(`the principal branch was lost at λ = ${follower.t} on the way to ${lambda}`);
  const out = new Float64Array(system.size);
  system.evaluate(x, lambda, out);
  const residual = maxNorm(out, system.size);
  return {
    behaviour: x.map(exp),
    lambda,
    residual,
    branch: 'principal',
    turningPoints: follower.turningPoints,
  };
}

/** Even shares at every information set. */
export function evenBehaviour(tree: GameTree): Float64Array {
  return Float64Array.from(tree.sets.flatMap(({ labels }) => labels.map(() => 1 / labels.length)));
}

function backwardInduction(tree: GameTree, lambda: number): Float64Array {
  const players = tree.players.length;
  const behaviour = new Float64Array(tree.size);
  const value = Float64Array.from(tree.payoffs);
  for (let i = tree.parent.length - 1; i >= 0; i--) {
    const set = tree.setOf[i];
    if (set >= 0) choose(tree, i, lambda, value, behaviour);
    for (let c = tree.firstChild[i]; c < tree.firstChild[i + 1]; c++) {
      const child = tree.children[c];
      const action = tree.actionInto[child];
      const chance = action >= 0 ? behaviour[action] : tree.chance[child];
      for (let p = 0; p < players; p++) value[i * players + p] += chance * value[child * players + p];
    }
  }
  return behaviour;
}

function choose(tree: GameTree, i: number, lambda: number, value: Float64Array, out: Float64Array): void {
  const { first, labels, player } = tree.sets[tree.setOf[i]];
  const players = tree.players.length;
  const at = (a: number): number => value[tree.children[tree.firstChild[i] + a] * players + player];
  let top = -Infinity;
  for (let a = 0; a < labels.length; a++) top = Math.max(top, at(a));
  let sum = 0;
  for (let a = 0; a < labels.length; a++) {
    out[first + a] = exp(lambda * (at(a) - top));
    sum += out[first + a];
  }
  for (let a = 0; a < labels.length; a++) out[first + a] /= sum;
}
