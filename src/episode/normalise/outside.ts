import type { z } from 'zod';
import type { EpisodeInput, Meeting as MeetingSchema, OutsideEvent as EventSchema } from '../schema/index.ts';
import type { Body, Meeting, Norm, Observation, OutsideEvent, Path, Pressure } from '../types.ts';
import { readInterval } from './cast.ts';
import { claimOrDefault, readClaim, readFact } from './claims.ts';
import { type Context, dayAsDate, readDate } from './context.ts';
import { unitScale } from './defaults.ts';
import { list, optionalWords, words } from './words.ts';

export function readPressures(context: Context): readonly Pressure[] {
  return Object.entries(context.input.pressures ?? {}).map(([id, input]) => ({
    id,
    path: ['pressures', id],
    name: words(input.name),
    initial: claimOrDefault(context, input.initial, 'pressure', {
      path: ['pressures', id, 'initial'],
      label: `initial ${id}`,
      scale: unitScale,
    }),
    halfLife: input.halfLife,
    moves: (input.moves ?? []).map((move, at) => ({
      what: move.what,
      who: move.who === undefined || move.who === 'all' ? ('all' as const) : list(move.who),
      issue: move.issue,
      by: readClaim(context, move.by, {
        path: ['pressures', id, 'moves', at, 'by'],
        label: `effect of ${id} on ${move.what}`,
        scale: move.what === 'position' ? { low: -100, high: 100 } : { low: -1, high: 1 },
      }),
    })),
    note: input.note,
  }));
}

export function readEvents(context: Context): readonly OutsideEvent[] {
  return (context.input.events ?? []).map((input, at) => readEvent(context, input, ['events', at]));
}

export function readEvent(context: Context, input: z.infer<typeof EventSchema>, path: Path): OutsideEvent {
  return {
    id: input.id,
    path,
    date: readDate(context, input.on, [...path, 'on']),
    what: words(input.what),
    pressures: Object.entries(input.pressure ?? {}).map(([pressure, change]) => ({
      pressure,
      ...readChange(change),
    })),
    resources: Object.entries(input.resource ?? {}).map(([resource, holder]) => ({ resource, holder })),
    arrives: list(input.arrives),
    leaves: list(input.leaves),
    asks: input.asks ?? [],
    claimId: readFact(context, input, path, `the event ${input.id}`),
  };
}

type Change = number | { readonly set: number } | { readonly add: number };

function readChange(change: Change): { readonly kind: 'set' | 'add'; readonly value: number } {
  if (typeof change === 'number') return { kind: 'add', value: change };
  return 'set' in change ? { kind: 'set', value: change.set } : { kind: 'add', value: change.add };
}

/** Coded meetings, then the ordinary ones of bodies that meet at intervals, where no coded one falls on the same day. */
export function readMeetings(context: Context, bodies: readonly Body[]): readonly Meeting[] {
  const coded = (context.input.meetings ?? []).map((input, at) =>
    readMeeting(context, input, ['meetings', at]),
  );
  return [...coded, ...bodies.flatMap((body) => ordinaryMeetings(context, body, coded))];
}

export function readMeeting(context: Context, input: z.infer<typeof MeetingSchema>, path: Path): Meeting {
  return {
    id: input.id,
    kind: 'coded',
    path,
    body: input.body,
    date: readDate(context, input.on, [...path, 'on']),
    agenda: input.agenda.map((item) => (typeof item === 'string' ? { issue: item } : item)),
    jointly: input.jointly ?? [],
    what: optionalWords(input.what),
    claimId: readFact(context, input, path, `the meeting ${input.id}`),
  };
}

const mostMeetings = 2000;

function ordinaryMeetings(context: Context, body: Body, coded: readonly Meeting[]): readonly Meeting[] {
  if (body.meets === undefined) return [];
  const taken = new Set(
    coded.filter((meeting) => meeting.body === body.id).map((meeting) => meeting.date.day),
  );
  const every = Math.max(body.meets.every, (context.ends - context.starts) / mostMeetings);
  const found: Meeting[] = [];
  for (let n = 0; ; n++) {
    const day = Math.floor(body.meets.first + n * every);
    if (day > context.ends || found.length >= mostMeetings) return found;
    if (day < context.starts || taken.has(day)) continue;
    const date = dayAsDate(day, context.rules);
    found.push({
      id: `${body.id}.ordinary.${n + 1}`,
      kind: 'ordinary',
      path: [...body.path, 'meets'],
      body: body.id,
      date,
      agenda: [],
      jointly: [],
      claimId: body.claimId,
    });
  }
}

export function readNorms(context: Context): readonly Norm[] {
  return (context.input.norms ?? []).map((input, at) => {
    const path = ['norms', at];
    const { from, to } = readInterval(context, input, path);
    return {
      id: input.id,
      path,
      name: words(input.name),
      from,
      to,
      forbids: input.forbids ?? [],
      severity: claimOrDefault(context, input.severity, 'severity', {
        path: [...path, 'severity'],
        label: `severity of ${input.id}`,
        scale: unitScale,
      }),
      claimId: readFact(context, input, path, `the norm ${input.id}`),
    };
  });
}

export function readObservation(context: Context): readonly Observation[] {
  return (context.input.observation ?? []).map((input, at) => readCell(context, input, ['observation', at]));
}

function readCell(
  context: Context,
  input: NonNullable<EpisodeInput['observation']>[number],
  path: Path,
): Observation {
  const { from, to } = readInterval(context, input, path);
  const target = { path: [...path, 'detection'], label: 'chance of a trace', scale: unitScale };
  return {
    path,
    acts: input.acts,
    people: input.people === undefined || input.people === 'all' ? 'all' : list(input.people),
    from,
    to,
    record: input.record,
    detection:
      input.record === 'partial' ? claimOrDefault(context, input.detection, 'detection', target) : undefined,
    note: input.note,
  };
}
