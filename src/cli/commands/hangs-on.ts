import { buildCommand } from '@stricli/core';
import { rowsOf } from '../../questions/hangs-on/design.ts';
import { type Factor, factorsOf, type Grouping, groupings } from '../../questions/hangs-on/factors.ts';
import { answersOf, hangsOn } from '../../questions/hangs-on/hangs-on.ts';
import { compileOutcomes } from '../../questions/outcomes.ts';
import { questionOf } from '../../report/answers.ts';
import { hangsOnPage } from '../../report/pages/hangs-on.ts';
import { subjectOf } from '../../report/subject.ts';
import { compileWorld } from '../../world/compile/compile.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { openEpisode } from '../episodes.ts';
import { CliError, exitCodes } from '../errors.ts';
import { type EnsembleFlags, ensembleFlags, outputFlags, textParser } from '../flags.ts';
import { outcomeAt, questionNamed } from '../named.ts';
import { runPlans } from '../plans.ts';
import { type Answer, answering, type OutputFlags } from '../output.ts';
import type { Texts } from '../texts/index.ts';

interface HangsOnFlags extends OutputFlags, Omit<EnsembleFlags, 'runs'> {
  readonly points: number;
  readonly by: Grouping;
  readonly outcome?: string | undefined;
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
  const { episode, hash } = openEpisode(name, context);
  const subject = subjectOf(episode, hash, name, context.typed, context.lang);
  const question = id === undefined ? undefined : questionNamed(episode, id, name, context);
  const world = compileWorld(episode);
  const outcomes = compileOutcomes(episode, world);
  const at = outcomeAt(outcomes, question, flags.outcome, context);
  const factors = factorsOf(episode, world, flags.by);
  const design = { basePoints: flags.points, factors: factors.map((f) => f.inputs), weights: true };
  const runs = rowsOf(design);
  const interventions = question?.interventions ?? [];
  const [result] = await runPlans(context, flags, [
    { episode, seed: flags.seed, first: 0, runs, interventions, parameters: {}, design },
  ]);
  if (!result) throw new Error('a plan without a result');
  const outcome = outcomes[at]!;
  const failed = result.failed.length;
  const answers = answersOf(outcome, result.without[at]!, result.with[at]);
  const page = hangsOnPage(subject, {
    question,
    ask: questionOf(outcome, subject),
    answer: failed > 0 ? undefined : hangsOn(outcome, answers, [...factors, weights, luck], flags.seed),
    points: flags.points,
    rows: runs,
    seed: flags.seed,
    failed,
  });
  return { kind: 'hangs-on', page, exit: failed > 0 ? exitCodes.problem : exitCodes.done };
}
