import { describe, expect, it } from 'vitest';
import type { EnsembleView, OutcomeView } from '../../engine/protocol.ts';
import { medianParting, placedEffects } from './effects.ts';

const none = { en: '', ru: '' };
const outcome = (id: string, kind: OutcomeView['kind']): OutcomeView => ({
  id,
  kind,
  ask: none,
  history: 0,
  historyText: none,
});
const effect = (value: number, low: number, high: number) => ({ difference: { value, low, high, runs: 9 } });
const view = {
  without: [Float64Array.of(0, 1), Float64Array.of(10, 30), Float64Array.of(0, 0)],
  with: [Float64Array.of(1, 1), Float64Array.of(20, 50), Float64Array.of(0, 0)],
  effects: [effect(0.1, -0.1, 0.3), effect(10, 4, 16), effect(-0.2, -0.3, -0.1)],
} as unknown as EnsembleView;

describe('effects', () => {
  const placed = placedEffects(view, [
    outcome('a', 'yes-no'),
    outcome('b', 'number'),
    outcome('c', 'yes-no'),
  ]);

  it('put the clear ones first, the largest first', () => {
    expect(placed.map((p) => p.id)).toEqual(['b', 'c', 'a']);
    expect(placed.map((p) => p.clear)).toEqual([true, true, false]);
  });

  it('measure numbers by the range of their answers, shares by themselves', () => {
    expect(placed[0]).toMatchObject({ value: 10 / 40, low: 4 / 40, high: 16 / 40 });
    expect(placed[1]?.value).toBe(-0.2);
  });
});

it('pairs that never part do not move the median', () => {
  expect(medianParting(Float64Array.of(5, Number.NaN, 9, 7))).toEqual({ pairs: 3, day: 7 });
  expect(medianParting(Float64Array.of(Number.NaN)).pairs).toBe(0);
});
