import { buildCommand } from '@stricli/core';
import { refusalTexts } from '../../report/forced.ts';
import { askPage } from '../../report/pages/ask.ts';
import { questionsPage } from '../../report/pages/questions.ts';
import { subjectOf } from '../../report/subject.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { countRuns } from '../ensemble.ts';
import { openEpisode } from '../episodes.ts';
import { CliError, exitCodes } from '../errors.ts';
import { type EnsembleFlags, ensembleFlags, outputFlags, textParser } from '../flags.ts';
import { type Answer, answering, type OutputFlags } from '../output.ts';
import { askedQuestion, type QuestionFlags, questionFlags } from '../question.ts';
import { preflightAnswer } from '../stored/preflight.ts';
import type { Texts } from '../texts/index.ts';
import { askedOf } from '../told.ts';
import { workOf } from '../work.ts';

interface AskFlags extends OutputFlags, EnsembleFlags, QuestionFlags {}

export const askCommand = (t: Texts) =>
  buildCommand<AskFlags, [episode: string, question?: string], Context>({
    docs: describe(t, 'ask'),
    parameters: {
      flags: { ...ensembleFlags(t), ...questionFlags(t), ...outputFlags(t) },
      positional: {
        kind: 'tuple',
        parameters: [
          { parse: textParser, brief: t.args.episode, placeholder: t.placeholders.episode },
          { parse: textParser, optional: true, brief: t.args.question, placeholder: t.placeholders.question },
        ],
      },
    },
    func: answering<AskFlags, [episode: string, question?: string]>(answer),
  });

async function answer(context: Context, flags: AskFlags, name: string, id?: string): Promise<Answer> {
  const opened = openEpisode(name, context);
  const { episode, hash } = opened;
  const subject = { ...subjectOf(episode, hash, name, context.typed, context.lang), kept: flags.out };
  const found = askedQuestion(opened, flags, name, id, context);
  if (!found) return { kind: 'questions', page: questionsPage(subject) };
  const { question, past } = found;
  const work = workOf(opened, flags, question.interventions, question, past);
  if (flags.preflight) return preflightAnswer(context, flags, work);
  const counted = await countRuns(context, flags, work);
  const { failed, forced, runs } = counted.digest;
  if (forced.refused === runs)
    throw new CliError(
      [context.texts.allRefused(runs), ...refusalTexts(subject, forced, question.interventions)].join('\n'),
    );
  return {
    kind: 'twins',
    page: askPage(subject, await askedOf(work.plan, counted, found)),
    exit: failed.count > forced.refused ? exitCodes.problem : exitCodes.done,
  };
}
