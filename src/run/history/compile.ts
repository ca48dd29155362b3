import { mean } from '../../chance/distributions.ts';
import type { Episode, RecordedAct } from '../../episode/types.ts';
import { actNumber, allActs } from '../../acts/index.ts';
import { ActFlag } from '../../world/state.ts';
import { namesOf } from '../../world/compile/compile.ts';
import type { Names } from '../../world/compile/names.ts';

/** One act of the record, in world indices, ready to be replayed. */
export interface HistoricalAct {
  readonly id: string;
  readonly source: RecordedAct;
  /** Number of its kind; -1 if this version knows no such act. */
  readonly kind: number;
  /** Persons; or one body or branch code. */
  readonly by: readonly number[];
  readonly to: readonly number[];
  readonly body: number;
  readonly issue: number;
  readonly office: number;
  readonly thing: number;
  /** Code of the option, -1 if none or unknown. */
  readonly option: number;
  readonly value: number;
  /** Moment used for ordering: the day, and the time of day where known. */
  readonly time: number;
  readonly latest: number;
  readonly deadline: number;
  readonly answers: string | undefined;
  readonly flags: number;
}

/** The acts of a record in the order in which they are replayed: by date, by known order within a day, by the file's order. */
export function compileHistory(e: Episode): readonly HistoricalAct[] {
  const n = namesOf(e);
  const acts = e.record.map((a) => compileAct(a, n));
  return inOrder(acts);
}

function compileAct(a: RecordedAct, n: Names): HistoricalAct {
  const kind = actNumber(a.kind);
  const definition = kind >= 0 ? allActs()[kind] : undefined;
  const by = a.by.map((id) => codeOf(id, n));
  const to = a.to.map((id) => codeOf(id, n));
  const option = a.option === undefined ? -1 : (definition?.options?.indexOf(a.option) ?? -1);
  return {
    id: a.id,
    source: a,
    kind,
    by,
    to,
    body: a.in === undefined ? -1 : (n.body.get(a.in) ?? -1),
    issue: a.issue === undefined ? -1 : (n.issue.get(a.issue) ?? -1),
    office: a.office === undefined ? -1 : (n.office.get(a.office) ?? -1),
    thing: thingOf(a, n),
    option: option < 0 && definition?.options && a.kind === 'motion' ? 0 : option,
    value: a.value ? mean(a.value) : Number.NaN,
    time: a.date.day + (a.date.time ?? 720) / 1440,
    latest: a.date.latest,
    deadline: a.deadline ? a.deadline.day : Number.NaN,
    answers: a.answers,
    flags: flagsOf(a),
  };
}

function flagsOf(a: RecordedAct): number {
  let flags = 0;
  if (a.open === false) flags |= ActFlag.secret;
  if (a.open === true) flags |= ActFlag.public;
  if (a.reserved) flags |= ActFlag.reserved;
  if (a.byKind === 'body') flags |= ActFlag.byBody;
  if (a.byKind === 'branch') flags |= ActFlag.byBranch;
  if (a.by.length > 1) flags |= ActFlag.joint;
  if (a.outcome === 'adopted') flags |= ActFlag.adopted;
  if (a.outcome === 'rejected') flags |= ActFlag.rejected;
  if (a.option === 'tactical') flags |= ActFlag.tactical;
  if (a.option === 'named') flags |= ActFlag.named;
  return flags;
}

function thingOf(a: RecordedAct, n: Names): number {
  if (a.organ !== undefined) return n.resource.get(a.organ) ?? -1;
  if (a.branch !== undefined) return n.branch.get(a.branch) ?? -1;
  return -1;
}

/** Person index; people + body; people + bodies + branch; -1 unknown. */
export function codeOf(id: string, n: Names): number {
  const person = n.person.get(id);
  if (person !== undefined) return person;
  const body = n.body.get(id);
  if (body !== undefined) return n.person.size + body;
  const branch = n.branch.get(id);
  return branch === undefined ? -1 : n.person.size + n.body.size + branch;
}

/** Stable by time; an act never precedes the one it answers. */
function inOrder(acts: readonly HistoricalAct[]): readonly HistoricalAct[] {
  const sorted = acts.map((act, k) => ({ act, k })).sort((a, b) => a.act.time - b.act.time || a.k - b.k);
  const out: HistoricalAct[] = [];
  const placed = new Set<string>();
  const known = new Set(acts.map((a) => a.id));
  let waiting = sorted.map((s) => s.act);
  while (waiting.length > 0) {
    const ready = waiting.find((a) => isReady(a, waiting, placed, known)) ?? waiting[0];
    if (!ready) break;
    out.push(ready);
    placed.add(ready.id);
    waiting = waiting.filter((a) => a !== ready);
  }
  return out;
}

/** What an act answers comes first; a decision comes after the votes by name on the same motion. */
function isReady(
  a: HistoricalAct,
  waiting: readonly HistoricalAct[],
  placed: ReadonlySet<string>,
  known: ReadonlySet<string>,
): boolean {
  const before = [a.answers, ...a.source.after];
  if (!before.every((id) => id === undefined || placed.has(id) || !known.has(id) || id === a.id))
    return false;
  if (a.source.kind !== 'resolution') return true;
  return !waiting.some(
    (v) =>
      v.source.kind === 'vote' &&
      v.answers !== undefined &&
      (v.answers === a.answers || v.answers === a.id) &&
      Math.floor(v.time) === Math.floor(a.time),
  );
}
