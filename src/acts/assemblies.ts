import { absentVote, assemblyFor, attends, votesIn } from '../world/assembly.ts';
import { isAway, type Scene } from '../world/scene.ts';
import { ActFlag } from '../world/state.ts';
import type { Assembly, CompiledRule } from '../world/world.ts';
import { MotionOption, motionOptions } from './motion-options.ts';
import { Rule } from './rules.ts';

/** Who decides a motion with this option in a body now: the body, or the bodies that have that power, or are meeting, jointly. */
export const assemblyOfMotion = (s: Scene, body: number, option: number): Assembly =>
  assemblyFor(s, body, option > MotionOption.line ? motionOptions[option] : '');

/** Who decides the motion in a slot. */
export const assemblyOf = (s: Scene, slot: number): Assembly =>
  assemblyOfMotion(s, s.state.procBody[slot], s.state.procOption[slot]);

/** The rule under which a motion with this option is decided in a body: that of the power it uses, else the body's. */
export function motionRule(s: Scene, body: number, option: number): CompiledRule {
  if (option <= MotionOption.line) return s.world.rule[body];
  return s.world.powers[body].get(motionOptions[option]) ?? s.world.rule[body];
}

/** The bodies that took an act of the record jointly, the host first; none if one acted alone. */
export function jointlyActing(s: Scene, act: number): readonly number[] {
  const { world: w, state: x } = s;
  const body = x.actBy[act] - w.people;
  if (!(x.actFlags[act] & ActFlag.joint) || body < 0 || body >= w.bodies) return [];
  const kind = s.kindNames[x.actKind[act]];
  if (kind === 'resolution' && x.actThing[act] >= 0) return w.calendar[x.actThing[act]].assembly.bodies;
  const power = kind === 'resolution' ? motionOptions[x.actOption[act]] : kind;
  return w.powersJointly[body].get(power)?.bodies ?? [];
}

/** 0, or why this person has no vote on the motion in a slot. */
export function voterRule(s: Scene, slot: number, person: number): number {
  const a = assemblyOf(s, slot);
  if (!s.state.convened[a.bodies[0]]) return Rule.notConvened;
  if (!votesIn(s, a, person)) return a.bodies.some((b) => attends(s, b, person)) ? Rule.noVote : Rule.noSeat;
  if (isAway(s, person) && !absentVote(s, a)) return Rule.away;
  return isRecused(s, slot, person) ? Rule.recused : Rule.allowed;
}

/** Is the motion about him, where nobody may vote on his own case? */
export const isRecused = (s: Scene, slot: number, person: number): boolean =>
  s.state.procTo[slot] === person && !s.world.ownCase[s.state.procBody[slot]];
