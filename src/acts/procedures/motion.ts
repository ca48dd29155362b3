import { clearMove, newMove } from '../../world/record.ts';
import { closeProcedure } from '../../world/procedures.ts';
import { now, type Scene } from '../../world/scene.ts';
import { memberVotes, presentVotes } from '../../world/seats.ts';
import { ActFlag } from '../../world/state.ts';
import { actNumber, allActs, defineProcedure } from '../define.ts';
import { MotionOption, motionOptions, specialSitting } from '../kinds/motion.ts';
import type { CompiledRule } from '../../world/world.ts';

/** Longest time a motion waits for a quorum. */
const patience = 10;
const scratch = newMove();

export const motionProcedure = defineProcedure({
  kind: 'motion',
  next: (s, slot, step) => {
    const x = s.state;
    const body = x.procBody[slot];
    if (presentVotes(s, body) >= Math.max(1, s.world.quorum[body])) {
      step.do = 2;
    } else if (now(s) - x.procOpened[slot] > patience) {
      closeProcedure(s, slot);
      step.do = 3;
    } else {
      x.procDue[slot] = now(s) + specialSitting;
      step.do = 0;
    }
  },
  concluded: (s, slot, yes, no, abstain, adopted) => {
    const x = s.state;
    const m = clearMove(scratch);
    m.kind = actNumber('resolution');
    m.by = s.world.people + x.procBody[slot];
    m.body = x.procBody[slot];
    m.issue = x.procIssue[slot];
    m.office = x.procOffice[slot];
    m.to = x.procTo[slot];
    m.value = x.procValue[slot];
    m.option = x.procOption[slot];
    m.proc = slot;
    m.flags = ActFlag.byBody | (adopted ? ActFlag.adopted : ActFlag.rejected);
    x.procCount[slot] = packTally(yes, no, abstain);
    if (m.issue >= 0) x.decided[m.body * s.world.issues + m.issue] = now(s);
    const at = allActs()[m.kind].apply(s, m);
    x.actThing[at] = x.procCount[slot];
    closeProcedure(s, slot);
  },
});

/** Three counts below 1,024 in one integer. */
export const packTally = (yes: number, no: number, abstain: number): number =>
  (Math.min(1023, yes) << 20) | (Math.min(1023, no) << 10) | Math.min(1023, abstain);
export const unpackTally = (t: number): { yes: number; no: number; abstain: number } => ({
  yes: (t >>> 20) & 1023,
  no: (t >>> 10) & 1023,
  abstain: t & 1023,
});

/** The rule under which a motion is decided: that of the power it uses, else the body's. */
export function ruleOf(s: Scene, slot: number): CompiledRule {
  const body = s.state.procBody[slot];
  const option = s.state.procOption[slot];
  if (option > MotionOption.line)
    return s.world.powers[body].get(motionOptions[option]) ?? s.world.rule[body];
  return s.world.rule[body];
}

/** Is it adopted with these votes? */
export function isAdopted(s: Scene, slot: number, yes: number, no: number, abstain: number): boolean {
  const rule = ruleOf(s, slot);
  if (rule.count > 0) return yes >= rule.count;
  const base =
    rule.base === 0
      ? yes + no
      : rule.base === 1
        ? yes + no + abstain
        : memberVotes(s, s.state.procBody[slot]);
  // 0.55 × 100 is a little more than 55.
  const share = rule.share * base;
  return rule.strict ? yes > share + 1e-9 : yes >= share - 1e-9 && yes > 0;
}
