import { describe, expect, it } from 'vitest';
import { unionDemands } from '../../../test/helpers/committee.ts';
import { answersOf, nextStep, openCount } from '../../../test/helpers/procedures.ts';
import {
  ann,
  apply,
  bob,
  committee,
  congress,
  moveOf,
  peace,
  record,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { enforcedDays } from '../kinds/demand.ts';
import { DemandOption, demandDays, openTalks } from '../outside.ts';
import type { Scene } from '../../world/scene.ts';
import { seat } from '../../world/seats.ts';

function pressed(option: number = DemandOption.strike): { s: Scene; slot: number } {
  const s = tinyScene();
  const slot = unionDemands(s, 0.5);
  s.state.procOption[slot] = option;
  return { s, slot };
}
const onDay = (s: Scene, days: number): void => {
  s.state.clock[0] = days;
};

describe('a demand', () => {
  it('waits, day by day, until it falls due; then the outsider is asked, once', () => {
    const { s, slot } = pressed();
    onDay(s, demandDays - 0.1);
    expect(nextStep(s, slot).do).toBe(0);
    expect(s.state.procDue[slot]).toBeCloseTo(demandDays + 0.9, 9);
    onDay(s, demandDays);
    expect(nextStep(s, slot)).toEqual({ do: 1, person: union });
    expect(openCount(s, 'demand')).toBe(1);
    expect(nextStep(s, slot).do).toBe(3);
    expect(openCount(s, 'demand')).toBe(0);
  });

  it('ends as soon as it is met', () => {
    const { s, slot } = pressed();
    s.state.line[committee * 2 + peace] = 40;
    expect(nextStep(s, slot).do).toBe(3);
    expect(openCount(s, 'demand')).toBe(0);
  });

  it('waits while there are talks, for a month at most', () => {
    const { s, slot } = pressed();
    openTalks(s, moveOf('open-talks', { by: ann, to: union, issue: peace, value: 75 }), 0);
    onDay(s, 29.9);
    expect(nextStep(s, slot).do).toBe(0);
    onDay(s, 30);
    expect(nextStep(s, slot).do).toBe(1);
  });

  it('carried out, it presses on for some days and is over', () => {
    const { s, slot } = pressed(DemandOption.declared);
    onDay(s, enforcedDays - 0.1);
    expect(nextStep(s, slot).do).toBe(0);
    onDay(s, enforcedDays);
    expect(nextStep(s, slot).do).toBe(3);
  });

  it('of one of our own fades when it falls due, whether or not the line has come near', () => {
    const { s, slot } = pressed(DemandOption.leave);
    s.state.procBy[slot] = bob;
    s.state.line[committee * 2 + peace] = 25;
    expect(nextStep(s, slot).do).toBe(0);
    onDay(s, demandDays);
    expect(nextStep(s, slot).do).toBe(3);
  });

  it('of nobody, or on nothing, is none', () => {
    for (const spoil of ['procBy', 'procIssue'] as const) {
      const { s, slot } = pressed();
      s.state[spoil][slot] = -1;
      expect(nextStep(s, slot).do).toBe(3);
    }
  });
});

describe('the outsider who is asked', () => {
  it('may carry out what he threatened; recall his people from where he has a seat', () => {
    const { s, slot } = pressed();
    expect(answersOf(s, slot, union)).toEqual(['demand 25']);
    expect(answersOf(s, slot, ann)).toEqual([]);
    seat(s, congress, union, 1);
    expect(answersOf(s, slot, union)).toEqual(['demand 25', 'withdraw-people']);
    s.state.procOption[slot] = DemandOption.recall;
    expect(answersOf(s, slot, union)).toEqual(['withdraw-people']);
    s.state.procBy[slot] = bob;
    expect(answersOf(s, slot, bob)).toEqual([]);
  });

  it('carrying it out stands in the record', () => {
    const { s, slot } = pressed();
    const to = s.world.people + committee;
    apply(
      s,
      moveOf('demand', { by: union, to, body: committee, issue: peace, value: 25, option: 3, proc: slot }),
    );
    expect(record(s)).toEqual(['demand', 'demand']);
    expect(s.state.procOption[slot]).toBe(DemandOption.declared);
  });
});
