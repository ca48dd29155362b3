import { buildCommand } from '@stricli/core';
import { inferPast } from '../../ensemble/past.ts';
import { howSure } from '../../questions/how-sure.ts';
import { howSurePage } from '../../report/pages/how-sure.ts';
import { subjectOf } from '../../report/subject.ts';
import { compileGiven } from '../../run/history/given/steps.ts';
import { compileWorld } from '../../world/compile/compile.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { openEpisode } from '../episodes.ts';
import { outputFlags, pastFlags, seedFlag, textParser } from '../flags.ts';
import { type Answer, answering, type OutputFlags } from '../output.ts';
import { pastOf } from '../past.ts';
import { progressOf } from '../progress.ts';
import type { Texts } from '../texts/index.ts';
import { workOf } from '../work.ts';

interface HowSureFlags extends OutputFlags {
  readonly until?: string | undefined;
  readonly particles?: number | undefined;
  readonly seed: number;
  readonly progress?: boolean | undefined;
}

export const howSureCommand = (t: Texts) => {
  const { from: _, ...past } = pastFlags(t);
  return buildCommand<HowSureFlags, [episode: string], Context>({
    docs: describe(t, 'how-sure'),
    parameters: {
      flags: {
        ...past,
        seed: seedFlag(t),
        progress: { kind: 'boolean', optional: true, withNegated: false, brief: t.flags.progress },
        ...outputFlags(t),
      },
      positional: {
        kind: 'tuple',
        parameters: [{ parse: textParser, brief: t.args.episode, placeholder: t.placeholders.episode }],
      },
    },
    func: answering<HowSureFlags, [episode: string]>(answer),
  });
};

/** Infers the hidden values given the record up to a day, by default all of it. */
async function answer(context: Context, flags: HowSureFlags, name: string): Promise<Answer> {
  const opened = openEpisode(name, context);
  const { episode, hash } = opened;
  const subject = subjectOf(episode, hash, name, context.typed, context.lang);
  const given = { ...flags, from: 'history' as const };
  const past = pastOf(episode, flags.until === undefined ? flags : given, episode.meta.ends, context);
  const { plan } = workOf(opened, { seed: flags.seed, runs: 1 }, [], undefined, past);
  const progress = progressOf(context, flags.progress === true);
  try {
    const infer = (_done: number, _total: number, share = 0): void => progress.infer(share);
    const { inferred } = await inferPast(plan, infer, context.host.signal);
    if (!past || !inferred) throw new Error('nothing was inferred');
    const world = compileWorld(episode);
    const acts = new Set(compileGiven(episode, world, past.until).steps.map((step) => step.act.id)).size;
    const known = inferred.effective < 2 ? [] : howSure(world, inferred, flags.seed);
    return {
      kind: 'how-sure',
      page: howSurePage(subject, { known, inferred, until: past.until, acts, seed: flags.seed }),
    };
  } finally {
    progress.end();
  }
}
