import { markOf } from '../world/procedures.ts';
import { isBodyCode, type Move } from '../world/record.ts';
import { isMember, type Scene } from '../world/scene.ts';
import { Mark } from '../world/state.ts';
import { procedureNumber } from './define.ts';
import { shareFor } from './branches.ts';
import { shown, Threat } from './demands.ts';
import { Rule } from './rules.ts';

/** States of the procedure `ultimatum`; between `deciding` and `lapses` the issuer is asked twice, a day apart. */
export const Stage = {
  reacting: 0,
  waiting: 1,
  deciding: 2,
  hesitating: 3,
  decidingAgain: 4,
  lapses: 5,
  enforced: 9,
} as const;

export const isUltimatum = (s: Scene, slot: number): boolean =>
  slot >= 0 && s.state.procKind[slot] === procedureNumber('ultimatum');

/** Sets the day on which an ultimatum expires; a record's own deadline goes here. */
export function setDeadline(s: Scene, slot: number, day: number): void {
  s.state.procForce[slot] = day;
}

/** How grave a threat is for those addressed, 0–1. One's resignation punishes nobody but oneself. */
const severities: readonly number[] = [0.9, 0.6, 0.5, 0, 0.8, 0.5];

/**
 * The chance, 0–1, that a threat is carried out if one does not give in: for measures of the body the share of its votes behind the
 * ultimatum, halved if it has no such power; for a congress the branches nearer to the demand; for force what the pressures lend it.
 */
export function credibility(s: Scene, slot: number, person: number): number {
  const { world: w, state: x } = s;
  const body = x.procBody[slot];
  const share = x.procCount[slot] / 1000;
  const option = x.procOption[slot];
  if (option === Threat.expel || option === Threat.remove) {
    const able = body >= 0 && w.powers[body].has(option === Threat.expel ? 'expel' : 'remove');
    return Math.min(1, 0.1 + 0.9 * share) * (able ? 1 : 0.5);
  }
  if (option === Threat.congress) {
    const issue = x.procIssue[slot];
    return issue < 0 ? 0.3 : 0.7 * shareFor(s, issue, x.procValue[slot], shown(s, person, issue));
  }
  if (option === Threat.force || option === Threat.strike) return Math.max(0, Math.min(1, 0.3 + x.threat[0]));
  return 0.5;
}

/** Punishment that a defiant addressee risks: credibility times severity. */
export const risk = (s: Scene, slot: number, person: number): number =>
  credibility(s, slot, person) * (severities[s.state.procOption[slot]] ?? 0);

/** Has somebody addressed refused, evaded or kept silent? (He is still in question, too, while he is asked.) */
export function isDefiant(mark: number): boolean {
  return mark === Mark.no || mark === Mark.evaded || mark === Mark.silent;
}

/** Who speaks for the issuers when the deadline has passed: the person who put it; for a body its member of the highest authority who was not addressed. */
export function spokesman(s: Scene, slot: number): number {
  const { world: w, state: x } = s;
  const by = x.procBy[slot];
  if (by >= 0 && by < w.people) return by;
  if (!isBodyCode(s, by)) return -1;
  const body = by - w.people;
  let best = -1;
  for (let k = 0; k < x.memberCount[body]; k++) {
    const j = x.memberList[body * w.bodyCapacity + k];
    if (!isMember(s, body, j) || w.collective[j] || markOf(s, slot, j) !== Mark.none) continue;
    if (
      best < 0 ||
      x.authority[j] > x.authority[best] ||
      (x.authority[j] === x.authority[best] && w.personKey[j] < w.personKey[best])
    )
      best = j;
  }
  return best;
}

/** 0, or why somebody cannot carry out or drop an ultimatum: it is the issuers' affair. */
export function issuerRule(s: Scene, m: Move): number {
  if (m.proc < 0) return Rule.noProcedure;
  if (!isUltimatum(s, m.proc)) return Rule.wrongKind;
  if (s.state.procState[m.proc] === Stage.enforced) return Rule.answered;
  if (m.by === s.state.procBy[m.proc]) return Rule.allowed;
  if (m.by < 0 || m.by >= s.world.people)
    return m.by === s.world.people + s.state.procBody[m.proc] ? Rule.allowed : Rule.noPower;
  return markOf(s, m.proc, m.by) === Mark.reserved || m.by === spokesman(s, m.proc)
    ? Rule.allowed
    : Rule.noPower;
}
