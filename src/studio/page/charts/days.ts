import { civilOf, dayOf } from '../../../episode/dates/index.ts';
import type { EpisodeMeta } from '../../../episode/types.ts';

const steps = [1, 2, 3, 7, 14] as const;
const monthSteps = [1, 2, 3, 6, 12, 24, 60] as const;

/** Days worth a label on an axis from one day to another, at most so many: whole days, weeks, or firsts of months, in the episode's calendar. */
export function dayTicks(meta: EpisodeMeta, from: number, to: number, most: number): readonly number[] {
  const span = to - from;
  const step = steps.find((s) => span / s <= most);
  if (step !== undefined)
    return Array.from({ length: Math.floor(span / step) + 1 }, (_, k) => Math.ceil(from) + k * step);
  const calendar =
    meta.calendar === 'julian' && (meta.calendarSwitch === undefined || from < meta.calendarSwitch)
      ? 'julian'
      : 'gregorian';
  const first = civilOf(Math.ceil(from), calendar);
  const months = monthSteps.find((s) => span / (30.4 * s) <= most) ?? 120;
  const ticks: number[] = [];
  const offset = (first.month - 1) % Math.min(12, months);
  for (let k = -offset; ; k += months) {
    const month = first.month - 1 + k;
    const day = dayOf(
      { year: first.year + Math.floor(month / 12), month: (((month % 12) + 12) % 12) + 1, day: 1 },
      calendar,
    );
    if (day > to) return ticks;
    if (day >= from) ticks.push(day);
  }
}
