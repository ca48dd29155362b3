import { type Scene, sitsIn } from '../world/scene.ts';
import { nextBody } from '../world/seats.ts';
import { Counter } from '../world/state.ts';
import { voiceRule } from './common.ts';
import { isAbove } from './posts.ts';

/** Days before and after a declared meeting in which people speak to what is on its agenda. */
const around = 1;

/** The meetings found last, nearest in time first; reused. */
export const sittings = { count: 0, items: new Int32Array(4), gap: new Float64Array(4) };

/**
 * Finds the declared meetings that are on (within a day) at which a person may speak: he sits in the body, or in one above it, whose
 * members have a word in the bodies below. At most four; `items` are indices of the calendar.
 */
export function findSittings(s: Scene, person: number): void {
  const { world: w, state: x } = s;
  const next = x.counters[Counter.calendar];
  sittings.count = 0;
  for (let k = next - 1; k >= 0; k--) if (!keep(s, person, x.calendarOrder[k])) break;
  for (let k = next; k < w.calendar.length; k++) if (!keep(s, person, x.calendarOrder[k])) break;
}

/** Takes in a meeting if he may speak at it; says whether the calendar is still near today. */
function keep(s: Scene, person: number, c: number): boolean {
  const item = s.world.calendar[c];
  const gap = Math.abs(s.state.calendarTime[c] - s.state.clock[0]);
  if (gap > around) return false;
  if (item.kind !== 1 || item.agenda.length === 0 || !maySpeak(s, item.body, person)) return true;
  let at = sittings.count;
  while (at > 0 && gap < sittings.gap[at - 1]) at--;
  if (at >= sittings.items.length) return true;
  if (sittings.count < sittings.items.length) sittings.count++;
  for (let k = sittings.count - 1; k > at; k--) {
    sittings.items[k] = sittings.items[k - 1];
    sittings.gap[k] = sittings.gap[k - 1];
  }
  sittings.items[at] = c;
  sittings.gap[at] = gap;
  return true;
}

/** The body that sits on an issue now, of the meetings found last; −1. */
export function sittingOn(s: Scene, issue: number): number {
  for (let k = 0; k < sittings.count; k++) {
    const item = s.world.calendar[sittings.items[k]];
    if (item.agenda.includes(issue)) return item.body;
  }
  return -1;
}

/** May he speak in a body that sits: as one of its people, or as one of a body above it? */
export function maySpeak(s: Scene, body: number, person: number): boolean {
  const { world: w, state: x } = s;
  if (!x.convened[body]) return false;
  if (voiceRule(s, body, person) === 0) return true;
  for (let b = nextBody(s, person, 0); b < w.bodies; b = nextBody(s, person, b + 1))
    if (b !== body && isAbove(s, b, body) && voiceRule(s, b, person) === 0) return true;
  return false;
}

/**
 * Where he speaks to an issue when no meeting has it on the agenda: the body that decides it, else one that it binds, else, of those in
 * which he sits, the one of most authority. −1 if he sits nowhere.
 */
export function forumFor(s: Scene, person: number, issue: number): number {
  const { world: w, state: x } = s;
  const decider = w.issueBody[issue];
  if (voiceRule(s, decider, person) === 0) return decider;
  const bound = w.binds[decider];
  for (let k = 0; k < bound.length; k++) if (voiceRule(s, bound[k], person) === 0) return bound[k];
  let best = -1;
  for (let b = nextBody(s, person, 0); b < w.bodies; b = nextBody(s, person, b + 1)) {
    if (!sitsIn(s, b, person) || voiceRule(s, b, person) !== 0) continue;
    if (best < 0 || x.bodyAuthority[b] > x.bodyAuthority[best]) best = b;
  }
  return best;
}
