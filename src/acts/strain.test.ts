import { describe, expect, it } from 'vitest';
import { openCount, slotOf } from '../../test/helpers/procedures.ts';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  eva,
  moveOf,
  party,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import type { Scene } from '../world/scene.ts';
import { addStrain, happened, homeOf, isBreaking, shareGone, watchSplit } from './strain.ts';

const gone = (s: Scene, ...people: number[]): Scene => {
  for (const p of people) s.state.belongs[p] = 0;
  return s;
};

describe('strain', () => {
  it('grows and heals within 0 and 1; of no organisation there is none', () => {
    const s = tinyScene();
    addStrain(s, party, 0.4);
    addStrain(s, party, 0.3);
    expect(s.state.strain[party]).toBeCloseTo(0.7, 12);
    addStrain(s, party, 0.5);
    expect(s.state.strain[party]).toBe(1);
    addStrain(s, party, -3);
    expect(s.state.strain[party]).toBe(0);
    addStrain(s, -1, 0.5);
    expect([...s.state.strain]).toEqual([0]);
  });
});

describe('who is gone', () => {
  it('of those who belonged at the start, by size', () => {
    expect(shareGone(tinyScene(), party)).toBe(0);
    expect(shareGone(gone(tinyScene(), bob), party)).toBeCloseTo(0.2, 12);
    const s = gone(tinyScene({ size: Float64Array.of(1, 6, 1, 1, 1, 1) }), bob);
    expect(shareGone(s, party)).toBeCloseTo(0.6, 12);
    expect(shareGone(s, 1)).toBe(0);
  });

  it('home is where one belongs, or belonged; for a body its organisation', () => {
    const s = gone(tinyScene(), bob);
    expect([ann, bob, union, 6 + committee, -1, 99].map((c) => homeOf(s, c))).toEqual([0, 0, -1, 0, -1, -1]);
  });

  it('what somebody of it has done has happened in it', () => {
    const s = tinyScene();
    expect(happened(s, 'exit', party)).toBe(false);
    apply(s, moveOf('exit', { by: bob, thing: party }));
    expect([happened(s, 'exit', party), happened(s, 'exit', 1), happened(s, 'resign', party)]).toEqual([
      true,
      false,
      false,
    ]);
    const t = tinyScene();
    apply(t, moveOf('declare', { by: union, issue: 0, value: 25 }));
    expect(happened(t, 'declare', party)).toBe(false);
  });
});

describe('a split', () => {
  const founded = (s: Scene): Scene => {
    apply(s, moveOf('found-rival', { by: bob, thing: party }));
    s.state.strain.fill(0);
    return s;
  };

  it('comes when strain is at its limit, or a quarter is gone and has founded a rival', () => {
    const s = tinyScene();
    s.state.strain[party] = 0.99;
    expect(isBreaking(s, party)).toBe(false);
    s.state.strain[party] = 1;
    expect([isBreaking(s, party), isBreaking(s, -1)]).toEqual([true, false]);
    expect(isBreaking(gone(tinyScene(), bob, cyr), party)).toBe(false);
    expect(isBreaking(founded(gone(tinyScene(), bob, cyr)), party)).toBe(true);
    expect(isBreaking(founded(gone(tinyScene(), bob)), party)).toBe(false);
  });

  it('comes once', () => {
    const s = tinyScene();
    s.state.strain[party] = 1;
    apply(s, moveOf('split', { by: eva, thing: party }));
    s.state.strain[party] = 1;
    expect(isBreaking(s, party)).toBe(false);
  });

  it('is said by a procedure opened once', () => {
    const s = tinyScene();
    watchSplit(s, party, bob, 0);
    expect(openCount(s, 'rupture')).toBe(0);
    s.state.strain[party] = 1;
    s.state.clock[0] = 3;
    watchSplit(s, party, bob, 0);
    watchSplit(s, party, cyr, 0);
    expect(openCount(s, 'rupture')).toBe(1);
    const slot = slotOf(s, 'rupture');
    expect([s.state.procBy[slot], s.state.procDue[slot], s.state.procCount[slot]]).toEqual([
      bob,
      3.25,
      party,
    ]);
  });
});
