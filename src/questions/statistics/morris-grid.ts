import { insist, insistFinite } from './errors.ts';
import { type ElementaryEffects, insistLevels, summary } from './morris.ts';

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

const stepOf = (levels: number): number => levels / (2 * (levels - 1));
