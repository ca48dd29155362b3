import type { EnsemblePlan, ShardResult } from '../../ensemble/plan.ts';
import { merge } from '../../ensemble/merge.ts';
import { daysBetween, firstDayOf, shifted } from '../../questions/shifted.ts';
import { lastDay } from '../../questions/statistics/last-day.ts';
import { keyedUniforms } from '../../questions/statistics/draws.ts';
import { cautious, lowers, turned, untilWhen } from '../../questions/statistics/until-when.ts';
import { effects } from '../../questions/summarise.ts';
import { untilSentences } from '../../report/pages/until-when.ts';
import { soundChanges } from './changes.ts';
import { both, type Ready } from './opened.ts';
import type { UntilOptions, UntilView } from './protocol.ts';
import { inPieces } from './queue.ts';
import type { Call, Means } from './services.ts';

/** What counts unless told: 5 of 100 runs; one unit of an outcome that is a number. */
const [share, unit] = [0.05, 1];

type Dated = UntilView['days'][number];

/**
 * The effect of the changes begun on different days, with the same luck on all, and the last day on which it still matters. Days are tried
 * coarsely first, so that the curve has its form early. Throws a RangeError if nothing in the changes has a date, an AbortError if cancelled.
 */
export async function tellUntil(
  ready: Ready,
  options: UntilOptions,
  means: Means,
  call: Call,
): Promise<UntilView> {
  const { episode: e } = ready;
  const interventions = soundChanges(ready, options.changes);
  const at = ready.outcomes.findIndex((o) => o.id === options.outcome);
  if (at < 0) throw new RangeError(`the episode has no outcome "${options.outcome}"`);
  const coded = firstDayOf(interventions, e);
  if (coded === undefined) throw new RangeError('undated');
  const outcome = ready.outcomes[at]!;
  const tried = daysBetween(e.meta.starts, e.meta.ends, options.days);
  const found: Dated[] = [];
  const pairs = new Map<number, Float64Array>();
  let failed = 0;
  const view = (): UntilView => viewOf(ready, found, pairs, { at, coded, tried, options, failed });
  for (const day of coarseFirst(tried)) {
    const plan: EnsemblePlan = {
      episode: e,
      seed: options.seed,
      first: 0,
      runs: options.runs,
      interventions: shifted(interventions, e, day),
      parameters: {},
    };
    const parts: ShardResult[] = [];
    await inPieces(means.executor, plan, { piece: 64, size: 4 }, (p) => void parts.push(p), call.signal);
    const result = merge(plan, parts);
    failed += result.failed.length;
    const [effect] = effects([outcome], [result.without[at]!], [result.with[at]!]);
    if (!effect) continue;
    const difference = effect.kind === 'number' ? effect.difference : cautious(effect.difference);
    found.push({ day, without: effect.without, with: effect.with, difference });
    pairs.set(day, differences(outcome.kind, result.without[at]!, result.with[at]!));
    found.sort((a, b) => a.day - b.day);
    call.onPartial(view());
  }
  return view();
}

/** First and last, then the middles: 0, 7, 3, 1, 5, … */
export function coarseFirst(days: readonly number[]): readonly number[] {
  const last = days.length - 1;
  const order = [0, last];
  for (let step = last; step > 1; ) {
    const half = step / 2;
    for (let k = half; k < last; k += half) order.push(Math.round(k));
    step = half;
  }
  return [...new Set(order)].flatMap((k) => days[k] ?? []);
}

/** Per run with less without; a date counts as "ever", another person as a difference. */
function differences(kind: string, without: Float64Array, withIt: Float64Array): Float64Array {
  const number = (v: number): number => (kind === 'date' ? (Number.isNaN(v) ? 0 : 1) : v);
  return withIt.map((v, k) => {
    const other = without[k] ?? Number.NaN;
    return kind === 'who' ? (v === other ? 0 : 1) : number(v) - number(other);
  });
}

function viewOf(
  ready: Ready,
  days: readonly Dated[],
  pairs: ReadonlyMap<number, Float64Array>,
  so: {
    readonly at: number;
    readonly coded: number;
    readonly tried: readonly number[];
    readonly options: UntilOptions;
    readonly failed: number;
  },
): UntilView {
  const outcome = ready.outcomes[so.at]!;
  const level = outcome.kind === 'number' ? unit : share;
  const downwards = lowers(days.map((d) => d.difference));
  const reading = untilWhen(
    days.map((d) => ({ day: d.day, effect: downwards ? turned(d.difference) : d.difference })),
    level,
  );
  const complete = days.length === so.tried.length;
  return {
    days,
    tried: so.tried,
    coded: so.coded,
    level,
    downwards,
    verdict: reading.verdict,
    last: complete ? lastOf(days, pairs, downwards, level, so.options.seed) : undefined,
    sentence: complete
      ? both(ready, (s) => untilSentences(s, { outcome, days, coded: so.coded, level, reading }))
      : { en: '', ru: '' },
    runs: so.options.runs,
    failed: so.failed,
  };
}

/** The last day by the effects themselves, with an interval by resampling runs; undefined where a run has no answer. */
function lastOf(
  days: readonly Dated[],
  pairs: ReadonlyMap<number, Float64Array>,
  downwards: boolean,
  level: number,
  seed: number,
): UntilView['last'] {
  const columns = days.map((d) => (pairs.get(d.day) ?? new Float64Array(0)).map((v) => (downwards ? -v : v)));
  if (columns.some((c) => c.length === 0 || c.some((v) => Number.isNaN(v)))) return undefined;
  const uniforms = keyedUniforms(
    { seedLow: seed >>> 0, seedHigh: Math.floor(seed / 4294967296) >>> 0 },
    'studio until-when',
  );
  const found = lastDay(
    days.map((d) => d.day),
    columns,
    level,
    { uniforms, resamples: 400 },
  );
  return { day: found.day, low: found.low, high: found.high, never: found.never };
}
