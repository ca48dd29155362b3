import { effectCount } from '../world/scene.ts';
import { allActs } from '../acts/define.ts';
import { considerations } from './considerations/index.ts';
import { forecastCount } from './forecasts/constants.ts';

/** A number of the model that no episode sets: its value, its prior, its unit and the reason for it. */
export interface Parameter {
  readonly id: string;
  readonly value: number;
  /** Prior: half-normal (weights), normal, or uniform between low and high. */
  readonly prior:
    | { readonly kind: 'halfnormal'; readonly sd: number }
    | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
    | { readonly kind: 'uniform'; readonly low: number; readonly high: number };
  readonly unit: string;
  readonly reason: string;
}

const weight = (id: string, value: number, sd: number, reason: string): Parameter => ({
  id: `weight.${id}`,
  value,
  prior: { kind: 'halfnormal', sd },
  unit: 'log-odds per unit of the consideration',
  reason,
});
const between = (
  id: string,
  value: number,
  low: number,
  high: number,
  unit: string,
  reason: string,
): Parameter => ({
  id,
  value,
  prior: { kind: 'uniform', low, high },
  unit,
  reason,
});

/**
 * The weights: the same for everybody and for every episode. Set by hand once, before the first ensemble of either
 * episode; estimation comes later. Order: `considerations`.
 */
export const weights: readonly Parameter[] = [
  weight(
    'policy',
    6,
    6,
    'A tenth of the scale on an issue that is everything should outweigh mere habit: 0.6 log-odds.',
  ),
  weight(
    'conviction',
    10,
    6,
    'In roll calls a member one standard deviation (25 points) from the cutting point votes his side nine times in ten: 2.2 log-odds for 50 points of difference, at salience 0.9 and half publicity.',
  ),
  weight(
    'discipline',
    4,
    4,
    'In bodies with full authority an open breach across half the scale is rare: e² against it.',
  ),
  weight(
    'unity',
    4,
    4,
    '“Fear of split” is the reason most often given in both episodes; a certain split is e⁴ against.',
  ),
  weight('office', 2, 2, 'Posts count, but in leading bodies of a movement less than the line.'),
  weight('sanction', 2, 2, 'Risked punishment counts like posts lost.'),
  weight(
    'solidarity',
    1,
    1.5,
    'All one’s friends on a side make it almost three times likelier; with this alone a body stays below the Brock–Durlauf threshold (βJ = ½).',
  ),
  weight('rivalry', 0.6, 1, 'Enemies on a side repel about half as much as friends attract.'),
  weight('deference', 1, 1.5, 'The urging of a full authority weighs like all one’s friends.'),
  weight('prospect', 0.4, 1, 'Bandwagons are real but weak beside conviction.'),
  weight('blame', 1.5, 1.5, 'Being named the splitter before everybody makes an act four times less likely.'),
  weight('reciprocity', 1.5, 1.5, 'A promise is worth as much as the company of friends.'),
  weight('base', 1, 1, 'Unit by definition: the constants of the acts are in log-odds already.'),
];

/** Forecast constants, in the order of `F`. */
export const forecastParameters: readonly Parameter[] = [
  between(
    'forecast.again',
    0.35,
    0.1,
    0.7,
    'probability',
    'A line just adopted is taken up again within the horizon about one time in three.',
  ),
  between(
    'forecast.yieldSlope',
    6,
    2,
    12,
    'per unit of dependence',
    'From “can do without them” to “cannot” within half the range of dependence.',
  ),
  between(
    'forecast.yieldBar',
    2,
    0,
    4,
    'log-odds',
    'Without dependence a demand at no cost is yielded to one time in eight.',
  ),
  between(
    'forecast.yieldWeight',
    0.35,
    0.1,
    0.7,
    'share',
    'One who yields carries the expected line a third of the way.',
  ),
  between(
    'forecast.practiceWeight',
    0.4,
    0.1,
    0.8,
    'share',
    'Practice is taken for two fifths of a decision.',
  ),
  between(
    'forecast.persuasion',
    0.3,
    0.05,
    0.6,
    'share',
    'A waverer who trusts his suitor fully is expected to come a third of the way.',
  ),
  between(
    'forecast.voiceWeight',
    0.12,
    0.02,
    0.3,
    'share',
    'A public voice of full authority is expected to move the line by an eighth of the gap.',
  ),
  between(
    'forecast.sharpness',
    8,
    3,
    16,
    'per scale',
    'A quarter of the scale nearer: e² odds that he votes for it.',
  ),
  between(
    'forecast.strainWeight',
    0.5,
    0.1,
    1,
    'share',
    'Half of the strain already there is added to the cost of bringing a split nearer.',
  ),
  between(
    'forecast.nesting',
    0.7,
    0.3,
    1,
    'τ',
    'Targets of one kind of act are closer substitutes than kinds of act.',
  ),
];

/** Effect constants, in the order of `Effect`. */
export const effectParameters: readonly Parameter[] = [
  between(
    'effect.noiseConfidence',
    10,
    4,
    20,
    'points',
    'What a friend says in confidence is taken almost at face value.',
  ),
  between('effect.noiseBody', 18, 8, 30, 'points', 'A stand taken among colleagues may be tactical.'),
  between('effect.noisePublic', 25, 10, 40, 'points', 'A public stance is partly for show.'),
  between('effect.noiseDenial', 80, 50, 120, 'points', 'A denial under pressure tells hardly anything.'),
  between(
    'effect.courtTie',
    0.15,
    0.05,
    0.3,
    'tie',
    'One successful courting moves a tie by a seventh of the way from indifference to trust.',
  ),
  between('effect.favour', 0.3, 0.1, 0.6, 'owed', 'A favour creates a third of a full debt.'),
  between('effect.attackTie', 0.2, 0.05, 0.4, 'tie', 'A public attack costs a fifth of full trust.'),
  between(
    'effect.reactionDays',
    3,
    1,
    7,
    'days',
    'One who is addressed has it on his mind for about three days.',
  ),
  between(
    'effect.reactionFactor',
    3,
    1.5,
    5,
    'times',
    'In those days his moments come three times as often.',
  ),
  between('effect.turnBranch', 15, 5, 30, 'points', 'A new secretary turns a branch by a step of the scale.'),
  between(
    'effect.strainFade',
    0.02,
    0.005,
    0.05,
    'halvings per day',
    'Strain halves in about fifty days if nothing feeds it.',
  ),
];

/** Checks that the lists match the cells they fill. Called once when the engine is built. Throws a RangeError. */
export function checkParameters(): void {
  if (weights.length !== considerations.length) throw new RangeError('one weight per consideration');
  if (forecastParameters.length !== forecastCount)
    throw new RangeError('one parameter per forecast constant');
  if (effectParameters.length !== effectCount) throw new RangeError('one parameter per effect constant');
}

/** The parameters of a run: inputs, never compiled into the world. */
export interface Parameters {
  readonly weights: Float64Array;
  readonly forecasts: Float64Array;
  readonly effects: Float64Array;
  /** Constant of each kind of act, by its number. */
  readonly bases: Float64Array;
}

/** The initial parameters, with overrides by id ("weight.unity", "base.resign", "forecast.again"). Throws a RangeError on an unknown id. */
export function initialParameters(overrides: Readonly<Record<string, number>> = {}): Parameters {
  checkParameters();
  const left = new Set(Object.keys(overrides));
  const pick = (id: string, value: number): number => {
    left.delete(id);
    return overrides[id] ?? value;
  };
  const values = (list: readonly Parameter[]): Float64Array =>
    Float64Array.from(list, (p) => pick(p.id, p.value));
  const parameters: Parameters = {
    weights: values(weights),
    forecasts: values(forecastParameters),
    effects: values(effectParameters),
    bases: Float64Array.from(allActs(), (a) => pick(`base.${a.kind}`, a.base)),
  };
  if (left.size > 0) throw new RangeError(`unknown parameters: ${[...left].join(', ')}`);
  return parameters;
}
