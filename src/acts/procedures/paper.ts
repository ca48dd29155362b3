import { closeProcedure, countMark, markOf, setMark } from '../../world/procedures.ts';
import { now, type Scene } from '../../world/scene.ts';
import { memberVotes } from '../../world/seats.ts';
import { ActFlag, Mark } from '../../world/state.ts';
import { actNumber, defineProcedure } from '../define.ts';
import { SignOption } from '../kinds/sign.ts';
import { fewest } from '../kinds/statement.ts';
import type { Menu } from '../menu.ts';
import { isDissenter, Threat, threatOf } from '../demands.ts';
import { resignTogether } from '../leaving.ts';
import { nextMarked, Purpose, Round, signedVotes } from '../papers.ts';
import { chairOf } from '../posts.ts';

/** Days after which a paper that has come to nothing is forgotten. */
const patience = 14;

/**
 * A joint paper. It circulates: the invited are asked one at a time, the drafter's most trusted first, each seeing who has signed.
 * Then the drafter issues it, if it has two signatories (an ultimatum that defends the line: a majority of the body's votes, or
 * the chair as drafter; and somebody to address). A joint resignation, once issued, is followed by each unreserved signatory's.
 */
export const paperProcedure = defineProcedure({
  kind: 'paper',
  next: (s, slot, step) => {
    const x = s.state;
    if (x.procState[slot] === Round.circulates) {
      const person =
        now(s) - x.procOpened[slot] > patience ? -1 : nextMarked(s, slot, Mark.asked, x.procBy[slot]);
      if (person >= 0) {
        step.do = 1;
        step.person = person;
        return;
      }
      x.procState[slot] = Round.decided;
      if (isReady(s, slot)) {
        step.do = 1;
        step.person = x.procBy[slot];
        return;
      }
    }
    // One that was handed in long ago, in a record, has had its consequences there.
    if (x.procState[slot] === Round.issued && now(s) - x.procOpened[slot] < 1)
      resignTogether(s, slot, Mark.yes);
    closeProcedure(s, slot);
    step.do = 3;
  },
  answers: (s, slot, person, menu) => {
    if (person === s.state.procBy[slot]) offerIssue(s, slot, person, menu);
    else offerSigning(s, slot, person, menu);
  },
  silence: (s, slot, person) => {
    if (markOf(s, slot, person) === Mark.asked) setMark(s, slot, person, Mark.silent);
  },
});

/** Has it what it takes to be issued? */
export function isReady(s: Scene, slot: number): boolean {
  const x = s.state;
  const body = x.procBody[slot];
  const drafter = x.procBy[slot];
  if (
    drafter < 0 ||
    drafter >= s.world.people ||
    countMark(s, slot, Mark.yes) + countMark(s, slot, Mark.reserved) < fewest
  )
    return false;
  if (x.procOption[slot] !== Purpose.ultimatum) return true;
  if (threatOf(s, body, x.procIssue[slot], x.procValue[slot]) === Threat.resign) return true;
  return (
    (2 * signedVotes(s, slot, body) > memberVotes(s, body) || chairOf(s, body) === drafter) &&
    firstAddressed(s, slot) >= 0
  );
}

function offerSigning(s: Scene, slot: number, person: number, menu: Menu): void {
  const full = menu.start(actNumber('sign'), person);
  full.proc = slot;
  full.option = SignOption.full;
  menu.offer(s);
  // To sign and stay makes sense only where signing means going.
  if (s.state.procOption[slot] === Purpose.resign) {
    const reserved = menu.start(actNumber('sign'), person);
    reserved.proc = slot;
    reserved.option = SignOption.reserved;
    reserved.flags = ActFlag.reserved;
    menu.offer(s);
  }
  menu.start(actNumber('decline'), person).proc = slot;
  menu.offer(s);
}

function offerIssue(s: Scene, slot: number, person: number, menu: Menu): void {
  const x = s.state;
  const ultimatum = x.procOption[slot] === Purpose.ultimatum;
  const m = menu.start(actNumber(ultimatum ? 'ultimatum' : 'statement'), person);
  m.body = x.procBody[slot];
  m.issue = x.procIssue[slot];
  m.value = x.procValue[slot];
  m.proc = slot;
  m.option = ultimatum ? threatOf(s, m.body, m.issue, m.value) : x.procOption[slot];
  if (ultimatum) m.to = m.option === Threat.resign ? s.world.people + m.body : firstAddressed(s, slot);
  if (ultimatum && m.to < 0) return;
  m.flags = ActFlag.joint | (m.option === Purpose.resign && !ultimatum ? ActFlag.public : 0);
  menu.offer(s);
}

/** The first person, by key, for whom an ultimatum on paper is meant: he shows dissent and has not signed; -1. */
export function firstAddressed(s: Scene, slot: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  for (let p = 0; p < w.people; p++) {
    const mark = markOf(s, slot, p);
    if (mark === Mark.yes || mark === Mark.reserved || (best >= 0 && w.personKey[p] > w.personKey[best]))
      continue;
    if (isDissenter(s, x.procBody[slot], p, x.procIssue[slot], x.procValue[slot])) best = p;
  }
  return best;
}
