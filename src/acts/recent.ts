import { now, type Scene } from '../world/scene.ts';

/**
 * Has a person done this within so many days: the same kind of act, to the same person and on the same issue (negative: any)?
 * Nobody writes the same article twice a week. For candidates only: the rules do not forbid it, and a record may hold it.
 */
export function recently(
  s: Scene,
  kind: number,
  by: number,
  to: number,
  issue: number,
  days: number,
): boolean {
  const x = s.state;
  const since = now(s) - days;
  for (let k = x.lastActBy[by]; k >= 0 && x.actTime[k] >= since; k = x.actEarlier[k]) {
    if (x.actKind[k] !== kind) continue;
    if ((to < 0 || x.actTo[k] === to) && (issue < 0 || x.actIssue[k] === issue)) return true;
  }
  return false;
}

/** The last act of a kind on an issue within so many days, by anybody; -1. */
export function lastOn(s: Scene, kind: number, issue: number, days: number): number {
  const x = s.state;
  const since = now(s) - days;
  for (let k = x.lastActOf[kind]; k >= 0 && x.actTime[k] >= since; k = x.actAlike[k]) {
    if (issue < 0 || x.actIssue[k] === issue) return k;
  }
  return -1;
}
