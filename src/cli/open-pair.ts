import { inferPast } from '../ensemble/past.ts';
import { prepare } from '../ensemble/shard.ts';
import { tellPair, type ToldPair } from '../ensemble/told-pair.ts';
import { ForceRefused } from '../questions/refusal.ts';
import { pairChoicePage, pairPage } from '../report/pages/pair.ts';
import type { Subject } from '../report/subject.ts';
import { partingTexts } from '../report/texts/parting.ts';
import type { Context } from './context.ts';
import type { Opened } from './episodes.ts';
import { CliError } from './errors.ts';
import type { Answer } from './output.ts';
import { progressOf } from './progress.ts';
import type { AskedQuestion } from './question.ts';
import { workOf } from './work.ts';

interface WhichPair {
  readonly seed: number;
  readonly run: number;
  readonly step?: number | undefined;
  readonly world?: 'without' | 'with' | undefined;
}

/** Explains where a pair of a question parts, or one choice of one of its worlds. */
export async function openPair(
  context: Context,
  subject: Subject,
  opened: Opened,
  { question, past }: AskedQuestion,
  { seed, run, step, world = 'with' }: WhichPair,
): Promise<Answer> {
  const { plan } = workOf(opened, { seed, runs: 1 }, question.interventions, question, past);
  const progress = progressOf(context, false);
  try {
    const infer = (_done: number, _total: number, share = 0): void => progress.infer(share);
    const ready = await inferPast(plan, infer, context.host.signal);
    const prepared = prepare(ready);
    const pair = told(() => tellPair(prepared, run));
    if (step === undefined) {
      const listed = prepared.outcomes.filter((o) => question.outcomes.includes(o.id));
      const values = listed.map((o) => ({
        without: o.value(pair.without.engine.scene),
        with: o.value(pair.with.engine.scene),
      }));
      return {
        kind: 'pair',
        page: pairPage(subject, { question, seed, run, pair, outcomes: listed, values }),
      };
    }
    const choice = pair[world].choices[step - 1];
    const last = pair[world].choices.length;
    if (!choice) throw new CliError(partingTexts(context.lang).open.noStep(step, last));
    return { kind: 'why', page: pairChoicePage(subject, { question, run, seed }, world, step, choice) };
  } catch (error) {
    throw error instanceof RangeError ? new CliError(error.message) : error;
  } finally {
    progress.end();
  }
}

function told(work: () => ToldPair): ToldPair {
  try {
    return work();
  } catch (error) {
    throw error instanceof ForceRefused ? new CliError(error.message) : error;
  }
}
