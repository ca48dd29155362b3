import type { Scene } from '../world/scene.ts';
import { shareFor } from './branches.ts';
import { lineOf } from './issues.ts';
import { Bearing, Mean } from './meaning.ts';

/** What an appeal over the heads of the body costs in peace, and whoever asks for it in reputation. */
const split = 0.1;
const blame = 0.2;

/** What it means to move that a congress be called over an issue: the branches would decide, as far as they lean that way. */
export function meanCongressMotion(
  s: Scene,
  issue: number,
  value: number,
  row: Float64Array,
  at: number,
): void {
  row[at + Mean.split] = split;
  row[at + Mean.blame] = blame;
  if (issue < 0) return;
  row[at + Mean.issue] = issue;
  row[at + Mean.value] = row[at + Mean.said] = value;
  row[at + Mean.publicity] = 0.5;
  row[at + Mean.bearing] = Bearing.press;
  row[at + Mean.chance] = 0.6 * shareFor(s, issue, value, lineOf(s, issue));
}

/** A vote on calling it: for, one stands with those who would change the line; against, with the line. */
export function meanCongressVote(
  s: Scene,
  issue: number,
  value: number,
  yes: boolean,
  row: Float64Array,
  at: number,
): void {
  row[at + Mean.split] = yes ? split : 0;
  row[at + Mean.blame] = yes ? 0.5 * blame : 0;
  if (issue < 0 || Number.isNaN(value)) return;
  row[at + Mean.issue] = issue;
  row[at + Mean.value] = value;
  row[at + Mean.said] = yes ? value : lineOf(s, issue);
  row[at + Mean.publicity] = 0.5;
}
