import { buildCommand } from '@stricli/core';
import { countedInMemory } from '../../ensemble/counted.ts';
import { inferAll } from '../../ensemble/node/inferring.ts';
import { nodeExecutor } from '../../ensemble/node/pool.ts';
import { defaultPast } from '../../ensemble/past.ts';
import type { PlanPast } from '../../ensemble/plan.ts';
import type { Question } from '../../episode/index.ts';
import type { Inferred } from '../../questions/abduction/infer.ts';
import type { Asked } from '../../report/asked.ts';
import { tooThin } from '../../report/from-history.ts';
import { type AnsweredQuestion, answersPage } from '../../report/pages/answers.ts';
import { subjectOf } from '../../report/subject.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { type Opened, openEpisode } from '../episodes.ts';
import { CliError, exitCodes } from '../errors.ts';
import { type EnsembleFlags, ensembleFlags, outputFlags, pastFlags, textParser } from '../flags.ts';
import { type Answer, answering, type OutputFlags } from '../output.ts';
import { type Progress, progressOf } from '../progress.ts';
import type { Texts } from '../texts/index.ts';
import { askedOf } from '../told.ts';
import { workOf } from '../work.ts';

interface AnswersFlags extends OutputFlags, Pick<EnsembleFlags, 'runs' | 'seed' | 'workers' | 'progress'> {
  readonly particles?: number | undefined;
}

export const answersCommand = (t: Texts) => {
  const { runs, seed, workers, progress } = ensembleFlags(t, '100');
  const { particles } = pastFlags(t);
  return buildCommand<AnswersFlags, [episode: string], Context>({
    docs: describe(t, 'answers'),
    parameters: {
      flags: { runs, particles, seed, workers, progress, ...outputFlags(t) },
      positional: {
        kind: 'tuple',
        parameters: [{ parse: textParser, brief: t.args.episode, placeholder: t.placeholders.episode }],
      },
    },
    func: answering<AnswersFlags, [episode: string]>(answer),
  });
};

/** Asks every question of the episode, one after the other, each from where it says; of free runs, too, where that tells nothing. */
async function answer(context: Context, flags: AnswersFlags, name: string): Promise<Answer> {
  const opened = openEpisode(name, context);
  const { episode, hash } = opened;
  const subject = subjectOf(episode, hash, name, context.typed, context.lang);
  if (episode.questions.length === 0) throw new CliError(subject.texts.questions.none);
  const executor = nodeExecutor(flags.workers);
  const progress = progressOf(context, flags.progress === true);
  const total = episode.questions.length * flags.runs;
  const questions: AnsweredQuestion[] = [];
  try {
    const known = await knownPasts(context, flags, opened, progress);
    for (const [k, question] of episode.questions.entries()) {
      const past = pastOf(question, flags.particles);
      const one = async (from: PlanPast | undefined): Promise<Asked> => {
        // Free runs asked besides were not counted on: the bar waits for them.
        const report = (done: number): void =>
          progress.report(k * flags.runs + (from === past ? done : flags.runs), total);
        const { plan } = workOf(opened, flags, question.interventions, question, from);
        const informed = { ...plan, inferred: from && known.get(from.until) };
        const result = await executor.execute(informed, report, context.host.signal);
        const freed = past !== undefined && from === undefined;
        return await askedOf(informed, countedInMemory(result), { question, past: from, freed });
      };
      const asked = await one(past);
      const command = commandOf(name, question, flags, past);
      const free = tooThin(asked.past)
        ? { ...(await one(undefined)), command: `${command} --free` }
        : undefined;
      questions.push({ ...asked, command, free });
    }
  } catch (error) {
    throw error instanceof RangeError ? new CliError(error.message) : error;
  } finally {
    progress.end();
    await executor.close();
  }
  const broken = questions.some((q) => q.result.failed.count > q.result.forced.refused);
  return {
    kind: 'answers',
    page: answersPage(subject, { questions, seed: flags.seed, runs: flags.runs }),
    markdown: true,
    exit: broken ? exitCodes.problem : exitCodes.done,
  };
}

/** The luck of history by the day up to which it is given: that depends on the day and not on the question. */
async function knownPasts(
  context: Context,
  flags: AnswersFlags,
  opened: Opened,
  progress: Progress,
): Promise<ReadonlyMap<number, Inferred>> {
  const pasts = opened.episode.questions.flatMap((q) => pastOf(q, flags.particles) ?? []);
  const days = [...new Map(pasts.map((past) => [past.until, past])).values()];
  const plans = days.map((past) => workOf(opened, flags, [], undefined, past).plan);
  const inferred = await inferAll(plans, flags.workers, progress.infer, context.host.signal);
  return new Map(days.map(({ until }, k) => [until, inferred[k] as Inferred]));
}

const pastOf = ({ until }: Question, particles: number = defaultPast.particles): PlanPast | undefined =>
  until === undefined ? undefined : { until, moves: defaultPast.moves, particles };

/** The command that asks one question alone. */
function commandOf(
  name: string,
  question: Question,
  { runs, seed, particles, lang }: AnswersFlags,
  past: PlanPast | undefined,
): string {
  return [
    `plenum ask ${name} ${question.id} --runs ${runs}`,
    ...(seed === 1 ? [] : [`--seed ${seed}`]),
    ...(past && particles !== undefined ? [`--particles ${particles}`] : []),
    ...(lang === undefined ? [] : [`--lang ${lang}`]),
  ].join(' ');
}
