import { hashText } from '../../chance/keys.ts';
import type { Episode, Meeting, OutsideEvent, ResolvedDate } from '../../episode/types.ts';
import type { CalendarEffect, CalendarItem } from '../world.ts';
import { at, type Names } from './names.ts';

/** Everything exogenous with a date: outside events, scheduled meetings, people leaving and coming back. By first possible day. */
export function compileCalendar(e: Episode, n: Names): readonly CalendarItem[] {
  const items: CalendarItem[] = [];
  for (const event of e.events) items.push(compileEvent(event, n));
  for (const meeting of e.meetings) items.push(compileMeeting(meeting, n));
  for (const p of e.people) {
    for (const away of p.away) {
      const person = at(n.person, p.id);
      if (away.from > e.meta.starts)
        items.push(travel(`away.${p.id}.${away.from}`, away.from, { kind: 'leaves', person }));
      if (away.to < e.meta.ends)
        items.push(travel(`back.${p.id}.${away.to}`, away.to + 1, { kind: 'arrives', person }));
    }
  }
  return items
    .filter((i) => i.latest + 1 > e.meta.starts && i.day < e.meta.ends + 1)
    .sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
}

function when(date: ResolvedDate): Pick<CalendarItem, 'day' | 'latest' | 'timed'> {
  if (date.time !== undefined) return { day: date.day + date.time / 1440, latest: date.day, timed: true };
  return { day: date.earliest, latest: date.latest, timed: false };
}

const nothing = {
  body: -1,
  assembly: { bodies: [], quorum: 0, candidates: false },
  agenda: [],
  effects: [],
} as const;

function travel(id: string, day: number, effect: CalendarEffect): CalendarItem {
  return { ...nothing, id, kind: 0, day, latest: day, timed: true, key: hashText(id), effects: [effect] };
}

export function compileMeeting(m: Meeting, n: Names): CalendarItem {
  return {
    id: m.id,
    kind: 1,
    ...when(m.date),
    key: hashText(`meeting.${m.id}`),
    body: at(n.body, m.body),
    assembly: {
      bodies: [m.body, ...m.jointly.filter((b) => b !== m.body)].map((b) => at(n.body, b)),
      quorum: 0,
      candidates: false,
    },
    agenda: m.agenda.map((a) => at(n.issue, a.issue)),
    effects: [],
  };
}

export function compileEvent(v: OutsideEvent, n: Names): CalendarItem {
  const effects: CalendarEffect[] = [];
  for (const p of v.pressures)
    effects.push({
      kind: 'pressure',
      pressure: at(n.pressure, p.pressure),
      set: p.kind === 'set',
      value: p.value,
    });
  for (const r of v.resources)
    effects.push({ kind: 'resource', resource: at(n.resource, r.resource), holder: holderCode(r.holder, n) });
  for (const p of v.arrives) effects.push({ kind: 'arrives', person: at(n.person, p) });
  for (const p of v.leaves) effects.push({ kind: 'leaves', person: at(n.person, p) });
  for (const a of v.asks)
    effects.push({
      kind: 'asks',
      person: at(n.person, a.by),
      body: at(n.body, a.of),
      issue: at(n.issue, a.issue),
      value: a.value,
    });
  return { ...nothing, id: v.id, kind: 0, ...when(v.date), key: hashText(`event.${v.id}`), effects };
}

/** A person, or a body as people + body; an office counts as the body it belongs to. */
export function holderCode(id: string | undefined, n: Names): number {
  if (id === undefined) return -1;
  const person = n.person.get(id);
  if (person !== undefined) return person;
  const body = n.body.get(id);
  return body === undefined ? -1 : n.person.size + body;
}
