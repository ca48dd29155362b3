import { buildCommand } from '@stricli/core';
import type { EnsemblePlan } from '../../ensemble/plan.ts';
import { rowsOf } from '../../questions/hangs-on/design.ts';
import { type Factor, factorsOf, type Grouping, groupings } from '../../questions/hangs-on/factors.ts';
import { answersOf, hangsOn, isDependent } from '../../questions/hangs-on/hangs-on.ts';
import {
  mostPlayers,
  type ShapleyPlan,
  shapleyOf,
  shapleyPoints,
  shapleyRuns,
} from '../../questions/hangs-on/shapley.ts';
import { compileOutcomes } from '../../questions/outcomes.ts';
import { questionOf } from '../../report/answers.ts';
import { hangsOnPage } from '../../report/pages/hangs-on.ts';
import { subjectOf } from '../../report/subject.ts';
import { compileWorld } from '../../world/compile/compile.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { openEpisode } from '../episodes.ts';
import { CliError, exitCodes } from '../errors.ts';
import { type EnsembleFlags, ensembleFlags, outputFlags, textParser, whole } from '../flags.ts';
import { outcomeAt, questionNamed } from '../named.ts';
import { runPlans } from '../plans.ts';
import { type Answer, answering, type OutputFlags } from '../output.ts';
import { preflightAnswer, preflightIfLong } from '../stored/preflight.ts';
import type { Texts } from '../texts/index.ts';
import { workOf } from '../work.ts';

interface HangsOnFlags extends OutputFlags, Omit<EnsembleFlags, 'runs'> {
  readonly points: number;
  readonly by: Grouping;
  readonly outcome?: string | undefined;
  readonly shapley?: boolean | undefined;
  readonly orders: number;
}

export const hangsOnCommand = (t: Texts) => {
  const { runs: _, ...flags } = ensembleFlags(t);
  return buildCommand<HangsOnFlags, [episode: string, question?: string], Context>({
    docs: describe(t, 'hangs-on'),
    parameters: {
      flags: {
        points: {
          kind: 'parsed',
          parse: powerOfTwo(t),
          default: '64',
          placeholder: 'n',
          brief: t.flags.points,
        },
        by: { kind: 'enum', values: groupings, default: 'kind', brief: t.flags.by },
        outcome: {
          kind: 'parsed',
          parse: textParser,
          optional: true,
          placeholder: t.placeholders.outcome,
          brief: t.flags.outcome,
        },
        shapley: { kind: 'boolean', optional: true, withNegated: false, brief: t.flags.shapley },
        orders: {
          kind: 'parsed',
          parse: whole(t, 2, 100_000),
          default: '64',
          placeholder: 'n',
          brief: t.flags.orders,
        },
        ...flags,
        ...outputFlags(t),
      },
      positional: {
        kind: 'tuple',
        parameters: [
          { parse: textParser, brief: t.args.episode, placeholder: t.placeholders.episode },
          { parse: textParser, optional: true, brief: t.args.question, placeholder: t.placeholders.question },
        ],
      },
    },
    func: answering<HangsOnFlags, [episode: string, question?: string]>(answer),
  });
};

/** A power of two, 2 to 65,536: Sobol points are even only in such numbers. */
const powerOfTwo = (t: Texts) =>
  function (this: Context, text: string): number {
    const value = Number(text.replaceAll(/[_,](?=\d{3})/g, ''));
    if (!Number.isSafeInteger(value) || value < 2 || value > 65_536 || (value & (value - 1)) !== 0)
      throw new CliError(t.notPowerOfTwo(text), exitCodes.misuse);
    return value;
  };

const weights: Factor = { id: 'weights', kind: 'weights', inputs: [], claims: [] };
const luck: Factor = { id: 'luck', kind: 'luck', inputs: [], claims: [] };

async function answer(context: Context, flags: HangsOnFlags, name: string, id?: string): Promise<Answer> {
  if (flags.out !== undefined || flags.resume) throw new CliError(context.texts.stored.rowsNotKept, 2);
  const opened = openEpisode(name, context);
  const { episode, hash } = opened;
  const subject = subjectOf(episode, hash, name, context.typed, context.lang);
  const question = id === undefined ? undefined : questionNamed(episode, id, name, context);
  const world = compileWorld(episode);
  const outcomes = compileOutcomes(episode, world);
  const at = outcomeAt(outcomes, question, flags.outcome, context);
  const groups = factorsOf(episode, world, flags.by);
  const factors = [...groups, weights, luck];
  const design = { basePoints: flags.points, factors: groups.map((f) => f.inputs), weights: true };
  const { plan } = workOf(opened, { seed: flags.seed, runs: rowsOf(design) }, question?.interventions ?? []);
  const work = { opened, plan: { ...plan, design }, ...(question === undefined ? {} : { question }) };
  if (flags.preflight) return preflightAnswer(context, flags, work);
  await preflightIfLong(context, flags, work);
  const outcome = outcomes[at]!;
  const answersFor = async (
    wanted: EnsemblePlan,
  ): Promise<{ readonly failed: number; readonly y: Float64Array }> => {
    const [result] = await runPlans(context, flags, [wanted]);
    if (!result) throw new Error('a plan without a result');
    return { failed: result.failed.length, y: answersOf(outcome, result.without[at]!, result.with[at]) };
  };
  const { failed, y } = await answersFor(work.plan);
  const found = failed > 0 ? undefined : hangsOn(outcome, y, factors, flags.seed);
  const orders: ShapleyPlan = { players: factors.length, orders: flags.orders, seed: flags.seed };
  const shapley =
    found && (flags.shapley || isDependent(found)) && found.variance > 0 && factors.length <= mostPlayers
      ? await answersFor(shapleyWork(work.plan, orders))
      : undefined;
  const page = hangsOnPage(subject, {
    question,
    ask: questionOf(outcome, subject),
    answer: found,
    shapley: shapley && shapley.failed === 0 ? shapleyOf(shapley.y, orders) : undefined,
    tooMany: factors.length > mostPlayers,
    points: flags.points,
    rows: plan.runs,
    seed: flags.seed,
    failed: failed + (shapley?.failed ?? 0),
  });
  return { kind: 'hangs-on', page, exit: failed > 0 ? exitCodes.problem : exitCodes.done };
}

/** The runs of Shapley effects, in place of those of the Sobol design. */
function shapleyWork(plan: EnsemblePlan, how: ShapleyPlan): EnsemblePlan {
  const design = plan.design;
  if (!design) throw new Error('a plan without a design');
  return { ...plan, runs: shapleyRuns(how), design: { ...design, points: shapleyPoints(how) } };
}
