import { logistic } from '../../chance/exact.ts';
import { procedureNumber } from '../../acts/define.ts';
import type { Scene } from '../../world/scene.ts';
import { procTop } from '../../world/procedures.ts';
import { F, type Forecasts } from './constants.ts';

/**
 * The demand pressed on a body on an issue, as far as it is believed: sets κ (0–1) and D (0–100) in `f`.
 * κ = credibility × σ(dependence on those who press − cost of yielding), summed over open demands as independent chances.
 */
export function pressureBehind(s: Scene, f: Forecasts, viewer: number, body: number, issue: number): void {
  const { world: w, state: x } = s;
  f.kappa = 0;
  f.demand = 50;
  const top = procTop(s);
  if (top === 0) return;
  const demandKind = procedureNumber('demand');
  if (demandKind < 0) return;
  const line = x.line[body * w.issues + issue];
  for (let slot = 0; slot < top; slot++) {
    if (x.procKind[slot] !== demandKind || x.procBody[slot] !== body || x.procIssue[slot] !== issue) continue;
    if (x.procBy[slot] === viewer) continue;
    const cost = line === line ? Math.abs(x.procValue[slot] - line) / 100 : 0;
    const credibility = Math.max(0, Math.min(1, x.procForce[slot] + x.threat[0]));
    const own = credibility * logistic(f.constants[F.yieldSlope] * (credibility - cost) - f.constants[F.yieldBar]);
    const both = f.kappa + own * (1 - f.kappa);
    if (both > 0) f.demand = (f.kappa * f.demand + own * (1 - f.kappa) * x.procValue[slot]) / both;
    f.kappa = both;
  }
}
