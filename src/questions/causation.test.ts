import { describe, expect, it } from 'vitest';
import { causationOf } from './causation.ts';
import type { Effect } from './summarise.ts';

const nothing = { value: 0, low: 0, high: 0, runs: 100 };
const effect = (
  kind: Effect['kind'],
  both: number,
  gained: number,
  lost: number,
  neither: number,
): Effect => ({
  id: 'o',
  kind,
  without: nothing,
  with: nothing,
  difference: nothing,
  flows: { both, gained, lost, neither },
  days: undefined,
});

describe('necessity and sufficiency of a change', () => {
  it('count pairs that share their pasts for less: the same shares, as many pairs, wider intervals', () => {
    const free = causationOf(effect('yes-no', 10, 30, 0, 60))?.twins.pn;
    const shared = causationOf({ ...effect('yes-no', 10, 30, 0, 60), worth: 0.25 })?.twins.pn;
    expect(shared?.value).toBeCloseTo(free?.value ?? Number.NaN, 12);
    expect(shared?.runs).toBe(free?.runs);
    expect((shared?.high ?? 0) - (shared?.low ?? 1)).toBeGreaterThan(
      1.5 * ((free?.high ?? 1) - (free?.low ?? 0)),
    );
  });

  it('count the pairs that differ among those with the outcome, those without, and all', () => {
    const c = causationOf(effect('yes-no', 10, 30, 0, 60));
    expect(c?.brings).toBe('yes');
    expect([c?.twins.pn.value, c?.twins.ps.value, c?.twins.pns.value]).toEqual([30 / 40, 30 / 90, 0.3]);
  });

  it('ask about "no" where the change makes the outcome rarer', () => {
    const c = causationOf(effect('date', 5, 2, 43, 50));
    expect(c?.brings).toBe('no');
    expect(c?.table).toEqual({ both: 50, onlyWith: 43, onlyWithout: 2, neither: 5 });
    expect(c?.twins.ps.value).toBe(43 / 48);
  });

  it('lie within the bounds that hold whatever the coupling', () => {
    for (const [both, gained, lost, neither] of [
      [10, 30, 5, 55],
      [1, 2, 3, 4],
      [0, 7, 0, 3],
      [40, 20, 20, 20],
    ] as const) {
      const c = causationOf(effect('yes-no', both, gained, lost, neither));
      for (const what of ['pn', 'ps', 'pns'] as const) {
        const bounds = c?.bounds[what];
        const value = c?.twins[what].value ?? Number.NaN;
        if (!bounds || Number.isNaN(value)) continue;
        expect(value).toBeGreaterThanOrEqual(bounds.low - 1e-12);
        expect(value).toBeLessThanOrEqual(bounds.high + 1e-12);
      }
    }
  });

  it('cannot be asked of numbers and persons, nor without pairs', () => {
    expect(causationOf(effect('number', 1, 1, 1, 1))).toBeUndefined();
    expect(causationOf(effect('who', 1, 1, 1, 1))).toBeUndefined();
    expect(causationOf(effect('yes-no', 0, 0, 0, 0))).toBeUndefined();
  });
});
