import { jointBodies } from '../joint.ts';
import { type Finding, finding } from '../problems.ts';
import type { Body, Episode, RecordedAct, Votes } from '../types.ts';
import type { CheckContext, CheckRule } from './known.ts';

/** Tallies against seats, names against tallies, voters against terms. */
export const voteRules: CheckRule = (context) =>
  context.episode.record.flatMap((act) => {
    if (act.votes === undefined) return [];
    const bodies = votingBodies(act, context.episode);
    return [
      ...tally(act, act.votes, bodies),
      ...twice(act, act.votes),
      ...surplus(act, act.votes),
      ...seated(act, act.votes, bodies, context),
    ];
  });

/** The body that votes and those that sit with it that day, or by the power it uses. */
function votingBodies(act: RecordedAct, episode: Episode): readonly Body[] {
  const id = act.in ?? (act.byBody ? act.by[0] : undefined);
  const body = episode.bodies.find((one) => one.id === id);
  if (body === undefined) return [];
  const joined = jointBodies(episode, body, act);
  return [body, ...episode.bodies.filter((one) => joined.includes(one.id))];
}

function tally(act: RecordedAct, votes: Votes, bodies: readonly Body[]): readonly Finding[] {
  const [body] = bodies;
  if (body === undefined || bodies.some((one) => !one.seatsCoded)) return [];
  const seats = bodies.reduce((sum, one) => sum + one.seats, 0);
  const cast = (votes.for ?? 0) + (votes.against ?? 0) + (votes.abstain ?? 0);
  return cast > seats
    ? [finding('votes-exceed-seats', [...act.path, 'votes'], { votes: cast, body: body.id, seats })]
    : [];
}

const sides = ['for', 'against', 'abstain'] as const;

function twice(act: RecordedAct, votes: Votes): readonly Finding[] {
  const seen = new Set<string>();
  return ([...sides, 'absent'] as const).flatMap((side) =>
    votes.names[side].flatMap((person, at) => {
      if (seen.has(person))
        return [finding('voter-twice', [...act.path, 'votes', 'names', side, at], { person })];
      seen.add(person);
      return [];
    }),
  );
}

function surplus(act: RecordedAct, votes: Votes): readonly Finding[] {
  return sides.flatMap((side) => {
    const count = votes[side];
    const names = votes.names[side].length;
    if (count === undefined || names <= count) return [];
    return [finding('names-exceed-tally', [...act.path, 'votes', 'names', side], { names, tally: count })];
  });
}

/** Seats come from terms, or from an earlier act of the record that gives one with a vote. Bodies without any coded term are left alone. */
function seated(
  act: RecordedAct,
  votes: Votes,
  bodies: readonly Body[],
  { episode }: CheckContext,
): readonly Finding[] {
  const ids = new Set(bodies.map((body) => body.id));
  const terms = episode.terms.filter(
    (term) => term.body !== undefined && ids.has(term.body) && term.role === 'member',
  );
  if (terms.length === 0) return [];
  const byTerm = (person: string): boolean =>
    terms.some(
      (term) =>
        term.person === person &&
        (term.fromDate?.earliest ?? term.from) <= act.date.latest &&
        act.date.earliest <= (term.toDate?.latest ?? term.to),
    );
  const byAct = (person: string): boolean =>
    episode.record.some(
      (one) =>
        givesSeat.has(one.kind) &&
        one.option !== 'candidate' &&
        (one.to.includes(person) || one.by.includes(person)) &&
        one.date.earliest <= act.date.latest,
    );
  return sides.flatMap((side) =>
    votes.names[side].flatMap((person, at) => {
      if (byTerm(person) || byAct(person) || !episode.people.some((one) => one.id === person)) return [];
      return [
        finding('voter-not-seated', [...act.path, 'votes', 'names', side, at], {
          person,
          body: bodies[0]?.id,
        }),
      ];
    }),
  );
}

const givesSeat = new Set([
  'coopt',
  'appoint',
  'readmit',
  'withdraw-resignation',
  'elect-delegates',
  'refuse-resignation',
  'join-government',
]);
