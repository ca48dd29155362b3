import { believed } from '../world/beliefs.ts';
import { isMember, type Scene } from '../world/scene.ts';
import { lineOf } from './issues.ts';

/** Points from one's own position within which a colleague needs no courting; beyond which the other side begins. */
const won = 8;
const apart = 15;

/** Believed positions of a body's members while its waverers are compared; reused. */
let stands = new Float64Array(64);

function look(s: Scene, viewer: number, body: number, issue: number): number {
  const { world: w, state: x } = s;
  const n = x.memberCount[body];
  if (stands.length < n) stands = new Float64Array(2 * n);
  for (let k = 0; k < n; k++) {
    const j = x.memberList[body * w.bodyCapacity + k];
    stands[k] = isMember(s, body, j) ? believed(s, viewer, j, issue) : Number.NaN;
  }
  return n;
}

/** Where the other side stands for a person: the line, if it is not his own; else the weightiest colleague far from him; NaN if nobody is. */
export function otherSide(s: Scene, person: number, issue: number): number {
  const { world: w, state: x } = s;
  const own = x.work[person * w.issues + issue];
  const line = lineOf(s, issue);
  if (Math.abs(line - own) >= apart) return line;
  const rival = rivalOn(s, person, issue, -1);
  return rival < 0 ? Number.NaN : believed(s, person, rival, issue);
}

/** Whoever counts most on the other side, other than `except`: by authority and by how far he is believed to stand; -1. */
export function rivalOn(s: Scene, person: number, issue: number, except: number): number {
  const { world: w, state: x } = s;
  const body = w.issueBody[issue];
  const own = x.work[person * w.issues + issue];
  let best = -1;
  let most = 0;
  for (let k = 0; k < x.memberCount[body]; k++) {
    const j = x.memberList[body * w.bodyCapacity + k];
    if (j === person || j === except || w.collective[j]) continue;
    const gap = Math.abs(believed(s, person, j, issue) - own);
    const score = (0.1 + x.authority[j]) * gap;
    if (gap < apart || score < most || (score === most && best >= 0 && w.personKey[j] > w.personKey[best]))
      continue;
    most = score;
    best = j;
  }
  return best;
}

/**
 * The waverer nearest to pivotal after those already taken: among the voting members believed to stand between a person and the other
 * side, the one with the most nearly equal votes below and above him. `last` is the imbalance of the one before (start with −1), left in
 * `found.imbalance` for the next call. −1 if there are no more.
 */
export function nextWaverer(
  s: Scene,
  person: number,
  issue: number,
  other: number,
  rival: number,
  last: number,
): number {
  const { world: w, state: x } = s;
  const body = w.issueBody[issue];
  const own = x.work[person * w.issues + issue];
  const low = Math.min(own, other);
  const high = Math.max(own, other);
  const n = look(s, person, body, issue);
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < n; k++) {
    const j = x.memberList[body * w.bodyCapacity + k];
    const b = stands[k];
    if (j === person || j === rival || !(b >= low && b <= high) || Math.abs(b - own) < won) continue;
    // People tie in numbers but not in keys: a sliver of the key makes the order one of meaning, not of lists.
    const score = imbalance(s, body, n, k) + w.personKey[j] * 1e-16;
    if (score > last && score < least) {
      least = score;
      best = k;
    }
  }
  found.imbalance = least;
  return best < 0 ? -1 : x.memberList[body * w.bodyCapacity + best];
}

/** Imbalance of the waverer found last; reused. */
export const found = { imbalance: 0 };

/** |votes below − votes above| of a member, as a share of all. */
function imbalance(s: Scene, body: number, n: number, of: number): number {
  const { world: w, state: x } = s;
  let difference = 0;
  let total = 0;
  for (let k = 0; k < n; k++) {
    if (Number.isNaN(stands[k])) continue;
    const size = w.size[x.memberList[body * w.bodyCapacity + k]];
    total += size;
    if (stands[k] < stands[of]) difference += size;
    else if (stands[k] > stands[of]) difference -= size;
  }
  return total > 0 ? Math.abs(difference) / total : 1;
}
