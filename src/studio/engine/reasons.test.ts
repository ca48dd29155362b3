import { describe, expect, it } from 'vitest';
import { aCall, opened } from '../../../test/helpers/studio.ts';
import { likeliest, reweigh } from '../page/state/reweigh.ts';
import type { CourseName, ReasonsView } from './protocol.ts';

const { all } = await opened('november-1917');
const history: CourseName = { kind: 'history' };
const run: CourseName = { kind: 'run', seed: 1, run: 3, changes: [] };

/** The greatest difference between what the engine had and what the page reckons with the same weights. */
function worst(view: ReasonsView): number {
  const weights = view.considerations.map((c) => c.weight);
  const gaps = view.choices.flatMap((c) => {
    const again = reweigh(c, weights);
    return [
      Math.abs(again.waiting - c.waiting),
      ...c.options.map((o, k) => Math.abs(o.probability - (again.probabilities[k] ?? Number.NaN))),
      ...c.options.map((o, k) => Math.abs(o.sum - (again.sums[k] ?? Number.NaN))),
    ];
  });
  return Math.max(0, ...gaps);
}

describe('reasons with the engine’s own weights', () => {
  it('give the engine’s probabilities for choices of the record', async () => {
    const { acts } = await all.course(aCall, history);
    const judged = acts.filter((a) => a.bits !== undefined);
    let choices = 0;
    for (const act of judged.filter((_, k) => k % 9 === 0)) {
      const view = await all.why(aCall, history, { act: act.id ?? '' });
      choices += view.choices.length;
      expect(worst(view), act.id).toBeLessThan(1e-9);
    }
    expect(choices).toBeGreaterThan(8);
  });

  it('give them for choices of a run, nested and flat', async () => {
    const { acts } = await all.course(aCall, run);
    const steps = acts.flatMap((a) => (a.step === undefined ? [] : [a.step])).filter((_, k) => k % 60 === 0);
    const kinds = new Set<string>();
    for (const step of steps) {
      const view = await all.why(aCall, run, { step });
      for (const c of view.choices) kinds.add(`${c.nested} ${c.mayWait}`);
      expect(worst(view), `step ${step}`).toBeLessThan(1e-9);
    }
    expect([...kinds].sort()).toContain('true true');
    expect(kinds.size).toBeGreaterThan(1);
  });

  it('shift when a reason is lifted out, and still sum to one', async () => {
    const { acts } = await all.course(aCall, history);
    const act = acts.find((a) => a.bits !== undefined && a.kind === 'resign');
    const view = await all.why(aCall, history, { act: act?.id ?? '' });
    const [choice] = view.choices;
    if (!choice) throw new Error('nobody chose');
    const weights = view.considerations.map((c) => c.weight);
    const largest = choice.options
      .flatMap((o) => o.considerations.map((v, k) => ({ k, size: Math.abs(v * (weights[k] ?? 0)) })))
      .sort((a, b) => b.size - a.size)[0];
    const without = reweigh(
      choice,
      weights.map((w, k) => (k === largest?.k ? 0 : w)),
    );
    const total = without.probabilities.reduce((a, b) => a + b, without.waiting);
    expect(total).toBeCloseTo(1, 12);
    expect(without.probabilities).not.toEqual(choice.options.map((o) => o.probability));
    expect(likeliest(without)).toBeGreaterThanOrEqual(-1);
  });
});
