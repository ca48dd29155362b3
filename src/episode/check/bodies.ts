import { type Finding, finding } from '../problems.ts';
import type { Body, Episode, Path, Rule } from '../types.ts';
import type { CheckRule } from './known.ts';

/** Superiors in a circle; quorums and counts that a full body cannot reach; joint sittings that cannot be held. */
export const bodyRules: CheckRule = ({ episode }) => [
  ...episode.bodies.flatMap((body) =>
    body.powers.flatMap((power) =>
      jointSitting(body.id, power.jointly, [...body.path, 'powers', power.act, 'jointly'], episode),
    ),
  ),
  ...episode.meetings.flatMap((meeting) =>
    jointSitting(meeting.body, meeting.jointly, [...meeting.path, 'jointly'], episode),
  ),
  ...superiorCycles(episode.bodies),
  ...episode.bodies.flatMap((body) => thresholds(body, episode.bodies)),
];

function jointSitting(
  host: string,
  jointly: readonly string[],
  path: Path,
  episode: Episode,
): readonly Finding[] {
  return jointly.flatMap((id, at) => {
    if (id === host) return [finding('sits-with-itself', [...path, at], { body: id })];
    const known = episode.bodies.some((body) => body.id === id);
    const seated = episode.terms.some((term) => term.body === id && term.role === 'member');
    return known && !seated ? [finding('joint-without-members', [...path, at], { body: id })] : [];
  });
}

/** Each circle is reported once, at the member that stands first in the file. */
function superiorCycles(bodies: readonly Body[]): readonly Finding[] {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const reported = new Set<string>();
  return bodies.flatMap((body) => {
    const chain = chainFrom(body, byId);
    if (chain.length < 2 || chain.at(-1) !== body.id || chain.some((id) => reported.has(id))) return [];
    for (const id of chain) reported.add(id);
    return [finding('superior-cycle', [...body.path, 'superior'], { chain: chain.join(' → ') })];
  });
}

function chainFrom(body: Body, byId: ReadonlyMap<string, Body>): readonly string[] {
  const chain = [body.id];
  let next = body.superior;
  while (next !== undefined && !chain.includes(next)) {
    chain.push(next);
    next = byId.get(next)?.superior;
  }
  return next === undefined ? chain : [...chain, next];
}

function thresholds(body: Body, bodies: readonly Body[]): readonly Finding[] {
  const { seats, path } = body;
  const found = reachable(body.rule, seats, [...path, 'rule']);
  const quorum =
    body.seatsCoded && body.quorum > seats
      ? [finding('quorum-unreachable', [...path, 'quorum'], { quorum: body.quorum, seats })]
      : [];
  const powers = body.powers.flatMap((power) => {
    const together = power.jointly.reduce(
      (sum, id) => sum + (bodies.find((other) => other.id === id)?.seats ?? 0),
      seats,
    );
    const here = [...path, 'powers', power.act];
    return [
      ...(power.rule === body.rule ? [] : reachable(power.rule, together, [...here, 'rule'])),
      ...(power.quorum > together
        ? [finding('quorum-unreachable', [...here, 'quorum'], { quorum: power.quorum, seats: together })]
        : []),
    ];
  });
  return [...found, ...quorum, ...powers];
}

function reachable(rule: Rule, seats: number, path: Path): readonly Finding[] {
  if (rule.kind !== 'count' || rule.count <= seats) return [];
  return [finding('rule-unreachable', path, { count: rule.count, seats })];
}
