import { russianSwitch } from '../dates/calendar.ts';
import { type DateInput, type DateRules, resolveDate } from '../dates/resolve.ts';
import { type Finding, finding } from '../problems.ts';
import type { Located } from '../load/tree.ts';
import type { EpisodeInput } from '../schema/index.ts';
import type { Day, Distribution, EpisodeMeta, Path, Position, ResolvedDate } from '../types.ts';
import { actDates, type Context, readDate } from './context.ts';
import { type DefaultKind, libraryCirca, libraryPositionSpread, tempoScale, unitScale } from './defaults.ts';
import { readQuantity } from './quantity.ts';
import { optionalWords, words } from './words.ts';

/** The calendar, the days and the defaults of an episode: what has to be known before anything else can be read. */
export function beginContext(input: EpisodeInput, root: Located, locate: (path: Path) => Position): Context {
  const { episode } = input;
  const findings: Finding[] = [];
  const base: DateRules = { calendar: episode.calendar, circa: episode.defaults?.circa ?? libraryCirca };
  const unknown: Context = {
    input,
    root,
    locate,
    findings,
    claims: [],
    starts: 0,
    ends: 0,
    rules: base,
    defaults: readDefaults(input, findings),
    positionSpread: episode.defaults?.positionSpread ?? libraryPositionSpread,
  };
  const rules = { ...base, switchDay: readSwitch(unknown, episode.calendarSwitch) };
  const starts = readDate(unknown, episode.starts, ['episode', 'starts'], rules).earliest;
  const ends = readDate(unknown, episode.ends, ['episode', 'ends'], rules).latest;
  if (ends < starts) findings.push(finding('starts-after-ends', ['episode', 'ends']));
  const context: Context = { ...unknown, starts, ends, rules };
  const dateOfAct = actDates(input.record, (at): ResolvedDate => {
    const on = (input.record?.[at]?.on ?? '') as DateInput;
    return readDate(context, on, ['record', at, 'on'], { ...rules, dateOfAct });
  });
  return { ...context, rules: { ...rules, dateOfAct } };
}

/** "russia" stands for 14 February 1918; any other date is read as Gregorian. */
function readSwitch(context: Context, input: DateInput | undefined): Day | undefined {
  if (input === undefined) return undefined;
  if (input === 'russia') return russianSwitch;
  const date = resolveDate(input, { ...context.rules, calendar: 'gregorian' });
  if (typeof date !== 'string') return date.earliest;
  return readDate(context, input, ['episode', 'calendarSwitch'], { ...context.rules, calendar: 'gregorian' })
    .earliest;
}

const keys = ['tempo', 'salience', 'attachment', 'ambition', 'caution', 'authority'] as const;

function readDefaults(input: EpisodeInput, findings: Finding[]): Partial<Record<DefaultKind, Distribution>> {
  const found: Partial<Record<DefaultKind, Distribution>> = {};
  for (const key of keys) {
    const value = input.episode.defaults?.[key];
    if (value === undefined) continue;
    const read = readQuantity(value, key === 'tempo' ? tempoScale : unitScale);
    if (typeof read === 'string')
      findings.push(finding(read, ['episode', 'defaults', key], { value: String(value) }));
    else found[key] = read;
  }
  return found;
}

export function readMeta(context: Context): EpisodeMeta {
  const { episode } = context.input;
  return {
    title: words(episode.title),
    summary: optionalWords(episode.summary),
    calendar: episode.calendar,
    calendarSwitch: context.rules.switchDay,
    starts: context.starts,
    ends: context.ends,
    languages: episode.languages ?? ['en'],
    coders: episode.coders ?? [],
    licence: episode.licence,
    places: Object.entries(episode.places ?? {}).map(([id, name]) => ({ id, name: words(name) })),
    note: episode.note,
  };
}
