import { describe, expect, it } from 'vitest';
import { keyedUniforms } from './draws.ts';
import { addTables, necessity, necessityByActual, type TwinTable } from './necessity.ts';
import { boundsFromMargins, boundsWithObservations } from './necessity-bounds.ts';
import { boundsFromTwins, marginsOf } from './necessity-intervals.ts';

const none: TwinTable = { both: 0, onlyWith: 0, onlyWithout: 0, neither: 0 };
const values = (n: ReturnType<typeof necessity>) => [n.pn.value, n.ps.value, n.pns.value];

describe('PN, PS, PNS from twins', () => {
  it('of a bet on heads that won: 1, 1, 1/2', () => {
    expect(values(necessity({ ...none, onlyWith: 50, onlyWithout: 50 }))).toEqual([1, 1, 0.5]);
  });

  it('of one of two soldiers who obey one order: 0, 1, 1/2', () => {
    const ordered = { ...none, both: 50 };
    const notOrdered = { ...none, onlyWith: 50 };
    expect(values(necessityByActual(ordered, notOrdered))).toEqual([0, 1, 0.5]);
    expect(values(necessity(addTables(ordered, notOrdered)))).toEqual([0.5, 1, 0.5]);
  });

  it('have exact Jeffreys intervals: 8 of 10', () => {
    const { pn } = necessity({ both: 2, onlyWith: 8, onlyWithout: 0, neither: 0 });
    expect(pn).toEqual({
      value: 0.8,
      low: expect.closeTo(0.497226, 6),
      high: expect.closeTo(0.955941, 6),
      runs: 10,
    });
  });

  it('are not defined where there is no case', () => {
    const { pn, ps, pns } = necessity({ ...none, neither: 10 });
    expect(pn).toEqual({ value: NaN, low: NaN, high: NaN, runs: 0 });
    expect([ps.value, pns.value]).toEqual([0, 0]);
    expect(() => necessity(none)).toThrow(expect.objectContaining({ code: 'empty' }));
    expect(() => necessity({ ...none, both: -1 })).toThrow(expect.objectContaining({ code: 'bad-argument' }));
  });

  it('lie between the bounds of their margins, for every small table, and reach them', () => {
    let touched = 0;
    for (let code = 1; code < 6 ** 4; code++) {
      const [both, onlyWith, onlyWithout, neither] = [0, 1, 2, 3].map(
        (k) => Math.floor(code / 6 ** k) % 6,
      ) as [number, number, number, number];
      const n = both + onlyWith + onlyWithout + neither;
      const twins = necessity({ both, onlyWith, onlyWithout, neither });
      const bounds = boundsFromMargins({
        withCause: (both + onlyWith) / n,
        without: (both + onlyWithout) / n,
      });
      for (const key of ['pn', 'ps', 'pns'] as const) {
        const range = bounds[key];
        if (range === undefined) expect(twins[key].value).toBeNaN();
        else
          expect(twins[key].value >= range.low - 1e-12 && twins[key].value <= range.high + 1e-12).toBe(true);
        if (range !== undefined && Math.abs(twins[key].value - range.low) < 1e-12) touched++;
      }
    }
    expect(touched).toBeGreaterThan(1000);
  });
});

describe('bounds with observations', () => {
  /** Pearl's drug: 16 and 14 deaths in 1,000 in the trial, 2 in 1,000 takers and 28 in 1,000 others seen, half taking it. */
  const seen = { causeAndOutcome: 0.001, causeOnly: 0.499, outcomeOnly: 0.014, neither: 0.486 };

  it('of the drug: it was certainly the cause, PN = 1', () => {
    const result = boundsWithObservations({ withCause: 0.016, without: 0.014 }, seen);
    expect(result).toEqual({
      kind: 'bounds',
      pns: { low: expect.closeTo(0.002, 12), high: expect.closeTo(0.016, 12) },
      pn: { low: expect.closeTo(1, 9), high: 1 },
      ps: { low: expect.closeTo(0.00206, 5), high: expect.closeTo(0.03086, 5) },
    });
  });

  it('with one death moved between the arms: a contradiction, not a PN of 2', () => {
    expect(boundsWithObservations({ withCause: 0.017, without: 0.013 }, seen)).toEqual({
      kind: 'inconsistent',
      contradictions: [{ code: 'too-few-without', experiment: 0.013, bound: 0.014 }],
    });
  });

  it('name each way in which the two can contradict', () => {
    const even = { causeAndOutcome: 0.25, causeOnly: 0.25, outcomeOnly: 0.25, neither: 0.25 };
    const codes = (withCause: number, without: number) => {
      const result = boundsWithObservations({ withCause, without }, even);
      return result.kind === 'inconsistent' ? result.contradictions.map((c) => c.code) : [];
    };
    expect(codes(0.2, 0.5)).toEqual(['too-few-with']);
    expect(codes(0.8, 0.2)).toEqual(['too-many-with', 'too-few-without']);
    expect(codes(0.5, 0.8)).toEqual(['too-many-without']);
    expect(codes(0.25, 0.75)).toEqual([]);
  });

  it('contain the truth for every population of response types, and are never empty', () => {
    const u = keyedUniforms({ seedLow: 6, seedHigh: 0 }, 'populations');
    for (let trial = 0; trial < 500; trial++) {
      const cells = Array.from({ length: 8 }, (_, k) => u(trial, k, 0) ** 3);
      const sum = cells.reduce((a, b) => a + b);
      const p = cells.map((c) => c / sum) as [number, number, number, number, number, number, number, number];
      const [both1, with1, without1, none1, both0, with0, without0, none0] = p;
      const result = boundsWithObservations(
        { withCause: both1 + with1 + both0 + with0, without: both1 + without1 + both0 + without0 },
        {
          causeAndOutcome: both1 + with1,
          causeOnly: without1 + none1,
          outcomeOnly: both0 + without0,
          neither: with0 + none0,
        },
      );
      if (result.kind !== 'bounds') throw new Error('consistent by construction');
      const inside = (x: number, b: { low: number; high: number } | undefined) =>
        b !== undefined && x >= b.low - 1e-12 && x <= b.high + 1e-12;
      expect(inside(with1 + with0, result.pns)).toBe(true);
      expect(inside(with1 / (both1 + with1), result.pn)).toBe(true);
      expect(inside(with0 / (with0 + none0), result.ps)).toBe(true);
    }
  });

  it('refuse what is no probability', () => {
    expect(() => boundsFromMargins({ withCause: 1.1, without: 0 })).toThrow(
      expect.objectContaining({ code: 'not-probability' }),
    );
    expect(() => boundsWithObservations({ withCause: 0.5, without: 0.5 }, { ...seen, neither: 0.4 })).toThrow(
      expect.objectContaining({ code: 'not-probability' }),
    );
  });
});

describe('bounds from twins', () => {
  const how = { uniforms: keyedUniforms({ seedLow: 7, seedHigh: 0 }, 'necessity'), resamples: 400 };

  it('carry an interval around both ends, narrower with more runs', () => {
    const small = boundsFromTwins({ both: 2, onlyWith: 6, onlyWithout: 1, neither: 11 }, how).pns;
    const large = boundsFromTwins({ both: 200, onlyWith: 600, onlyWithout: 100, neither: 1100 }, how).pns;
    expect(large.bounds).toEqual({ low: expect.closeTo(0.25, 12), high: expect.closeTo(0.4, 12) });
    for (const { bounds, interval } of [small, large]) {
      expect(interval!.low).toBeLessThan(bounds!.low);
      expect(interval!.high).toBeGreaterThan(bounds!.high);
    }
    expect(small.interval!.low).toBeLessThan(large.interval!.low);
    expect(large.interval!.low).toBeCloseTo(0.25 - 1.96 * Math.sqrt((0.35 - 0.0625) / 2000), 2);
  });

  it('rest on margins with intervals of their own', () => {
    const { withCause, without } = marginsOf({ both: 2, onlyWith: 6, onlyWithout: 1, neither: 11 });
    expect([withCause.value, without.value]).toEqual([0.4, 0.15]);
    expect(withCause.low < 0.4 && 0.4 < withCause.high).toBe(true);
  });
});
