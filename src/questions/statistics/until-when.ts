/** The last date at which an intervention still makes a difference of a stated size. */
import { expm1, log } from '../../chance/exact.ts';
import type { Estimate } from '../statistics.ts';
import { insist } from './errors.ts';

export interface DatedEffect {
  /** A day number. */
  readonly day: number;
  readonly effect: Estimate;
}

export interface UntilWhen {
  /**
   * `always`: on the last date examined the effect surely reaches the level. `until`: it surely does on some date and
   * surely does not on the last. `never`: it surely does on no date. `cannot-tell`: otherwise.
   */
  readonly verdict: 'always' | 'until' | 'never' | 'cannot-tell';
  /** Last day on which the estimate reaches the level; undefined if on none. */
  readonly last: number | undefined;
  /** Last day on which its whole interval does: so long it surely matters. */
  readonly surely: number | undefined;
  /** Last day on which any of its interval does: afterwards it surely does not. */
  readonly possibly: number | undefined;
  /** Stretches of examined days, first and last, on which the estimate reaches the level: more than one if it fades and returns. */
  readonly windows: readonly (readonly [from: number, to: number])[];
  /** Whether the effect never grows from date to date: `yes`, `no`, or `unsure` when rises lie within the intervals. */
  readonly fades: 'yes' | 'no' | 'unsure';
}

/**
 * Reads the answer off the effects by date. The effect counts upwards: for an intervention that lowers an outcome, give
 * effects with their sign turned (`turned`). Days need not be evenly spaced but must ascend; between examined days
 * nothing is claimed. Throws `empty`, `bad-argument` (days that do not ascend).
 */
export function untilWhen(effects: readonly DatedEffect[], level: number): UntilWhen {
  insist(effects.length > 0, 'empty', 'no dates to judge by');
  insist(
    effects.every(({ day }, k) => k === 0 || day > effects[k - 1]!.day),
    'bad-argument',
    'the days must ascend',
  );
  const lastWith = (reaches: (e: Estimate) => boolean) =>
    effects.findLast(({ effect }) => reaches(effect))?.day;
  const surely = lastWith((e) => e.low >= level);
  const possibly = lastWith((e) => e.high >= level);
  const end = effects.at(-1)!.day;
  return {
    verdict: verdictOf(surely, possibly, end),
    last: lastWith((e) => e.value >= level),
    surely,
    possibly,
    windows: windowsOf(effects, level),
    fades: fadesOf(effects),
  };
}

/**
 * A paired difference of shares without one pair that differs: its interval has no width, which claims too much. Then up to
 * 1 − 0.05^(1/n) of all pairs may differ either way (the rule of three: Hanley & Lippman-Hand, JAMA 249 (1983) 1743-1745).
 */
export function cautious(e: Estimate): Estimate {
  if (e.low !== 0 || e.high !== 0 || e.runs === 0) return e;
  const most = -expm1(log(0.05) / e.runs);
  return { ...e, low: -most, high: most };
}

/** The same effects counted downwards. */
export const turned = ({ value, low, high, runs }: Estimate): Estimate => ({
  value: -value,
  low: -high,
  high: -low,
  runs,
});

/** Does a change rather lower what it bears on? By the date on which it moves it most. */
export const lowers = (effects: readonly Estimate[]): boolean =>
  effects.reduce((most, e) => (Math.abs(e.value) > Math.abs(most) ? e.value : most), 0) < 0;

function verdictOf(
  surely: number | undefined,
  possibly: number | undefined,
  end: number,
): UntilWhen['verdict'] {
  if (surely === end) return 'always';
  if (possibly === undefined) return 'never';
  return surely !== undefined && possibly < end ? 'until' : 'cannot-tell';
}

function windowsOf(effects: readonly DatedEffect[], level: number): readonly (readonly [number, number])[] {
  const windows: [number, number][] = [];
  let open = false;
  for (const { day, effect } of effects) {
    const reaches = effect.value >= level;
    if (reaches && open) windows.at(-1)![1] = day;
    else if (reaches) windows.push([day, day]);
    open = reaches;
  }
  return windows;
}

function fadesOf(effects: readonly DatedEffect[]): UntilWhen['fades'] {
  let lowest = Number.POSITIVE_INFINITY;
  let lowestHigh = Number.POSITIVE_INFINITY;
  let answer: UntilWhen['fades'] = 'yes';
  for (const { effect } of effects) {
    if (effect.low > lowestHigh) return 'no';
    if (effect.value > lowest) answer = 'unsure';
    lowest = Math.min(lowest, effect.value);
    lowestHigh = Math.min(lowestHigh, effect.high);
  }
  return answer;
}
