import { believed, tieOf } from '../world/beliefs.ts';
import { isMember, type Scene } from '../world/scene.ts';
import { lineOf } from './issues.ts';

/** Points from one's own position within which a colleague needs no courting; beyond which the other side begins. */
const won = 8;
const apart = 15;
/** Trust from which somebody is his man anyhow. */
const sure = 0.6;

/** Believed positions of a body's members while its waverers are compared; reused. */
let stands = new Float64Array(64);

/** The waverers found last: `people[0…count)`, nearest to pivotal first; reused. */
export const waverers = { count: 0, people: new Int32Array(4), imbalance: new Float64Array(4) };

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
 * Finds the waverers whom a person would court, at most four: voting members believed to stand between him and the other side, not yet
 * won and not the rival; those with the most nearly equal votes below and above them first. The last place goes to the one of most
 * authority who is neither his man nor the other side's, and whose word carries others.
 */
export function findWaverers(s: Scene, person: number, issue: number, other: number, rival: number): void {
  const { world: w, state: x } = s;
  const first = w.issueBody[issue] * w.bodyCapacity;
  const own = x.work[person * w.issues + issue];
  const low = Math.min(own, other);
  const high = Math.max(own, other);
  const n = look(s, person, w.issueBody[issue], issue);
  waverers.count = 0;
  let weightiest = -1;
  let place = -1;
  for (let k = 0; k < n; k++) {
    const j = x.memberList[first + k];
    const b = stands[k];
    if (j === person || j === rival || !(b >= low && b <= high) || Math.abs(b - own) < won) continue;
    keep(s, j, imbalance(s, first, n, k));
    if (
      Math.abs(b - other) >= won &&
      tieOf(s, person, j) < sure &&
      (weightiest < 0 || outweighs(s, j, weightiest))
    ) {
      weightiest = j;
      place = k;
    }
  }
  const last = waverers.people.length - 1;
  if (waverers.count <= last || weightiest < 0) return;
  for (let k = 0; k < last; k++) if (waverers.people[k] === weightiest) return;
  waverers.people[last] = weightiest;
  waverers.imbalance[last] = imbalance(s, first, n, place);
}

function outweighs(s: Scene, a: number, b: number): boolean {
  const { world: w, state: x } = s;
  if (x.authority[a] !== x.authority[b]) return x.authority[a] > x.authority[b];
  return w.personKey[a] < w.personKey[b];
}

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

/** Inserts a waverer by his imbalance; equals by key, so that the order is one of meaning, not of lists. */
function keep(s: Scene, j: number, score: number): void {
  const { people, imbalance } = waverers;
  let at = waverers.count;
  while (
    at > 0 &&
    (score < imbalance[at - 1] ||
      (score === imbalance[at - 1] && s.world.personKey[j] < s.world.personKey[people[at - 1]]))
  )
    at--;
  if (at >= people.length) return;
  if (waverers.count < people.length) waverers.count++;
  for (let k = waverers.count - 1; k > at; k--) {
    people[k] = people[k - 1];
    imbalance[k] = imbalance[k - 1];
  }
  people[at] = j;
  imbalance[at] = score;
}

/** |votes below − votes above| of a member, as a share of all. */
function imbalance(s: Scene, first: number, n: number, of: number): number {
  const { world: w, state: x } = s;
  let difference = 0;
  let total = 0;
  for (let k = 0; k < n; k++) {
    const b = stands[k];
    if (b !== b) continue;
    const size = w.size[x.memberList[first + k]];
    total += size;
    if (b < stands[of]) difference += size;
    else if (b > stands[of]) difference -= size;
  }
  return total > 0 ? Math.abs(difference) / total : 1;
}
