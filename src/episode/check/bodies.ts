import { type Finding, finding } from '../problems.ts';
import type { Body, Path, Rule } from '../types.ts';
import type { CheckRule } from './known.ts';

/** Superiors in a circle; quorums and counts that a full body cannot reach. */
export const bodyRules: CheckRule = ({ episode }) => [
  ...superiorCycles(episode.bodies),
  ...episode.bodies.flatMap((body) => thresholds(body, episode.bodies)),
];

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
    if (power.rule === body.rule) return [];
    const together = power.jointly.reduce(
      (sum, id) => sum + (bodies.find((other) => other.id === id)?.seats ?? 0),
      seats,
    );
    return reachable(power.rule, together, [...path, 'powers', power.act, 'rule']);
  });
  return [...found, ...quorum, ...powers];
}

function reachable(rule: Rule, seats: number, path: Path): readonly Finding[] {
  if (rule.kind !== 'count' || rule.count <= seats) return [];
  return [finding('rule-unreachable', path, { count: rule.count, seats })];
}
