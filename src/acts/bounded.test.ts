import { describe, expect, it } from 'vitest';
import { openCount } from '../../test/helpers/procedures.ts';
import {
  apply,
  bob,
  committee,
  cyr,
  moveOf,
  peace,
  tempo,
  tinyScene,
} from '../../test/helpers/tiny-world.ts';
import type { Scene } from '../world/scene.ts';
import { procedureCapacity } from '../world/state.ts';
import { openBounded, slotOfKind } from './bounded.ts';
import { procedureNumber } from './index.ts';
import { lastOn, recently } from './recent.ts';
import { actNumber } from './define.ts';

const open = (s: Scene, kind: string, origin: number, most: number, count = 0): number => {
  const slot = openBounded(
    s,
    procedureNumber(kind),
    moveOf('demand', { by: bob, issue: peace }),
    origin,
    9,
    most,
  );
  if (slot >= 0) s.state.procCount[slot] = count;
  return slot;
};

describe('procedures that may stay open for long', () => {
  it('as many of a kind as may be open; then the least important gives way, and of equals the oldest', () => {
    const s = tinyScene();
    const slots = [open(s, 'secret', 5, 3, 2), open(s, 'secret', 7, 3, 1), open(s, 'secret', 6, 3, 1)];
    open(s, 'pact', 1, 3);
    expect(new Set(slots).size).toBe(3);
    expect(open(s, 'secret', 8, 3, 3)).toBe(slots[2]);
    expect(openCount(s, 'secret')).toBe(3);
    expect(open(s, 'secret', 9, 3, 3)).toBe(slots[1]);
    expect(open(s, 'secret', 10, 3, 3)).toBe(slots[0]);
    expect([openCount(s, 'secret'), openCount(s, 'pact')]).toEqual([3, 1]);
  });

  it('leave eight places for what must be able to open: one of the kind gives way, or it does not open', () => {
    const s = tinyScene();
    for (let k = 0; k < procedureCapacity - 8; k++) expect(open(s, 'secret', k, 99)).toBe(k);
    expect(open(s, 'pact', 1, 99)).toBe(-1);
    const last = open(s, 'secret', 99, 99);
    expect(last).toBe(0);
    expect(openCount(s, 'secret')).toBe(procedureCapacity - 8);
  });

  it('what an act has opened besides is found by the act', () => {
    const s = tinyScene();
    const secret = open(s, 'secret', 5, 9);
    const approach = open(s, 'approach', 5, 9);
    const other = open(s, 'approach', 6, 9);
    const kind = procedureNumber('approach');
    expect([slotOfKind(s, approach, kind), slotOfKind(s, secret, kind), slotOfKind(s, -1, kind)]).toEqual([
      approach,
      approach,
      -1,
    ]);
    expect([slotOfKind(s, other, kind), slotOfKind(s, other, procedureNumber('secret'))]).toEqual([
      other,
      -1,
    ]);
  });
});

describe('what was done lately', () => {
  const s = tinyScene();
  s.state.clock[0] = 10;
  apply(s, moveOf('court', { by: bob, to: cyr, issue: peace, value: 25, body: committee }));
  s.state.clock[0] = 12;
  const last = apply(s, moveOf('declare', { by: bob, issue: tempo, value: 25 }));
  s.state.clock[0] = 14;
  const court = actNumber('court');

  it('by somebody, of a kind, to somebody, on something, within so many days', () => {
    expect(recently(s, court, bob, cyr, peace, 4)).toBe(true);
    expect(recently(s, court, bob, cyr, peace, 3.9)).toBe(false);
    expect(recently(s, court, bob, -1, -1, 4)).toBe(true);
    expect(recently(s, court, bob, bob, -1, 4)).toBe(false);
    expect(recently(s, court, bob, cyr, tempo, 4)).toBe(false);
    expect(recently(s, court, cyr, -1, -1, 4)).toBe(false);
    expect(recently(s, actNumber('publish'), bob, -1, -1, 4)).toBe(false);
  });

  it('by anybody', () => {
    const declare = actNumber('declare');
    expect([lastOn(s, declare, tempo, 2), lastOn(s, declare, -1, 2)]).toEqual([last, last]);
    expect([
      lastOn(s, declare, tempo, 1.9),
      lastOn(s, declare, peace, 9),
      lastOn(s, actNumber('publish'), -1, 9),
    ]).toEqual([-1, -1, -1]);
  });
});
