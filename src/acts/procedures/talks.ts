import { clearMove, newMove } from '../../world/record.ts';
import { isAway, now, type Scene, sitsIn } from '../../world/scene.ts';
import { isPerson } from '../actors.ts';
import { nearestPoint, stepTowards } from '../common.ts';
import { actNumber, defineProcedure, attempt } from '../define.ts';
import { lineOf } from '../issues.ts';
import { type Menu, optionKey } from '../menu.ts';
import { askedFor, endTalks, Offered, passTurn, Turn } from '../outside.ts';
import { chairOf } from '../posts.ts';
import { vetoWith } from '../vetoes.ts';

/** Most words exchanged, and most days, before talks peter out. */
const mostWords = 10;
const longest = 14;
const scratch = newMove();

/**
 * Talks between a body's delegate and an outsider, a word a day, in turn. Value: the mandate; force: the offer on the table; option: whose
 * it is. They end with an agreement (the delegate then moves in the body that it become the line, and what their package says of persons), a break,
 * or by petering out.
 */
export const talksProcedure = defineProcedure({
  kind: 'talks',
  next: (s, slot, step) => {
    const x = s.state;
    const ours = delegateOf(s, slot);
    const over =
      x.procCount[slot] >= mostWords ||
      now(s) - x.procOpened[slot] >= longest ||
      ours < 0 ||
      !isPerson(s, x.procTo[slot]);
    if (x.procState[slot] === Turn.agreed) {
      if (ours >= 0) putToBody(s, slot, ours);
      endTalks(s, slot);
      step.do = 3;
    } else if (over) {
      endTalks(s, slot);
      step.do = 3;
    } else if (x.procDue[slot] > now(s)) {
      step.do = 0;
    } else {
      step.do = 1;
      step.person = x.procState[slot] === Turn.ours ? ours : x.procTo[slot];
    }
  },
  answers: (s, slot, person, menu) => {
    const x = s.state;
    // Another outsider at the table speaks for their side, too.
    const theirs = s.world.outsider[person] === 1;
    if ((theirs ? Turn.theirs : Turn.ours) !== x.procState[slot]) return;
    if (theirs) theirOffers(s, slot, person, menu);
    else ourOffers(s, slot, person, menu);
    if (x.procOption[slot] === (theirs ? Offered.us : Offered.them)) {
      answer(s, slot, person, 'accept-offer', menu);
      answer(s, slot, person, 'reject-offer', menu);
    }
    answer(s, slot, person, 'break-talks', menu);
  },
  silence: (s, slot) => passTurn(s, slot, s.state.procState[slot] === Turn.ours ? Turn.theirs : Turn.ours),
});

/** Who speaks for the body: the one who opened the talks, else an executor of the issue, its chair, or its first member; -1. */
export function delegateOf(s: Scene, slot: number): number {
  const { world: w, state: x } = s;
  const body = x.procBody[slot];
  const by = x.procBy[slot];
  if (isPerson(s, by) && !isAway(s, by)) return by;
  const executors = w.issueExecutors[x.procIssue[slot]];
  for (let k = 0; k < executors.length; k++)
    if (executors[k] >= 0 && !isAway(s, executors[k])) return executors[k];
  const chair = chairOf(s, body);
  if (chair >= 0 && !isAway(s, chair)) return chair;
  return x.memberCount[body] > 0 ? x.memberList[body * w.bodyCapacity] : -1;
}

/** What is agreed is moved in the body by the delegate, or by its chair if he has no seat in it; with their offer, the veto that it came with. */
function putToBody(s: Scene, slot: number, delegate: number): void {
  const x = s.state;
  const veto = x.procOption[slot] === Offered.them ? vetoWith(s, slot) : -1;
  put(s, slot, delegate, x.procIssue[slot], x.procForce[slot]);
  if (veto >= 0) put(s, slot, delegate, x.procIssue[veto], x.procValue[veto]);
}

function put(s: Scene, slot: number, delegate: number, issue: number, value: number): void {
  if (Number.isNaN(value) || Math.abs(lineOf(s, issue) - value) < 0.5) return;
  const body = s.state.procBody[slot];
  const m = clearMove(scratch);
  m.kind = actNumber('motion');
  m.by = sitsIn(s, body, delegate) ? delegate : chairOf(s, body);
  m.body = body;
  m.issue = issue;
  m.value = value;
  m.option = 0;
  m.proc = slot;
  m.key = optionKey(s, m);
  if (m.by >= 0) attempt(s, m);
}

/** The mandate, one step beyond it, and where he himself stands. */
function ourOffers(s: Scene, slot: number, person: number, menu: Menu): void {
  const x = s.state;
  const issue = x.procIssue[slot];
  const mandate = x.procValue[slot];
  const asked = askedFor(s, slot);
  const own = nearestPoint(s, issue, x.work[person * s.world.issues + issue]);
  if (Number.isNaN(mandate)) {
    offerOf(s, slot, person, own, menu);
    return;
  }
  const beyond = stepTowards(s, issue, mandate, asked);
  offerOf(s, slot, person, mandate, menu);
  if (Math.abs(beyond - mandate) > 0.5) offerOf(s, slot, person, beyond, menu);
  if (Math.abs(own - mandate) > 0.5 && own !== beyond) offerOf(s, slot, person, own, menu);
}

/** What he asks for, and one step from it towards us. */
function theirOffers(s: Scene, slot: number, person: number, menu: Menu): void {
  const x = s.state;
  const issue = x.procIssue[slot];
  const own = nearestPoint(s, issue, x.work[person * s.world.issues + issue]);
  const onTable = x.procForce[slot];
  const towards = stepTowards(s, issue, own, Number.isNaN(onTable) ? lineOf(s, issue) : onTable);
  offerOf(s, slot, person, own, menu);
  if (towards !== own) offerOf(s, slot, person, towards, menu);
}

/** The same offer is not made twice running. */
function offerOf(s: Scene, slot: number, person: number, value: number, menu: Menu): void {
  const x = s.state;
  if (Math.abs(x.procForce[slot] - value) < 0.5) return;
  const m = menu.start(actNumber('offer'), person);
  m.to = s.world.outsider[person] === 1 ? s.world.people + x.procBody[slot] : x.procTo[slot];
  m.body = x.procBody[slot];
  m.issue = x.procIssue[slot];
  m.value = value;
  m.proc = slot;
  menu.offer(s);
}

function answer(s: Scene, slot: number, person: number, kind: string, menu: Menu): void {
  const m = menu.start(actNumber(kind), person);
  m.issue = s.state.procIssue[slot];
  m.body = s.state.procBody[slot];
  if (kind !== 'break-talks') m.value = s.state.procForce[slot];
  m.proc = slot;
  menu.offer(s);
}
