import type { DateInput, DateRules } from '../dates/resolve.ts';
import { resolveDate } from '../dates/resolve.ts';
import type { DateTrouble } from '../dates/edtf.ts';
import { suggest } from '../distance.ts';
import { type Finding, finding, type ProblemCode } from '../problems.ts';
import type { EpisodeInput } from '../schema/index.ts';
import type { Claim, Day, Distribution, Path, Position, ResolvedDate } from '../types.ts';
import type { Located } from '../load/tree.ts';
import type { DefaultKind } from './defaults.ts';

/** What the steps of normalising share. `findings` and `claims` grow as they go; everything else is fixed. */
export interface Context {
  readonly input: EpisodeInput;
  /** The merged tree of the files. */
  readonly root: Located;
  readonly locate: (path: Path) => Position;
  readonly findings: Finding[];
  readonly claims: Claim[];
  readonly starts: Day;
  readonly ends: Day;
  readonly rules: DateRules;
  readonly positionSpread: number;
  readonly defaults: Readonly<Partial<Record<DefaultKind, Distribution>>>;
}

/** A date of the file. What cannot be read is reported and counts as the first day, so that checking can go on. */
export function readDate(
  context: Context,
  input: DateInput,
  path: Path,
  rules: DateRules = context.rules,
): ResolvedDate {
  const date = resolveDate(input, rules);
  if (typeof date !== 'string') return date;
  context.findings.push(dateFinding(context, date, input, path, rules));
  return dayAsDate(context.starts, rules);
}

export const optionalDate = (
  context: Context,
  input: DateInput | undefined,
  path: Path,
): ResolvedDate | undefined => (input === undefined ? undefined : readDate(context, input, path));

export function dayAsDate(day: Day, rules: DateRules): ResolvedDate {
  return { earliest: day, latest: day, day, calendar: rules.calendar, approximate: false, uncertain: false };
}

const troubleCodes: Readonly<Record<DateTrouble, ProblemCode>> = {
  unreadable: 'date-unreadable',
  impossible: 'date-impossible',
  backwards: 'date-backwards',
  'season-in-interval': 'date-season',
  cycle: 'date-cycle',
  'unknown-act': 'date-unknown-act',
};

function dateFinding(
  context: Context,
  trouble: DateTrouble,
  input: DateInput,
  path: Path,
  rules: DateRules,
): Finding {
  const relative = typeof input === 'object' && !('edtf' in input) ? input : undefined;
  const id = relative?.after ?? relative?.before;
  const acts = context.input.record ?? [];
  const suggestion =
    trouble === 'unknown-act' && id !== undefined
      ? suggest(
          id,
          acts.map((act) => act.id),
        )
      : undefined;
  const chain = trouble === 'cycle' ? chainOf(acts, id) : undefined;
  const value =
    typeof input === 'object' ? ('edtf' in input ? input.edtf : JSON.stringify(input)) : String(input);
  const calendar =
    (typeof input === 'object' && 'edtf' in input ? input.calendar : undefined) ?? rules.calendar;
  return finding(troubleCodes[trouble], path, { value, calendar, id, suggestion, chain });
}

/** m → n → m */
function chainOf(acts: NonNullable<EpisodeInput['record']>, first: string | undefined): string {
  const chain: string[] = [];
  let next = first;
  while (next !== undefined && !chain.includes(next)) {
    chain.push(next);
    const on = acts.find((act) => act.id === next)?.on;
    next = typeof on === 'object' && 'days' in on ? (on.after ?? on.before) : undefined;
  }
  return [...chain, next ?? ''].join(' → ');
}

/** Dates of acts, on demand: relative dates lead from one to another, and must not lead back. */
export function actDates(
  acts: EpisodeInput['record'],
  read: (index: number) => ResolvedDate,
): (id: string) => ResolvedDate | DateTrouble {
  const index = new Map((acts ?? []).map((act, at) => [act.id, at]));
  const known = new Map<string, ResolvedDate>();
  const under = new Set<string>();
  return (id) => {
    const at = index.get(id);
    if (at === undefined) return 'unknown-act';
    const done = known.get(id);
    if (done !== undefined) return done;
    if (under.has(id) || under.size > 500) return 'cycle';
    under.add(id);
    const date = read(at);
    under.delete(id);
    known.set(id, date);
    return date;
  };
}
