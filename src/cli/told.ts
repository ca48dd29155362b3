import type { Counted } from '../ensemble/counted.ts';
import type { EnsemblePlan } from '../ensemble/plan.ts';
import { compileOutcomes } from '../questions/outcomes.ts';
import type { Asked } from '../report/asked.ts';
import { compileWorld } from '../world/compile/compile.ts';
import { pastFacts } from './past.ts';
import type { AskedQuestion } from './question.ts';

/** What a page tells of a question whose pairs have been run. */
export async function askedOf(
  plan: EnsemblePlan,
  counted: Counted,
  { question, freed }: AskedQuestion,
): Promise<Asked> {
  const all = compileOutcomes(plan.episode, compileWorld(plan.episode));
  const listed = question.outcomes.map((o) => all.findIndex((c) => c.id === o)).filter((k) => k >= 0);
  const every = await counted.effects(all);
  return {
    question,
    result: counted.digest,
    freed,
    pairs: await counted.pairs(all, listed),
    past: pastFacts(
      plan,
      counted.result,
      listed.map((k) => ({ outcome: all[k], at: k })),
    ),
    outcomes: listed.flatMap((k) => all[k] ?? []),
    effects: listed.flatMap((k) => every[k] ?? []),
  };
}
