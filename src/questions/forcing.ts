import { actNumber, allActs, procedureNumber } from '../acts/index.ts';
import { optionKey } from '../acts/menu.ts';
import { Rule } from '../acts/rules.ts';
import { isoDay } from '../episode/index.ts';
import type { Intervention } from '../episode/types.ts';
import type { Engine } from '../run/engine.ts';
import { codeOf } from '../run/history/compile.ts';
import { carryOut as carry, fillMenu } from '../run/run.ts';
import type { Names } from '../world/compile/names.ts';
import { findProcedure } from '../world/procedures.ts';
import { clearMove, type Move, newMove } from '../world/record.ts';
import { ActFlag, Counter, procedureCapacity } from '../world/state.ts';
import { optionOf } from './moves.ts';
import { addRefusal, type ForceReport, ForceRefused } from './refusal.ts';

type Force = Extract<Intervention, { readonly kind: 'force' }>;

/** The end of a day, when forced acts are done: whoever answers within the day has answered. */
export const evening = 0.999;

/** One forced act made ready: what is left open is −1 or NaN. */
export interface Forced {
  /** Number of the intervention in the question. */
  readonly change: number;
  readonly source: Force;
  readonly kind: number;
  readonly by: readonly number[];
  readonly to: readonly number[];
  /** Fills a cleared move. */
  readonly write: (m: Move, by: number, to: number) => Move;
}

/** Throws a RangeError naming what is unknown. */
export function compileForce(source: Force, change: number, n: Names): Forced {
  const { move } = source;
  const kind = actNumber(move.act);
  if (kind < 0) throw new RangeError(`no act is called "${move.act}"`);
  const option = optionOf(kind, move.option);
  const of = (index: ReadonlyMap<string, number>, id: string | undefined): number =>
    id === undefined ? -1 : (index.get(id) ?? -1);
  return {
    change,
    source,
    kind,
    by: move.by.map((id) => codeOf(id, n)),
    to: move.to.map((id) => codeOf(id, n)),
    write: (m, by, to) => {
      clearMove(m);
      m.kind = kind;
      m.by = by;
      m.to = to;
      m.body = of(n.body, move.in);
      m.issue = of(n.issue, move.issue);
      m.office = of(n.office, move.office);
      m.thing = of(n.resource, move.organ);
      m.option = option;
      m.value = move.value ?? Number.NaN;
      return m;
    },
  };
}

const wanted = newMove();

/** Does the act now, by each of the people named. Throws ForceRefused if the rules forbid it to one of them. */
export function forceAll(engine: Engine, f: Forced, report: ForceReport): void {
  for (const by of f.by) {
    const rule = forceBy(engine, f, by, report);
    if (rule !== 0) refuse(engine, f, by, rule, report);
  }
}

/** Tries the act for each who has not done it yet; on the `last` day those who never could are refused. */
export function forceWhenever(engine: Engine, f: Forced, report: ForceReport, last: boolean): void {
  for (const by of f.by) {
    if (hasDone(engine, f.kind, by)) continue;
    const rule = forceBy(engine, f, by, report);
    if (rule !== 0 && last) refuse(engine, f, by, rule, report);
  }
}

function forceBy(engine: Engine, f: Forced, by: number, report: ForceReport): number {
  for (const to of f.to.length === 0 ? [-1] : f.to) {
    const rule = forceOne(engine, f.write(wanted, by, to), report);
    if (rule !== 0) return rule;
  }
  return 0;
}

function refuse(engine: Engine, f: Forced, by: number, rule: number, report: ForceReport): never {
  const { world: w, state: x } = engine.scene;
  const refusal = { change: f.change, by, rule, times: 1 };
  report.refused++;
  addRefusal(report.refusals, refusal);
  const who = [...w.personId, ...w.bodyId, ...w.branchId][by] ?? 'somebody';
  throw new ForceRefused(refusal, f.source.move.act, who, isoDay(Math.floor(x.clock[0] ?? 0)));
}

/** 0 if it was done, else the rule that forbids it. What the question leaves open is taken from the person's own options. */
function forceOne(engine: Engine, m: Move, report: ForceReport): number {
  const { scene: s, mind } = engine;
  const act = allActs()[m.kind];
  if (!act) return Rule.wrongKind;
  const before = s.state.counters[Counter.acts] ?? 0;
  const row = m.by >= 0 && m.by < s.world.people ? ownRow(engine, m) : -1;
  if (row >= 0) carry(engine, row);
  else {
    if (m.proc < 0) m.proc = procedureFor(engine, m);
    const rule = act.legal(s, m);
    if (rule !== 0) return rule;
    s.party.byCount = s.party.toCount = 0;
    m.key = optionKey(s, m);
    act.apply(s, m);
  }
  markForced(engine, before);
  mind.menu.clear();
  report.carriedOut++;
  return 0;
}

/** The row of his own options that is what is wanted; −1 if there is none. */
function ownRow(engine: Engine, m: Move): number {
  fillMenu(engine, m.by);
  return rowOf(engine, m);
}

export function rowOf(engine: Engine, m: Move): number {
  for (let k = 0; k < engine.mind.menu.size; k++) if (sameMove(engine, k, m)) return k;
  return -1;
}

function sameMove(engine: Engine, k: number, m: Move): boolean {
  const { menu } = engine.mind;
  if (menu.kind[k] !== m.kind) return false;
  if (m.to >= 0 && menu.to[k] !== m.to) return false;
  if (m.body >= 0 && menu.body[k] !== m.body) return false;
  if (m.issue >= 0 && menu.issue[k] !== m.issue) return false;
  if (m.office >= 0 && menu.office[k] !== m.office) return false;
  if (m.thing >= 0 && menu.thing[k] !== m.thing) return false;
  if (m.option >= 0 && menu.option[k] !== m.option) return false;
  return Number.isNaN(m.value) || Math.abs((menu.value[k] ?? 0) - m.value) < 0.5;
}

/** All that was written since is the question's doing. */
function markForced(engine: Engine, from: number): void {
  const x = engine.scene.state;
  for (let k = from; k < (x.counters[Counter.acts] ?? 0); k++)
    x.actFlags[k] = (x.actFlags[k] ?? 0) | ActFlag.forced | ActFlag.imposed;
}

/** Has the question made him do it already? */
function hasDone(engine: Engine, kind: number, by: number): boolean {
  const x = engine.scene.state;
  for (let k = by < 0 ? -1 : (x.lastActBy[by] ?? -1); k >= 0; k = x.actEarlier[k] ?? -1)
    if (x.actKind[k] === kind && ((x.actFlags[k] ?? 0) & ActFlag.forced) !== 0) return true;
  return false;
}

const asking = ['ultimatum', 'denial', 'paper', 'approach', 'talks', 'motion'];

/** The open procedure in which the person has been asked, for forced answers. */
function procedureFor(engine: Engine, m: Move): number {
  const { world: w, state: x } = engine.scene;
  // A body answers what was addressed to it.
  if (m.by >= w.people)
    return findProcedure(engine.scene, procedureNumber('ultimatum'), m.by - w.people, -1, -1);
  for (const name of asking) {
    const kind = procedureNumber(name);
    for (let slot = 0; slot < procedureCapacity; slot++) {
      if (kind >= 0 && x.procKind[slot] === kind && (x.mark[slot * w.people + m.by] ?? 0) === 1) return slot;
    }
  }
  return -1;
}
