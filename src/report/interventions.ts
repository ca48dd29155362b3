import { actNumber, allActs } from '../acts/index.ts';
import type { Intervention, Match, MoveSpec, SetTarget, SetValue } from '../episode/types.ts';
import { actSentence, type ActRow } from './acts.ts';
import { dayText } from './dates.ts';
import { listed } from './language.ts';
import { kindName } from './texts/kinds.ts';
import { formatNumber } from './numbers.ts';
import type { Subject } from './subject.ts';

/** What a question changes, one line each; the same change of several people on one day is one line. */
export function interventionTexts(list: readonly Intervention[], s: Subject): readonly string[] {
  const groups: { readonly first: Intervention; readonly key: string; readonly who: string[] }[] = [];
  for (const i of list) {
    const { key, who } = changeOf(i);
    const known = groups.find((g) => who !== undefined && g.key === key);
    if (known && who !== undefined) known.who.push(...who);
    else groups.push({ first: i, key, who: [...(who ?? [])] });
  }
  return groups.map(({ first, who }) => interventionText(first, who, s));
}

/** Who is changed, and what is the same for all who are. */
function changeOf(i: Intervention): { readonly key: string; readonly who: readonly string[] | undefined } {
  const same = (rest: unknown): string => JSON.stringify({ ...i, path: [], rest });
  if (i.kind === 'force')
    return { key: JSON.stringify({ ...i, path: [], move: { ...i.move, by: [] } }), who: i.move.by };
  if (i.kind !== 'set') return { key: same(0), who: undefined };
  const { target } = i;
  const key = (field: string): string =>
    JSON.stringify({ ...i, path: [], target: { ...target, [field]: '' } });
  if ('person' in target) return { key: key('person'), who: [target.person] };
  return target.kind === 'belief' ? { key: key('who'), who: [target.who] } : { key: same(0), who: undefined };
}

function interventionText(i: Intervention, who: readonly string[], s: Subject): string {
  const t = s.texts.interventions;
  const { meta } = s.episode;
  const day = (d: number): string => dayText(d, meta, s.lang);
  switch (i.kind) {
    case 'force':
      return t.force(forcedAct({ ...i.move, by: who }, s), forcedWhen(i, s));
    case 'forbid':
      return t.forbid(
        moveText(i.move, s),
        i.from <= meta.starts && i.until >= meta.ends ? '' : t.span(day(i.from), day(i.until)),
      );
    case 'set':
      return t.set(targetText(i.target, who, s), valueText(i.target, i.value, s), whenText(i.when, i.at, s));
    case 'remove': {
      const what =
        i.what === 'event'
          ? s.episode.events.find((e) => e.id === i.id)?.what[s.lang]
          : s.episode.meetings.find((m) => m.id === i.id)?.what?.[s.lang];
      return i.what === 'event'
        ? t.removeEvent(what ?? i.id)
        : i.what === 'meeting'
          ? t.removeMeeting(what ?? i.id)
          : t.removeTerm(termText(i.id.split('.'), s), whenText(i.when, i.at ?? meta.starts, s));
    }
    case 'add-term':
      return t.addTerm(termText([i.person, i.body ?? i.office ?? ''], s), whenText(i.when, i.at, s));
    case 'add-event':
      return t.addEvent(i.event.what[s.lang]);
    case 'add-meeting':
      return t.addMeeting(i.meeting.what?.[s.lang] ?? nameOf(i.meeting.body, s));
  }
}

const termText = (ids: readonly string[], s: Subject): string => ids.map((id) => nameOf(id, s)).join(', ');

/** On which day a change is made. */
function whenText(when: Match | undefined, at: number, s: Subject): string {
  const t = s.texts.interventions;
  const { meta } = s.episode;
  const day = at <= meta.starts ? '' : dayText(at, meta, s.lang);
  if (when) return t.occasion(matchText(when, s), day);
  return day === '' ? t.start : day;
}

function forcedWhen(i: Extract<Intervention, { readonly kind: 'force' }>, s: Subject): string {
  const t = s.texts.interventions;
  const { meta } = s.episode;
  const at = i.at ?? meta.starts;
  if (i.when) return whenText(i.when, at, s);
  const day = dayText(at, meta, s.lang);
  if (!i.whenever) return i.at === undefined ? t.start : day;
  return i.at === undefined ? t.whenever : t.wheneverFrom(day);
}

/** What an occasion waits for: "ultimatum by Lenin in the CC". */
const matchText = (m: Match, s: Subject): string =>
  m.acts.map((act) => moveText({ ...m, act, value: undefined, option: undefined }, s)).join(', ');

/** A forced act has an author and so makes a sentence. */
function forcedAct(m: MoveSpec, s: Subject): string {
  const kind = actNumber(m.act);
  const definition = allActs()[kind];
  const row: ActRow = {
    kind,
    by: m.by.map((id) => codeIn(id, s)),
    to: m.to.map((id) => codeIn(id, s)),
    body: s.episode.bodies.findIndex((b) => b.id === m.in),
    issue: s.episode.issues.findIndex((x) => x.id === m.issue),
    office: s.episode.offices.findIndex((o) => o.id === m.office),
    thing: s.episode.resources.findIndex((r) => r.id === m.organ),
    option: m.option === undefined ? -1 : (definition?.options?.indexOf(m.option) ?? -1),
    value: m.value ?? Number.NaN,
    flags: 0,
  };
  return definition === undefined ? moveText(m, s) : actSentence(row, s.names);
}

function codeIn(id: string, s: Subject): number {
  const { people, bodies, branches } = s.episode;
  const p = people.findIndex((x) => x.id === id);
  if (p >= 0) return p;
  const b = bodies.findIndex((x) => x.id === id);
  if (b >= 0) return people.length + b;
  const h = branches.findIndex((x) => x.id === id);
  return h < 0 ? -1 : people.length + bodies.length + h;
}

/** Acts done with somebody rather than to him. */
const done = new Set(['remove', 'expel', 'coopt', 'readmit', 'transfer', 'appoint']);

/** A kind of act with whatever narrows it: "resignation by Kamenev in the CC". */
function moveText(m: MoveSpec, s: Subject): string {
  const t = s.texts.interventions;
  const names = (ids: readonly string[]): string =>
    listed(
      ids.map((id) => nameOf(id, s)),
      s.lang,
    );
  return [
    kindName(m.act, s.lang),
    m.by.length > 0 ? t.by(names(m.by)) : '',
    m.to.length > 0 ? (done.has(m.act) ? t.of : t.to)(names(m.to)) : '',
    m.in === undefined ? '' : t.in(nameOf(m.in, s)),
    m.office === undefined ? '' : t.as(nameOf(m.office, s)),
    m.issue === undefined ? '' : t.on(nameOf(m.issue, s)),
    m.issue === undefined || m.value === undefined
      ? ''
      : t.at(
          s.names.point(
            s.episode.issues.findIndex((x) => x.id === m.issue),
            m.value,
          ) ?? '',
        ),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function targetText(target: SetTarget, people: readonly string[], s: Subject): string {
  const t = s.texts.interventions;
  const name = (id: string): string => (id === 'public' ? t.publicly : nameOf(id, s));
  const who = listed(people.map(name), s.lang);
  switch (target.kind) {
    case 'trait':
      return t.trait(t.traits[target.trait], who);
    case 'position':
      return t.position(who, name(target.issue));
    case 'salience':
      return t.salience(who, name(target.issue));
    case 'belief':
      return t.belief(who, name(target.about), name(target.issue), people.length > 1);
    case 'tie':
      return t.tie(name(target.from), name(target.to));
    case 'rule':
      return t.rule(target.what, name(target.body));
    case 'resource':
      return t.resource(name(target.resource));
    case 'pressure':
      return t.pressure(name(target.pressure));
    case 'line':
      return t.line(name(target.body), name(target.issue));
  }
}

function valueText(target: SetTarget, value: SetValue, s: Subject): string {
  if (typeof value === 'string') return nameOf(value, s);
  if (typeof value !== 'number')
    return value.kind === 'count'
      ? String(value.count)
      : `${value.strict ? '> ' : '≥ '}${formatNumber(value.share, s.lang, 2)}`;
  const shown = formatNumber(value, s.lang, Number.isInteger(value) ? 0 : 2);
  const issue = 'issue' in target ? s.episode.issues.findIndex((x) => x.id === target.issue) : -1;
  const point = issue < 0 || target.kind === 'salience' ? undefined : s.names.point(issue, value);
  return point === undefined ? shown : `${shown} ${point}`;
}

/** The name of whatever has that id, as short as it comes. */
export function nameOf(id: string, s: Subject): string {
  const e = s.episode;
  const person = e.people.findIndex((x) => x.id === id);
  if (person >= 0) return s.names.person(person).nom;
  const body = e.bodies.findIndex((x) => x.id === id);
  if (body >= 0) return s.names.body(body).nom;
  for (const list of [e.offices, e.issues, e.resources, e.branches, e.pressures, e.organisations]) {
    const found = list.find((x) => x.id === id);
    if (found) return found.name[s.lang];
  }
  return id;
}
