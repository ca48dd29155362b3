import { describe, expect, it } from 'vitest';
import { answersOf, nextStep, openCount } from '../../../test/helpers/procedures.ts';
import {
  ann,
  bob,
  committee,
  cyr,
  moveOf,
  peace,
  record,
  secretary,
  tempo,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import type { Scene } from '../../world/scene.ts';
import { allProcedures, procedureNumber } from '../index.ts';
import { Offered, openDemand, openTalks, Turn } from '../outside.ts';
import { delegateOf } from './talks.ts';

/** Cyr talks with the union about peace; the mandate is the line, 75. The union wants 25 and stands there. */
function talks(by = cyr, mandate = 75): { s: Scene; slot: number } {
  const s = tinyScene();
  s.state.work[union * 2 + peace] = s.state.publicMean[union * 2 + peace] = 25;
  const slot = openTalks(s, moveOf('open-talks', { by, to: union, issue: peace, value: mandate }), 0);
  s.state.procDue[slot] = 0;
  return { s, slot };
}

describe('talks', () => {
  it('each side has the word in turn, a day later', () => {
    const { s, slot } = talks();
    expect(nextStep(s, slot)).toEqual({ do: 1, person: cyr });
    allProcedures()[procedureNumber('talks')].silence?.(s, slot, cyr);
    expect(nextStep(s, slot)).toEqual({ do: 0, person: -1 });
    s.state.clock[0] = 1;
    expect(nextStep(s, slot)).toEqual({ do: 1, person: union });
    allProcedures()[procedureNumber('talks')].silence?.(s, slot, union);
    expect(s.state.procState[slot]).toBe(Turn.ours);
  });

  it('peter out after ten words or a fortnight', () => {
    const { s, slot } = talks();
    s.state.procCount[slot] = 9;
    s.state.clock[0] = 13.9;
    expect(nextStep(s, slot).do).toBe(1);
    s.state.procCount[slot] = 10;
    expect(nextStep(s, slot).do).toBe(3);
    expect(openCount(s, 'talks')).toBe(0);
    const late = talks();
    late.s.state.clock[0] = 14;
    expect(nextStep(late.s, late.slot).do).toBe(3);
  });

  it('with nobody on the other side they are over', () => {
    const { s, slot } = talks();
    s.state.procTo[slot] = s.world.people + committee;
    expect(nextStep(s, slot).do).toBe(3);
  });

  it('an agreement is moved in the body; one that changes nothing is not', () => {
    const { s, slot } = talks();
    s.state.procState[slot] = Turn.agreed;
    s.state.procForce[slot] = 50;
    expect(nextStep(s, slot).do).toBe(3);
    expect(record(s)).toEqual(['motion']);
    expect([s.state.actBy[0], s.state.actValue[0], s.state.actIssue[0]]).toEqual([cyr, 50, peace]);
    for (const value of [75, Number.NaN]) {
      const other = talks();
      other.s.state.procState[other.slot] = Turn.agreed;
      other.s.state.procForce[other.slot] = value;
      expect(nextStep(other.s, other.slot).do).toBe(3);
      expect(record(other.s)).toEqual([]);
    }
  });

  it('a delegate without a seat leaves the motion to the chair', () => {
    const { s, slot } = talks();
    s.state.seat[committee * 6 + cyr] = 0;
    s.state.procState[slot] = Turn.agreed;
    s.state.procForce[slot] = 50;
    nextStep(s, slot);
    expect(s.state.actBy[0]).toBe(ann);
  });
});

describe('who speaks for the body', () => {
  it('who opened them; else an executor of the issue, the chair, or the first member', () => {
    const { s, slot } = talks();
    expect(delegateOf(s, slot)).toBe(cyr);
    s.state.away[cyr] = 1;
    // Ann executes peace; nobody tempo, where the secretary, ann, is the chair.
    expect(delegateOf(s, slot)).toBe(ann);
    s.state.holder[secretary] = bob;
    expect(delegateOf(s, slot)).toBe(ann);
    s.state.procIssue[slot] = tempo;
    expect(delegateOf(s, slot)).toBe(bob);
    s.state.away[bob] = 1;
    expect(delegateOf(s, slot)).toBe(ann);
    s.state.memberCount[committee] = 0;
    expect(delegateOf(s, slot)).toBe(-1);
    expect(nextStep(s, slot).do).toBe(3);
  });
});

describe('offers', () => {
  it('ours: the mandate, a step beyond it towards them, and where the delegate himself stands', () => {
    const { s, slot } = talks();
    // Cyr stands at 25.
    expect(answersOf(s, slot, cyr)).toEqual(['offer 75', 'offer 50', 'offer 25', 'break-talks']);
    expect(answersOf(s, slot, union)).toEqual([]);
    s.state.work[cyr * 2 + peace] = 75;
    expect(answersOf(s, slot, cyr)).toEqual(['offer 75', 'offer 50', 'break-talks']);
    s.state.work[cyr * 2 + peace] = 50;
    expect(answersOf(s, slot, cyr)).toEqual(['offer 75', 'offer 50', 'break-talks']);
    s.state.procValue[slot] = 25;
    expect(answersOf(s, slot, cyr)).toEqual(['offer 25', 'offer 50', 'break-talks']);
    s.state.procValue[slot] = Number.NaN;
    expect(answersOf(s, slot, cyr)).toEqual(['offer 50', 'break-talks']);
  });

  it('the same is not offered twice running; what the others have offered may be taken or left', () => {
    const { s, slot } = talks();
    s.state.procForce[slot] = 50;
    s.state.procOption[slot] = Offered.us;
    expect(answersOf(s, slot, cyr)).toEqual(['offer 75', 'offer 25', 'break-talks']);
    s.state.procOption[slot] = Offered.them;
    expect(answersOf(s, slot, cyr)).toEqual([
      'offer 75',
      'offer 25',
      'accept-offer 50',
      'reject-offer 50',
      'break-talks',
    ]);
  });

  it('theirs: what they ask for, and a step from it towards what is on the table or the line', () => {
    const { s, slot } = talks();
    s.state.procState[slot] = Turn.theirs;
    expect(answersOf(s, slot, union)).toEqual(['offer 25', 'offer 50', 'break-talks']);
    expect(answersOf(s, slot, cyr)).toEqual([]);
    s.state.procForce[slot] = 0;
    s.state.procOption[slot] = Offered.us;
    expect(answersOf(s, slot, union)).toEqual([
      'offer 25',
      'accept-offer 0',
      'reject-offer 0',
      'break-talks',
    ]);
  });

  it('a demand, if there is one, is what we go a step towards', () => {
    const { s, slot } = talks(cyr, 50);
    s.state.work[cyr * 2 + peace] = 50;
    openDemand(s, moveOf('demand', { by: union, issue: peace, value: 100 }), 0, 0.5);
    expect(answersOf(s, slot, cyr)).toEqual(['offer 50', 'offer 75', 'break-talks']);
  });
});
