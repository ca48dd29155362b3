import { logistic } from '../../chance/exact.ts';
import { Bearing, Mean } from '../../acts/meaning.ts';
import { tieOf } from '../../world/beliefs.ts';
import type { Scene } from '../../world/scene.ts';
import { bodyMedian } from './median.ts';
import { F, type Forecasts } from './constants.ts';
import { dependence } from './dependence.ts';
import { occasionNumber } from './panel.ts';
import { pressureBehind } from './pressure.ts';

/**
 * The line that a person expects on an issue: L̂ = (1−h)·L + h·[(1−κ)·m + κ·D], with L the present line, m the believed
 * median of those who would sit in the deciding body, h the chance that it decides again within the horizon, κ the weight
 * of the demand D pressed on it. One rule for every act (voting, leaving, yielding, speaking): exit, voice and loyalty in one formula.
 */
export function expectedLine(s: Scene, f: Forecasts, viewer: number, issue: number): number {
  const body = s.world.issueBody[issue];
  const line = s.state.line[body * s.world.issues + issue];
  const m = bodyMedian(s, viewer, body, issue);
  pressureBehind(s, f, viewer, body, issue);
  return blend(f, line, m, f.kappa, f.demand);
}

/** The same after an option whose meaning stands at `at`. `waiting` is what `expectedLine` gave. */
export function lineAfter(
  s: Scene,
  f: Forecasts,
  viewer: number,
  row: Float64Array,
  at: number,
  waiting: number,
  adopted: number,
): number {
  const issue = row[at + Mean.issue];
  const body = s.world.issueBody[issue];
  const line = s.state.line[body * s.world.issues + issue];
  const value = row[at + Mean.value];
  const target = row[at + Mean.target];
  const chance = row[at + Mean.chance];
  switch (row[at + Mean.bearing]) {
    case Bearing.set:
      return waiting + chance * (afterLine(f, value, waiting, line) - waiting);
    case Bearing.motion:
      return waiting + adopted * (afterLine(f, value, waiting, line) - waiting);
    case Bearing.yield:
      return waiting + chance * f.constants[F.yieldWeight] * (value - waiting);
    case Bearing.practise:
      return waiting + f.constants[F.practiceWeight] * (value - waiting);
    case Bearing.leave: {
      let m = f.without[issue];
      if (m !== m) {
        m = bodyMedian(s, viewer, body, issue, viewer);
        f.without[issue] = m;
      }
      return blend(f, line, m, joinDemand(s, f, viewer, body, line, value, chance), f.demand);
    }
    case Bearing.press:
      return waiting + pressWeight(s, f, viewer, body, line, value, chance) * (value - waiting);
    case Bearing.persuade: {
      if (target < 0 || target >= s.world.people) return waiting;
      const shift = f.constants[F.persuasion] * (0.5 + 0.5 * tieOf(s, target, viewer)) * chance;
      const from = s.state.publicMean[target * s.world.issues + issue];
      const m = bodyMedian(s, viewer, body, issue, -1, target, from + shift * (value - from));
      return blend(f, line, m, f.kappa, f.demand);
    }
    case Bearing.exclude: {
      if (target < 0 || target >= s.world.people) return waiting;
      const m = bodyMedian(s, viewer, body, issue, target);
      return waiting + chance * (blend(f, line, m, f.kappa, f.demand) - waiting);
    }
    case Bearing.voice:
      return waiting + chance * f.constants[F.voiceWeight] * s.state.authority[viewer] * (value - waiting);
    default:
      return waiting;
  }
}

/** If the line becomes `value` now, the body may still decide again. */
export function afterLine(f: Forecasts, value: number, waiting: number, line: number): number {
  const h = f.constants[F.again];
  return line === line ? Math.max(0, Math.min(100, value + (waiting - line) * h * 0.5)) : value;
}

function blend(f: Forecasts, line: number, m: number, kappa: number, demand: number): number {
  const h = f.constants[F.again];
  const base = m === m ? m : line;
  const next = kappa > 0 ? (1 - kappa) * base + kappa * demand : base;
  return line === line ? (1 - h) * line + h * next : next;
}

/** κ when one more leaves and stands outside with a demand of his own: what was pressed before, and his weight. Sets `f.demand`. */
function joinDemand(
  s: Scene,
  f: Forecasts,
  viewer: number,
  body: number,
  line: number,
  value: number,
  chance: number,
): number {
  const own = pressWeight(s, f, viewer, body, line, value, chance);
  const both = f.kappa + own * (1 - f.kappa);
  if (both > 0) f.demand = (f.kappa * f.demand + own * (1 - f.kappa) * value) / both;
  return both;
}

/** κ of one person's demand: credibility × σ(dependence on him − cost of yielding), both 0–1. */
export function pressWeight(
  s: Scene,
  f: Forecasts,
  viewer: number,
  body: number,
  line: number,
  value: number,
  credibility: number,
): number {
  const cost = line === line ? Math.abs(value - line) / 100 : 0;
  return (
    credibility *
    logistic(f.constants[F.yieldSlope] * (dependenceNow(s, viewer, body) - cost) - f.constants[F.yieldBar])
  );
}

let dependenceAt = 0;
let dependenceViewer = -1;
let dependenceBody = -1;
let dependenceKnown = 0;

/** As `dependence`, worked out once an occasion. */
function dependenceNow(s: Scene, viewer: number, body: number): number {
  if (dependenceAt === occasionNumber() && dependenceViewer === viewer && dependenceBody === body)
    return dependenceKnown;
  dependenceAt = occasionNumber();
  dependenceViewer = viewer;
  dependenceBody = body;
  dependenceKnown = dependence(s, viewer, body);
  return dependenceKnown;
}

export { dependence };
