import { buildCommand } from '@stricli/core';
import type { Episode } from '../../episode/index.ts';
import { replayEpisode } from '../../questions/history.ts';
import { compileOutcomes } from '../../questions/outcomes.ts';
import { tellRun } from '../../questions/why.ts';
import { oneRunPage } from '../../report/pages/one-run.ts';
import { runPage } from '../../report/pages/run.ts';
import { type Subject, subjectOf } from '../../report/subject.ts';
import { createEngine } from '../../run/engine.ts';
import { compileWorld } from '../../world/compile/compile.ts';
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
  whole,
} from '../flags.ts';
import { type Answer, answering, type OutputFlags } from '../output.ts';
import { pastFacts, pastOf } from '../past.ts';
import { preflightAnswer } from '../stored/preflight.ts';
import type { Texts } from '../texts/index.ts';
import { workOf } from '../work.ts';

interface RunFlags extends OutputFlags, EnsembleFlags, PastFlags {
  readonly only?: number | undefined;
}

export const runCommand = (t: Texts) =>
  buildCommand<RunFlags, [episode: string], Context>({
    docs: describe(t, 'run'),
    parameters: {
      flags: {
        ...ensembleFlags(t),
        ...pastFlags(t),
        only: {
          kind: 'parsed',
          parse: whole(t, 0, 4_294_967_295),
          optional: true,
          placeholder: t.placeholders.number,
          brief: t.flags.only,
        },
        ...outputFlags(t),
      },
      positional: {
        kind: 'tuple',
        parameters: [{ parse: textParser, brief: t.args.episode, placeholder: t.placeholders.episode }],
      },
    },
    func: answering<RunFlags, [episode: string]>(async (context, flags, name): Promise<Answer> => {
      const opened = openEpisode(name, context);
      const { episode, hash } = opened;
      const subject = {
        ...subjectOf(episode, hash, name, context.typed, context.lang),
        kept: flags.out,
      };
      const past = pastOf(episode, flags, undefined, context);
      if (flags.only !== undefined) {
        if (past) throw new CliError(context.texts.onlyFree, 2);
        if (flags.out !== undefined || flags.resume || flags.preflight)
          throw new CliError(context.texts.stored.onlyNotKept, 2);
        return oneRun(subject, episode, flags.seed, flags.only);
      }
      const work = workOf(opened, flags, [], undefined, past);
      if (flags.preflight) return preflightAnswer(context, flags, work);
      const { digest, summaries, result } = await countRuns(context, flags, work);
      const history = replayEpisode(episode);
      const page = runPage(
        subject,
        digest,
        history.compiled,
        await summaries(history.compiled, history.outcomes),
        pastFacts(
          work.plan,
          result,
          history.compiled.map((outcome, at) => ({ outcome, at })),
        ),
      );
      return { kind: 'ensemble', page, exit: digest.failed.count > 0 ? exitCodes.problem : exitCodes.done };
    }),
  });

function oneRun(subject: Subject, episode: Episode, seed: number, run: number): Answer {
  const world = compileWorld(episode);
  const engine = createEngine(world);
  const told = tellRun(engine, seed, run);
  const outcomes = compileOutcomes(episode, world);
  return {
    kind: 'run',
    page: oneRunPage(
      subject,
      engine,
      told,
      outcomes,
      outcomes.map((o) => o.value(engine.scene)),
      seed,
      run,
    ),
  };
}
