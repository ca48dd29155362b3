import { describe, expect, it } from 'vitest';
import { answersOf, nextStep, openCount } from '../../../test/helpers/procedures.ts';
import {
  ann,
  bob,
  committee,
  cyr,
  dan,
  moveOf,
  peace,
  setTie,
  tieBetween,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { markOf, openProcedure, setMark } from '../../world/procedures.ts';
import type { Scene } from '../../world/scene.ts';
import { Mark } from '../../world/state.ts';
import { allProcedures, procedureNumber } from '../index.ts';

/** Ann asks bob and cyr to sign; she trusts cyr more. */
function asked(): { s: Scene; slot: number } {
  const s = tinyScene();
  s.state.tie.fill(0.1);
  setTie(s, ann, cyr, 0.5);
  const m = moveOf('demand-denial', { by: ann, body: committee, issue: peace, value: 75 });
  const slot = openProcedure(s, procedureNumber('denial'), m, 0, 0);
  for (const p of [bob, cyr]) setMark(s, slot, p, Mark.asked);
  return { s, slot };
}
const silent = (s: Scene, slot: number, person: number): void =>
  allProcedures()[procedureNumber('denial')].silence?.(s, slot, person);

describe('a denial to be signed', () => {
  it('is not asked for before its time', () => {
    const { s, slot } = asked();
    s.state.procDue[slot] = 1;
    expect(nextStep(s, slot)).toEqual({ do: 0, person: -1 });
    s.state.clock[0] = 1;
    expect(nextStep(s, slot).do).toBe(1);
  });

  it('goes to the most trusted first, then to the others; who is silent is asked once more at the deadline', () => {
    const { s, slot } = asked();
    expect(nextStep(s, slot)).toEqual({ do: 1, person: cyr });
    setMark(s, slot, cyr, Mark.yes);
    expect(nextStep(s, slot)).toEqual({ do: 1, person: bob });
    silent(s, slot, bob);
    expect(markOf(s, slot, bob)).toBe(Mark.evaded);
    expect(nextStep(s, slot).do).toBe(0);
    expect(s.state.procDue[slot]).toBe(3);
    s.state.clock[0] = 3;
    expect(nextStep(s, slot)).toEqual({ do: 1, person: bob });
    silent(s, slot, bob);
    expect(markOf(s, slot, bob)).toBe(Mark.silent);
    expect(nextStep(s, slot).do).toBe(3);
    expect(openCount(s, 'denial')).toBe(0);
  });

  it('long after its deadline half a day is left', () => {
    const { s, slot } = asked();
    s.state.clock[0] = 9;
    for (const p of [bob, cyr]) silent(s, slot, p);
    expect(nextStep(s, slot).do).toBe(0);
    expect(s.state.procDue[slot]).toBe(9.5);
  });

  it('who is asked may sign or refuse; who is away neither', () => {
    const { s, slot } = asked();
    expect(answersOf(s, slot, bob)).toEqual(['sign-denial 75', 'refuse-denial']);
    s.state.away[bob] = 1;
    expect(answersOf(s, slot, bob)).toEqual([]);
  });
});

describe('when it is over', () => {
  const over = (b: number, c: number): Scene => {
    const { s, slot } = asked();
    s.state.strain[0] = 0.5;
    setMark(s, slot, bob, b);
    setMark(s, slot, cyr, c);
    expect(nextStep(s, slot).do).toBe(3);
    return s;
  };

  it('signed by all, it heals', () => {
    const s = over(Mark.yes, Mark.yes);
    expect(s.state.strain[0]).toBeCloseTo(0.46, 12);
    expect(tieBetween(s, bob, cyr)).toBeCloseTo(0.1, 12);
  });

  it('signed by some, who refused has lost with those who signed, and with nobody else', () => {
    const s = over(Mark.no, Mark.yes);
    expect(tieBetween(s, cyr, bob)).toBeCloseTo(0.05, 12);
    for (const [a, b] of [
      [bob, cyr],
      [ann, bob],
      [dan, bob],
      [cyr, dan],
    ])
      expect(tieBetween(s, a, b)).toBeCloseTo(0.1, 12);
    expect(s.state.strain[0]).toBe(0.5);
  });

  it('signed by nobody, it changes nothing', () => {
    for (const mark of [Mark.no, Mark.silent]) {
      const s = over(mark, mark);
      expect(s.state.strain[0]).toBe(0.5);
      expect([tieBetween(s, bob, cyr), tieBetween(s, cyr, bob)].every((t) => Math.abs(t - 0.1) < 1e-12)).toBe(
        true,
      );
    }
  });
});
