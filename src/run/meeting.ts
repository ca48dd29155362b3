import { proposeLines } from '../acts/kinds/motion.ts';
import { assemblyOf } from '../acts/assemblies.ts';
import { voiceRule } from '../acts/common.ts';
import { actNumber, procedureNumber } from '../acts/define.ts';
import { mixKey } from '../chance/keys.ts';
import { PURPOSE } from '../chance/purposes.ts';
import { uniformOf } from '../choice/choose.ts';
import { evaluate } from '../choice/evaluate.ts';
import { covers, sit, Voice } from '../world/assembly.ts';
import { procTop } from '../world/procedures.ts';
import { isAway } from '../world/scene.ts';
import type { Assembly, CalendarItem } from '../world/world.ts';
import type { Occasion, Offer } from './chooser.ts';
import type { Engine } from './engine.ts';
import { choose, chosen, runProcedure } from './steps.ts';

const occasion: Occasion = { kind: 3, person: 0, key: 0, slot: -1, nested: true, mayWait: true };

/** Most motions tabled on one issue at one meeting. */
const alternatives = 2;

/**
 * A scheduled meeting of a body, or of several jointly: those present may table something on its agenda, then everything pending in
 * the body is voted on. What needs a joint sitting waits for one.
 */
export function holdMeeting(engine: Engine, item: CalendarItem): void {
  const { scene: s } = engine;
  if (!s.state.convened[item.body]) return;
  const meeting = s.world.calendar.indexOf(item);
  sit(s, meeting, true);
  gather(engine, item.assembly);
  for (const issue of item.agenda) openAgenda(engine, item, issue);
  for (let i = 0; i < item.assembly.bodies.length; i++)
    decidePending(engine, item.assembly, item.assembly.bodies[i]);
  sit(s, meeting, false);
}

/** Those in the room who may put a motion, and the turn of each, 0–1; `spent` once he has spoken. */
let speakers = new Int32Array(64);
let turns = new Float64Array(64);
let present = 0;
const spent = 2;

function gather(engine: Engine, a: Assembly): void {
  const { world: w, state: x } = engine.scene;
  present = 0;
  for (let i = 0; i < a.bodies.length; i++) {
    const body = a.bodies[i];
    for (let k = 0; k < x.memberCount[body]; k++)
      admit(engine, a, i, x.memberList[body * w.bodyCapacity + k]);
    for (let k = 0; k < w.guests.length; k++)
      if (w.guests[k].body === body) admit(engine, a, i, w.guests[k].person);
  }
}

/** One who sits in two of the bodies speaks once. */
function admit(engine: Engine, a: Assembly, i: number, person: number): void {
  const { scene: s } = engine;
  if (s.world.collective[person] || (isAway(s, person) && s.world.telephone[a.bodies[0]] !== 1)) return;
  if (voiceRule(s, a.bodies[i], person, Voice.move) !== 0) return;
  for (let k = 0; k < present; k++) if (speakers[k] === person) return;
  if (present >= speakers.length) {
    const wider = new Int32Array(2 * present);
    wider.set(speakers);
    speakers = wider;
    turns = new Float64Array(2 * present);
  }
  speakers[present++] = person;
}

function openAgenda(engine: Engine, item: CalendarItem, issue: number): void {
  const { world: w } = engine.scene;
  let tabled = 0;
  agenda.body = item.body;
  agenda.issue = issue;
  drawSpeakers(engine, item, issue);
  for (let turn = 0; turn < present && tabled < alternatives; turn++) {
    const k = nextSpeaker();
    if (k < 0) return;
    turns[k] = spent;
    const person = speakers[k];
    occasion.person = person;
    occasion.key = mixKey(mixKey(item.key, w.issueKey[issue]), w.personKey[person]);
    if (takeTurn(engine) >= 0) tabled++;
  }
}

/** What a meeting is about, for `offerLines`. */
const agenda = { body: 0, issue: 0 };
const offerLines: Offer = (s, person, menu) => proposeLines(s, person, agenda.body, menu, agenda.issue);

/** The one whose turn it is may table something on the issue. */
function takeTurn(engine: Engine): number {
  const { chooser, mind, scene } = engine;
  const { person } = occasion;
  if (chooser.glanceAt && !chooser.wholly?.(occasion))
    return chosen(engine, chooser.glanceAt(engine, occasion, actNumber('motion'), agenda.issue, offerLines));
  mind.menu.clear();
  offerLines(scene, person, mind.menu);
  if (mind.menu.size === 0) return -1;
  evaluate(mind, person);
  return choose(engine, occasion);
}

/** Draws the order of speakers, keyed to the meeting, the issue and the person. */
function drawSpeakers(engine: Engine, item: CalendarItem, issue: number): void {
  const { world: w } = engine.scene;
  const key = mixKey(item.key, w.issueKey[issue]);
  for (let k = 0; k < present; k++)
    turns[k] = uniformOf(engine.luck, PURPOSE.order, key, w.personKey[speakers[k]]);
}

/** The next speaker; who has spoken has no turn left. */
function nextSpeaker(): number {
  let best = -1;
  let first = spent;
  for (let k = 0; k < present; k++) {
    if (turns[k] < first) {
      first = turns[k];
      best = k;
    }
  }
  return best;
}

/** Every motion pending in a body on which those in the room can decide comes to the vote, the oldest first; without a quorum it waits. */
function decidePending(engine: Engine, all: Assembly, body: number): void {
  let last = -1;
  for (;;) {
    const slot = oldestAfter(engine, all, body, last);
    if (slot < 0) return;
    last = engine.scene.state.procOrigin[slot];
    runProcedure(engine, slot);
  }
}

/** The oldest motion of a body that was put after the act `last`; of a body that is not the host only those that need the joint sitting. */
function oldestAfter(engine: Engine, all: Assembly, body: number, last: number): number {
  const { scene: s } = engine;
  const x = s.state;
  const kind = procedureNumber('motion');
  let oldest = -1;
  for (let slot = 0; slot < procTop(s); slot++) {
    if (x.procKind[slot] !== kind || x.procBody[slot] !== body || x.procOrigin[slot] <= last) continue;
    const a = assemblyOf(s, slot);
    if (!covers(all, a) || (body !== all.bodies[0] && a.bodies.length === 1)) continue;
    if (oldest < 0 || x.procOrigin[slot] < x.procOrigin[oldest]) oldest = slot;
  }
  return oldest;
}
