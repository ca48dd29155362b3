import type { CompiledOutcome } from '../questions/outcomes.ts';
import type { Estimate } from '../questions/statistics.ts';
import type { Effect } from '../questions/summarise.ts';
import { questionOf } from './answers.ts';
import { difference, isClear, meanWithInterval, ofHundredRuns, perHundred } from './estimates.ts';
import { capital } from './language.ts';
import { formatNumber } from './numbers.ts';
import type { Subject } from './subject.ts';

const isShare = (o: CompiledOutcome): boolean => o.kind !== 'number';

export const estimateText = (o: CompiledOutcome, e: Estimate, s: Subject): string =>
  isShare(o) ? perHundred(e, s.lang) : meanWithInterval(possible(o, e), s.lang);

/** What is counted, and who sits, is never below none; lines stay on their scale. */
function possible({ source: { measure } }: Pick<CompiledOutcome, 'source'>, e: Estimate): Estimate {
  const scale = measure.kind === 'line' || measure.kind === 'practised';
  const within = (v: number): number => Math.max(0, scale ? Math.min(100, v) : v);
  return { ...e, low: within(e.low), high: within(e.high) };
}

/** The difference with its interval; "cannot tell" above it if zero lies within. */
export function differenceText(o: CompiledOutcome, e: Effect, s: Subject): string {
  if (noPairDiffers(o, e)) return s.texts.ask.none;
  const shown = difference(e.difference, s.lang, isShare(o) ? 100 : 1);
  return isClear(e.difference) ? shown : `${s.texts.ask.cannotTell}\n${shown}`;
}

/** Not one pair gave different answers: an interval would pretend to know zero exactly. */
function noPairDiffers(o: CompiledOutcome, e: Effect): boolean {
  if (o.kind === 'number') return e.difference.low === 0 && e.difference.high === 0;
  return e.flows.gained + e.flows.lost === 0 && o.kind !== 'who' && e.difference.value === 0;
}

/** Pairs of a hundred with yes on one side alone: with, without. Only for outcomes that are yes or no. */
export function flowTexts(o: CompiledOutcome, e: Effect, s: Subject): readonly [string, string] {
  if (o.kind === 'who' || o.kind === 'number') return ['–', '–'];
  const n = e.flows.both + e.flows.lost + e.flows.gained + e.flows.neither;
  const one = (count: number): string => {
    const share = (100 * count) / n;
    return n === 0 ? '–' : formatNumber(share, s.lang, Number.isInteger(share) || n < 100 ? 0 : 1);
  };
  return [one(e.flows.gained), one(e.flows.lost)];
}

/** One effect in a sentence or two. */
export function effectSentence(o: CompiledOutcome, e: Effect, s: Subject): string {
  const question = questionOf(o, s);
  return `${question} ${capital(answer(o, e, s))}.`;
}

function answer(o: CompiledOutcome, e: Effect, s: Subject): string {
  const t = s.texts.ask;
  const verdict = isClear(e.difference) ? '' : ` (${t.cannotTell})`;
  if (o.kind === 'who') return t.changesWho(perHundred(e.difference, s.lang)) + verdict;
  if (o.kind === 'number') {
    if (noPairDiffers(o, e)) return t.alike(estimateText(o, e.without, s));
    const [a, b] = [estimateText(o, e.without, s), estimateText(o, e.with, s)];
    return t.number(a, b, difference(e.difference, s.lang)) + verdict;
  }
  const ever = (sides: string): string => (o.kind === 'date' ? t.ever(sides) : sides);
  if (noPairDiffers(o, e)) return ever(t.alike(ofHundredRuns(e.without, s.lang)));
  const [gained, lost] = flowTexts(o, e, s);
  const days = e.days && isClear(e.days) ? `; ${t.days(difference(e.days, s.lang))}` : '';
  const sides = t.yesNo(ofHundredRuns(e.without, s.lang), ofHundredRuns(e.with, s.lang));
  const flows = o.kind === 'date' ? t.everFlows(gained, lost) : t.flows(gained, lost);
  return `${ever(sides)}${verdict}. ${flows}${days}`;
}

/** The clearest effect: the difference that is largest in units of its own uncertainty. */
export function clearest(effects: readonly Effect[]): number {
  let best = -1;
  let most = 0;
  effects.forEach((e, k) => {
    if (!isClear(e.difference)) return;
    const size = Math.abs(e.difference.value) / Math.max(1e-9, e.difference.high - e.difference.low);
    if (size > most) [most, best] = [size, k];
  });
  return best;
}
