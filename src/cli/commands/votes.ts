import { buildCommand } from '@stricli/core';
import { compileHistory } from '../../run/history/compile.ts';
import type { Episode } from '../../episode/index.ts';
import { replayEpisode } from '../../questions/history.ts';
import { judge } from '../../questions/votes/held.ts';
import { votesOfRecord } from '../../questions/votes/of-record.ts';
import { votesOfRun } from '../../questions/votes/of-run.ts';
import { alternatives } from '../../questions/votes/outvote.ts';
import { actSentence, historicalSentence, recordRow } from '../../report/acts.ts';
import { outvotePage } from '../../report/pages/outvote.ts';
import { type ToldVote, votesPage } from '../../report/pages/votes.ts';
import { type Subject, subjectOf } from '../../report/subject.ts';
import { beginRun, createEngine, type Engine } from '../../run/engine.ts';
import { continueRun } from '../../run/run.ts';
import { compileWorld } from '../../world/compile/compile.ts';
import type { Context } from '../context.ts';
import { dayArgument } from '../dates.ts';
import { describe } from '../describe.ts';
import { openEpisode } from '../episodes.ts';
import { outputFlags, seedFlag, textParser, whole } from '../flags.ts';
import { type Answer, answering, type OutputFlags } from '../output.ts';
import type { Texts } from '../texts/index.ts';

interface VotesFlags extends OutputFlags {
  readonly at?: string | undefined;
  readonly run?: number | undefined;
  readonly seed: number;
}

export const votesCommand = (t: Texts) =>
  buildCommand<VotesFlags, [episode: string], Context>({
    docs: describe(t, 'votes'),
    parameters: {
      flags: {
        at: {
          kind: 'parsed',
          parse: textParser,
          optional: true,
          placeholder: t.placeholders.date,
          brief: t.flags.votesAt,
        },
        run: {
          kind: 'parsed',
          parse: whole(t, 0, 4_294_967_295),
          optional: true,
          placeholder: t.placeholders.number,
          brief: t.flags.votesRun,
        },
        seed: seedFlag(t),
        ...outputFlags(t),
      },
      positional: {
        kind: 'tuple',
        parameters: [{ parse: textParser, brief: t.args.episode, placeholder: t.placeholders.episode }],
      },
    },
    func: answering<VotesFlags, [episode: string]>((context, flags, name): Answer => {
      const { episode, hash } = openEpisode(name, context);
      const subject = subjectOf(episode, hash, name, context.typed, context.lang);
      const { at, run, seed } = flags;
      if (at !== undefined) {
        const day = dayArgument(at, episode.meta, context);
        const { scene } =
          run === undefined ? replayEpisode(episode, day).engine : runUntil(episode, seed, run, day);
        return { kind: 'outvoting', page: outvotePage(subject, alternatives(scene), day, run) };
      }
      const votes = run === undefined ? ofRecord(subject) : ofRun(subject, seed, run);
      return {
        kind: 'votes',
        page: votesPage(subject, votes, run === undefined ? undefined : { run, seed }),
      };
    }),
  });

/** A run at the end of a day. */
function runUntil(episode: Episode, seed: number, run: number, day: number): Engine {
  const engine = createEngine(compileWorld(episode));
  beginRun(engine, seed, run);
  continueRun(engine, { planned: 0 }, day + 1);
  return engine;
}

function ofRecord(s: Subject): readonly ToldVote[] {
  const acts = new Map(compileHistory(s.episode).map((a) => [a.id, a]));
  return votesOfRecord(s.episode).map((v) => {
    const act = acts.get(v.act);
    return { ...judge(v), sentence: act ? historicalSentence(act, s.names) : v.act };
  });
}

function ofRun(s: Subject, seed: number, run: number): readonly ToldVote[] {
  const engine = createEngine(compileWorld(s.episode));
  const votes = votesOfRun(engine, seed, run);
  return votes.map((v) => ({
    ...judge(v),
    sentence: actSentence(recordRow(engine.scene, Number(v.act)), s.names),
  }));
}
