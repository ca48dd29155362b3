import { describe, expect, it } from 'vitest';
import { nextStep, openCount } from '../../../test/helpers/procedures.ts';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  moveOf,
  peace,
  record,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { procedureOfAct } from '../../world/procedures.ts';
import { tallyOf, writeTally } from '../../world/record.ts';
import type { Scene } from '../../world/scene.ts';
import { ActFlag } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { allProcedures, procedureNumber } from '../index.ts';
import { MotionOption } from '../motion-options.ts';
import { isAdopted, ruleOf } from './motion.ts';

function moved(option: number = MotionOption.line, change: Partial<World> = {}): { s: Scene; slot: number } {
  const s = tinyScene(change);
  const what = option === MotionOption.line ? { issue: peace, value: 25 } : { to: cyr };
  return {
    s,
    slot: procedureOfAct(s, apply(s, moveOf('motion', { by: bob, body: committee, option, ...what }))),
  };
}
const conclude = (s: Scene, slot: number, yes: number, no: number, abstain: number, adopted: boolean): void =>
  allProcedures()[procedureNumber('motion')].concluded?.(s, slot, yes, no, abstain, adopted);

describe('a motion', () => {
  it('is voted on when there is a quorum; else it waits two days at a time, and ten at most', () => {
    const { s, slot } = moved();
    expect(nextStep(s, slot).do).toBe(2);
    // Three of five are the quorum.
    for (const p of [ann, bob]) s.state.away[p] = 1;
    expect(nextStep(s, slot).do).toBe(2);
    s.state.away[cyr] = 1;
    expect(nextStep(s, slot).do).toBe(0);
    expect(s.state.procDue[slot]).toBe(2);
    s.state.clock[0] = 10;
    expect(nextStep(s, slot).do).toBe(0);
    s.state.clock[0] = 10.1;
    expect(nextStep(s, slot).do).toBe(3);
    expect(openCount(s, 'motion')).toBe(0);
  });

  it('without any quorum somebody must still be there', () => {
    const { s, slot } = moved(MotionOption.line, { quorum: Int32Array.of(0, 0) });
    s.state.away.fill(1);
    expect(nextStep(s, slot).do).toBe(0);
    s.state.away[ann] = 0;
    expect(nextStep(s, slot).do).toBe(2);
  });

  it('adopted, it becomes the line; rejected, it does not; both stand in the record with their tally', () => {
    for (const adopted of [true, false]) {
      const { s, slot } = moved();
      s.state.clock[0] = 3;
      conclude(s, slot, adopted ? 3 : 2, adopted ? 1 : 3, adopted ? 1 : 0, adopted);
      const x = s.state;
      expect(record(s)).toEqual(['motion', 'resolution']);
      expect(x.line[committee * 2 + peace]).toBe(adopted ? 25 : 75);
      expect([x.actBy[1], x.actValue[1], x.actIssue[1], x.decided[committee * 2 + peace]]).toEqual([
        s.world.people + committee,
        25,
        peace,
        3,
      ]);
      expect(tallyOf(x, 1)).toEqual(adopted ? { yes: 3, no: 1, abstain: 1 } : { yes: 2, no: 3, abstain: 0 });
      expect([x.actFlags[1] & ActFlag.adopted, x.actFlags[1] & ActFlag.rejected].map((f) => f !== 0)).toEqual(
        [adopted, !adopted],
      );
      expect(x.actFlags[1] & ActFlag.byBody).not.toBe(0);
      expect(openCount(s, 'motion')).toBe(0);
    }
  });

  it('against a person, it goes by the power’s rule and ends with his seat lost', () => {
    const { s, slot } = moved(MotionOption.expel);
    expect(ruleOf(s, slot)).toBe(s.world.powers[committee].get('expel'));
    conclude(s, slot, 4, 1, 0, true);
    expect(s.state.seat[committee * s.world.people + cyr]).toBe(0);
    const censure = moved(MotionOption.censure);
    expect(ruleOf(censure.s, censure.slot)).toBe(censure.s.world.rule[committee]);
  });

  it('is adopted by its own count: of votes cast, of those present, of all members', () => {
    const adopted = (base: 0 | 1 | 2, yes: number, no: number, abstain: number): boolean => {
      const r = { share: 0.5, base, strict: true, count: 0 };
      const { s, slot } = moved(MotionOption.line, { rule: [r, r] });
      return isAdopted(s, slot, yes, no, abstain);
    };
    expect([0, 1, 2].map((base) => adopted(base as 0, 2, 1, 0))).toEqual([true, true, false]);
    expect([0, 1, 2].map((base) => adopted(base as 0, 2, 1, 1))).toEqual([true, false, false]);
    expect([0, 1, 2].map((base) => adopted(base as 0, 3, 1, 0))).toEqual([true, true, true]);
  });
});

it('a tally keeps three counts of any size, and none at all is no tally', () => {
  const { s } = moved();
  for (const [yes, no, abstain] of [
    [1, 2, 3],
    [2000, 5, 4000],
    [70_000, 0, 1],
  ] as const) {
    writeTally(s.state, 0, yes, no, abstain);
    expect(tallyOf(s.state, 0)).toEqual({ yes, no, abstain });
  }
  writeTally(s.state, 0, 0, 0, 0);
  expect(tallyOf(s.state, 0)).toBeUndefined();
});
