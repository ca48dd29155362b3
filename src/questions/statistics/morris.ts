/**
 * Morris screening (Morris, Technometrics 33 (1991) 161-174): how an outcome answers to steps in one input at a
 * time, from few runs. On a grid of p levels per input (p even) the step is D = p / (2 (p - 1)), and
 *
 *     EE_i(x) = (f(x + D e_i) - f(x)) / D.
 *
 * mu is the mean of the effects, sigma their standard deviation (interaction or curvature), and mu* the mean of
 * their absolute values (Campolongo, Cariboni & Saltelli, Environ. Model. Softw. 22 (2007) 1509-1518): the one to
 * rank by, since effects of opposite sign do not cancel in it. Inputs are in [0, 1]; effects in units of the outcome.
 */
import { average, type Estimate } from '../statistics.ts';
import type { Uniforms } from './draws.ts';
import { insist, insistFinite } from './errors.ts';

export interface ElementaryEffects {
  readonly mu: number;
  readonly muStar: Estimate;
  /** Divided by n - 1; by n where the effects are all there are. */
  readonly sigma: number;
}

export interface MorrisDesign {
  readonly inputs: number;
  readonly trajectories: number;
  readonly levels: number;
  /** trajectories x (inputs + 1) rows of `inputs` values, each a level of the grid. */
  readonly points: Float64Array;
}

/**
 * Random trajectories: each begins at a random grid point and moves every input once, in random order, by one
 * step (up from the lower half of the levels, down from the upper). Row: trajectory. At least 2 trajectories.
 */
export function morrisDesign(
  inputs: number,
  trajectories: number,
  uniforms: Uniforms,
  levels = 4,
): MorrisDesign {
  insistLevels(levels);
  insist(
    inputs >= 1 && trajectories >= 2,
    'bad-argument',
    `${trajectories} trajectories of ${inputs} inputs; 2 and 1 at least`,
  );
  const points = new Float64Array(trajectories * (inputs + 1) * inputs);
  for (let t = 0; t < trajectories; t++) {
    const x = Float64Array.from(
      { length: inputs },
      (_, i) => Math.floor(uniforms(t, i, 0) * levels) / (levels - 1),
    );
    const order = Array.from(x.keys()).map((i) => [uniforms(t, i, 1), i] as const);
    order.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    points.set(x, t * (inputs + 1) * inputs);
    order.forEach(([, i], k) => {
      x[i] = stepped(x[i]!, levels);
      points.set(x, (t * (inputs + 1) + k + 1) * inputs);
    });
  }
  return { inputs, trajectories, levels, points };
}

/** The effects of the inputs from the outputs of a design's rows. Interval of mu*: normal, 95 %. */
export function morrisEffects(design: MorrisDesign, outputs: Float64Array): readonly ElementaryEffects[] {
  const { inputs, trajectories, points } = design;
  insist(
    outputs.length === trajectories * (inputs + 1),
    'length-mismatch',
    `${outputs.length} outputs for ${trajectories} trajectories of ${inputs + 1} rows`,
  );
  insistFinite(outputs, 'outputs');
  const effects = Array.from({ length: inputs }, () => new Float64Array(trajectories));
  for (let row = 1; row < outputs.length; row++) {
    if (row % (inputs + 1) === 0) continue;
    for (let i = 0; i < inputs; i++) {
      const change = points[row * inputs + i]! - points[(row - 1) * inputs + i]!;
      if (change !== 0)
        effects[i]![Math.floor(row / (inputs + 1))] = (outputs[row]! - outputs[row - 1]!) / change;
    }
  }
  return effects.map(summary);
}

/** mu, mu* and sigma of effects that are a sample. */
export function summary(effects: Float64Array): ElementaryEffects {
  const mu = average(effects).value;
  const squares = effects.reduce((sum, e) => sum + (e - mu) * (e - mu), 0);
  return {
    mu,
    muStar: average(effects.map((e) => Math.abs(e))),
    sigma: Math.sqrt(squares / (effects.length - 1)),
  };
}

/** One step from a level to a level, computed from whole numbers so that levels stay exact. */
function stepped(x: number, levels: number): number {
  const level = Math.round(x * (levels - 1));
  return (level < levels / 2 ? level + levels / 2 : level - levels / 2) / (levels - 1);
}

/** Throws `bad-argument` unless the number of levels is even, 2 or more. */
export function insistLevels(levels: number): void {
  insist(
    Number.isInteger(levels) && levels >= 2 && levels % 2 === 0,
    'bad-argument',
    `${levels} levels; Morris's step needs an even number`,
  );
}
