import { buildCommand } from '@stricli/core';
import { suggest } from '../../episode/index.ts';
import { replayEpisode } from '../../questions/history.ts';
import { replayPage } from '../../report/pages/replay.ts';
import { statePage } from '../../report/pages/state.ts';
import { subjectOf } from '../../report/subject.ts';
import type { Context } from '../context.ts';
import { dayArgument } from '../dates.ts';
import { describe } from '../describe.ts';
import { openEpisode } from '../episodes.ts';
import { CliError } from '../errors.ts';
import { outputFlags, textParser } from '../flags.ts';
import { answering, type OutputFlags } from '../output.ts';
import type { Texts } from '../texts/index.ts';

interface ReplayFlags extends OutputFlags {
  readonly at?: string | undefined;
  readonly act?: string | undefined;
}

export const replayCommand = (t: Texts) =>
  buildCommand<ReplayFlags, [episode: string], Context>({
    docs: describe(t, 'replay'),
    parameters: {
      flags: {
        at: {
          kind: 'parsed',
          parse: textParser,
          optional: true,
          placeholder: t.placeholders.date,
          brief: t.flags.at,
        },
        act: {
          kind: 'parsed',
          parse: textParser,
          optional: true,
          placeholder: t.placeholders.act,
          brief: t.flags.act,
        },
        ...outputFlags(t),
      },
      positional: {
        kind: 'tuple',
        parameters: [{ parse: textParser, brief: t.args.episode, placeholder: t.placeholders.episode }],
      },
    },
    func: answering<ReplayFlags, [episode: string]>((context, flags, name) => {
      const { episode, hash } = openEpisode(name, context);
      const subject = subjectOf(episode, hash, name, context.typed, context.lang);
      if (flags.at !== undefined) {
        const day = dayArgument(flags.at, episode.meta, context);
        return { kind: 'state', page: statePage(subject, replayEpisode(episode, day).engine.scene, day) };
      }
      if (flags.act !== undefined && !episode.record.some((a) => a.id === flags.act))
        throw new CliError(
          context.texts.unknownAct(
            flags.act,
            suggest(
              flags.act,
              episode.record.map((a) => a.id),
            ),
            name,
          ),
        );
      return { kind: 'replay', page: replayPage(subject, replayEpisode(episode), flags.act) };
    }),
  });
