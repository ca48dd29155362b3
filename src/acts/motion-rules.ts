import { isConvened, Voice } from '../world/assembly.ts';
import { procTop } from '../world/procedures.ts';
import type { Move } from '../world/record.ts';
import type { Scene } from '../world/scene.ts';
import { assemblyOfMotion } from './assemblies.ts';
import { voiceRule } from './common.ts';
import { procedureNumber } from './define.ts';
import { MotionOption, motionOptions } from './motion-options.ts';
import { Rule } from './rules.ts';

/** 0, or why he may not put a motion: he sits, or has a voice that goes so far, in the body or in one that decides with it. */
export function moverRule(s: Scene, m: Move): number {
  const rule = voiceRule(s, m.body, m.by, Voice.move);
  if (rule === 0 || m.body < 0) return rule;
  const a = assemblyOfMotion(s, m.body, m.option);
  for (let i = 1; i < a.bodies.length; i++)
    if (voiceRule(s, a.bodies[i], m.by, Voice.move) === 0) return Rule.allowed;
  return rule;
}

/** Motions about persons need the body's power; a target, a post or a seat; and nothing of the kind pending. */
export function personMotionRule(
  s: Scene,
  body: number,
  by: number,
  to: number,
  office: number,
  option: number,
): number {
  const { world: w, state: x } = s;
  const power = motionOptions[option];
  const free = option === MotionOption.censure || option === MotionOption.acceptResignation;
  if (!free && !w.powers[body].has(power)) return Rule.noPower;
  if (!isConvened(s, assemblyOfMotion(s, body, option))) return Rule.notConvened;
  if (option === MotionOption.callCongress)
    return findByOption(s, body, -1, option) ? Rule.alreadyOpen : Rule.allowed;
  if (to < 0) return Rule.notAddressed;
  if (to === by && option !== MotionOption.appoint) return Rule.self;
  if (findByOption(s, body, to, option)) return Rule.alreadyOpen;
  if (option === MotionOption.remove && office >= 0 && x.holder[office] !== to) return Rule.noOffice;
  if (option === MotionOption.appoint && (office < 0 || x.holder[office] >= 0)) return Rule.occupied;
  if (
    option === MotionOption.expel &&
    !x.seat[body * w.people + to] &&
    !x.belongs[Math.max(0, w.bodyOrganisation[body]) * w.people + to]
  )
    return Rule.noSeat;
  return Rule.allowed;
}

function findByOption(s: Scene, body: number, to: number, option: number): boolean {
  const x = s.state;
  const kind = procedureNumber('motion');
  for (let slot = 0, top = procTop(s); slot < top; slot++) {
    if (
      x.procKind[slot] === kind &&
      x.procBody[slot] === body &&
      x.procTo[slot] === to &&
      x.procOption[slot] === option
    )
      return true;
  }
  return false;
}
