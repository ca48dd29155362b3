import { describe, expect, it } from 'vitest';
import type { Intervention } from '../episode/types.ts';
import { daysBetween, firstDayOf, shifted } from './shifted.ts';

const e = { meta: { starts: 100, ends: 200 } as never };
const move = { act: 'exit', by: ['anna'], to: [] };
const force = (at?: number): Intervention => ({ kind: 'force', path: [], move, at, whenever: false });
const forbid: Intervention = { kind: 'forbid', path: [], move, from: -1e9, until: 1e9 };
const removed: Intervention = { kind: 'remove', path: [], what: 'event', id: 'storm' };

describe('a change begun on another day', () => {
  it('keeps its parts as far apart as they were', () => {
    const list = [force(110), force(113), removed];
    expect(firstDayOf(list, e)).toBe(110);
    expect(shifted(list, e, 150)).toEqual([force(150), force(153), removed]);
  });

  it('that held from the first day holds from that day on, to the end', () => {
    expect(shifted([forbid], e, 130)).toEqual([{ ...forbid, from: 130 }]);
    expect(shifted([force()], e, 130)).toEqual([force(130)]);
  });

  it('cannot be moved if it only keeps something from happening, or changes a rule', () => {
    const rule: Intervention = {
      kind: 'set',
      path: [],
      target: { kind: 'rule', body: 'cc' as never, what: 'ballot' },
      value: 'secret',
      at: 100,
    };
    expect(firstDayOf([removed, rule], e)).toBeUndefined();
    expect(shifted([removed, rule], e, 120)).toEqual([removed, rule]);
  });

  it('is tried on evenly spread days, each once', () => {
    expect(daysBetween(100, 110, 3)).toEqual([100, 105, 110]);
    expect(daysBetween(100, 102, 9)).toEqual([100, 101, 102]);
    expect(daysBetween(100, 110, 1)).toEqual([100]);
  });
});
