/**
 * The runs of a Sobol analysis: Saltelli's radial design (Saltelli et al., Comput. Phys. Commun. 181 (2010)
 * 259-270). Two independent samples A and B of all inputs; AB_g is A with the inputs of factor g from B.
 *
 * Order of the rows, as in SALib without second order: for each base point n = 0, 1, ... the rows
 * A_n, AB_1n, ..., AB_Fn, B_n; so N base points and F factors take N (F + 2) rows.
 *
 * Inputs must be independent of each other. Numbers that were estimated jointly (fitted weights) are one input, whose
 * uniform number picks one of the joint draws.
 *
 * Luck is one more factor, the last: its "value" is the number of the noise with which a row is run. A and all
 * AB_g of a base point share one noise, AB_luck and B have another; without the sharing, every total index
 * would absorb the noise.
 */
import { insist } from './errors.ts';
import { insistPowerOfTwo, sobolPoints } from './sobol-points.ts';
import type { Seed } from './draws.ts';

export interface SaltelliPlan {
  /** Number of uncertain inputs. */
  readonly inputs: number;
  /** The inputs of each factor, by index; every input in exactly one factor. One factor per input unless told. */
  readonly groups?: readonly (readonly number[])[] | undefined;
  /** N, a power of two. */
  readonly basePoints: number;
  /** Adds luck as the last factor. False only for a model without chance: then every row has noise 0. */
  readonly luck: boolean;
  readonly seed: Seed;
}

export interface SaltelliDesign {
  readonly basePoints: number;
  readonly inputs: number;
  /** Factors, luck included. */
  readonly factors: number;
  /** N (factors + 2). */
  readonly rows: number;
  /** Writes the inputs of a row to out[0 .. inputs - 1]: uniform numbers in (0, 1), for quantile functions. */
  readonly write: (row: number, out: Float64Array) => void;
  /** Number of the noise of a row: 2n for the luck of A_n, 2n + 1 for that of B_n. */
  readonly noise: (row: number) => number;
}

/** Scrambled Sobol points in 2 x inputs dimensions: A takes the first half of them, B the second. */
export function saltelliDesign(plan: SaltelliPlan): SaltelliDesign {
  const { inputs, basePoints, luck } = plan;
  insistPowerOfTwo(basePoints);
  insist(
    Number.isInteger(inputs) && inputs >= 1,
    'bad-argument',
    `inputs is ${inputs}; it must be 1 or more`,
  );
  const factorOf = factorOfInput(inputs, plan.groups ?? Array.from({ length: inputs }, (_, k) => [k]));
  const groups = plan.groups?.length ?? inputs;
  const factors = groups + (luck ? 1 : 0);
  const points = sobolPoints({ dimensions: 2 * inputs, points: basePoints, scramble: plan.seed });
  const perBase = factors + 2;
  const write = (row: number, out: Float64Array): void => {
    const from = Math.floor(row / perBase) * 2 * inputs;
    const factor = (row % perBase) - 1;
    for (let k = 0; k < inputs; k++) {
      const fromB = factor === factors || factor === factorOf[k];
      out[k] = points[from + k + (fromB ? inputs : 0)]!;
    }
  };
  const noise = (row: number): number => {
    const factor = (row % perBase) - 1;
    return luck ? 2 * Math.floor(row / perBase) + (factor >= groups ? 1 : 0) : 0;
  };
  return { basePoints, inputs, factors, rows: basePoints * perBase, write, noise };
}

function factorOfInput(inputs: number, groups: readonly (readonly number[])[]): Int32Array {
  const factorOf = new Int32Array(inputs).fill(-1);
  groups.forEach((members, g) => {
    for (const k of members) {
      insist(
        factorOf[k] === -1,
        'bad-argument',
        `input ${k} is in more than one group, or not among the ${inputs} inputs`,
      );
      factorOf[k] = g;
    }
  });
  const left = factorOf.indexOf(-1);
  insist(left < 0, 'bad-argument', `input ${left} is in no group; its share would be lost`);
  return factorOf;
}
