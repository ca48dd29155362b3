import { isBodyCode, writeAct } from '../../world/record.ts';
import { belongsTo, sitsIn } from '../../world/scene.ts';
import { address } from '../common.ts';
import { defineAct } from '../define.ts';
import { giveSeat, seatPowerRule } from '../posts.ts';
import { Rule } from '../rules.ts';

const candidate = 0;

/** A body gives a seat to somebody, with a vote or as a candidate, without one. It follows from an adopted motion. */
export const coopt = defineAct({
  kind: 'coopt',
  class: 'post',
  options: ['candidate'],
  base: 0,
  because: 'Nobody chooses it by himself: it follows from a motion.',
  legal: (s, m) => {
    const { world: w, state: x } = s;
    if (!isBodyCode(s, m.by)) return Rule.noPower;
    const body = m.body >= 0 ? m.body : m.by - w.people;
    if (m.to < 0 || m.to >= w.people) return Rule.notAddressed;
    if (sitsIn(s, body, m.to))
      return m.option === candidate || x.seat[body * w.people + m.to] === 1
        ? Rule.occupied
        : seatPowerRule(s, m.by, body, 'coopt');
    if (w.bodyOrganisation[body] >= 0 && !belongsTo(s, w.bodyOrganisation[body], m.to)) return Rule.notMember;
    return x.memberCount[body] >= w.bodyCapacity ? Rule.occupied : seatPowerRule(s, m.by, body, 'coopt');
  },
  mean: () => {},
  apply: (s, m) => {
    if (m.body < 0 && isBodyCode(s, m.by)) m.body = m.by - s.world.people;
    const at = writeAct(s, m);
    if (m.body >= 0 && m.to >= 0 && m.to < s.world.people)
      giveSeat(s, m.body, m.to, m.option === candidate ? 2 : 1);
    address(s, m.to);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'co-opt' : 'co-opts'} ${w.to?.nom ?? 'somebody'}${w.body ? ` into ${w.body.nom}` : ''}${w.option === 'candidate' ? ' as a candidate' : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'кооптируют' : 'кооптирует'} ${w.to?.acc ?? 'нового члена'}${w.body ? ` (${w.body.nom})` : ''}${w.option === 'candidate' ? ' кандидатом' : ''}`,
  },
});
