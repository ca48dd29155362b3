import { logistic, normalCdf } from '../../chance/exact.ts';
import { believed } from '../../world/beliefs.ts';
import type { Scene } from '../../world/scene.ts';
import { isAway } from '../../world/scene.ts';
import type { CompiledRule } from '../../world/world.ts';

/**
 * A count of votes by believed positions: each member is expected to vote for what lies nearer to where the viewer believes
 * him to stand, the surer the clearer; the sum is taken as normal (its Poisson-binomial has at least five voters or is
 * rough anyway). Returns the believed chance that `value` is adopted against `line`, 0–1.
 * Literature: probabilistic voting (Enelow & Hinich 1989); the forecast can be wrong because the beliefs can.
 */
export function chanceAdopted(s: Scene, viewer: number, body: number, issue: number, value: number, line: number, rule: CompiledRule, sharpness: number): number {
  const { world: w, state: x } = s;
  const first = body * w.bodyCapacity;
  let mean = 0;
  let variance = 0;
  let voters = 0;
  for (let k = first; k < first + x.memberCount[body]; k++) {
    const j = x.memberList[k];
    if (x.seat[body * w.people + j] !== 1 || (isAway(s, j) && !w.telephone[body])) continue;
    const b = viewer < 0 ? x.publicMean[j * w.issues + issue] : believed(s, viewer, j, issue);
    const p = j === viewer ? 1 : logistic((sharpness * (Math.abs(b - line) - Math.abs(b - value))) / 100);
    mean += w.size[j] * p;
    variance += w.size[j] * p * (1 - p);
    voters += w.size[j];
  }
  if (voters === 0) return 0;
  const needed = rule.count > 0 ? rule.count : rule.share * voters + (rule.strict ? 0.5 : 0);
  const miss = mean - needed;
  return variance < 1e-9 ? (miss >= 0 ? 1 : 0) : normalCdf(miss / Math.sqrt(variance));
}
