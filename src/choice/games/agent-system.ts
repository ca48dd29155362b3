import { exp, log } from '../../chance/exact.ts';
import type { PathProblem } from './path.ts';
import type { GameTree, InformationSet } from './tree.ts';

/**
 * The agent QRE of a tree as curves in (x, λ), x the log-probabilities of all actions. Every information set is an agent of
 * its own, who values an action by its *expected payoff* given that he is reached and everybody, himself later included,
 * plays the profile (McKelvey & Palfrey, Exp. Econ. 1 (1998) 9–41); not by the log-sum of later choices.
 */
export class AgentSystem implements PathProblem {
  readonly size: number;
  private readonly tree: GameTree;
  private readonly count: number;
  private readonly players: number;
  private readonly probability: Float64Array;
  private readonly logReach: Float64Array;
  private readonly weight: Float64Array;
  private readonly value: Float64Array;
  private readonly actionValue: Float64Array;
  private readonly reachRate: Float64Array;
  private readonly valueRate: Float64Array;
  private readonly actionRate: Float64Array;

  constructor(tree: GameTree) {
    this.tree = tree;
    this.size = tree.size;
    this.count = tree.parent.length;
    this.players = tree.players.length;
    this.probability = new Float64Array(this.size);
    this.logReach = new Float64Array(this.count);
    this.weight = new Float64Array(this.count);
    this.value = new Float64Array(this.count * this.players);
    this.actionValue = new Float64Array(this.size);
    this.reachRate = new Float64Array(this.count);
    this.valueRate = new Float64Array(this.count * this.players);
    this.actionRate = new Float64Array(this.size);
  }

  evaluate(x: Float64Array, lambda: number, out: Float64Array): void {
    for (let a = 0; a < this.size; a++) this.probability[a] = exp(x[a]);
    this.reach(x);
    this.backward();
    const u = this.actionValue;
    for (const set of this.tree.sets) {
      this.weigh(set);
      this.average(set, u);
      let sum = -1;
      for (let a = set.first; a < set.first + set.labels.length; a++) {
        sum += this.probability[a];
        out[a] = x[a] - x[set.first] - lambda * (u[a] - u[set.first]);
      }
      out[set.first] = sum;
    }
  }

  jacobian(_x: Float64Array, lambda: number, matrix: Float64Array, stride: number): void {
    for (let b = 0; b < this.size; b++) this.column(b, lambda, matrix, stride);
    for (const { first, labels } of this.tree.sets) {
      matrix[first * stride + this.size] = 0;
      for (let a = first + 1; a < first + labels.length; a++)
        matrix[a * stride + this.size] = this.actionValue[first] - this.actionValue[a];
    }
  }

  private column(b: number, lambda: number, matrix: Float64Array, stride: number): void {
    this.forwardRates(b);
    this.backwardRates(b);
    for (const set of this.tree.sets) {
      this.averageRates(set);
      const end = set.first + set.labels.length;
      const within = b >= set.first && b < end;
      for (let a = set.first + 1; a < end; a++) {
        const shift = Number(a === b) - Number(set.first === b);
        matrix[a * stride + b] = shift - lambda * (this.actionRate[a] - this.actionRate[set.first]);
      }
      matrix[set.first * stride + b] = within ? this.probability[b] : 0;
    }
  }

  private reach(x: Float64Array): void {
    const { parent, actionInto, chance } = this.tree;
    this.logReach[0] = 0;
    for (let i = 1; i < this.count; i++) {
      const action = actionInto[i];
      const step = action >= 0 ? x[action] : log(Math.max(chance[i], 1e-300));
      this.logReach[i] = this.logReach[parent[i]] + step;
    }
  }

  private backward(): void {
    const { payoffs, firstChild, children } = this.tree;
    const { players } = this;
    for (let i = this.count - 1; i >= 0; i--) {
      for (let p = 0; p < players; p++) this.value[i * players + p] = payoffs[i * players + p];
      for (let c = firstChild[i]; c < firstChild[i + 1]; c++) {
        const child = children[c];
        const chance = this.stepInto(child);
        for (let p = 0; p < players; p++)
          this.value[i * players + p] += chance * this.value[child * players + p];
      }
    }
  }

  private stepInto(child: number): number {
    const action = this.tree.actionInto[child];
    return action >= 0 ? this.probability[action] : this.tree.chance[child];
  }

  // Beliefs over the nodes of a set, in logs so that they survive when the set is hardly ever reached.
  private weigh(set: InformationSet): void {
    let top = -Infinity;
    for (const node of set.nodes) top = Math.max(top, this.logReach[node]);
    let sum = 0;
    for (const node of set.nodes) {
      this.weight[node] = exp(this.logReach[node] - top);
      sum += this.weight[node];
    }
    for (const node of set.nodes) this.weight[node] /= sum;
  }

  private average(set: InformationSet, out: Float64Array): void {
    const { firstChild, children } = this.tree;
    for (let a = 0; a < set.labels.length; a++) {
      let sum = 0;
      for (const node of set.nodes)
        sum += this.weight[node] * this.value[children[firstChild[node] + a] * this.players + set.player];
      out[set.first + a] = sum;
    }
  }

  // Derivatives with respect to x_b, forward in the tree for reach and backward for values.
  private forwardRates(b: number): void {
    const { parent, actionInto } = this.tree;
    for (let i = 1; i < this.count; i++)
      this.reachRate[i] = this.reachRate[parent[i]] + Number(actionInto[i] === b);
  }

  private backwardRates(b: number): void {
    const { firstChild, children, actionInto } = this.tree;
    const { players, value, valueRate } = this;
    for (let i = this.count - 1; i >= 0; i--) {
      valueRate.fill(0, i * players, (i + 1) * players);
      for (let c = firstChild[i]; c < firstChild[i + 1]; c++) {
        const child = children[c];
        const chance = this.stepInto(child);
        const moved = actionInto[child] === b ? chance : 0;
        for (let p = 0; p < players; p++)
          valueRate[i * players + p] +=
            chance * valueRate[child * players + p] + moved * value[child * players + p];
      }
    }
  }

  private averageRates(set: InformationSet): void {
    const { firstChild, children } = this.tree;
    let shift = 0;
    for (const node of set.nodes) shift += this.weight[node] * this.reachRate[node];
    for (let a = 0; a < set.labels.length; a++) {
      let sum = 0;
      for (const node of set.nodes) {
        const at = children[firstChild[node] + a] * this.players + set.player;
        sum += this.weight[node] * (this.valueRate[at] + (this.reachRate[node] - shift) * this.value[at]);
      }
      this.actionRate[set.first + a] = sum;
    }
  }
}
