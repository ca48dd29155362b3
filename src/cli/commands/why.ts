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
import { type Answer, answering, type OutputFlags } from '../output.ts';
import type { Texts } from '../texts/index.ts';

interface WhyFlags extends OutputFlags {
  readonly act?: string | undefined;
  readonly run?: number | undefined;
  readonly step?: number | undefined;
  readonly seed: number;
}

export const whyCommand = (t: Texts) =>
  buildCommand<WhyFlags, [episode: string], Context>({
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
        seed: seedFlag(t),
        ...outputFlags(t),
      },
      positional: {
        kind: 'tuple',
        parameters: [{ parse: textParser, brief: t.args.episode, placeholder: t.placeholders.episode }],
      },
    },
    func: answering<WhyFlags, [episode: string]>((context, flags, name) => {
      const whole =
        flags.act !== undefined
          ? flags.run === undefined && flags.step === undefined
          : flags.run !== undefined && flags.step !== undefined;
      if (!whole) throw new CliError(context.texts.whyWhich, 2);
      const { episode, hash } = openEpisode(name, context);
      const subject = subjectOf(episode, hash, name, context.typed, context.lang);
      return flags.act === undefined
        ? whyRun(subject, episode, flags, context)
        : whyRecord(subject, episode, flags.act, name, context);
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
