import { merge } from '../../ensemble/merge.ts';
import type { EnsemblePlan, ShardResult } from '../../ensemble/plan.ts';
import { rowsOf } from '../../questions/hangs-on/design.ts';
import { type Factor, factorsOf, groupings } from '../../questions/hangs-on/factors.ts';
import { answersOf, type HangsOn, hangsOn } from '../../questions/hangs-on/hangs-on.ts';
import { factorName, hangsOnSentences } from '../../report/pages/hangs-on.ts';
import { hangsOnTexts } from '../../report/texts/hangs-on.ts';
import { soundChanges } from './changes.ts';
import { both, type Ready } from './opened.ts';
import type { HangsOnOptions, HangsOnSizes, HangsOnView } from './protocol.ts';
import { inPieces } from './queue.ts';
import type { Call, Means } from './services.ts';

const weights: Factor = { id: 'weights', kind: 'weights', inputs: [], claims: [] };
const luck: Factor = { id: 'luck', kind: 'luck', inputs: [], claims: [] };

/** Runs (or pairs) that one base point takes, by grouping: the factors, weights and luck among them, and two more. */
export const hangingSizes = (ready: Ready): HangsOnSizes =>
  Object.fromEntries(
    groupings.map((by) => [by, factorsOf(ready.episode, ready.world, by).length + 4]),
  ) as unknown as HangsOnSizes;

/**
 * What an answer hangs on, by Sobol indices. The rows of a design come base point by base point, and the first 2^k of them are a design of
 * their own, so a coarse answer is told as soon as four are done, and told again at each doubling. Throws a RangeError for an unknown
 * outcome or unsound changes, an AbortError if cancelled.
 */
export async function tellHanging(
  ready: Ready,
  options: HangsOnOptions,
  means: Means,
  call: Call,
): Promise<HangsOnView> {
  const interventions = soundChanges(ready, options.changes);
  const at = ready.outcomes.findIndex((o) => o.id === options.outcome);
  if (at < 0) throw new RangeError(`the episode has no outcome "${options.outcome}"`);
  const factors = factorsOf(ready.episode, ready.world, options.by);
  const design = { basePoints: options.points, factors: factors.map((f) => f.inputs), weights: true };
  const plan: EnsemblePlan = {
    episode: ready.episode,
    seed: options.seed,
    first: 0,
    runs: rowsOf(design),
    interventions,
    parameters: {},
    design,
  };
  const perPoint = plan.runs / options.points;
  const all = [...factors, weights, luck];
  const parts: ShardResult[] = [];
  let found: HangsOn | undefined;
  let points = 0;
  const done = (): number => parts.reduce((sum, p) => sum + p.runs, 0);
  /** Looks whether another doubling of base points is complete. */
  const look = (): void => {
    const result = merge(plan, parts);
    const complete = contiguous(parts) / perPoint;
    const reached = 2 ** Math.floor(Math.log2(Math.max(1, complete)));
    if (reached < 4 || reached <= points || result.failed.length > 0) return;
    points = reached;
    const cut = (c: Float64Array | undefined): Float64Array | undefined => c?.slice(0, reached * perPoint);
    const outcome = ready.outcomes[at]!;
    const answers = answersOf(outcome, cut(result.without[at])!, cut(result.with[at]));
    found = hangsOn(outcome, answers, all, options.seed);
  };
  const began = means.clock();
  const view = (): HangsOnView =>
    viewOf(ready, found, {
      done: done(),
      total: plan.runs,
      points,
      failed: parts.reduce((sum, p) => sum + p.failed.length, 0),
      seconds: (means.clock() - began) / 1000,
      rows: points * perPoint,
      pairs: interventions.length > 0,
    });
  let told = began;
  await inPieces(
    means.executor,
    plan,
    { piece: 24 * means.workers * 4, size: 4 },
    (part) => {
      parts.push(part);
      if (means.clock() - told < 250) return;
      told = means.clock();
      look();
      call.onPartial(view());
    },
    call.signal,
  );
  look();
  return view();
}

/** Rows that are done without a gap from the first. */
function contiguous(parts: readonly ShardResult[]): number {
  let next = 0;
  for (const p of [...parts].sort((a, b) => a.first - b.first)) {
    if (p.first !== next) break;
    next += p.runs;
  }
  return next;
}

function viewOf(
  ready: Ready,
  found: HangsOn | undefined,
  so: Pick<HangsOnView, 'done' | 'total' | 'points' | 'failed' | 'seconds'> & {
    readonly rows: number;
    readonly pairs: boolean;
  },
): HangsOnView {
  const { rows, pairs, ...state } = so;
  const words = { en: hangsOnTexts('en'), ru: hangsOnTexts('ru') };
  const dependent = found?.warnings.some((w) => w.code !== 'constant' && w.clear) ?? false;
  return {
    ...state,
    mean: found?.mean ?? Number.NaN,
    variance: found?.variance ?? Number.NaN,
    factors: (found?.shares ?? []).map((s) => ({
      id: s.factor.id,
      kind: s.factor.kind,
      name: both(ready, (subject) => factorName(subject, s.factor)),
      first: s.first,
      total: s.total,
      claims: s.factor.claims,
    })),
    sentence: found
      ? both(ready, (subject) => hangsOnSentences(subject, { rows, pairs }, found))
      : { en: '', ru: '' },
    warnings: [
      ...(dependent ? [{ en: words.en.dependent, ru: words.ru.dependent }] : []),
      ...(so.failed > 0 ? [{ en: words.en.failed(so.failed), ru: words.ru.failed(so.failed) }] : []),
      { en: words.en.priors, ru: words.ru.priors },
    ],
  };
}
