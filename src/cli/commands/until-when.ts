import { buildCommand } from '@stricli/core';
import type { Episode, Question } from '../../episode/index.ts';
import { compileOutcomes } from '../../questions/outcomes.ts';
import { daysBetween, firstDayOf, shifted } from '../../questions/shifted.ts';
import { cautious, lowers, turned, untilWhen } from '../../questions/statistics/until-when.ts';
import { type Effect, effects } from '../../questions/summarise.ts';
import { type DatedAnswer, untilWhenPage } from '../../report/pages/until-when.ts';
import { subjectOf } from '../../report/subject.ts';
import { compileWorld } from '../../world/compile/compile.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { openEpisode } from '../episodes.ts';
import { CliError, exitCodes } from '../errors.ts';
import { type EnsembleFlags, ensembleFlags, outputFlags, textParser, whole } from '../flags.ts';
import { type Answer, answering, type OutputFlags } from '../output.ts';
import { outcomeAt, questionNamed } from '../named.ts';
import { runPlans } from '../plans.ts';
import type { Texts } from '../texts/index.ts';

interface UntilWhenFlags extends OutputFlags, EnsembleFlags {
  readonly days: number;
  readonly level?: number | undefined;
  readonly outcome?: string | undefined;
}

/** What counts unless told: 5 of 100 runs; one unit of an outcome that is a number. */
const [share, unit] = [0.05, 1];

export const untilWhenCommand = (t: Texts) =>
  buildCommand<UntilWhenFlags, [episode: string, question: string], Context>({
    docs: describe(t, 'until-when'),
    parameters: {
      flags: {
        days: {
          kind: 'parsed',
          parse: whole(t, 2, 366),
          default: '8',
          placeholder: 'n',
          brief: t.flags.days,
        },
        level: {
          kind: 'parsed',
          parse: positive(t),
          optional: true,
          placeholder: t.placeholders.number,
          brief: t.flags.level,
        },
        outcome: {
          kind: 'parsed',
          parse: textParser,
          optional: true,
          placeholder: t.placeholders.outcome,
          brief: t.flags.outcome,
        },
        ...ensembleFlags(t, '200'),
        ...outputFlags(t),
      },
      positional: {
        kind: 'tuple',
        parameters: [
          { parse: textParser, brief: t.args.episode, placeholder: t.placeholders.episode },
          { parse: textParser, brief: t.args.question, placeholder: t.placeholders.question },
        ],
      },
    },
    func: answering<UntilWhenFlags, [episode: string, question: string]>(answer),
  });

const positive = (t: Texts) =>
  function (this: Context, text: string): number {
    const value = Number(text);
    if (!Number.isFinite(value) || value <= 0) throw new CliError(t.notPositive(text), exitCodes.misuse);
    return value;
  };

async function answer(context: Context, flags: UntilWhenFlags, name: string, id: string): Promise<Answer> {
  const { episode, hash } = openEpisode(name, context);
  const subject = subjectOf(episode, hash, name, context.typed, context.lang);
  const question = questionNamed(episode, id, name, context);
  const outcomes = compileOutcomes(episode, compileWorld(episode));
  const at = outcomeAt(outcomes, question, flags.outcome, context);
  const outcome = outcomes[at]!;
  const coded = firstDayOf(question.interventions, episode);
  if (coded === undefined) throw new CliError(context.texts.undated(id));
  const { days, failed, refused } = await effectsByDay(context, episode, question, flags, (without, withIt) =>
    effects([outcome], [without[at]!], [withIt[at]!]),
  );
  const downwards = lowers(days.map((d) => d.effect.difference));
  const level = flags.level ?? (outcome.kind === 'number' ? unit : share);
  const reading = untilWhen(
    days.map(({ day, effect }) => ({
      day,
      effect: downwards ? turned(effect.difference) : effect.difference,
    })),
    level,
  );
  const { runs, seed } = flags;
  const page = untilWhenPage(subject, {
    question,
    outcome,
    days,
    coded,
    level,
    downwards,
    reading,
    runs,
    seed,
    failed,
    refused,
  });
  return { kind: 'until-when', page, exit: failed > 0 ? exitCodes.problem : exitCodes.done };
}

type Columns = readonly Float64Array[];

/** The effect of the change made on each of the days, with the same luck. */
async function effectsByDay(
  context: Context,
  episode: Episode,
  question: Question,
  flags: UntilWhenFlags,
  effectsOf: (without: Columns, withIt: Columns) => readonly Effect[],
): Promise<{ readonly days: readonly DatedAnswer[]; readonly failed: number; readonly refused: number }> {
  const { starts, ends } = episode.meta;
  const tried = daysBetween(starts, ends, flags.days);
  const { seed, runs } = flags;
  const plans = tried.map((day) => ({
    episode,
    seed,
    first: 0,
    runs,
    interventions: shifted(question.interventions, episode, day),
    parameters: {},
  }));
  const results = await runPlans(context, flags, plans);
  return {
    days: results.flatMap((r, k) => {
      const [effect] = effectsOf(r.without, r.with);
      if (!effect) return [];
      const difference = effect.kind === 'number' ? effect.difference : cautious(effect.difference);
      return [{ day: tried[k]!, effect: { ...effect, difference } }];
    }),
    failed: results.reduce((sum, r) => sum + r.failed.length - r.forced.refused, 0),
    refused: results.reduce((sum, r) => sum + r.forced.refused, 0),
  };
}
