/** Cells of the forecast constants; their values, priors and reasons are in `choice/parameters.ts`. */
export const F = {
  /** h: chance that a body decides again on an issue within the horizon. */
  again: 0,
  /** Steepness and bar of yielding in the logistic of dependence less cost. */
  yieldSlope: 1,
  yieldBar: 2,
  /** How far the line follows one who yields. */
  yieldWeight: 3,
  /** How far practice stands for the line. */
  practiceWeight: 4,
  /** How far a waverer is moved by courting. */
  persuasion: 5,
  /** How far a public voice of full authority moves the line. */
  voiceWeight: 6,
  /** Sharpness with which members are expected to vote by distance. */
  sharpness: 7,
  /** Share of the risk of a split taken from strain already there. */
  strainWeight: 8,
  /** Nesting parameter τ of menus, 0–1. */
  nesting: 9,
} as const;
export const forecastCount = 10;

/** The constants and the scratch cells of one worker's forecasts. */
export interface Forecasts {
  readonly constants: Float64Array;
  /** κ and D of the demand pressed on the body last asked about. */
  kappa: number;
  demand: number;
  /** The median without the person himself, by issue, in the present occasion; NaN: not asked yet. */
  readonly without: Float64Array;
}
