import { logistic } from '../../chance/exact.ts';
import { procedureNumber } from '../../acts/define.ts';
import type { Scene } from '../../world/scene.ts';
import { procTop } from '../../world/procedures.ts';
import { Threat } from '../../acts/demands.ts';
import { F, type Forecasts } from './constants.ts';
import { dependence } from './dependence.ts';

/** How far a colleague’s threat to go is believed. */
const meant = 0.5;

/**
 * The demand pressed on a body on an issue, as far as it is believed: sets κ (0–1) and D (0–100) in `f`. What presses: demands of
 * outsiders, resignations threatened or offered, ultimata that threaten resignation.
 * κ = credibility × σ(dependence on those who press − cost of yielding), summed over what is open as independent chances. An outsider’s
 * credibility (the force behind him) is also how far one depends on him.
 */
export function pressureBehind(s: Scene, f: Forecasts, viewer: number, body: number, issue: number): void {
  const { state: x } = s;
  f.kappa = 0;
  f.demand = 50;
  const top = procTop(s);
  if (top === 0) return;
  const demand = procedureNumber('demand');
  const resignation = procedureNumber('resignation');
  const ultimatum = procedureNumber('ultimatum');
  for (let slot = 0; slot < top; slot++) {
    const kind = x.procKind[slot];
    if (kind < 0 || x.procIssue[slot] !== issue || x.procBy[slot] === viewer) continue;
    if (kind === demand) {
      if (x.procBody[slot] !== body) continue;
      const force = Math.max(0, Math.min(1, x.procForce[slot] + x.threat[0]));
      press(s, f, body, issue, x.procValue[slot], force, force);
    } else if (kind === resignation || (kind === ultimatum && x.procOption[slot] === Threat.resign)) {
      const person = x.procBy[slot];
      if (person < s.world.people)
        press(s, f, body, issue, x.procValue[slot], meant, dependence(s, person, body));
    }
  }
}

function press(
  s: Scene,
  f: Forecasts,
  body: number,
  issue: number,
  value: number,
  credibility: number,
  need: number,
): void {
  if (value !== value) return;
  const line = s.state.line[body * s.world.issues + issue];
  const cost = line === line ? Math.abs(value - line) / 100 : 0;
  const own = credibility * logistic(f.constants[F.yieldSlope] * (need - cost) - f.constants[F.yieldBar]);
  const both = f.kappa + own * (1 - f.kappa);
  if (both > 0) f.demand = (f.kappa * f.demand + own * (1 - f.kappa) * value) / both;
  f.kappa = both;
}
