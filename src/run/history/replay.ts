import { actNumber, allActs, procedureNumber } from '../../acts/index.ts';
import { setDeadline } from '../../acts/ultimata.ts';
import { log } from '../../chance/exact.ts';
import { probabilities } from '../../choice/choose.ts';
import { evaluate } from '../../choice/evaluate.ts';
import { closeProcedure, procedureOfAct, procTop, setMark } from '../../world/procedures.ts';
import { applyPressures } from '../../world/pressure.ts';
import { ActFlag, Counter, Mark } from '../../world/state.ts';
import type { Engine } from '../engine.ts';
import { beginRun } from '../engine.ts';
import { applyEvent, passTime } from '../run.ts';
import type { HistoricalAct } from './compile.ts';
import { whileSitting } from './sitting.ts';
import { judgeResolution, judgeVote } from './decisions.ts';
import { borrow, likeliest, matchOptions } from './match.ts';
import { fillMoved, joint, moved as m } from './moved.ts';
import { offerOccasion } from './occasions.ts';
import { type Judged, nobody, type ReplayedAct, unseen } from './seen.ts';

export type { OptionSeen, ReplayedAct, Seen } from './seen.ts';

// biome-ignore lint/suspicious/noApproximativeNumericConstant: the standard fixes Math.LN2 only approximately
const ln2 = 0.6931471805599453;

/** Replays acts one after the other on an engine at the first day; `until` (days) stops before later acts. Yields how each was seen. */
export function* replay(
  engine: Engine,
  history: readonly HistoricalAct[],
  until = Number.POSITIVE_INFINITY,
): Generator<ReplayedAct> {
  const written = new Map<string, number>();
  for (const act of history) {
    if (act.time >= until) break;
    advance(engine, Math.max(engine.scene.state.clock[0], act.time));
    if (act.source.mode !== 'occurred' || act.kind < 0) {
      yield unseen(act, act.kind < 0 ? 'unknown-kind' : 'not-occurred');
      continue;
    }
    const together = joint.has(act.source.kind);
    for (const by of together ? [act.by[0] ?? -1] : act.by) {
      for (const to of together || act.to.length <= 1 ? [act.to[0] ?? -1] : act.to) {
        const seen = whileSitting(engine.scene, act, () => replayOne(engine, act, by, to, written));
        if (seen.written >= 0) written.set(act.id, seen.written);
        yield seen;
      }
    }
  }
  if (until !== Number.POSITIVE_INFINITY) advance(engine, until);
}

/** An engine at the first day of history, every claim at its median. */
export function beginReplay(engine: Engine): void {
  beginRun(engine, 0, 0, true);
  engine.scene.state.procDue.fill(Number.POSITIVE_INFINITY);
}

/** Lets time pass in a replay: outside events take effect; meetings and deadlines are the record's business. */
export function advance(engine: Engine, to: number): void {
  const { world: w, state: x } = engine.scene;
  for (;;) {
    const at = x.counters[Counter.calendar];
    if (at >= w.calendar.length) break;
    const c = x.calendarOrder[at];
    if (!(x.calendarTime[c] <= to)) break;
    x.counters[Counter.calendar]++;
    if (x.calendarTime[c] > x.clock[0]) passTime(engine, x.calendarTime[c]);
    if (w.calendar[c].kind === 0) applyEvent(engine, w.calendar[c]);
  }
  if (to > x.clock[0]) passTime(engine, to);
  applyPressures(engine.scene);
}

function replayOne(
  engine: Engine,
  act: HistoricalAct,
  by: number,
  to: number,
  written: ReadonlyMap<string, number>,
): ReplayedAct {
  const { scene: s } = engine;
  const answered = act.answers === undefined ? -1 : (written.get(act.answers) ?? -1);
  const secret = act.source.kind === 'disclose' ? secretOf(engine, answered) : -1;
  const slot = secret >= 0 ? secret : answered >= 0 ? procedureOfAct(s, answered) : -1;
  fillMoved(act, by, to, slot);
  if (act.source.kind === 'resolution') return replayResolution(engine, act, slot);
  if (act.source.kind === 'vote' && slot >= 0) return carryOut(engine, act, judgeVote(engine, by, slot));
  if (by >= s.world.people || by < 0) return carryOut(engine, act, nobody);
  return carryOut(engine, act, judge(engine, act, by, slot, answered));
}

/** How likely a person's act was among all that he could do. */
function judge(engine: Engine, act: HistoricalAct, by: number, slot: number, answered: number): Judged {
  const { scene: s, mind } = engine;
  const rule = allActs()[m.kind].legal(s, m);
  if (follows(engine, act, by, answered)) return { ...nobody, person: by, rule };
  const nested = offerOccasion(engine, by, slot) !== 1;
  const missed: Judged = {
    ...nobody,
    person: by,
    seen: rule !== 0 ? 'off-model' : 'outside-candidates',
    rule,
    nested,
  };
  if (mind.menu.size === 0) return missed;
  evaluate(mind, by);
  const p = probabilities(mind, nested, true);
  const options = likeliest(mind);
  const { row, probability, near } = matchOptions(mind, by, p);
  if (row < 0) return { ...missed, options };
  return { person: by, seen: 'chosen', probability, rule: 0, options, row, near, nested };
}

/**
 * What follows from a choice made before is not judged a second time: a resignation handed in with a statement was chosen when that was
 * signed; who is sounded out answers then and there; a denial that all have signed is handed in; whoever drafts a paper stands under it.
 */
export function follows(engine: Engine, act: HistoricalAct, by: number, answered: number): boolean {
  const { state: x } = engine.scene;
  if (answered < 0) return false;
  const to = x.actKind[answered];
  if (act.source.kind === 'rebuff') return to === actNumber('sound');
  if (act.source.kind === 'statement') return to === actNumber('demand-denial');
  if (act.source.kind === 'sign') return x.actBy[answered] === by;
  if (act.source.kind !== 'resign' || to !== actNumber('statement')) return false;
  for (let k = 0; k < x.counters[Counter.acts]; k++)
    if (x.actKind[k] === actNumber('sign') && x.actBy[k] === by && x.actTime[k] >= x.actTime[answered] - 3)
      return true;
  return x.actBy[answered] === by;
}

function replayResolution(engine: Engine, act: HistoricalAct, slot: number): ReplayedAct {
  const { judged, motion } = judgeResolution(engine, act, slot);
  const done = carryOut(engine, act, judged);
  if (motion >= 0 && engine.scene.state.procKind[motion] === procedureNumber('motion'))
    closeProcedure(engine.scene, motion);
  return done;
}

/** Applies the act as the record has it. */
export function carryOut(engine: Engine, act: HistoricalAct, judged: Judged): ReplayedAct {
  const { scene: s } = engine;
  const { party } = s;
  if (judged.row >= 0 && act.source.kind !== 'vote') borrow(engine.mind.menu, judged.row);
  if (judged.seen === 'off-model') m.flags |= ActFlag.offModel;
  party.byCount = party.toCount = 0;
  if (joint.has(act.source.kind)) {
    for (const p of act.by) if (p >= 0 && p < s.world.people) party.by[party.byCount++] = p;
    for (const p of act.to) if (p >= 0 && p < s.world.people) party.to[party.toCount++] = p;
  }
  const written = allActs()[m.kind]?.apply(s, m) ?? -1;
  initiate(engine, act, written);
  if (act.source.kind === 'ultimatum' && act.deadline === act.deadline && written >= 0) {
    const slot = procedureOfAct(s, written);
    if (slot >= 0) setDeadline(s, slot, act.deadline + 1);
  }
  const { probability: p } = judged;
  return { ...judged, act, bits: p > 0 ? -log(p) / ln2 : 0, written };
}

/** The secret that an act of the record opened, or −1. */
export function secretOf(engine: Engine, written: number): number {
  const { state: x } = engine.scene;
  const kind = procedureNumber('secret');
  if (written < 0) return -1;
  for (let slot = 0; slot < procTop(engine.scene); slot++)
    if (x.procKind[slot] === kind && x.procOrigin[slot] === written) return slot;
  return -1;
}

/** Those whom the record names as knowing of a secret act share the secret. */
function initiate(engine: Engine, act: HistoricalAct, written: number): void {
  const slot = act.source.known === undefined ? -1 : secretOf(engine, written);
  if (slot < 0) return;
  for (const id of act.source.known ?? []) {
    const person = engine.scene.world.personId.indexOf(id);
    if (person >= 0) setMark(engine.scene, slot, person, Mark.knows);
  }
}
