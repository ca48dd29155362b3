import type { CompiledOutcome } from '../questions/outcomes.ts';
import type { Estimate } from '../questions/statistics.ts';
import type { Effect } from '../questions/summarise.ts';
import { questionOf } from './answers.ts';
import { difference, isClear, meanWithInterval, ofHundredRuns, perHundred } from './estimates.ts';
import { digitsFor, formatNumber } from './numbers.ts';
import type { Subject } from './subject.ts';

const isShare = (o: CompiledOutcome): boolean => o.kind !== 'number';

export const estimateText = (o: CompiledOutcome, e: Estimate, s: Subject): string =>
  isShare(o) ? perHundred(e, s.lang) : meanWithInterval(e, s.lang);

/** The difference with its interval, or "cannot tell" before it. */
export function differenceText(o: CompiledOutcome, e: Effect, s: Subject): string {
  const shown = difference(e.difference, s.lang, isShare(o) ? 100 : 1);
  return isClear(e.difference) ? shown : `${s.texts.ask.cannotTell}: ${shown}`;
}

/** "12 / 3": pairs of a hundred with yes on one side alone. A `who` has none. */
export function flowText(o: CompiledOutcome, e: Effect, s: Subject): string {
  if (o.kind === 'who') return '–';
  const [gained, lost] = flowShares(e, s);
  return `${gained} / ${lost}`;
}

function flowShares(e: Effect, s: Subject): readonly [string, string] {
  const n = e.flows.both + e.flows.lost + e.flows.gained + e.flows.neither;
  const one = (count: number): string =>
    n === 0
      ? '–'
      : formatNumber(
          (100 * count) / n,
          s.lang,
          Number.isInteger((100 * count) / n) ? 0 : digitsFor(n > 900 ? 0.5 : 1),
        );
  return [one(e.flows.gained), one(e.flows.lost)];
}

/** One effect in a sentence or two. */
export function effectSentence(o: CompiledOutcome, e: Effect, s: Subject): string {
  const t = s.texts.ask;
  const question = questionOf(o, s);
  const verdict = isClear(e.difference) ? '' : ` (${t.cannotTell})`;
  const [gained, lost] = flowShares(e, s);
  if (o.kind === 'who') return `${question} ${t.changesWho(perHundred(e.difference, s.lang))}${verdict}.`;
  if (o.kind === 'number') {
    const sides = t.number(
      meanWithInterval(e.without, s.lang),
      meanWithInterval(e.with, s.lang),
      difference(e.difference, s.lang),
    );
    return `${question} ${sentenceCase(sides)}${verdict}.`;
  }
  const days = e.days && e.days.runs > 1 && isClear(e.days) ? `; ${t.days(difference(e.days, s.lang))}` : '';
  return `${question} ${sentenceCase(t.yesNo(ofHundredRuns(e.without, s.lang), ofHundredRuns(e.with, s.lang)))}${verdict}. ${t.flows(gained, lost)}${days}.`;
}

const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('ru') + text.slice(1);

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
