import { logistic, normalCdf } from '../../chance/exact.ts';
import { absentVote, assemblyFor } from '../../world/assembly.ts';
import type { Scene } from '../../world/scene.ts';
import type { CompiledRule } from '../../world/world.ts';
import { panelAt, panelMember, panelOf, panelSize, panelTotal, panelVotes, panelWidth } from './panel.ts';

/**
 * A count of votes by believed positions: each member is expected to vote for what lies nearer to where the viewer believes
 * him to stand, the surer the clearer; the sum is taken as normal (its Poisson-binomial has at least five voters or is
 * rough anyway). Returns the believed chance that `value` is adopted against `line`, 0–1.
 * Literature: probabilistic voting (Enelow & Hinich 1989); the forecast can be wrong because the beliefs can.
 */
export function chanceAdopted(
  s: Scene,
  viewer: number,
  body: number,
  issue: number,
  value: number,
  line: number,
  rule: CompiledRule,
  sharpness: number,
): number {
  const x = s.state;
  const a = assemblyFor(s, body, '');
  const r = panelOf(s, viewer, body, issue, a);
  const first = r * panelWidth();
  const last = first + panelSize[r];
  const absent = absentVote(s, a);
  // Whoever stands beyond one of the two points votes for it as surely as somebody on it.
  const low = Math.min(line, value);
  const high = Math.max(line, value);
  const sure = logistic((sharpness * (high - low)) / 100);
  const atLow = value <= line ? sure : 1 - sure;
  const atHigh = value <= line ? 1 - sure : sure;
  const slope = ((value <= line ? -2 : 2) * sharpness) / 100;
  const middle = (low + high) / 2;
  let mean = 0;
  let variance = 0;
  let voters = 0;
  for (let k = first; k < last; k++) {
    const j = panelMember[k];
    if (x.away[j] !== 0 && !absent) continue;
    const b = panelAt[k];
    const p = j === viewer ? 1 : b <= low ? atLow : b >= high ? atHigh : logistic(slope * (b - middle));
    const votes = panelVotes[k];
    mean += votes * p;
    variance += votes * p * (1 - p);
    voters += votes;
  }
  if (voters === 0) return 0;
  const of = rule.base === 2 ? panelTotal[r] : voters;
  const least =
    rule.count > 0
      ? rule.count
      : rule.strict
        ? Math.floor(rule.share * of + 1e-9) + 1
        : Math.ceil(rule.share * of - 1e-9);
  // Votes are whole: half a vote below the number needed is where the normal law is cut (continuity correction).
  const miss = mean - least + 0.5;
  return variance < 1e-9 ? (miss >= 0 ? 1 : 0) : normalCdf(miss / Math.sqrt(variance));
}
