import type { Scene } from '../world/scene.ts';
import { meanSaying } from './common.ts';
import { graver } from './gravest.ts';
import { Bearing, Mean } from './meaning.ts';

/** The line of the body that decides an issue; NaN if it has none. */
export const lineOf = (s: Scene, issue: number): number =>
  s.state.line[s.world.issueBody[issue] * s.world.issues + issue];

/** Salience below which nobody acts on an issue of his own accord. */
const least = 0.2;

/** The issue that presses a person most: salience times distance from the line. `except` and `nor` are left out; -1 if none matters to him. */
export function chiefIssue(s: Scene, person: number, except = -1, nor = -1): number {
  const { world: w, state: x } = s;
  let best = -1;
  let most = 0;
  for (let issue = 0; issue < w.issues; issue++) {
    const cell = person * w.issues + issue;
    const salience = x.workSalience[cell];
    if (issue === except || issue === nor || salience < least) continue;
    const line = lineOf(s, issue);
    // Where there is no line, or one that suits him, what matters to him still does, a little.
    const score = salience * (5 + (Number.isNaN(line) ? 0 : Math.abs(x.work[cell] - line)));
    if (score > 0 && (best < 0 || graver(score, w.issueKey[issue], most, w.issueKey[best]))) {
      most = score;
      best = issue;
    }
  }
  return best;
}

/** A stance within so many points of what he said before is a repetition. */
const sameStance = 5;

/**
 * Speaking to everybody, by whatever means: the statement, its breach of the line, and a voice of weight `carry` (0–1).
 * Saying again what is known to be one's stance relieves nobody's conscience and moves few.
 */
export function meanVoicing(
  s: Scene,
  person: number,
  issue: number,
  value: number,
  carry: number,
  row: Float64Array,
  at: number,
): void {
  meanSaying(s, person, issue, value, 1, row, at);
  const repeated = Math.abs(s.state.stance[person * s.world.issues + issue] - value) < sameStance;
  if (repeated) row[at + Mean.publicity] = 0.3;
  row[at + Mean.body] = s.world.issueBody[issue];
  row[at + Mean.bearing] = Bearing.voice;
  row[at + Mean.chance] = repeated ? 0.3 * carry : carry;
}
