import type { Scene } from '../../world/scene.ts';
import { edgeOf } from '../../world/world.ts';

/*
 * A body as one viewer sees it: where each voting member stands on an issue, as he believes. Medians and counts of votes read
 * it; it is filled once for an occasion and issue. One set of scratch arrays serves a worker.
 */

/** Issues kept at a time; further ones take each other's place. */
const kept = 8;

let capacity = 0;
let occasion = 1;
const filledIn = new Int32Array(kept);
const viewerOf = new Int32Array(kept);
const bodyOf = new Int32Array(kept);
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

/** The row of the panel of a body on an issue as `viewer` believes it to be (−1: as the public does). */
export function panelOf(s: Scene, viewer: number, body: number, issue: number): number {
  const r = issue & (kept - 1);
  if (filledIn[r] === occasion && issueOf[r] === issue && viewerOf[r] === viewer && bodyOf[r] === body)
    return r;
  if (s.world.bodyCapacity > capacity) grow(s.world.bodyCapacity);
  fill(s, viewer, body, issue, r);
  filledIn[r] = occasion;
  viewerOf[r] = viewer;
  bodyOf[r] = body;
  issueOf[r] = issue;
  return r;
}

function fill(s: Scene, viewer: number, body: number, issue: number, r: number): void {
  const { world: w, state: x } = s;
  const { people, issues } = w;
  const first = body * w.bodyCapacity;
  const last = first + x.memberCount[body];
  const base = r * capacity;
  const matrix = w.edgeMatrix;
  let n = 0;
  let total = 0;
  let sum = 0;
  for (let k = first; k < last; k++) {
    const j = x.memberList[k];
    if (x.seat[body * people + j] !== 1) continue;
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
  panelMean[r] = sum / total;
  panelMedian[r] = Number.NaN;
  panelNearSize[r] = -1;
  panelFilling[r] = ++fillings;
}

function grow(members: number): void {
  capacity = members;
  panelMember = new Int32Array(kept * members);
  panelAt = new Float64Array(kept * members);
  panelVotes = new Float64Array(kept * members);
  panelNear = new Int32Array(kept * members);
  occasion++;
}
