import { actNumber, allActs, allProcedures, procedureNumber } from '../../acts/index.ts';
import { setDeadline } from '../../acts/ultimata.ts';
import { log } from '../../chance/exact.ts';
import { probabilities } from '../../choice/choose.ts';
import { evaluate } from '../../choice/evaluate.ts';
import { clearMove, type Move, newMove } from '../../world/record.ts';
import { procedureOfAct, setMark } from '../../world/procedures.ts';
import { ActFlag, Counter, Mark } from '../../world/state.ts';
import { applyPressures } from '../../world/pressure.ts';
import { applyEvent, fillMenu, passTime } from '../run.ts';
import type { Engine } from '../engine.ts';
import { beginRun } from '../engine.ts';
import type { HistoricalAct } from './compile.ts';

/** How the model saw one act of the record. */
export type Seen =
  /** He had the choice and the model gave this probability. */
  | 'chosen'
  /** A body's or a branch's act, or what follows from another: nobody's single choice. */
  | 'consequence'
  /** Legal, but not among the candidates that the model considers: a report on the model. */
  | 'outside-candidates'
  /** The rules as coded forbid it; applied all the same. */
  | 'off-model'
  /** Not what occurred (threatened, reported …): shown, without effect. */
  | 'not-occurred'
  /** This version knows no such act. */
  | 'unknown-kind';

/** One option as it stood before the act. */
export interface OptionSeen {
  readonly row: number;
  readonly kind: number;
  readonly to: number;
  readonly body: number;
  readonly issue: number;
  readonly office: number;
  readonly option: number;
  readonly value: number;
  readonly probability: number;
}

export interface ReplayedAct {
  readonly act: HistoricalAct;
  /** The person who chose; -1 for bodies and branches. */
  readonly person: number;
  readonly seen: Seen;
  /** Probability the model gave to what happened, at that moment; NaN if it does not apply. */
  readonly probability: number;
  /** −log₂ of it. */
  readonly bits: number;
  /** Rule that forbids it, 0 if none. */
  readonly rule: number;
  /** The likeliest options at that moment, waiting included (row −1), by probability. */
  readonly options: readonly OptionSeen[];
  /** Index of the act written to the state's record, -1 if none. */
  readonly written: number;
}

/** Kinds in which several people act as one; all others are one act for each person. */
export const joint = new Set([
  'ultimatum',
  'statement',
  'draft-statement',
  'found-rival',
  'split',
  'appeal',
  'call-congress',
  'demand-denial',
  'withdraw-people',
  'resolution',
  'denounce',
  'motion',
  'enforce',
  'back-down',
]);

// biome-ignore lint/suspicious/noApproximativeNumericConstant: the standard fixes Math.LN2 only approximately
const ln2 = 0.6931471805599453;
const most = 6;
const m = newMove();

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
    const actors = joint.has(act.source.kind) ? [act.by[0] ?? -1] : act.by;
    for (const by of actors) {
      const targets = joint.has(act.source.kind) || act.to.length <= 1 ? [act.to[0] ?? -1] : act.to;
      for (const to of targets) {
        const seen = replayOne(engine, act, by, to, written);
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

function unseen(act: HistoricalAct, seen: Seen): ReplayedAct {
  return { act, person: -1, seen, probability: Number.NaN, bits: 0, rule: 0, options: [], written: -1 };
}

function replayOne(
  engine: Engine,
  act: HistoricalAct,
  by: number,
  to: number,
  written: ReadonlyMap<string, number>,
): ReplayedAct {
  const { scene: s, mind } = engine;
  const answered = act.answers === undefined ? -1 : (written.get(act.answers) ?? -1);
  const secret = act.source.kind === 'disclose' ? secretOf(engine, answered) : -1;
  const slot = secret >= 0 ? secret : answered >= 0 ? procedureOfAct(s, answered) : -1;
  fillMove(act, by, to, slot);
  if (act.source.kind === 'resolution') return replayResolution(engine, act, slot);
  if (act.source.kind === 'vote' && slot >= 0) return replayVote(engine, act, by, slot);
  if (by >= s.world.people || by < 0) return carryOut(engine, act, -1, 'consequence', Number.NaN, 0, []);
  const rule = allActs()[m.kind].legal(s, m);
  if (followsFromSigning(engine, act, by, answered))
    return carryOut(engine, act, by, 'consequence', Number.NaN, rule, []);
  const initiative = offerOccasion(engine, by, slot);
  if (mind.menu.size === 0)
    return carryOut(engine, act, by, rule !== 0 ? 'off-model' : 'outside-candidates', Number.NaN, rule, []);
  evaluate(mind, by);
  const p = probabilities(mind, initiative, true);
  const row = matchRow(engine, by);
  const options = likeliest(engine);
  if (row >= 0) return carryOut(engine, act, by, 'chosen', p[row], 0, options, row);
  return carryOut(
    engine,
    act,
    by,
    rule !== 0 ? 'off-model' : 'outside-candidates',
    Number.NaN,
    rule,
    options,
  );
}

/** The secret that an act of the record opened, or −1. */
export function secretOf(engine: Engine, written: number): number {
  const { state: x } = engine.scene;
  const kind = procedureNumber('secret');
  if (written < 0) return -1;
  for (let slot = 0; slot < x.procKind.length; slot++)
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

/** A resignation handed in with a statement was chosen when it was signed: it is not judged a second time. */
export function followsFromSigning(
  engine: Engine,
  act: HistoricalAct,
  by: number,
  answered: number,
): boolean {
  const { state: x } = engine.scene;
  if (act.source.kind !== 'resign' || answered < 0 || x.actKind[answered] !== actNumber('statement'))
    return false;
  for (let k = 0; k < x.counters[Counter.acts]; k++)
    if (x.actKind[k] === actNumber('sign') && x.actBy[k] === by && x.actTime[k] >= x.actTime[answered] - 3)
      return true;
  return x.actBy[answered] === by;
}

/** Fills the menu as the person had it: the answers of the procedure he was asked in, else his own initiative. Returns true for initiative. */
export function offerOccasion(engine: Engine, person: number, slot: number): boolean {
  const { scene: s, mind } = engine;
  mind.menu.clear();
  if (slot >= 0) allProcedures()[s.state.procKind[slot]].answers?.(s, slot, person, mind.menu);
  for (let k = 0; k < mind.menu.size; k++) if (mind.menu.kind[k] === m.kind) return false;
  fillMenu(engine, person);
  return true;
}

export function fillMove(act: HistoricalAct, by: number, to: number, slot: number): Move {
  clearMove(m);
  m.kind = act.kind;
  m.by = by;
  m.to = to;
  m.body = act.body;
  m.issue = act.issue;
  m.office = act.office;
  m.thing = act.thing;
  m.option = act.option;
  m.value = act.value;
  m.flags = act.flags;
  m.proc = slot;
  return m;
}

/** The row that is what happened: same kind, and the same of everything the record states; nearest in value. */
export function matchRow(engine: Engine, person: number): number {
  const { menu } = engine.mind;
  let best = -1;
  let gap = 20;
  for (let k = 0; k < menu.size; k++) {
    if (menu.kind[k] !== m.kind || menu.by[k] !== person) continue;
    if (m.to >= 0 && menu.to[k] >= 0 && menu.to[k] !== m.to && !(m.flags & ActFlag.joint)) continue;
    if (((m.flags & ActFlag.reserved) !== 0) !== isReserved(menu.kind[k], menu.option[k], menu.flags[k]))
      continue;
    if (m.body >= 0 && menu.body[k] !== m.body) continue;
    if (m.issue >= 0 && menu.issue[k] >= 0 && menu.issue[k] !== m.issue) continue;
    if (m.office >= 0 && menu.office[k] !== m.office) continue;
    if (m.thing >= 0 && menu.thing[k] !== m.thing) continue;
    if (m.option >= 0 && menu.option[k] >= 0 && menu.option[k] !== m.option) continue;
    const d = m.value === m.value && menu.value[k] === menu.value[k] ? Math.abs(menu.value[k] - m.value) : 0;
    if (d < gap) {
      gap = d;
      best = k;
    }
  }
  return best;
}

/** Does an option stand for doing it with a reservation? */
const isReserved = (kind: number, option: number, flags: number): boolean =>
  (flags & ActFlag.reserved) !== 0 || allActs()[kind].options?.[option] === 'reserved';

function likeliest(engine: Engine): readonly OptionSeen[] {
  const { menu, probability } = engine.mind;
  const all: OptionSeen[] = [];
  for (let k = 0; k <= menu.size; k++) {
    const wait = k === menu.size;
    all.push({
      row: wait ? -1 : k,
      kind: wait ? -1 : menu.kind[k],
      to: wait ? -1 : menu.to[k],
      body: wait ? -1 : menu.body[k],
      issue: wait ? -1 : menu.issue[k],
      office: wait ? -1 : menu.office[k],
      option: wait ? -1 : menu.option[k],
      value: wait ? Number.NaN : menu.value[k],
      probability: probability[k] ?? 0,
    });
  }
  return all.sort((a, b) => b.probability - a.probability || a.row - b.row).slice(0, most);
}

export function carryOut(
  engine: Engine,
  act: HistoricalAct,
  person: number,
  seen: Seen,
  probability: number,
  rule: number,
  options: readonly OptionSeen[],
  row = -1,
): ReplayedAct {
  const { scene: s } = engine;
  const { party } = s;
  if (row >= 0) borrow(engine, row);
  if (seen === 'off-model') m.flags |= ActFlag.offModel;
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
  return {
    act,
    person,
    seen,
    probability,
    bits: probability > 0 ? -log(probability) / ln2 : 0,
    rule,
    options,
    written,
  };
}

/** What the record leaves open (the body of a motion, the procedure) is taken from the option it matches. */
function borrow(engine: Engine, row: number): void {
  const { menu } = engine.mind;
  if (m.to < 0) m.to = menu.to[row] ?? -1;
  if (m.body < 0) m.body = menu.body[row] ?? -1;
  if (m.issue < 0) m.issue = menu.issue[row] ?? -1;
  if (m.office < 0) m.office = menu.office[row] ?? -1;
  if (m.thing < 0) m.thing = menu.thing[row] ?? -1;
  if (m.option < 0) m.option = menu.option[row] ?? -1;
  if (m.proc < 0) m.proc = menu.proc[row] ?? -1;
  if (m.value !== m.value) m.value = menu.value[row] ?? Number.NaN;
  m.key = menu.key[row] ?? 0;
}

/** A recorded decision: the ballot is solved as in a run, and its outcome given its probability; then it is applied as recorded. */
function replayResolution(engine: Engine, act: HistoricalAct, slot: number): ReplayedAct {
  const { scene: s } = engine;
  let open = slot;
  if (open < 0 && act.body >= 0) open = imputeMotion(engine, act);
  if (open < 0 || s.state.procKind[open] !== procedureNumber('motion'))
    return carryOut(engine, act, -1, 'consequence', Number.NaN, 0, []);
  engine.box.open(open);
  const p = outcomeProbability(engine, act, open);
  fillMove(act, s.world.people + act.body, act.to[0] ?? -1, open);
  m.body = act.body >= 0 ? act.body : (s.state.procBody[open] ?? -1);
  m.issue = s.state.procIssue[open] ?? -1;
  m.option = s.state.procOption[open] ?? 0;
  m.office = s.state.procOffice[open] ?? -1;
  if (m.to < 0) m.to = s.state.procTo[open] ?? -1;
  if (m.value !== m.value) m.value = s.state.procValue[open] ?? Number.NaN;
  m.flags |= ActFlag.byBody;
  const done = carryOut(engine, act, -1, 'chosen', p, 0, []);
  s.state.procKind[open] = -1;
  s.state.counters[Counter.procedures] = (s.state.counters[Counter.procedures] ?? 1) - 1;
  return done;
}

/** One vote known by name: the ballot is solved as in a run, and his vote given its probability. */
function replayVote(engine: Engine, act: HistoricalAct, by: number, slot: number): ReplayedAct {
  const { scene: s, mind, box } = engine;
  if (s.state.procKind[slot] === procedureNumber('motion')) {
    box.open(slot);
    for (let j = 0; j < box.n; j++) {
      if (box.voter[j] !== by) continue;
      box.reckon(j);
      const p = probabilities(mind, false, true);
      const row = m.option < mind.menu.size ? m.option : mind.menu.size;
      return carryOut(engine, act, by, 'chosen', p[row], 0, likeliest(engine));
    }
  }
  const rule = allActs()[m.kind].legal(s, m);
  return carryOut(engine, act, by, rule !== 0 ? 'off-model' : 'outside-candidates', Number.NaN, rule, []);
}

/** A decision whose motion the record does not name: the motion is taken as put by nobody in particular. */
export function imputeMotion(engine: Engine, act: HistoricalAct): number {
  const { scene: s } = engine;
  const mover = s.state.memberList[act.body * s.world.bodyCapacity] ?? -1;
  fillMove(act, mover, act.to[0] ?? -1, -1);
  m.kind = actNumber('motion');
  m.option = Math.max(0, act.option);
  m.flags = ActFlag.imputed;
  return procedureOfAct(s, allActs()[m.kind]?.apply(s, m) ?? -1);
}

/** Probability of the decision: of every named vote where the names are known, else of its being adopted or rejected. */
function outcomeProbability(engine: Engine, act: HistoricalAct, slot: number): number {
  const { box, scene: s } = engine;
  const names = act.source.votes?.names;
  if (!names || names.for.length + names.against.length === 0) {
    const win = box.solver.game.win;
    return act.source.outcome === 'rejected' ? 1 - win : win;
  }
  let p = 1;
  for (let j = 0; j < box.n; j++) {
    const id = s.world.personId[box.voter[j] ?? 0] ?? '';
    const vote = names.for.includes(id)
      ? 0
      : names.against.includes(id)
        ? 1
        : names.abstain.includes(id)
          ? 2
          : -1;
    // Votes that stand in the record as acts of their own have had their probability there.
    if (vote < 0 || (s.state.mark[slot * s.world.people + (box.voter[j] ?? 0)] ?? 0) !== 0) continue;
    box.reckon(j);
    const q = probabilities(engine.mind, false, true);
    p *= q[vote] ?? 1;
  }
  return p;
}
