import { buildCommand } from '@stricli/core';
import { type Episode, suggest } from '../../episode/index.ts';
import { choiceOfRun, tellRun } from '../../questions/why.ts';
import { explainRecord } from '../../questions/why-record.ts';
import { whyRecordPage, whyRunPage } from '../../report/pages/why.ts';
import { type Subject, subjectOf } from '../../report/subject.ts';
import { createEngine } from '../../run/engine.ts';
import { compileWorld } from '../../world/compile/compile.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { openEpisode } from '../episodes.ts';
import { CliError } from '../errors.ts';
import { outputFlags, seedFlag, textParser, whole } from '../flags.ts';
import { openPair } from '../open-pair.ts';
import { type Answer, answering, type OutputFlags } from '../output.ts';
import { askedQuestion, type QuestionFlags, questionFlags } from '../question.ts';
import type { Texts } from '../texts/index.ts';

interface WhyFlags extends OutputFlags, QuestionFlags {
  readonly world?: 'without' | 'with' | undefined;
  readonly act?: string | undefined;
  readonly run?: number | undefined;
  readonly step?: number | undefined;
  readonly seed: number;
}

export const whyCommand = (t: Texts) =>
  buildCommand<WhyFlags, [episode: string, question?: string], Context>({
    docs: describe(t, 'why'),
    parameters: {
      flags: {
        act: {
          kind: 'parsed',
          parse: textParser,
          optional: true,
          placeholder: t.placeholders.act,
          brief: t.flags.whyAct,
        },
        run: {
          kind: 'parsed',
          parse: whole(t, 0, 4_294_967_295),
          optional: true,
          placeholder: t.placeholders.number,
          brief: t.flags.whyRun,
        },
        step: {
          kind: 'parsed',
          parse: whole(t, 1, 1_000_000_000),
          optional: true,
          placeholder: t.placeholders.number,
          brief: t.flags.whyStep,
        },
        world: { kind: 'enum', values: ['without', 'with'], optional: true, brief: t.flags.whyWorld },
        seed: seedFlag(t),
        ...questionFlags(t),
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
    func: answering<WhyFlags, [episode: string, question?: string]>((context, flags, name, id) => {
      const opened = openEpisode(name, context);
      const { episode, hash } = opened;
      const subject = subjectOf(episode, hash, name, context.typed, context.lang);
      const asked = askedQuestion(opened, flags, name, id, context);
      const { act, run, step } = flags;
      const one = act !== undefined && run === undefined && step === undefined && !asked;
      if (one) return whyRecord(subject, episode, act, name, context);
      if (act !== undefined || run === undefined || (step === undefined && !asked))
        throw new CliError(context.texts.whyWhich, 2);
      if (asked) return openPair(context, subject, opened, asked, { ...flags, run });
      if (flags.world !== undefined) throw new CliError(context.texts.worldOfQuestion, 2);
      return whyRun(subject, episode, flags, context);
    }),
  });

function whyRecord(subject: Subject, episode: Episode, act: string, name: string, context: Context): Answer {
  const found = explainRecord(episode, act);
  if (found.length === 0)
    throw new CliError(
      context.texts.unknownAct(
        act,
        suggest(
          act,
          episode.record.map((a) => a.id),
        ),
        name,
      ),
    );
  return { kind: 'why', page: whyRecordPage(subject, found) };
}

function whyRun(
  subject: Subject,
  episode: Episode,
  { seed, run = 0, step = 1 }: WhyFlags,
  context: Context,
): Answer {
  const engine = createEngine(compileWorld(episode));
  const choice = choiceOfRun(engine, seed, run, step);
  if (choice === undefined)
    throw new CliError(context.texts.noStep(run, step, tellRun(engine, seed, run).choices));
  return { kind: 'why', page: whyRunPage(subject, choice, seed, run, step) };
}
