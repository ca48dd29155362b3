import type { Menu } from '../acts/menu.ts';
import { menuCapacity } from '../acts/menu.ts';
import type { Scene } from '../world/scene.ts';
import type { Forecasts } from './forecasts/constants.ts';
import { considerationCount } from './considerations/index.ts';
import type { Parameters } from './parameters.ts';

/** Everything a choice needs, owned by one worker; scratch arrays are made once. */
export interface Mind {
  readonly scene: Scene;
  readonly menu: Menu;
  readonly parameters: Parameters;
  readonly forecasts: Forecasts;
  /** Considerations, one row of 13 per option. */
  readonly matrix: Float64Array;
  /** Weighted sums. */
  readonly utility: Float64Array;
  /** Probabilities, filled by `probabilities`. */
  readonly probability: Float64Array;
  /** What was expected: the line waiting, the line after, the chance of adoption, per option (for explanations). */
  readonly lineWaiting: Float64Array;
  readonly lineAfter: Float64Array;
  readonly adoption: Float64Array;
  /** Cache of the line expected when waiting, by issue; NaN: not asked yet in this occasion. */
  readonly expected: Float64Array;
  readonly kappaOf: Float64Array;
  readonly demandOf: Float64Array;
}

export function createMind(scene: Scene, menu: Menu, parameters: Parameters): Mind {
  const I = scene.world.issues;
  return {
    scene,
    menu,
    parameters,
    forecasts: { constants: parameters.forecasts, kappa: 0, demand: 50, without: new Float64Array(I) },
    matrix: new Float64Array(menuCapacity * considerationCount),
    utility: new Float64Array(menuCapacity),
    probability: new Float64Array(menuCapacity + 1),
    lineWaiting: new Float64Array(menuCapacity),
    lineAfter: new Float64Array(menuCapacity),
    adoption: new Float64Array(menuCapacity),
    expected: new Float64Array(I),
    kappaOf: new Float64Array(I),
    demandOf: new Float64Array(I),
  };
}
