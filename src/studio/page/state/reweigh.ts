import type { ChoiceView } from '../../engine/protocol.ts';

export interface Reweighed {
  /** Weighted sum of each option; waiting has 0. */
  readonly sums: readonly number[];
  readonly probabilities: readonly number[];
  readonly waiting: number;
}

/**
 * The probabilities of a choice under other weights, the considerations staying as they were: softmax of the weighted sums; in a menu of two
 * stages V(kind) = τ·(log Σ exp(V/τ) − log n), as the engine has it (`choice/choose.ts`). Options of one kind stand together.
 */
export function reweigh(choice: ChoiceView, weights: readonly number[]): Reweighed {
  const sums = choice.options.map((o) =>
    o.considerations.reduce((sum, value, k) => sum + (value === 0 ? 0 : value * (weights[k] ?? 0)), 0),
  );
  const groups = choice.nested ? kindsOf(choice) : choice.options.map((_, k) => [k]);
  const tau = choice.nesting;
  const values = groups.map((group) =>
    inclusive(
      group.map((k) => sums[k] ?? 0),
      tau,
    ),
  );
  const most = Math.max(choice.mayWait ? 0 : Number.NEGATIVE_INFINITY, ...values);
  const still = choice.mayWait ? Math.exp(-most) : 0;
  const total = values.reduce((sum, v) => sum + Math.exp(v - most), still);
  const probabilities = sums.map(() => 0);
  groups.forEach((group, g) => {
    const share = Math.exp((values[g] ?? 0) - most) / total;
    const within = softmax(group.map((k) => (sums[k] ?? 0) / tau));
    group.forEach((k, at) => {
      probabilities[k] = share * (within[at] ?? 0);
    });
  });
  return { sums, probabilities, waiting: still / total };
}

function kindsOf(choice: ChoiceView): number[][] {
  const groups: number[][] = [];
  choice.options.forEach((o, k) => {
    const last = groups.at(-1);
    if (last && choice.options[last[0] ?? 0]?.kind === o.kind) last.push(k);
    else groups.push([k]);
  });
  return groups;
}

function inclusive(values: readonly number[], tau: number): number {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return only;
  const most = Math.max(...values);
  const sum = values.reduce((s, v) => s + Math.exp((v - most) / tau), 0);
  return most + tau * Math.log(sum / values.length);
}

function softmax(values: readonly number[]): readonly number[] {
  const most = Math.max(...values);
  const odds = values.map((v) => Math.exp(v - most));
  const total = odds.reduce((a, b) => a + b, 0);
  return odds.map((o) => o / total);
}

/** The likeliest thing to do: index of an option, −1 waiting. */
export function likeliest(r: Reweighed): number {
  let best = -1;
  let most = r.waiting;
  r.probabilities.forEach((p, k) => {
    if (p > most) {
      most = p;
      best = k;
    }
  });
  return best;
}
