import { memberVotes } from '../world/seats.ts';
import { belongsTo, type Scene, sitsIn } from '../world/scene.ts';
import { actNumber } from './define.ts';
import { beginRanking, graver, gravest, rank } from './gravest.ts';
import { proposeMeasures } from './measures.ts';
import type { Menu } from './menu.ts';
import { MotionOption } from './motion-options.ts';
import { grievance, onSide, ownPoint } from './papers.ts';
import { mayReturn } from './readmissions.ts';

/** Salience times distance, in points, from which one would have a congress called; points by which a bound body is out of line. */
const enough = 15;
const astray = 10;
/** Instructions thought of at a time: the furthest out of line first. */
const instructions = 3;

/** The motions that a body's other powers allow: to call a congress, to readmit or co-opt somebody trusted, to instruct a fraction. */
export function proposeOther(s: Scene, person: number, body: number, menu: Menu): void {
  const powers = s.world.powers[body];
  if (powers.size === 0) return;
  if (powers.has('call-congress')) proposeCongress(s, person, body, menu);
  if (powers.has('readmit')) proposeReturn(s, person, body, menu);
  if (powers.has('coopt')) proposeSeat(s, person, body, menu);
  if (powers.has('instruct')) proposeInstruction(s, person, body, menu);
  proposeMeasures(s, person, body, menu);
}

function proposeCongress(s: Scene, person: number, body: number, menu: Menu): void {
  const w = s.world;
  let worst = -1;
  let most = enough;
  for (let issue = 0; issue < w.issues; issue++) {
    const strain = grievance(s, person, issue);
    if (w.issueBody[issue] !== body || strain < enough) continue;
    if (worst >= 0 && !graver(strain, w.issueKey[issue], most, w.issueKey[worst])) continue;
    most = strain;
    worst = issue;
  }
  if (worst < 0) return;
  const m = menu.start(actNumber('motion'), person);
  m.body = body;
  m.issue = worst;
  m.value = ownPoint(s, person, worst);
  m.option = MotionOption.callCongress;
  menu.offer(s);
}

/** The friend outside, or without the seat that he had, whom he trusts most. */
function proposeReturn(s: Scene, person: number, body: number, menu: Menu): void {
  const { world: w, state: x } = s;
  let best = -1;
  let most = 0.3;
  for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
    const j = w.edgeTo[e];
    if (x.tie[e] <= most || w.collective[j] || w.outsider[j] || !mayReturn(s, j, body)) continue;
    most = x.tie[e];
    best = j;
  }
  if (best >= 0) offerPerson(s, person, body, best, MotionOption.readmit, menu);
}

/** For a free seat: the member of the organisation without one whom he trusts most and believes on his side. */
function proposeSeat(s: Scene, person: number, body: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (w.bodySeats[body] <= 0 || memberVotes(s, body) >= w.bodySeats[body]) return;
  let best = -1;
  let most = 0.2;
  for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
    const j = w.edgeTo[e];
    if (best < 0 ? x.tie[e] <= most : !graver(x.tie[e], w.personKey[j], most, w.personKey[best])) continue;
    if (w.collective[j] || w.outsider[j] || sitsIn(s, body, j)) continue;
    if (w.bodyOrganisation[body] >= 0 && !belongsTo(s, w.bodyOrganisation[body], j)) continue;
    if (!alike(s, person, j, body)) continue;
    most = x.tie[e];
    best = j;
  }
  if (best >= 0) offerPerson(s, person, body, best, MotionOption.coopt, menu);
}

/** Does he believe a colleague on his side in every matter of the body that counts for him? */
function alike(s: Scene, person: number, other: number, body: number): boolean {
  const { world: w, state: x } = s;
  for (let issue = 0; issue < w.issues; issue++) {
    const cell = person * w.issues + issue;
    if (
      w.issueBody[issue] === body &&
      x.workSalience[cell] >= 0.3 &&
      !onSide(s, person, other, issue, x.work[cell])
    )
      return false;
  }
  return true;
}

/** A fraction that is out of line is told the line, by those who agree with it. */
function proposeInstruction(s: Scene, person: number, body: number, menu: Menu): void {
  const { world: w, state: x } = s;
  let offered = 0;
  const fractions = w.binds[body];
  for (let b = 0; b < fractions.length; b++) {
    const bound = fractions[b];
    beginRanking(w.issues);
    for (let issue = 0; issue < w.issues; issue++) {
      if (w.issueBody[issue] !== body || grievance(s, person, issue) > astray) continue;
      const off = Math.abs(x.line[bound * w.issues + issue] - x.line[body * w.issues + issue]);
      // Without a line of its own it has none to keep to, and is told.
      if (!Number.isNaN(x.line[body * w.issues + issue]) && !(off < astray))
        rank(issue, Number.isNaN(off) ? 100 : off, w.issueKey[issue]);
    }
    for (; offered < instructions; ) {
      const issue = gravest();
      if (issue < 0) break;
      const line = x.line[body * w.issues + issue];
      const m = menu.start(actNumber('motion'), person);
      m.body = body;
      m.to = w.people + bound;
      m.issue = issue;
      m.value = line;
      m.option = MotionOption.instruct;
      if (menu.offer(s)) offered++;
    }
  }
}

function offerPerson(s: Scene, person: number, body: number, to: number, option: number, menu: Menu): void {
  const m = menu.start(actNumber('motion'), person);
  m.body = body;
  m.to = to;
  m.option = option;
  menu.offer(s);
}
