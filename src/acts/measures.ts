import { tieOf } from '../world/beliefs.ts';
import { isMember, type Scene, sitsIn } from '../world/scene.ts';
import { actNumber } from './define.ts';
import { lineOf } from './issues.ts';
import type { Menu } from './menu.ts';
import { MotionOption } from './motion-options.ts';
import { lastAgainst } from './speakers.ts';

/** A tie at or below which a colleague is one to move against; days for which a word may bring a censure. */
const cold = -0.1;
const rankles = 10;

/** The motions against persons that a body's other powers allow: recall from a post that its fractions fill, and censure. */
export function proposeMeasures(s: Scene, person: number, body: number, menu: Menu): void {
  if (!isMember(s, body, person)) return;
  const powers = s.world.powers[body];
  if (powers.has('remove') && s.world.binds[body].length > 0) proposeRecall(s, person, body, menu);
  if (powers.has('censure')) proposeCensure(s, person, body, menu);
}

/**
 * From a post that a body bound by this one fills (the chair of a soviet, a ministry): its best paid holder among those who have left this
 * body in protest, or whom he does not trust.
 */
function proposeRecall(s: Scene, person: number, body: number, menu: Menu): void {
  const { world: w, state: x } = s;
  let best = -1;
  for (let o = 0; o < w.offices; o++) {
    const holder = x.holder[o];
    if (holder < 0 || holder === person || w.collective[holder] || !reaches(s, body, w.officeFilledBy[o]))
      continue;
    if (tieOf(s, person, holder) > cold && !hasLeft(s, holder, body)) continue;
    if (best < 0 || x.officeWorth[o] > x.officeWorth[best]) best = o;
  }
  if (best < 0) return;
  const m = menu.start(actNumber('motion'), person);
  m.body = body;
  m.to = x.holder[best];
  m.office = best;
  m.option = MotionOption.remove;
  menu.offer(s);
}

/** Does a body bind another, itself or through a fraction of its people? */
function reaches(s: Scene, body: number, other: number): boolean {
  const { binds } = s.world;
  if (binds[body].includes(other)) return true;
  for (let k = 0; k < binds[body].length; k++) if (binds[binds[body][k]].includes(other)) return true;
  return false;
}

/** Has he laid down his seat in a body? */
function hasLeft(s: Scene, person: number, body: number): boolean {
  const x = s.state;
  if (sitsIn(s, body, person)) return false;
  const kind = actNumber('resign');
  for (let k = x.lastActBy[person]; k >= 0; k = x.actEarlier[k])
    if (x.actKind[k] === kind && x.actBody[k] === body) return true;
  return false;
}

/** Whoever of the body last spoke up against what he stands for, if there is no love lost between them. */
function proposeCensure(s: Scene, person: number, body: number, menu: Menu): void {
  const { actBy, actIssue } = s.state;
  const word = lastAgainst(s, person, rankles);
  if (word < 0 || !sitsIn(s, body, actBy[word]) || tieOf(s, person, actBy[word]) > cold) return;
  const m = menu.start(actNumber('motion'), person);
  m.body = body;
  m.to = actBy[word];
  m.issue = actIssue[word];
  m.value = lineOf(s, actIssue[word]);
  m.option = MotionOption.censure;
  menu.offer(s);
}
