import { Mean, meanWidth } from '../../acts/meaning.ts';
import { Mark } from '../../world/state.ts';
import type { Mind } from '../mind.ts';

/** Where those he trusts, fights and defers to stand on an option: weighted means of sides, −1–1. Reused. */
export interface Sides {
  trusted: number;
  fought: number;
  urging: number;
  /** What the numbers above were computed for; options that say the same share them. `person` −1: nothing yet. */
  person: number;
  joins: number;
  side: number;
  issue: number;
  value: number;
}

export const newSides = (): Sides => ({ trusted: 0, fought: 0, urging: 0, person: -1, joins: -1, side: 0, issue: -1, value: 0 });

/**
 * One pass over the person's ties. In a procedure with signatories the sides are what people have done (watched choices);
 * otherwise what they are believed to think: +1 if nearer to what the option stands for than to the line, −1 if further.
 */
export function sides(mind: Mind, person: number, k: number, out: Sides): void {
  const { scene: s, menu } = mind;
  const { world: w, state: x } = s;
  const m = k * meanWidth;
  const row = menu.meaning;
  const joins = row[m + Mean.joins];
  const issue = row[m + Mean.issue];
  const value = row[m + Mean.value];
  const judged = joins < 0 && issue >= 0 && value === value;
  const side = joins >= 0 ? row[m + Mean.side] : 1;
  if (out.person === person && out.joins === joins && out.side === side && out.issue === issue && Object.is(out.value, value)) return;
  out.person = person;
  out.joins = joins;
  out.side = side;
  out.issue = issue;
  out.value = value;
  out.trusted = out.fought = out.urging = 0;
  if (joins < 0 && !judged) return;
  const line = judged ? x.line[w.issueBody[issue] * w.issues + issue] : 0;
  const reference = line === line ? line : 50;
  let trust = 0.25;
  let fight = 0.25;
  let urge = 0.25;
  for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
    const j = w.edgeTo[e];
    const tie = x.tie[e];
    const defer = x.defer[e] * x.authority[j];
    if (tie === 0 && defer === 0) continue;
    const stands = joins >= 0 ? side * signOf(x.mark[joins * w.people + j]) : nearer(seenAt(x.beliefMean[e * w.issues + issue], x.publicMean[j * w.issues + issue]), reference, value);
    if (tie > 0) {
      out.trusted += tie * stands;
      trust += tie;
    } else {
      out.fought -= tie * stands;
      fight -= tie;
    }
    if (defer > 0) {
      out.urging += defer * stands;
      urge += defer;
    }
  }
  out.trusted /= trust;
  out.fought /= fight;
  out.urging /= urge;
}

/** The private belief where there is one, else the public one. */
const seenAt = (own: number, common: number): number => (own === own ? own : common);

function signOf(mark: number): number {
  if (mark === Mark.yes || mark === Mark.reserved) return 1;
  return mark === Mark.no ? -1 : 0;
}

/** +1 wholly on the side of `value`, −1 wholly on that of `reference`; linear between. 0 if the two are the same. */
function nearer(position: number, reference: number, value: number): number {
  const gap = Math.abs(value - reference);
  if (gap < 1) return 0;
  return (Math.abs(position - reference) - Math.abs(position - value)) / gap;
}
