import type { z } from 'zod';
import type { Quantity } from '../schema/index.ts';
import type { Distribution, Scale } from '../types.ts';

export type QuantityInput = z.infer<typeof Quantity>;
export type QuantityTrouble = 'bad-quantity' | 'quantity-order' | 'probabilities-sum';

const number = '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?';
const plain = new RegExp(`^${number}$`);
const range = new RegExp(`^(${number})\\s*(?:\\.\\.|…)\\s*(${number})$`);
const spread = new RegExp(`^(${number})\\s*(?:±|\\+-|\\+/-)\\s*(${number})$`);

/** Any short form of a coded number as a distribution. Normal ones are cut off at the ends of their scale. */
export function readQuantity(input: QuantityInput, scale?: Scale): Distribution | QuantityTrouble {
  if (typeof input === 'number') return { kind: 'point', value: input };
  if (typeof input === 'string') return readText(input.trim().replaceAll('−', '-'), scale);
  if ('range' in input) return uniform(input.range[0], input.range[1]);
  if ('mean' in input) return normal(input.mean, input.sd, { low: input.low, high: input.high }, scale);
  if ('triangular' in input) return triangular(input.triangular);
  if ('beta' in input) return beta(input.beta, input.low ?? scale?.low ?? 0, input.high ?? scale?.high ?? 1);
  return discrete(input.discrete);
}

function readText(text: string, scale?: Scale): Distribution | QuantityTrouble {
  if (plain.test(text)) return { kind: 'point', value: Number(text) };
  const limits = range.exec(text);
  if (limits !== null) return uniform(Number(limits[1]), Number(limits[2]));
  const around = spread.exec(text);
  if (around === null) return 'bad-quantity';
  return normal(Number(around[1]), Number(around[2]), {}, scale);
}

function uniform(low: number, high: number): Distribution | QuantityTrouble {
  if (low > high) return 'quantity-order';
  return low === high ? { kind: 'point', value: low } : { kind: 'uniform', low, high };
}

type Ends = { readonly low?: number | undefined; readonly high?: number | undefined };

function normal(mean: number, sd: number, own: Ends, scale?: Scale): Distribution | QuantityTrouble {
  if (!Number.isFinite(mean) || !Number.isFinite(sd)) return 'bad-quantity';
  if (sd === 0) return { kind: 'point', value: mean };
  if (sd < 0) return 'bad-quantity';
  const low = own.low ?? scale?.low;
  const high = own.high ?? scale?.high;
  if (low !== undefined && high !== undefined && low >= high) return 'quantity-order';
  return {
    kind: 'normal',
    mean,
    sd,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  };
}

function triangular([low, mode, high]: readonly [number, number, number]): Distribution | QuantityTrouble {
  if (low > mode || mode > high) return 'quantity-order';
  return low === high ? { kind: 'point', value: low } : { kind: 'triangular', low, mode, high };
}

function beta([a, b]: readonly [number, number], low: number, high: number): Distribution | QuantityTrouble {
  if (a <= 0 || b <= 0) return 'bad-quantity';
  return low < high ? { kind: 'beta', a, b, low, high } : 'quantity-order';
}

function discrete(pairs: readonly (readonly [number, number])[]): Distribution | QuantityTrouble {
  const probabilities = pairs.map(([, probability]) => probability);
  const sum = probabilities.reduce((a, b) => a + b, 0);
  if (probabilities.some((probability) => probability < 0) || Math.abs(sum - 1) > 0.001)
    return 'probabilities-sum';
  return { kind: 'discrete', values: pairs.map(([value]) => value), probabilities };
}

/** The numbers that a distribution names and that must lie on its scale. */
export function named(d: Distribution): readonly number[] {
  switch (d.kind) {
    case 'point':
      return [d.value];
    case 'discrete':
      return d.values;
    case 'triangular':
      return [d.low, d.mode, d.high];
    case 'normal':
      return [d.mean, d.low, d.high].filter((end) => end !== undefined);
    case 'uniform':
    case 'beta':
      return [d.low, d.high].filter((end) => end !== undefined);
    default:
      return [];
  }
}
