import { closeProcedure, markOf } from '../../world/procedures.ts';
import { clearMove, newMove } from '../../world/record.ts';
import { now, type Scene, sitsIn } from '../../world/scene.ts';
import { ActFlag, Mark } from '../../world/state.ts';
import { allDelegates, shareFor } from '../branches.ts';
import { nearestPoint } from '../common.ts';
import { Call } from '../congresses.ts';
import { graver } from '../gravest.ts';
import { actNumber, defineProcedure, attempt } from '../define.ts';
import { Verdict } from '../kinds/verdict.ts';

/** Days that a congress sits before it decides; share below which those who forced it lose their places as well as the vote. */
const sitting = 2;
const routed = 0.25;
const scratch = newMove();

/**
 * A congress. Demanded, it waits to be called, and is forgotten after two months. Called, it meets after its notice: every branch
 * elects delegates by where it leans. After two days it decides between the line and what those who demanded it stand for, each
 * branch for the nearer: the majority's becomes the line. Demanders with less than a quarter of the delegates are excluded from
 * the body whose line they attacked.
 */
export const congressProcedure = defineProcedure({
  kind: 'congress',
  next: (s, slot, step) => {
    const x = s.state;
    const body = x.procBody[slot];
    if (x.procState[slot] === Call.demanded || body < 0) {
      closeProcedure(s, slot);
    } else if (x.procState[slot] === Call.called) {
      x.convened[body] = 1;
      settleIssue(s, slot);
      elect(s, slot);
      x.procState[slot] = Call.sitting;
      x.procDue[slot] = now(s) + sitting;
      step.do = 0;
    } else {
      decide(s, slot);
      x.convened[body] = 0;
      if (x.procKind[slot] >= 0 && x.procBody[slot] === body) closeProcedure(s, slot);
      step.do = 3;
    }
  },
});

/** What it is about where nobody has said so: the issue on which the branches are furthest from the line, and where they stand on it. */
function settleIssue(s: Scene, slot: number): void {
  const { world: w, state: x } = s;
  if (x.procIssue[slot] < 0) {
    let most = Number.NaN;
    for (let issue = 0; issue < w.issues; issue++) {
      const gap = Math.abs(meanLean(s, issue) - x.line[w.issueBody[issue] * w.issues + issue]);
      const before = x.procIssue[slot];
      if (gap >= 0 && (before < 0 || graver(gap, w.issueKey[issue], most, w.issueKey[before]))) {
        most = gap;
        x.procIssue[slot] = issue;
        x.procValue[slot] = Number.NaN;
      }
    }
  }
  const issue = x.procIssue[slot];
  if (issue >= 0 && Number.isNaN(x.procValue[slot]))
    x.procValue[slot] = nearestPoint(s, issue, meanLean(s, issue));
}

function meanLean(s: Scene, issue: number): number {
  const { world: w, state: x } = s;
  const all = allDelegates(s);
  let sum = 0;
  for (let h = 0; h < w.branches; h++) sum += x.branchShare[h] * x.branchLean[h * w.issues + issue];
  return all > 0 ? sum / all : Number.NaN;
}

function elect(s: Scene, slot: number): void {
  const { world: w, state: x } = s;
  const issue = x.procIssue[slot];
  for (let h = 0; h < w.branches; h++) {
    const m = clearMove(scratch);
    m.kind = actNumber('elect-delegates');
    m.by = w.people + w.bodies + h;
    m.body = x.procBody[slot];
    m.issue = issue;
    m.value = issue >= 0 ? x.branchLean[h * w.issues + issue] : Number.NaN;
    m.proc = slot;
    m.flags = ActFlag.byBranch;
    attempt(s, m);
  }
}

function decide(s: Scene, slot: number): void {
  const { world: w, state: x } = s;
  const body = x.procBody[slot];
  const issue = x.procIssue[slot];
  if (issue < 0 || Number.isNaN(x.procValue[slot])) return;
  const line = x.line[w.issueBody[issue] * w.issues + issue];
  const share = Number.isNaN(line) ? 1 : shareFor(s, issue, x.procValue[slot], line);
  const m = clearMove(scratch);
  m.kind = actNumber('verdict');
  m.by = w.people + body;
  m.body = body;
  m.issue = issue;
  m.value = share > 0.5 ? x.procValue[slot] : line;
  m.option = share < routed && w.powers[body].has('expel') ? Verdict.exclusion : Verdict.mandate;
  m.proc = slot;
  m.flags = ActFlag.byBody;
  const excluded = m.option === Verdict.exclusion;
  const { party } = s;
  party.byCount = party.toCount = 0;
  if (excluded)
    for (let p = 0; p < w.people; p++)
      if (markOf(s, slot, p) === Mark.yes && sitsIn(s, w.issueBody[issue], p)) party.to[party.toCount++] = p;
  // A verdict that a question forbids excludes nobody either.
  if (attempt(s, m) < 0) party.toCount = 0;
  for (let k = 0; k < party.toCount; k++) exclude(s, body, party.to[k], w.issueBody[issue]);
  party.toCount = 0;
}

function exclude(s: Scene, congress: number, person: number, from: number): void {
  const m = clearMove(scratch);
  m.kind = actNumber('expel');
  m.by = s.world.people + congress;
  m.to = person;
  m.body = from;
  m.flags = ActFlag.byBody;
  attempt(s, m);
}
