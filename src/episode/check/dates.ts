import { isoDay } from '../dates/format.ts';
import { type Finding, finding } from '../problems.ts';
import type { Day, Episode, Measure, Path, ResolvedDate } from '../types.ts';
import type { CheckRule } from './known.ts';

/** Things that must happen within the episode and cannot. */
export const dateRules: CheckRule = ({ episode }) => [
  ...episode.record
    .filter((act) => act.mode === 'occurred')
    .flatMap((act) => dated(act.date, [...act.path, 'on'], episode)),
  ...episode.events.flatMap((event) => dated(event.date, [...event.path, 'on'], episode)),
  ...episode.meetings.flatMap((meeting) =>
    meeting.kind === 'coded' ? dated(meeting.date, [...meeting.path, 'on'], episode) : [],
  ),
  ...episode.outcomes.flatMap((outcome) => measured(outcome.measure, [...outcome.path, 'measure'], episode)),
  ...episode.questions.flatMap((question) => [
    ...(question.until === undefined ? [] : onDay(question.until, [...question.path, 'until'], episode)),
    ...question.interventions.flatMap((one) =>
      'at' in one && one.at !== undefined ? onDay(one.at, [...one.path, 'at'], episode) : [],
    ),
  ]),
];

function dated(date: ResolvedDate, path: Path, { meta }: Episode): readonly Finding[] {
  if (date.latest >= meta.starts && date.earliest <= meta.ends) return [];
  return [outside(rangeOf(date, meta), path, meta)];
}

function measured(measure: Measure, path: Path, episode: Episode): readonly Finding[] {
  return 'at' in measure ? onDay(measure.at, [...path, measure.kind, 'at'], episode) : [];
}

function onDay(day: Day, path: Path, { meta }: Episode): readonly Finding[] {
  return day >= meta.starts && day <= meta.ends ? [] : [outside(isoDay(day, meta.calendar), path, meta)];
}

function outside(date: string, path: Path, meta: Episode['meta']): Finding {
  const show = (day: Day): string => isoDay(day, meta.calendar);
  return finding('date-outside', path, { date, starts: show(meta.starts), ends: show(meta.ends) });
}

function rangeOf(date: ResolvedDate, { calendar }: Episode['meta']): string {
  const first = isoDay(date.earliest, calendar);
  return date.earliest === date.latest ? first : `${first}/${isoDay(date.latest, calendar)}`;
}
