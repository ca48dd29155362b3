import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { availableParallelism, freemem } from 'node:os';
import { dirname, resolve } from 'node:path';
import { calibrate, type Calibration } from '../../ensemble/calibrate.ts';
import type { ShardResult } from '../../ensemble/plan.ts';
import { findManifest } from '../../ensemble/node/store/folder.ts';
import { StoreError } from '../../ensemble/node/store/trouble.ts';
import { beginManifest } from '../../ensemble/stored/begin.ts';
import { differences, type Manifest, runsDone } from '../../ensemble/stored/manifest.ts';
import { encodeShard } from '../../ensemble/stored/parquet.ts';
import { type Check, longWork, type Survey } from '../../ensemble/survey.ts';
import { preflightPage } from '../../report/pages/preflight.ts';
import { renderText } from '../../report/page.ts';
import { columnsOf, type Context } from '../context.ts';
import { CliError, exitCodes } from '../errors.ts';
import type { EnsembleFlags } from '../flags.ts';
import type { Answer } from '../output.ts';
import type { Work } from '../work.ts';

type KeepFlags = Pick<EnsembleFlags, 'out' | 'resume' | 'workers'>;

/** Fewer runs than this are never long work. */
const few = 200;
const moment = 0.3;
const properly = 2.5;

/** The answer of --preflight: the list alone. Ends with 1 if the work would not be begun. */
export function preflightAnswer(context: Context, flags: KeepFlags, work: Work): Answer {
  const survey = surveyOf(context, flags, work, calibrated(work, properly));
  return {
    kind: 'preflight',
    page: preflightPage(survey, context.lang),
    exit: isReady(survey) ? exitCodes.done : exitCodes.problem,
  };
}

/**
 * Before work of more than about half a minute the list goes to stderr. Throws a CliError if a check says that the work would fail.
 */
export async function preflightIfLong(context: Context, flags: KeepFlags, work: Work): Promise<void> {
  if (work.plan.runs < few) return;
  const glance = calibrated(work, moment);
  if (surveyOf(context, flags, work, glance).seconds < longWork) return;
  const survey = surveyOf(context, flags, work, calibrated(work, properly));
  if (survey.seconds < longWork) return;
  context.host.stderr.write(
    `${renderText(preflightPage(survey, context.lang).blocks, columnsOf(context.host))}\n`,
  );
  // What the folder holds is said better, and in full, when it is opened.
  const checks = survey.checks.filter((c) => c.id !== 'kept');
  if (!isReady({ ...survey, checks })) throw new CliError(context.texts.stored.notReady);
}

const calibrated = (work: Work, seconds: number): Calibration => {
  try {
    return calibrate(work.plan, () => performance.now(), seconds);
  } catch (error) {
    throw error instanceof RangeError ? new CliError(error.message) : error;
  }
};

const isReady = (s: Survey): boolean => s.checks.every((c) => c.passed || !c.needed);

function surveyOf(context: Context, flags: KeepFlags, work: Work, c: Calibration): Survey {
  const { opened, plan, question } = work;
  const folder = flags.out === undefined ? undefined : resolve(context.host.cwd, flags.out);
  const wanted = beginManifest(plan, { hash: opened.hash, command: context.typed, question });
  const kept = keptIn(folder, wanted);
  const missing = plan.runs - (kept.same ? kept.done : 0);
  const workers = flags.workers ?? availableParallelism();
  const bytes = folder === undefined ? undefined : bytesFor(wanted, c, missing);
  return {
    episode: { id: plan.episode.id, title: plan.episode.meta.title, hash: opened.hash },
    ask: question?.ask,
    twins: wanted.twins,
    runs: plan.runs,
    missing,
    seed: plan.seed,
    workers,
    secondsPerRun: c.secondsPerRun,
    seconds: (missing * c.secondsPerRun) / Math.max(1, Math.min(workers, availableParallelism())),
    folder: flags.out,
    bytes,
    checks: [
      ...checksOf(work, c, wanted, folder, bytes),
      ...(folder === undefined
        ? []
        : [
            {
              id: 'kept',
              passed: kept.free || (kept.same && flags.resume === true),
              needed: true,
              numbers: {},
            } as const,
          ]),
    ],
  };
}

interface Kept {
  readonly free: boolean;
  /** It holds runs of the same plan: so many. */
  readonly same: boolean;
  readonly done: number;
}

/** What the folder holds already. */
function keptIn(folder: string | undefined, wanted: Manifest): Kept {
  try {
    const there = folder === undefined ? undefined : findManifest(folder);
    if (!there) return { free: true, same: false, done: 0 };
    return { free: false, same: differences(there, wanted).length === 0, done: runsDone(there) };
  } catch (error) {
    if (error instanceof StoreError) return { free: false, same: false, done: 0 };
    throw error;
  }
}

/** As many files as it takes, each as large as one in which the runs tried are repeated until it is full. */
function bytesFor(wanted: Manifest, c: Calibration, runs: number): number {
  const { shardRuns } = wanted;
  const full = encodeShard(wanted, repeated(c.sample, Math.min(runs, shardRuns))).length;
  return Math.ceil(runs / shardRuns) * full;
}

function repeated(r: ShardResult, runs: number): ShardResult {
  const column = (cells: Float64Array): Float64Array =>
    Float64Array.from({ length: runs }, (_, k) => cells[k % r.runs] ?? Number.NaN);
  const kinds = r.actCounts.length / r.runs;
  return {
    ...r,
    runs,
    without: r.without.map(column),
    with: r.with.map(column),
    parted: column(r.parted),
    through: column(r.through),
    actCounts: Uint16Array.from(
      { length: kinds * runs },
      (_, at) => r.actCounts[Math.floor(at / runs) * r.runs + ((at % runs) % r.runs)] ?? 0,
    ),
  };
}

function checksOf(
  work: Work,
  c: Calibration,
  wanted: Manifest,
  folder: string | undefined,
  bytes: number | undefined,
): readonly Check[] {
  const { plan, opened } = work;
  const check = (id: Check['id'], passed: boolean, needed: boolean, numbers: Check['numbers']): Check => ({
    id,
    passed,
    needed,
    numbers,
  });
  const warnings = opened.loaded.problems.filter((p) => p.severity === 'warning').length;
  const { carriedOut, refused } = c.forced;
  return [
    check('episode', true, true, { warnings }),
    ...(wanted.twins ? [check('changes', true, true, { changes: plan.interventions.length })] : []),
    ...(carriedOut + refused > 0 ? [check('forced', carriedOut > 0, false, { carriedOut, refused })] : []),
    check('sample', c.failed === 0, false, { tried: c.tried, failed: c.failed }),
    ...(folder === undefined
      ? [memoryCheck(wanted, check)]
      : folderChecks(nearest(folder), bytes ?? 0, check)),
  ];
}

type MakeCheck = (id: Check['id'], passed: boolean, needed: boolean, numbers: Check['numbers']) => Check;

/** In memory every cell of every run is kept, twice while shards are joined. */
function memoryCheck(m: Manifest, check: MakeCheck): Check {
  const cells = 8 * (m.outcomes.length * (m.twins ? 2 : 1) + 1) + 2 * m.acts.length;
  const needed = 2 * cells * m.plan.runs;
  return check('memory', needed < freemem(), false, { needed, free: freemem() });
}

function folderChecks(place: string, needed: number, check: MakeCheck): readonly Check[] {
  const { bavail, bsize } = statfsSync(place);
  const free = Number(bavail) * Number(bsize);
  return [check('folder', isWritable(place), true, {}), check('room', needed < free, true, { needed, free })];
}

/** The folder itself, or the one in which it will be made. */
function nearest(folder: string): string {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  return place;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
