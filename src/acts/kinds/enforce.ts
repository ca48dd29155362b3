import { writeAct } from '../../world/record.ts';
import { now, type Scene } from '../../world/scene.ts';
import { markOf } from '../../world/procedures.ts';
import { worthHeld } from '../common.ts';
import { defineAct } from '../define.ts';
import { Threat, threats } from '../demands.ts';
import { Bearing, Mean, settleBearing } from '../meaning.ts';
import { addStrain } from '../strain.ts';
import { credibility, isDefiant, issuerRule, isUltimatum, Stage } from '../ultimata.ts';

/** The threat of an ultimatum is carried out. What follows (motion, call, resignation) is the procedure's next step, in runs. */
export const enforce = defineAct({
  kind: 'enforce',
  class: 'paper',
  options: threats,
  base: -0.3,
  because: 'Who has threatened in public means it as often as not.',
  legal: issuerRule,
  mean: (s, m, row, at) => {
    const x = s.state;
    const slot = m.proc;
    const body = x.procBody[slot];
    const target = firstDefiant(s, slot);
    const option = x.procOption[slot];
    const issue = x.procIssue[slot];
    row[at + Mean.issue] = issue;
    row[at + Mean.body] = body;
    row[at + Mean.joins] = slot;
    row[at + Mean.side] = 1;
    row[at + Mean.owed] = 0.3;
    row[at + Mean.blame] = 0.2;
    row[at + Mean.value] = x.procValue[slot];
    row[at + Mean.chance] = target >= 0 ? credibility(s, slot, target) : 0.5;
    row[at + Mean.with] = target;
    row[at + Mean.warmth] = -0.7;
    if (option === Threat.expel || option === Threat.remove) {
      row[at + Mean.bearing] = Bearing.exclude;
      row[at + Mean.target] = target;
      row[at + Mean.split] = option === Threat.expel ? 0.3 : 0.15;
    } else if (option === Threat.resign) {
      row[at + Mean.bearing] = Bearing.leave;
      row[at + Mean.posts] = -worthHeld(s, m.by, body);
      row[at + Mean.split] = 0.15;
    } else {
      row[at + Mean.bearing] = Bearing.press;
      row[at + Mean.split] = 0.15;
    }
    settleBearing(row, at);
  },
  apply: (s, m) => {
    const x = s.state;
    const known = isUltimatum(s, m.proc);
    if (known && m.option < 0) m.option = x.procOption[m.proc];
    if (known && m.body < 0) m.body = x.procBody[m.proc];
    const at = writeAct(s, m);
    if (m.body >= 0) addStrain(s, s.world.bodyOrganisation[m.body], 0.04);
    if (known) {
      x.procState[m.proc] = Stage.enforced;
      x.procOpened[m.proc] = x.procDue[m.proc] = now(s);
    }
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'carry' : 'carries'} out the threat`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'осуществляют' : 'осуществляет'} угрозу`,
  },
});

/** The one who defies an ultimatum and has the most authority; -1. */
export function firstDefiant(s: Scene, slot: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  for (let p = 0; p < w.people; p++) {
    if (isDefiant(markOf(s, slot, p)) && (best < 0 || x.authority[p] > x.authority[best])) best = p;
  }
  return best;
}
