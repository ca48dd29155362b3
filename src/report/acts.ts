import { type ActWords, allActs, type NameForms } from '../acts/define.ts';
import { jointlyActing } from '../acts/assemblies.ts';
import { jointBodies } from '../episode/joint.ts';
import type { HistoricalAct } from '../run/history/compile.ts';
import { tallyOf } from '../world/record.ts';
import type { Scene } from '../world/scene.ts';
import { ActFlag } from '../world/state.ts';
import { capital } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { jointForms, undeclined } from './names.ts';

/** What is needed to put an act into words: world indices, −1 where it does not apply. */
export interface ActRow {
  readonly kind: number;
  readonly by: readonly number[];
  readonly to: readonly number[];
  readonly body: number;
  readonly issue: number;
  readonly office: number;
  readonly thing: number;
  readonly option: number;
  readonly value: number;
  readonly flags: number;
  readonly tally?: ActWords['tally'] | undefined;
  /** The bodies that decided it as one, if several did. */
  readonly jointly?: readonly number[] | undefined;
}

/** Kinds whose `thing` is a branch; the others' is a resource. */
const aboutBranches = new Set(['turn-branch', 'branch-resolution', 'elect-delegates', 'transfer', 'appoint']);

/** A row of a run's record. */
export function recordRow(s: Scene, k: number): ActRow {
  const x = s.state;
  const kind = x.actKind[k] ?? -1;
  const isResolution = allActs()[kind]?.kind === 'resolution';
  return {
    kind,
    by: [x.actBy[k] ?? -1],
    to: [x.actTo[k] ?? -1],
    body: x.actBody[k] ?? -1,
    issue: x.actIssue[k] ?? -1,
    office: x.actOffice[k] ?? -1,
    thing: isResolution ? -1 : (x.actThing[k] ?? -1),
    option: x.actOption[k] ?? -1,
    value: x.actValue[k] ?? Number.NaN,
    flags: x.actFlags[k] ?? 0,
    tally: isResolution ? tallyOf(x, k) : undefined,
    jointly: jointlyActing(s, k),
  };
}

/** An act of the record as coded. */
export function historicalRow(a: HistoricalAct): ActRow {
  const v = a.source.votes;
  const tally =
    v?.for === undefined || v.against === undefined
      ? undefined
      : { yes: v.for, no: v.against, abstain: v.abstain ?? 0 };
  return {
    kind: a.kind,
    by: a.by,
    to: a.to,
    body: a.body,
    issue: a.issue,
    office: a.office,
    thing: a.thing,
    option: a.option,
    value: a.value,
    flags: a.flags,
    tally,
  };
}

/** The act as a sentence, without its full stop. */
export function actSentence(row: ActRow, names: Lexicon): string {
  const act = allActs()[row.kind];
  if (!act) return names.lang === 'ru' ? 'неизвестное действие' : 'an act unknown to this version';
  return capital(act.sentence[names.lang](wordsOf(row, act.kind, act.options, names)).trim());
}

/** An act of the record: the coder's sentence where there is one. */
export function historicalSentence(a: HistoricalAct, names: Lexicon): string {
  const said = a.source.say?.[names.lang];
  return capital(said ?? actSentence({ ...historicalRow(a), jointly: recordedJointly(a, names) }, names));
}

/** The bodies that took a recorded decision as one, by index; none if one did. */
function recordedJointly(a: HistoricalAct, names: Lexicon): readonly number[] {
  const { bodies } = names.episode;
  const body = a.source.byBody ? bodies.find((b) => b.id === a.source.by[0]) : undefined;
  if (body === undefined || a.source.kind !== 'resolution') return [];
  const joined = jointBodies(names.episode, body, a.source);
  const host = bodies.indexOf(body);
  return joined.length === 0 ? [] : [host, ...joined.map((id) => bodies.findIndex((b) => b.id === id))];
}

function wordsOf(
  row: ActRow,
  kind: string,
  options: readonly string[] | undefined,
  names: Lexicon,
): ActWords {
  const actors = (codes: readonly number[]): NameForms | undefined => {
    const known = codes.map(names.actor).filter((f) => f !== undefined);
    return known.length === 0 ? undefined : jointForms(known, names.lang);
  };
  const body = row.body >= 0 ? names.body(row.body) : undefined;
  const together = (row.jointly ?? []).map((b) => names.episode.people.length + b);
  const jointly = together.length > 1;
  return {
    by:
      actors(jointly ? together : row.by) ??
      body ??
      undeclined(names.lang === 'ru' ? 'неизвестно кто' : 'somebody'),
    to: actors(row.to),
    body,
    issue: row.issue >= 0 ? names.issue(row.issue) : undefined,
    point: row.issue >= 0 ? names.point(row.issue, row.value) : undefined,
    office: row.office >= 0 ? names.office(row.office) : undefined,
    thing:
      row.thing < 0
        ? undefined
        : aboutBranches.has(kind)
          ? names.branch(row.thing)
          : names.resource(row.thing),
    option: options?.[row.option],
    tally: row.tally,
    adopted: (row.flags & ActFlag.adopted) !== 0,
    secret: (row.flags & ActFlag.secret) !== 0,
    reserved: (row.flags & ActFlag.reserved) !== 0,
    jointly,
  };
}
