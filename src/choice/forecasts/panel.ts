import { countsAt } from '../../world/assembly.ts';
import type { Scene } from '../../world/scene.ts';
import { type Assembly, edgeOf } from '../../world/world.ts';

/*
 * A body, or several that sit as one, as one viewer sees it: where each voting member stands on an issue, as he believes. Medians and counts of votes read
 * it; it is filled once for an occasion and issue. One set of scratch arrays serves a worker.
 */

/** Issues kept at a time; further ones take each other's place. */
const kept = 8;

let capacity = 0;
let occasion = 1;
const filledIn = new Int32Array(kept);
const viewerOf = new Int32Array(kept);
const assemblyOf: (Assembly | undefined)[] = new Array(kept).fill(undefined);
const issueOf = new Int32Array(kept);

/** Members, where they stand, and their votes; the panel of row r begins at r × `panelWidth()`. */
export let panelMember = new Int32Array(0);
export let panelAt = new Float64Array(0);
export let panelVotes = new Float64Array(0);
export const panelSize = new Int32Array(kept);
/** Sum of votes, their mean position, and the smoothed median if it is known (else NaN). */
export const panelTotal = new Float64Array(kept);
export const panelMean = new Float64Array(kept);
export const panelMedian = new Float64Array(kept);
/** Members near the median and votes well below it, for medians of a panel little changed; size −1: not listed yet. */
export let panelNear = new Int32Array(0);
export const panelNearSize = new Int32Array(kept);
export const panelBelow = new Float64Array(kept);
/** Which filling of all so far a row holds: what was worked out from another one is out of date. */
export const panelFilling = new Float64Array(kept);
let fillings = 0;

/** Number of the present occasion, for what else is worked out once in it. */
export const occasionNumber = (): number => occasion;

export const panelWidth = (): number => capacity;

/** Another occasion begins: what has been filled is out of date. */
export function forgetPanels(): void {
  occasion++;
}

/** The row of the panel of a body, or of the assembly that it is part of, on an issue as `viewer` believes it to be (−1: as the public does). */
export function panelOf(
  s: Scene,
  viewer: number,
  body: number,
  issue: number,
  a: Assembly = s.world.alone[body],
): number {
  const r = issue & (kept - 1);
  if (filledIn[r] === occasion && issueOf[r] === issue && viewerOf[r] === viewer && assemblyOf[r] === a)
    return r;
  const room = a.bodies.length * s.world.bodyCapacity;
  if (room > capacity) grow(room);
  panelSize[r] = 0;
  panelTotal[r] = panelMean[r] = 0;
  for (let i = 0; i < a.bodies.length; i++) fill(s, viewer, a, i, issue, r);
  panelMean[r] /= panelTotal[r];
  panelMedian[r] = Number.NaN;
  panelNearSize[r] = -1;
  panelFilling[r] = ++fillings;
  filledIn[r] = occasion;
  viewerOf[r] = viewer;
  assemblyOf[r] = a;
  issueOf[r] = issue;
  return r;
}

/** Adds the voters of the i-th body who have not been counted in an earlier one; the mean is still a sum. */
function fill(s: Scene, viewer: number, a: Assembly, i: number, issue: number, r: number): void {
  const { world: w, state: x } = s;
  const { people, issues } = w;
  const body = a.bodies[i];
  const first = body * w.bodyCapacity;
  const last = first + x.memberCount[body];
  const base = r * capacity;
  const matrix = w.edgeMatrix;
  let n = panelSize[r];
  let total = panelTotal[r];
  let sum = panelMean[r];
  for (let k = first; k < last; k++) {
    const j = x.memberList[k];
    if (!countsAt(s, a, i, j)) continue;
    let stands = x.publicMean[j * issues + issue];
    if (j === viewer) stands = x.work[j * issues + issue];
    else if (viewer >= 0) {
      const e = matrix.length > 0 ? matrix[viewer * people + j] : edgeOf(w, viewer, j);
      const own = e >= 0 ? x.beliefMean[e * issues + issue] : Number.NaN;
      if (own === own) stands = own;
    }
    const votes = w.size[j];
    panelMember[base + n] = j;
    panelAt[base + n] = stands;
    panelVotes[base + n] = votes;
    total += votes;
    sum += votes * stands;
    n++;
  }
  panelSize[r] = n;
  panelTotal[r] = total;
  panelMean[r] = sum;
}

function grow(members: number): void {
  capacity = members;
  panelMember = new Int32Array(kept * members);
  panelAt = new Float64Array(kept * members);
  panelVotes = new Float64Array(kept * members);
  panelNear = new Int32Array(kept * members);
  occasion++;
}
