import { believed, learnInBody, shiftOwed, shiftTie } from '../../world/beliefs.ts';
import { type Move, writeAct } from '../../world/record.ts';
import { closeProcedure } from '../../world/procedures.ts';
import { Effect, now, type Scene } from '../../world/scene.ts';
import { ActFlag } from '../../world/state.ts';
import { addressedAt, addressedCount, isInsider, isPerson } from '../actors.ts';
import { openBounded } from '../bounded.ts';
import { address, nearestPoint, stepTowards } from '../common.ts';
import {
  Concession,
  concessionOn,
  concessionOptions,
  demanderOn,
  heat,
  holdsLine,
  mayConcede,
} from '../concessions.ts';
import { actNumber, defineAct, procedureNumber } from '../define.ts';
import { lineOf } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { demandOf } from '../outside.ts';
import { concessionReview } from '../procedures/concession.ts';
import { recently } from '../recent.ts';
import { Rule } from '../rules.ts';
import { Gravity, keepSecret } from '../secrets.ts';
import { addStrain } from '../strain.ts';

/** Concessions in force at a time; issues on which one thinks of giving ground. */
const mostConcessions = 8;
const mostIssues = 4;
/** Days before one gives ground again on the same matter. */
const silence = 7;

export const concede = defineAct({
  kind: 'concede',
  class: 'line',
  options: concessionOptions,
  base: -4.5,
  because:
    'Without any reason, about 11 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['insider', 'say'],
  reach: [
    {
      about: (s, person, issue) => !Number.isNaN(lineOf(s, issue)) && mayConcede(s, person, issue),
      moves: ['set'],
      company: true,
      warm: 0.5,
      split: -0.05,
      hotSplit: -0.25,
      blame: 0.15,
      hotBlame: -0.2,
      seen: 1,
    },
  ],
  legal: (s, m) => {
    if (m.issue < 0) return Rule.notAddressed;
    if (m.by === m.to) return Rule.self;
    const line = lineOf(s, m.issue);
    if (Math.abs(line - m.value) < 0.5) return Rule.alreadyLine;
    if (!isPerson(s, m.by)) return Rule.allowed;
    return holdsLine(s, m.by, m.issue, m.value) ? Rule.allowed : Rule.notLineHolder;
  },
  mean: (s, m, row, at) => {
    const tactical = m.option === Concession.tactical;
    const hot = heat(s, m.issue);
    row[at + Mean.issue] = m.issue;
    row[at + Mean.body] = s.world.issueBody[m.issue];
    row[at + Mean.bearing] = Bearing.set;
    row[at + Mean.value] = m.value;
    // What is meant to be taken back, or undone in practice, is half a concession.
    row[at + Mean.chance] = tactical ? 0.5 : 1;
    // Ground is given, not a creed professed: who yields to others does not say that he believes it (Schelling 1960; Kuran's strain is that of
    // professing), and all know it.
    row[at + Mean.target] = m.to;
    row[at + Mean.with] = m.to;
    row[at + Mean.warmth] = tactical ? 0.2 : 0.5;
    row[at + Mean.split] = -(0.05 + 0.25 * hot) * (tactical ? 0.8 : 1);
    // It takes the splitter's part away from whoever yields, but he is the one who gave in.
    row[at + Mean.blame] = (tactical ? 0.15 : 0.25) - 0.2 * hot;
    row[at + Mean.sanction] = tactical ? 0.05 : 0;
  },
  apply: (s, m) => {
    if (m.option === Concession.tactical) m.flags |= ActFlag.tactical;
    const at = writeAct(s, m);
    if (m.issue < 0 || Number.isNaN(m.value)) return at;
    giveGround(s, m, at);
    if (isPerson(s, m.by))
      learnInBody(s, s.world.issueBody[m.issue], m.by, m.issue, m.value, s.effects[Effect.noiseDenial]);
    for (let k = 0; k < addressedCount(s, m) && isPerson(s, m.by); k++) {
      const to = addressedAt(s, m, k);
      shiftTie(s, to, m.by, 0.5 * s.effects[Effect.courtTie]);
      shiftOwed(s, to, m.by, s.effects[Effect.favour]);
      address(s, to);
    }
    addStrain(s, s.world.bodyOrganisation[s.world.issueBody[m.issue]], -0.05);
    if (!isPerson(s, m.to)) address(s, m.to);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'concede' : 'concedes'}${w.to ? ` to ${w.to.nom}` : ''}${w.issue ? ` on ${w.issue}` : ''}${w.point ? `: ${w.point}` : ''}${w.option === 'tactical' ? ' (a tactical concession)' : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'уступают' : 'уступает'}${w.to ? ` ${w.to.dat}` : ''}${w.issue ? ` (${w.issue})` : ''}${w.point ? `: ${w.point}` : ''}${w.option === 'tactical' ? ' — уступка тактическая' : ''}`,
  },
});

/** The line moves; the concession stays open so that it can be taken back. That it was tactical is a secret of his own. */
function giveGround(s: Scene, m: Move, at: number): void {
  const { world: w, state: x } = s;
  const body = w.issueBody[m.issue];
  const before = x.line[body * w.issues + m.issue];
  x.line[body * w.issues + m.issue] = m.value;
  const open = concessionOn(s, m.issue);
  if (open >= 0 && x.procBy[open] === m.by && Math.abs(x.procValue[open] - m.value) < 0.5) return;
  const { proc } = m;
  m.proc = -1;
  if (open >= 0) closeProcedure(s, open);
  const slot = openBounded(
    s,
    procedureNumber('concession'),
    m,
    at,
    now(s) + concessionReview,
    mostConcessions,
  );
  if (slot >= 0) {
    x.procBody[slot] = body;
    x.procForce[slot] = before;
  }
  m.proc = proc;
  if (m.option === Concession.tactical) keepSecret(s, m, at, Gravity.concession, true);
}

/**
 * On the matters on which he is pressed hardest: one step of the scale towards whoever presses against the line, on the first of them also all
 * that is asked; sincerely or not.
 */
function propose(s: Scene, person: number, menu: Menu): void {
  if (!isInsider(s, person)) return;
  const { issues } = s.world;
  if (pressed.length < issues) pressed = new Float64Array(issues);
  for (let issue = 0; issue < issues; issue++) pressed[issue] = pressedOn(s, person, issue);
  let last = Number.POSITIVE_INFINITY;
  for (let n = 0; n < mostIssues; n++) {
    let best = -1;
    let most = 0;
    for (let issue = 0; issue < issues; issue++) {
      const hard = pressed[issue];
      if (hard <= most || hard >= last) continue;
      most = hard;
      best = issue;
    }
    if (best < 0) return;
    last = most;
    offerOn(s, person, best, n === 0, menu);
  }
}

/** Scratch: how hard he is pressed, by issue. */
let pressed = new Float64Array(16);

/** How hard he is pressed on an issue that he may give ground on: the gap to what is asked, times the weight of whoever asks; 0 if not at all. */
function pressedOn(s: Scene, person: number, issue: number): number {
  if (Number.isNaN(lineOf(s, issue)) || !mayConcede(s, person, issue)) return 0;
  const to = demanderOn(s, person, issue);
  if (to < 0 || recently(s, actNumber('concede'), person, -1, issue, silence)) return 0;
  // What he wants himself, or cannot give, does not press him.
  const all = asked(s, person, to, issue);
  if (!holdsLine(s, person, issue, all)) return 0;
  // A little of the issue's name breaks ties in the same way whatever the order of issues.
  const tie = 1e-6 * (s.world.issueKey[issue] / 4294967296);
  return Math.abs(all - lineOf(s, issue)) * (0.1 + s.state.authority[to]) + tie;
}

/** What somebody asks for: his open demand, else where he is believed to stand. */
function asked(s: Scene, person: number, to: number, issue: number): number {
  const slot = demandOf(s, to, issue);
  return slot >= 0 ? s.state.procValue[slot] : believed(s, person, to, issue);
}

function offerOn(s: Scene, person: number, issue: number, hardest: boolean, menu: Menu): void {
  const line = lineOf(s, issue);
  const to = demanderOn(s, person, issue);
  const all = nearestPoint(s, issue, asked(s, person, to, issue));
  const step = stepTowards(s, issue, line, all);
  offer(s, person, to, issue, step, menu);
  if (hardest && all !== step) offer(s, person, to, issue, all, menu);
}

function offer(s: Scene, person: number, to: number, issue: number, value: number, menu: Menu): void {
  if (Math.abs(value - nearestPoint(s, issue, lineOf(s, issue))) < 0.5) return;
  if (!holdsLine(s, person, issue, value)) return;
  for (let option = 0; option < 2; option++) {
    const m = menu.start(actNumber('concede'), person);
    m.to = to;
    m.body = s.world.issueBody[issue];
    m.issue = issue;
    m.value = value;
    m.option = option;
    menu.offer(s);
  }
}
