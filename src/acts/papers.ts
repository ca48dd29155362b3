import { believed } from '../world/beliefs.ts';
import { markOf, setMark } from '../world/procedures.ts';
import { isMember, type Scene, sitsIn } from '../world/scene.ts';
import { Mark } from '../world/state.ts';
import { meanSaying, nearestPoint, normSeverity, seatWorth, worthHeld } from './common.ts';
import { dissent, openBreach, Threat, threatOf } from './demands.ts';
import { actNumber } from './define.ts';
import { lineOf } from './issues.ts';
import { relevance } from './kinds/resign.ts';
import { released } from './leaving.ts';
import { Bearing, Mean, settleBearing } from './meaning.ts';

/** What a joint paper is for, by code. */
export const purposes = ['protest', 'resign', 'denial', 'ultimatum'] as const;
export const Purpose = { protest: 0, resign: 1, denial: 2, ultimatum: 3 } as const;

/** States of the procedure `paper`. */
export const Round = { circulates: 0, decided: 1, issued: 2 } as const;

/** Strain that an issue puts on a person: salience times his distance from the line of the body that decides it; 0 without a line. */
export function grievance(s: Scene, person: number, issue: number): number {
  if (issue < 0) return 0;
  const { world: w, state: x } = s;
  const line = x.line[w.issueBody[issue] * w.issues + issue];
  const cell = person * w.issues + issue;
  return Number.isNaN(line) ? 0 : x.workSalience[cell] * Math.abs(x.work[cell] - line);
}

/** The scale point nearest to where he really stands. */
export const ownPoint = (s: Scene, person: number, issue: number): number =>
  nearestPoint(s, issue, s.state.work[person * s.world.issues + issue]);

/** Does somebody believe a colleague to be on the side of `value` rather than on that of the line? */
export function onSide(s: Scene, viewer: number, person: number, issue: number, value: number): boolean {
  const { world: w, state: x } = s;
  const line = x.line[w.issueBody[issue] * w.issues + issue];
  const b = believed(s, viewer, person, issue);
  if (Number.isNaN(line) || Math.abs(line - value) < 1) return Math.abs(b - value) <= dissent;
  return Math.abs(b - value) < Math.abs(b - line);
}

/** Invites at most `most` colleagues to a paper: those he trusts beyond `trust`, in the same body, believed on the paper's side; most trusted first. */
export function invite(s: Scene, slot: number, drafter: number, trust: number, most: number): void {
  const { world: w, state: x } = s;
  const body = x.procBody[slot];
  for (let n = 0; n < most; n++) {
    let best = -1;
    let strongest = trust;
    for (let e = w.edgeStart[drafter]; e < w.edgeStart[drafter + 1]; e++) {
      const j = w.edgeTo[e];
      if (x.tie[e] < strongest || x.tie[e] <= trust || markOf(s, slot, j) !== Mark.none) continue;
      if (
        w.collective[j] ||
        (body >= 0 && !sitsIn(s, body, j)) ||
        !onSide(s, drafter, j, x.procIssue[slot], x.procValue[slot])
      )
        continue;
      if (x.tie[e] === strongest && best >= 0 && w.personKey[j] > w.personKey[best]) continue;
      strongest = x.tie[e];
      best = j;
    }
    if (best < 0) return;
    setMark(s, slot, best, Mark.asked);
  }
}

/** The next one with a mark, most trusted by `leader` first, then by key; -1 if there is none. */
export function nextMarked(s: Scene, slot: number, mark: number, leader: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  let strongest = -2;
  if (leader >= 0 && leader < w.people) {
    for (let e = w.edgeStart[leader]; e < w.edgeStart[leader + 1]; e++) {
      const j = w.edgeTo[e];
      if (markOf(s, slot, j) !== mark || x.tie[e] < strongest) continue;
      if (x.tie[e] === strongest && w.personKey[j] > w.personKey[best]) continue;
      strongest = x.tie[e];
      best = j;
    }
  }
  if (best >= 0) return best;
  for (let p = 0; p < w.people; p++)
    if (markOf(s, slot, p) === mark && (best < 0 || w.personKey[p] < w.personKey[best])) best = p;
  return best;
}

/** Votes in a body of those who have signed, with or without reservation. */
export function signedVotes(s: Scene, slot: number, body: number): number {
  let votes = 0;
  for (let p = 0; p < s.world.people; p++) {
    const mark = markOf(s, slot, p);
    if ((mark === Mark.yes || mark === Mark.reserved) && (body < 0 || isMember(s, body, p)))
      votes += s.world.size[p];
  }
  return votes;
}

/** What it means to stand under a paper; `chance` that it comes to anything. Reserved: signing and staying at one's post. */
export function meanPaper(
  s: Scene,
  person: number,
  body: number,
  issue: number,
  value: number,
  purpose: number,
  reserved: boolean,
  chance: number,
  row: Float64Array,
  at: number,
): void {
  const open = purpose === Purpose.resign || purpose === Purpose.denial;
  meanSaying(s, person, issue, value, open ? 1 : 0.6, row, at);
  row[at + Mean.body] = body;
  row[at + Mean.chance] = chance;
  row[at + Mean.sanction] = chance * forbidden(s, issue, value, purpose);
  row[at + Mean.bearing] = Bearing.voice;
  if (purpose === Purpose.protest) {
    row[at + Mean.split] = 0.05;
    row[at + Mean.blame] = 0.15;
  } else if (purpose === Purpose.resign) {
    row[at + Mean.bearing] =
      reserved || issue < 0 || body < 0 || relevance(s, body, issue) < 1 ? Bearing.voice : Bearing.leave;
    row[at + Mean.posts] =
      reserved || body < 0 ? 0 : -chance * Math.max(seatWorth(s, body), worthHeld(s, person, body));
    row[at + Mean.split] = reserved ? 0.06 : 0.12;
    row[at + Mean.blame] = reserved ? 0.25 : 0.4;
    if (!reserved) row[at + Mean.breach] *= released;
  } else if (purpose === Purpose.denial) {
    row[at + Mean.breach] = 0;
    row[at + Mean.split] = -0.05;
    row[at + Mean.blame] = -0.1;
  } else {
    const resigning = threatOf(s, body, issue, value) === Threat.resign;
    row[at + Mean.bearing] = Bearing.press;
    row[at + Mean.split] = resigning ? 0.1 : 0.15;
    row[at + Mean.blame] = resigning ? 0.3 : 0.2;
    row[at + Mean.posts] = resigning && body >= 0 ? -0.4 * chance * worthHeld(s, person, body) : 0;
    if (!resigning && issue >= 0 && body >= 0) {
      row[at + Mean.breach] = -chance * openBreach(s, body, issue, value);
      row[at + Mean.authority] = s.world.issueBody[issue];
    }
  }
  settleBearing(row, at);
}

/** Severity of the norms on joint papers: on statements; and, for one against the line (a platform of a group), on its being drafted and signed at all. */
function forbidden(s: Scene, issue: number, value: number, purpose: number): number {
  const said = normSeverity(s, actNumber('statement'));
  if (issue < 0 || purpose === Purpose.denial || !(Math.abs(lineOf(s, issue) - value) > dissent)) return said;
  return Math.max(said, normSeverity(s, actNumber('draft-statement')));
}

/** Fills the actors of the move about to be applied with those who have signed a paper. */
export function fillSignatories(s: Scene, slot: number): void {
  const { party } = s;
  party.byCount = 0;
  for (let p = 0; p < s.world.people; p++) {
    const mark = markOf(s, slot, p);
    if (mark === Mark.yes || mark === Mark.reserved) party.by[party.byCount++] = p;
  }
}
