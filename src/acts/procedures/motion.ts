import { isQuorate, votesOf } from '../../world/assembly.ts';
import { clearMove, newMove, writeTally } from '../../world/record.ts';
import { closeProcedure } from '../../world/procedures.ts';
import { now, type Scene } from '../../world/scene.ts';
import { ActFlag } from '../../world/state.ts';
import { assemblyOf, motionRule } from '../assemblies.ts';
import { actNumber, attempt, defineProcedure } from '../define.ts';
import { specialSitting } from '../kinds/motion.ts';
import type { CompiledRule } from '../../world/world.ts';

/** Longest time a motion waits for a quorum. */
const patience = 10;
const scratch = newMove();

export const motionProcedure = defineProcedure({
  kind: 'motion',
  next: (s, slot, step) => {
    const x = s.state;
    if (isQuorate(s, assemblyOf(s, slot))) {
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
    if (assemblyOf(s, slot).bodies.length > 1) m.flags |= ActFlag.joint;
    if (m.issue >= 0) x.decided[m.body * s.world.issues + m.issue] = now(s);
    const at = attempt(s, m);
    if (at >= 0) writeTally(x, at, yes, no, abstain);
    closeProcedure(s, slot);
  },
});

/** The rule under which a motion is decided: that of the power it uses, else the body's. */
export const ruleOf = (s: Scene, slot: number): CompiledRule =>
  motionRule(s, s.state.procBody[slot], s.state.procOption[slot]);

/** Is it adopted with these votes? */
export function isAdopted(s: Scene, slot: number, yes: number, no: number, abstain: number): boolean {
  const rule = ruleOf(s, slot);
  if (rule.count > 0) return yes >= rule.count;
  const base =
    rule.base === 0
      ? yes + no
      : rule.base === 1
        ? yes + no + abstain
        : votesOf(s, assemblyOf(s, slot), false);
  // 0.55 × 100 is a little more than 55.
  const share = rule.share * base;
  return rule.strict ? yes > share + 1e-9 : yes >= share - 1e-9 && yes > 0;
}
