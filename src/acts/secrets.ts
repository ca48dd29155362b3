import { markOf, procTop, setMark } from '../world/procedures.ts';
import type { Move } from '../world/record.ts';
import { now, type Scene } from '../world/scene.ts';
import { Mark } from '../world/state.ts';
import { actorAt, actorCount, isPerson } from './actors.ts';
import { openBounded } from './bounded.ts';
import { normSeverity } from './common.ts';
import { actNumber, procedureNumber } from './define.ts';
import { Mean } from './meaning.ts';

/**
 * The chance that a secret act comes out. A row of meaning writes it as `seen`: discipline, sanction, deference and blame are
 * then risked, not certain.
 */
export const discovery = 0.2;

/** How grave a secret is; when too many are kept, the slight ones are forgotten first. */
export const Gravity = { slight: 1, concession: 2, approach: 3, pact: 4 } as const;

/** Secrets kept at a time, and days until one is first confided to somebody else. */
const mostSecrets = 14;
export const confidingDays = 7;

/** A secret act risks what the norms in force threaten it with. */
export function meanSecret(s: Scene, kind: number, row: Float64Array, at: number): void {
  row[at + Mean.seen] = discovery;
  row[at + Mean.sanction] = Math.max(row[at + Mean.sanction], normSeverity(s, kind));
}

export const isSecretSlot = (s: Scene, slot: number): boolean =>
  slot >= 0 && s.state.procKind[slot] === procedureNumber('secret');
export const knows = (s: Scene, slot: number, person: number): boolean =>
  markOf(s, slot, person) === Mark.knows;
export const letKnow = (s: Scene, slot: number, person: number): void => {
  if (isPerson(s, person)) setMark(s, slot, person, Mark.knows);
};

/**
 * Opens the secret that a secret act makes, known to those who take part (`alone`: to the mover only). A further secret of the
 * same two people, of the same sort, joins the one they have. Returns the slot, or -1 if none was opened.
 */
export function keepSecret(s: Scene, m: Move, origin: number, gravity: number, alone = false): number {
  const kind = procedureNumber('secret');
  if (kind < 0 || !isPerson(s, m.by)) return -1;
  const x = s.state;
  let slot = shared(s, m);
  if (slot < 0) {
    slot = openBounded(s, kind, m, origin, now(s) + confidingDays, mostSecrets);
    if (slot < 0) return -1;
    x.procParent[slot] = -1;
    x.procCount[slot] = gravity;
  } else if (gravity >= x.procCount[slot]) {
    x.procCount[slot] = gravity;
    x.procOrigin[slot] = origin;
    x.procIssue[slot] = m.issue;
    x.procValue[slot] = m.value;
    x.procOpened[slot] = now(s);
  }
  for (let k = 0; k < actorCount(s, m); k++) letKnow(s, slot, actorAt(s, m, k));
  if (!alone) letKnow(s, slot, m.to);
  return slot;
}

/** The secret that two people already share and that an act of this kind continues: an approach, or the pact it led to, is one secret. */
function shared(s: Scene, m: Move): number {
  const x = s.state;
  const kind = procedureNumber('secret');
  const family = familyOf(m.kind);
  for (let slot = 0; slot < procTop(s); slot++) {
    if (x.procKind[slot] !== kind || familyOf(x.actKind[x.procOrigin[slot]]) !== family) continue;
    const a = x.procBy[slot];
    const b = x.procTo[slot];
    if ((a === m.by && b === m.to) || (a === m.to && b === m.by)) return slot;
  }
  return -1;
}

const familyOf = (kind: number): number => (kind === actNumber('pact') ? actNumber('approach') : kind);

/** The knower's most trusted friend who is not in the secret: he trusts him beyond `trust`. -1 if there is none. */
export function nextConfidant(s: Scene, slot: number, trust: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  let most = trust;
  for (let e = 0; e < w.edges; e++) {
    const j = w.edgeTo[e];
    if (x.tie[e] < most || !knows(s, slot, w.edgeFrom[e]) || knows(s, slot, j)) continue;
    if (x.tie[e] === most && best >= 0 && w.personKey[j] >= w.personKey[best]) continue;
    most = x.tie[e];
    best = j;
  }
  return best;
}
