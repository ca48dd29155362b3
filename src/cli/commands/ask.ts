import { buildCommand } from '@stricli/core';
import type { Episode, Question } from '../../episode/index.ts';
import { compileOutcomes } from '../../questions/outcomes.ts';
import { askPage } from '../../report/pages/ask.ts';
import { questionsPage } from '../../report/pages/questions.ts';
import { subjectOf } from '../../report/subject.ts';
import { compileWorld } from '../../world/compile/compile.ts';
import { type ChangeFlags, changesOf } from '../changes.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { countRuns } from '../ensemble.ts';
import { openEpisode } from '../episodes.ts';
import { CliError, exitCodes } from '../errors.ts';
import {
  type EnsembleFlags,
  ensembleFlags,
  outputFlags,
  type PastFlags,
  pastFlags,
  textParser,
} from '../flags.ts';
import { questionNamed } from '../named.ts';
import { type Answer, answering, type OutputFlags } from '../output.ts';
import { pastFacts, pastOf } from '../past.ts';
import { preflightAnswer } from '../stored/preflight.ts';
import type { Texts } from '../texts/index.ts';
import { workOf } from '../work.ts';

interface AskFlags extends OutputFlags, EnsembleFlags, ChangeFlags, PastFlags {
  readonly free?: boolean | undefined;
}

export const askCommand = (t: Texts) => {
  const change = (brief: string) =>
    ({
      kind: 'parsed',
      parse: textParser,
      optional: true,
      variadic: true,
      placeholder: t.placeholders.change,
      brief,
    }) as const;
  return buildCommand<AskFlags, [episode: string, question?: string], Context>({
    docs: describe(t, 'ask'),
    parameters: {
      flags: {
        ...ensembleFlags(t),
        force: change(t.flags.force),
        forbid: change(t.flags.forbid),
        set: change(t.flags.set),
        ...pastFlags(t),
        free: { kind: 'boolean', optional: true, withNegated: false, brief: t.flags.free },
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
    func: answering<AskFlags, [episode: string, question?: string]>(answer),
  });
};

async function answer(context: Context, flags: AskFlags, name: string, id?: string): Promise<Answer> {
  const opened = openEpisode(name, context);
  const { episode, hash } = opened;
  const subject = { ...subjectOf(episode, hash, name, context.typed, context.lang), kept: flags.out };
  const changes = changesOf(opened, flags, context);
  if (id === undefined && changes.length === 0) return { kind: 'questions', page: questionsPage(subject) };
  const asked =
    id === undefined
      ? ownQuestion(episode, subject.texts.ask.own)
      : questionNamed(episode, id, name, context);
  if (flags.free && flags.from !== undefined) throw new CliError(context.texts.freeOrFrom, 2);
  const past = flags.free ? undefined : pastOf(episode, flags, asked.until, context);
  const question: Question = { ...asked, interventions: [...asked.interventions, ...changes] };
  const work = workOf(opened, flags, question.interventions, question, past);
  if (flags.preflight) return preflightAnswer(context, flags, work);
  const counted = await countRuns(context, flags, work);
  const all = compileOutcomes(episode, compileWorld(episode));
  const listed = question.outcomes.map((o) => all.findIndex((c) => c.id === o)).filter((k) => k >= 0);
  const every = await counted.effects(all);
  const page = askPage(subject, {
    question,
    result: counted.digest,
    freed: asked.until !== undefined && past === undefined,
    past: pastFacts(
      work.plan,
      counted.result,
      listed.map((k) => ({ outcome: all[k], at: k })),
    ),
    outcomes: listed.flatMap((k) => all[k] ?? []),
    effects: listed.flatMap((k) => every[k] ?? []),
  });
  return { kind: 'twins', page, exit: counted.digest.failed.count > 0 ? exitCodes.problem : exitCodes.done };
}

/** A question of the command line asks after every outcome. */
const ownQuestion = (episode: Episode, ask: string): Question => ({
  id: 'command-line',
  path: [],
  ask: { en: ask, ru: ask },
  interventions: [],
  outcomes: episode.outcomes.map((o) => o.id),
  raisedBy: [],
});
