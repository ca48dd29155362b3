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
  /** Divided by n - 1. */
  readonly sigma: number;
}

const largestGrid = 1_000_000;

/**
 * All elementary effects on the grid, exactly: (p/2) p^(d-1) steps for each of the d inputs. Here the grid is the
 * whole population, so sigma divides by n and the interval of mu* is the value itself.
 * Throws `too-large` above 1,000,000 grid points, `bad-argument` for odd p.
 */
export function gridEffects(
  f: (x: Float64Array) => number,
  inputs: number,
  levels = 4,
): readonly ElementaryEffects[] {
  insistLevels(levels);
  let points = 1;
  for (let k = 0; k < inputs; k++) points *= levels;
  insist(
    points <= largestGrid,
    'too-large',
    `the grid has ${points} points, more than ${largestGrid}; sample trajectories instead`,
  );
  const outputs = new Float64Array(points);
  const x = new Float64Array(inputs);
  for (let cell = 0; cell < points; cell++) {
    for (let i = 0, rest = cell; i < inputs; i++, rest = Math.floor(rest / levels))
      x[i] = (rest % levels) / (levels - 1);
    outputs[cell] = f(x);
  }
  insistFinite(outputs, 'outputs');
  return Array.from({ length: inputs }, (_, i) => population(effectsAlong(outputs, i, levels)));
}

function effectsAlong(outputs: Float64Array, input: number, levels: number): Float64Array {
  let stride = 1;
  for (let k = 0; k < input; k++) stride *= levels;
  const found: number[] = [];
  for (let cell = 0; cell < outputs.length; cell++) {
    const level = Math.floor(cell / stride) % levels;
    if (level < levels / 2)
      found.push((outputs[cell + (stride * levels) / 2]! - outputs[cell]!) / stepOf(levels));
  }
  return Float64Array.from(found);
}

function population(effects: Float64Array): ElementaryEffects {
  const n = effects.length;
  const { mu, muStar, sigma } = summary(effects);
  return {
    mu,
    muStar: { ...muStar, low: muStar.value, high: muStar.value },
    sigma: sigma * Math.sqrt((n - 1) / n),
  };
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

function summary(effects: Float64Array): ElementaryEffects {
  const mu = average(effects).value;
  const squares = effects.reduce((sum, e) => sum + (e - mu) * (e - mu), 0);
  return {
    mu,
    muStar: average(effects.map((e) => Math.abs(e))),
    sigma: Math.sqrt(squares / (effects.length - 1)),
  };
}

const stepOf = (levels: number): number => levels / (2 * (levels - 1));

/** One step from a level to a level, computed from whole numbers so that levels stay exact. */
function stepped(x: number, levels: number): number {
  const level = Math.round(x * (levels - 1));
  return (level < levels / 2 ? level + levels / 2 : level - levels / 2) / (levels - 1);
}

function insistLevels(levels: number): void {
  insist(
    Number.isInteger(levels) && levels >= 2 && levels % 2 === 0,
    'bad-argument',
    `${levels} levels; Morris's step needs an even number`,
  );
}
