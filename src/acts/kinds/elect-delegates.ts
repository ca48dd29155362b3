import { writeAct } from '../../world/record.ts';
import { branchOf } from '../branches.ts';
import { defineAct } from '../define.ts';
import { Rule } from '../rules.ts';

/** A branch chooses its delegates to a congress: they stand where it leans. In runs the procedure `congress` writes it. */
export const electDelegates = defineAct({
  kind: 'elect-delegates',
  class: 'rule',
  thing: 'branch',
  base: 0,
  because: 'Nobody chooses it by himself: every branch elects when a congress is called.',
  legal: (s, m) => (branchOf(s, m.by) >= 0 ? Rule.allowed : Rule.noBranch),
  mean: () => {},
  apply: (s, m) => {
    const branch = branchOf(s, m.by);
    if (branch >= 0) m.thing = branch;
    // What a record says of the delegates tells where the branch leaned.
    if (branch >= 0 && m.issue >= 0 && !Number.isNaN(m.value))
      s.state.branchLean[branch * s.world.issues + m.issue] = m.value;
    return writeAct(s, m);
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'elect' : 'elects'} delegates${w.point ? ` (for: ${w.point})` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'избирают' : 'избирает'} делегатов${w.point ? ` (за: ${w.point})` : ''}`,
  },
});
