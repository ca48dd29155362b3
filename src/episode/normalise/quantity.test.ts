import { describe, expect, it } from 'vitest';
import { named, readQuantity } from './quantity.ts';

const scale = { low: 0, high: 100 };

describe('a number', () => {
  it.each([
    [40, 40],
    ['40', 40],
    [' -2.5 ', -2.5],
    ['−2.5', -2.5],
    ['.5', 0.5],
    ['1e2', 100],
    ['+3.', 3],
    ['7 ± 0', 7],
    ['5..5', 5],
    [{ range: [5, 5] }, 5],
    [{ triangular: [5, 5, 5] }, 5],
    [{ mean: 5, sd: 0 }, 5],
  ] as const)('%j', (input, value) => {
    expect(readQuantity(input as never, scale)).toEqual({ kind: 'point', value });
  });
});

describe('a distribution', () => {
  it.each([
    ['20..40', { kind: 'uniform', low: 20, high: 40 }],
    ['-5 … -2', { kind: 'uniform', low: -5, high: -2 }],
    [{ range: [20, 40] }, { kind: 'uniform', low: 20, high: 40 }],
    ['30 ± 5', { kind: 'normal', mean: 30, sd: 5, low: 0, high: 100 }],
    ['30+-5', { kind: 'normal', mean: 30, sd: 5, low: 0, high: 100 }],
    ['30 +/- 5', { kind: 'normal', mean: 30, sd: 5, low: 0, high: 100 }],
    [
      { mean: 30, sd: 5, high: 60 },
      { kind: 'normal', mean: 30, sd: 5, low: 0, high: 60 },
    ],
    [
      { mean: 30, sd: 5, low: 10 },
      { kind: 'normal', mean: 30, sd: 5, low: 10, high: 100 },
    ],
    [{ triangular: [10, 20, 40] }, { kind: 'triangular', low: 10, mode: 20, high: 40 }],
    [{ triangular: [10, 10, 40] }, { kind: 'triangular', low: 10, mode: 10, high: 40 }],
    [{ triangular: [10, 40, 40] }, { kind: 'triangular', low: 10, mode: 40, high: 40 }],
    [{ beta: [2, 3] }, { kind: 'beta', a: 2, b: 3, low: 0, high: 100 }],
    [
      { beta: [2, 3], low: 10, high: 30 },
      { kind: 'beta', a: 2, b: 3, low: 10, high: 30 },
    ],
    [
      {
        discrete: [
          [1, 0.25],
          [2, 0.75],
        ],
      },
      { kind: 'discrete', values: [1, 2], probabilities: [0.25, 0.75] },
    ],
  ] as const)('%j', (input, distribution) => {
    expect(readQuantity(input as never, scale)).toEqual(distribution);
  });

  it('without a scale has no ends but its own; a beta lies between 0 and 1', () => {
    expect(readQuantity('30 ± 5')).toEqual({ kind: 'normal', mean: 30, sd: 5 });
    expect(readQuantity({ beta: [2, 3] } as never)).toEqual({ kind: 'beta', a: 2, b: 3, low: 0, high: 1 });
    expect(readQuantity('30 ± 5', { low: 0 } as never)).toEqual({ kind: 'normal', mean: 30, sd: 5, low: 0 });
  });
});

describe('what cannot be read', () => {
  it.each([
    ['', 'bad-quantity'],
    ['forty', 'bad-quantity'],
    ['40 points', 'bad-quantity'],
    ['x20..40', 'bad-quantity'],
    ['30 ± 5 or so', 'bad-quantity'],
    ['1e2000', 'bad-quantity'],
    ['40..20', 'quantity-order'],
    [{ range: [40, 20] }, 'quantity-order'],
    [{ mean: 30, sd: -1 }, 'bad-quantity'],
    [{ mean: 30, sd: Number.POSITIVE_INFINITY }, 'bad-quantity'],
    [{ mean: Number.NaN, sd: 1 }, 'bad-quantity'],
    [{ mean: 30, sd: 5, low: 50, high: 50 }, 'quantity-order'],
    [{ mean: 30, sd: 5, low: 100 }, 'quantity-order'],
    [{ triangular: [10, 50, 40] }, 'quantity-order'],
    [{ triangular: [30, 20, 40] }, 'quantity-order'],
    [{ beta: [0, 3] }, 'bad-quantity'],
    [{ beta: [2, 0] }, 'bad-quantity'],
    [{ beta: [2, 3], low: 100 }, 'quantity-order'],
    [{ discrete: [[1, 0.5]] }, 'probabilities-sum'],
    [
      {
        discrete: [
          [1, 1.5],
          [2, -0.5],
        ],
      },
      'probabilities-sum',
    ],
  ] as const)('%j: %s', (input, trouble) => {
    expect(readQuantity(input as never, scale)).toBe(trouble);
  });

  it('probabilities may miss 1 by rounding', () => {
    const thirds = (p: number): unknown =>
      readQuantity({
        discrete: [
          [1, p],
          [2, p],
          [3, p],
        ],
      } as never);
    expect(thirds(0.333)).toEqual({
      kind: 'discrete',
      values: [1, 2, 3],
      probabilities: [0.333, 0.333, 0.333],
    });
    expect(thirds(0.332)).toBe('probabilities-sum');
    expect(thirds(0.334)).toBe('probabilities-sum');
  });
});

it('the numbers that a distribution names', () => {
  expect(named({ kind: 'point', value: 4 })).toEqual([4]);
  expect(named({ kind: 'discrete', values: [1, 2], probabilities: [0.5, 0.5] })).toEqual([1, 2]);
  expect(named({ kind: 'triangular', low: 1, mode: 2, high: 3 })).toEqual([1, 2, 3]);
  expect(named({ kind: 'normal', mean: 5, sd: 1, low: 0 })).toEqual([5, 0]);
  expect(named({ kind: 'normal', mean: 5, sd: 1 })).toEqual([5]);
  expect(named({ kind: 'uniform', low: 1, high: 2 })).toEqual([1, 2]);
  expect(named({ kind: 'beta', a: 1, b: 1, low: 3, high: 4 })).toEqual([3, 4]);
});
