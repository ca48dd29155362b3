import { suggest } from '../distance.ts';
import { type Finding, finding } from '../problems.ts';
import type { Episode, Match, Measure, MoveSpec, Path, RecordedAct } from '../types.ts';
import { type CheckContext, type CheckRule, expectId, expectIds, type Known, onKey } from './known.ts';

/** Ids named by the record, by events and meetings, by norms, outcomes and claims. */
export const recordReferences: CheckRule = (context) => {
  const { episode, known } = context;
  return [
    ...episode.record.flatMap((act) => actReferences(act, known)),
    ...episode.pressures.flatMap((pressure) => pressureReferences(pressure, known)),
    ...episode.events.flatMap((event) => eventReferences(event, known)),
    ...episode.meetings
      .filter((meeting) => meeting.kind === 'coded')
      .flatMap((meeting) => meetingReferences(meeting, known)),
    ...episode.observation.flatMap((cell) =>
      expectIds(known, 'actor', cell.people, [...cell.path, 'people']),
    ),
    ...episode.outcomes.flatMap((outcome) =>
      measureReferences(outcome.measure, known, [...outcome.path, 'measure']),
    ),
    ...claimReferences(context),
  ];
};

function actReferences(act: RecordedAct, known: Known): readonly Finding[] {
  const { path } = act;
  const names = act.votes?.names;
  return [
    ...expectIds(known, 'actor', act.by, [...path, 'by']),
    ...expectIds(known, 'addressee', act.to, [...path, 'to']),
    ...expectId(known, 'body', act.in, [...path, 'in']),
    ...expectId(known, 'issue', act.issue, [...path, 'issue']),
    ...expectId(known, 'office', act.office, [...path, 'office']),
    ...expectId(known, 'resource', act.organ, [...path, 'organ']),
    ...expectId(known, 'branch', act.branch, [...path, 'branch']),
    ...expectId(known, 'act', act.answers, [...path, 'answers']),
    ...expectIds(known, 'actor', act.known, [...path, 'known']),
    ...(['for', 'against', 'abstain', 'absent'] as const).flatMap((how) =>
      expectIds(known, 'person', names?.[how], [...path, 'votes', 'names', how]),
    ),
  ];
}

function pressureReferences(pressure: Episode['pressures'][number], known: Known): readonly Finding[] {
  return pressure.moves.flatMap((move, at) => [
    ...expectIds(known, 'person', move.who, [...pressure.path, 'moves', at, 'who']),
    ...expectId(known, 'issue', move.issue, [...pressure.path, 'moves', at, 'issue']),
  ]);
}

export function eventReferences(event: Episode['events'][number], known: Known): readonly Finding[] {
  const { path } = event;
  return [
    ...event.pressures.flatMap((one) =>
      onKey(expectId(known, 'pressure', one.pressure, [...path, 'pressure', one.pressure])),
    ),
    ...event.resources.flatMap((one) => [
      ...onKey(expectId(known, 'resource', one.resource, [...path, 'resource', one.resource])),
      ...expectId(known, 'holder', one.holder, [...path, 'resource', one.resource]),
    ]),
    ...expectIds(known, 'person', event.arrives, [...path, 'arrives']),
    ...expectIds(known, 'person', event.leaves, [...path, 'leaves']),
    ...event.asks.flatMap((ask, at) => [
      ...expectId(known, 'person', ask.by, [...path, 'asks', at, 'by']),
      ...expectId(known, 'body', ask.of, [...path, 'asks', at, 'of']),
      ...expectId(known, 'issue', ask.issue, [...path, 'asks', at, 'issue']),
    ]),
  ];
}

export function meetingReferences(meeting: Episode['meetings'][number], known: Known): readonly Finding[] {
  return [
    ...expectId(known, 'body', meeting.body, [...meeting.path, 'body']),
    ...expectIds(known, 'body', meeting.jointly, [...meeting.path, 'jointly']),
    ...meeting.agenda.flatMap((item, at) =>
      expectId(known, 'issue', item.issue, [...meeting.path, 'agenda', at]),
    ),
  ];
}

export function matchReferences(match: Match | MoveSpec, known: Known, path: Path): readonly Finding[] {
  return [
    ...expectIds(known, 'actor', match.by, [...path, 'by']),
    ...expectIds(known, 'addressee', match.to, [...path, 'to']),
    ...expectId(known, 'body', match.in, [...path, 'in']),
    ...expectId(known, 'issue', match.issue, [...path, 'issue']),
    ...expectId(known, 'office', match.office, [...path, 'office']),
  ];
}

function measureReferences(measure: Measure, known: Known, base: Path): readonly Finding[] {
  const path = [...base, measure.kind];
  if ('match' in measure) return matchReferences(measure.match, known, path);
  return [
    ...('person' in measure ? expectId(known, 'person', measure.person, [...path, 'person']) : []),
    ...('people' in measure ? expectIds(known, 'person', measure.people, [...path, 'person']) : []),
    ...('office' in measure ? expectId(known, 'office', measure.office, [...path, 'office']) : []),
    ...('body' in measure ? expectId(known, 'body', measure.body, [...path, 'body']) : []),
    ...('organisation' in measure
      ? expectId(known, 'organisation', measure.organisation, [...path, 'organisation'])
      : []),
    ...('issue' in measure ? expectId(known, 'issue', measure.issue, [...path, 'issue']) : []),
    ...('resource' in measure ? expectId(known, 'resource', measure.resource, [...path, 'resource']) : []),
    ...('holder' in measure ? expectId(known, 'holder', measure.holder, [...path, 'holder']) : []),
  ];
}

function claimReferences({ episode, known }: CheckContext): readonly Finding[] {
  const coders = episode.meta.coders.length > 0;
  return episode.claims.flatMap((claim) => [
    ...claim.anchors.flatMap((anchor, at) =>
      expectSource(known, anchor.source, [...claim.path, 'source', at]),
    ),
    ...expectIds(known, 'act', claim.inferredFrom, [...claim.path, 'inferredFrom']),
    ...(coders ? expectId(known, 'coder', claim.coder, [...claim.path, 'coder']) : []),
  ]);
}

function expectSource(known: Known, id: string, path: Path): readonly Finding[] {
  if (known.source.has(id)) return [];
  return [finding('unknown-id', path, { kind: 'source', id, suggestion: suggest(id, known.source) })];
}
