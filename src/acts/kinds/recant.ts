import { writeAct } from '../../world/record.ts';
import { belongsTo, Effect, type Scene } from '../../world/scene.ts';
import { bodyCode } from '../../world/record.ts';
import { address, takeStance } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { shown } from '../demands.ts';
import { beginRanking, gravest, rank } from '../gravest.ts';
import { lineOf } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { Rule } from '../rules.ts';
import { addStrain, homeOf } from '../strain.ts';

/** Points from the line at which a known stance is something to recant. */
const off = 20;
/** Matters thought of at a time: those on which he is furthest from the line, as far as they matter to him. */
const most = 3;

/** Declares himself wrong before the body that decides: takes its line as his own, in public, whatever he thinks. */
export const recant = defineAct({
  kind: 'recant',
  class: 'back',
  base: -5.5,
  because: 'Nobody recants unasked: one moment in two hundred and fifty for one whom nothing presses.',
  propose,
  needs: ['insider'],
  reach: [
    {
      publicity: 1,
      aim: 'line',
      moves: ['yield'],
      posts: 0.3,
      split: -0.05,
      blame: 0.35,
      seen: 1,
      averts: 0.15,
    },
  ],
  legal: (s, m) => {
    if (m.by < 0 || m.by >= s.world.people) return Rule.collective;
    return Rule.allowed;
  },
  mean: (s, m, row, at) => {
    const w = s.world;
    const inside = belongsTo(s, homeOf(s, m.by), m.by);
    if (m.issue >= 0 && !Number.isNaN(m.value)) {
      row[at + Mean.issue] = m.issue;
      row[at + Mean.body] = w.issueBody[m.issue];
      row[at + Mean.bearing] = Bearing.yield;
      row[at + Mean.value] = row[at + Mean.said] = m.value;
      row[at + Mean.publicity] = 1;
    }
    row[at + Mean.blame] = 0.35;
    row[at + Mean.split] = -0.05;
    // Outside, it opens the way back; inside, it averts what dissent might bring.
    row[at + Mean.posts] = inside ? 0 : 0.3;
    row[at + Mean.sanction] = inside ? -0.15 : 0;
  },
  apply: (s, m) => {
    const { world: w, state: x } = s;
    if (m.issue >= 0 && Number.isNaN(m.value)) m.value = x.line[w.issueBody[m.issue] * w.issues + m.issue];
    const at = writeAct(s, m);
    address(s, m.to);
    if (m.by >= w.people) return at;
    if (m.issue >= 0 && !Number.isNaN(m.value))
      takeStance(s, m.by, m.issue, m.value, s.effects[Effect.noiseDenial]);
    addStrain(s, homeOf(s, m.by), -0.03);
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'recant' : 'recants'}${w.issue ? ` on ${w.issue}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'признают' : 'признаёт'} свои взгляды ошибочными${w.issue ? ` (${w.issue})` : ''}`,
  },
});

function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (w.collective[person] || w.outsider[person]) return;
  beginRanking(w.issues);
  for (let issue = 0; issue < w.issues; issue++) {
    const cell = person * w.issues + issue;
    const apart = Math.abs(shown(s, person, issue) - lineOf(s, issue));
    const salience = x.workSalience[cell];
    // Who has neither views of his own on it nor been heard has none to recant, however much events press the matter on everybody.
    const has = x.salience[cell] > 0 || !Number.isNaN(x.stance[cell]);
    if (has && salience > 0 && apart >= off) rank(issue, salience * apart, w.issueKey[issue]);
  }
  for (let offered = 0; offered < most; ) {
    const issue = gravest();
    if (issue < 0) return;
    const body = w.issueBody[issue];
    const line = lineOf(s, issue);
    const m = menu.start(actNumber('recant'), person);
    m.to = bodyCode(s, body);
    m.issue = issue;
    m.value = line;
    if (menu.offer(s)) offered++;
  }
}
