import { type Move, isBodyCode, writeAct } from '../../world/record.ts';
import type { Scene } from '../../world/scene.ts';
import { address } from '../common.ts';
import { defineAct } from '../define.ts';
import { Rule } from '../rules.ts';

/**
 * A body tells its fraction in another body, or its delegates, how to act. The line becomes that of the body instructed, or of all
 * that it binds where none is named. It follows from an adopted motion.
 */
export const instruct = defineAct({
  kind: 'instruct',
  class: 'rule',
  base: 0,
  because: 'Nobody chooses it by himself: it follows from a motion.',
  legal: (s, m) => {
    if (!isBodyCode(s, m.by)) return Rule.noPower;
    const body = m.by - s.world.people;
    if (isBodyCode(s, m.to) && !binds(s, body, m.to - s.world.people)) return Rule.noPower;
    return m.issue >= 0 ? Rule.allowed : Rule.noGrievance;
  },
  mean: () => {},
  apply: (s, m) => {
    const at = writeAct(s, m);
    address(s, m.to);
    if (m.issue < 0 || Number.isNaN(m.value) || !isBodyCode(s, m.by)) return at;
    if (isBodyCode(s, m.to)) bind(s, m, m.to - s.world.people);
    else if (m.to < 0) for (const body of s.world.binds[m.by - s.world.people]) bind(s, m, body);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'instruct' : 'instructs'} ${w.to?.nom ?? 'its people'}${w.issue ? ` on ${w.issue}` : ''}${w.point ? `: ${w.point}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'дают' : 'даёт'} указание${w.to ? ` ${w.to.dat}` : ''}${w.issue ? ` (${w.issue})` : ''}${w.point ? `: ${w.point}` : ''}`,
  },
});

/** Does a body bind another, by its rules or by standing above it? */
const binds = (s: Scene, body: number, other: number): boolean =>
  s.world.binds[body].includes(other) || s.world.superior[other] === body;

/** The instructed body has that line, unless the issue is its own to decide. */
function bind(s: Scene, m: Move, body: number): void {
  if (s.world.issueBody[m.issue] !== body) s.state.line[body * s.world.issues + m.issue] = m.value;
}
