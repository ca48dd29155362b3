import { actNumber, allActs } from '../acts/index.ts';
import { optionKey } from '../acts/menu.ts';
import { ruleText } from '../acts/rules.ts';
import type { Episode, Intervention, MoveSpec, SetTarget } from '../episode/types.ts';
import { openBands, reheap } from '../run/clock.ts';
import type { Engine } from '../run/engine.ts';
import { codeOf } from '../run/history/compile.ts';
import type { Plan } from '../run/intervene.ts';
import { carryOut as carry, fillMenu } from '../run/run.ts';
import { namesOf } from '../world/compile/compile.ts';
import { edgeOf } from '../world/world.ts';
import type { World } from '../world/world.ts';
import type { Names } from '../world/compile/names.ts';
import type { Ban } from '../world/scene.ts';
import { clearMove, type Move, newMove } from '../world/record.ts';
import { procedureNumber } from '../acts/define.ts';
import { applyPressures } from '../world/pressure.ts';
import { findProcedure } from '../world/procedures.ts';
import { ActFlag, procedureCapacity } from '../world/state.ts';
import { initialWorldChanges } from './worlds.ts';

/** An intervention, or several, compiled for one world. */
export interface CompiledIntervention {
  /** The world to run in: another one if rules are changed. */
  readonly world: World;
  readonly plan: Plan;
  readonly bans: readonly Ban[];
  /** Days before which nothing differs: twins share their run up to here. −∞ if the start differs. */
  readonly parts: number;
  /** What happened when acts were forced: how often carried out, how often illegal at that moment and by which rule. */
  readonly report: ForceReport;
}

export interface ForceReport {
  carriedOut: number;
  refused: number;
  /** Times each rule refused, by code. */
  readonly rules: Map<number, number>;
}

interface Timed {
  readonly at: number;
  readonly do: (engine: Engine) => void;
}

/** Compiles interventions. Throws a RangeError naming what is unknown. */
export function compileInterventions(
  e: Episode,
  world: World,
  list: readonly Intervention[],
): CompiledIntervention {
  const n = namesOf(e);
  const report: ForceReport = { carriedOut: 0, refused: 0, rules: new Map() };
  const changed = initialWorldChanges(e, world, list);
  const timed: Timed[] = [];
  const bans: Ban[] = [];
  const drops = new Set<string>();
  let parts = changed === world ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  for (const i of list) {
    if (i.kind === 'force') {
      const at = (i.at ?? world.starts) + 0.999;
      timed.push({ at, do: force(i.move, n, report) });
      parts = Math.min(parts, at);
    } else if (i.kind === 'forbid') {
      bans.push(...bansOf(i.move, n, i.from, i.until + 1));
      parts = Math.min(parts, i.from);
    } else if (i.kind === 'set' && i.target.kind !== 'rule') {
      const write = setter(i.target, i.value, n, world);
      timed.push({ at: i.at, do: write });
      parts = Math.min(parts, i.at);
    } else if (i.kind === 'remove') {
      drops.add(i.id);
      parts = Math.min(parts, firstDay(world, i.id));
    }
  }
  const atStart = timed.filter((t) => t.at <= world.starts);
  const later = timed.filter((t) => t.at > world.starts).sort((a, b) => a.at - b.at);
  const plan: Plan = {
    atStart: (engine) => {
      for (const t of atStart) t.do(engine);
    },
    drops: (item) => drops.has(item),
    times: later.map((t) => t.at),
    act: (engine, k) => later[k]?.do(engine),
  };
  return {
    world: changed,
    plan,
    bans,
    parts: parts <= world.starts ? Number.NEGATIVE_INFINITY : parts,
    report,
  };
}

function firstDay(world: World, id: string): number {
  const item = world.calendar.find((c) => c.id === id);
  return item ? item.day : Number.NEGATIVE_INFINITY;
}

function bansOf(m: MoveSpec, n: Names, from: number, until: number): Ban[] {
  const kind = actNumber(m.act);
  if (kind < 0) throw new RangeError(`no act is called "${m.act}"`);
  const option = optionOf(kind, m.option);
  const each = (ids: readonly string[]): readonly number[] =>
    ids.length === 0 ? [-1] : ids.map((id) => codeOf(id, n));
  return each(m.by).flatMap((by) =>
    each(m.to).map((to) => ({
      kind,
      by,
      to,
      option,
      from,
      until,
      body: m.in === undefined ? -1 : (n.body.get(m.in) ?? -1),
      issue: m.issue === undefined ? -1 : (n.issue.get(m.issue) ?? -1),
    })),
  );
}

function optionOf(kind: number, name: string | undefined): number {
  if (name === undefined) return -1;
  const code = allActs()[kind]?.options?.indexOf(name) ?? -1;
  if (code < 0) throw new RangeError(`the act "${allActs()[kind]?.kind}" has no option "${name}"`);
  return code;
}

/** An act done because the question says so, by each of the people named. The rules still hold: what they forbid is counted, not done. */
function force(spec: MoveSpec, n: Names, report: ForceReport): (engine: Engine) => void {
  const kind = actNumber(spec.act);
  if (kind < 0) throw new RangeError(`no act is called "${spec.act}"`);
  const option = optionOf(kind, spec.option);
  const by = spec.by.map((id) => codeOf(id, n));
  const to = spec.to.map((id) => codeOf(id, n));
  const m = newMove();
  return (engine) => {
    for (const person of by) {
      for (const target of to.length === 0 ? [-1] : to) {
        clearMove(m);
        m.kind = kind;
        m.by = person;
        m.to = target;
        m.body = spec.in === undefined ? -1 : (n.body.get(spec.in) ?? -1);
        m.issue = spec.issue === undefined ? -1 : (n.issue.get(spec.issue) ?? -1);
        m.office = spec.office === undefined ? -1 : (n.office.get(spec.office) ?? -1);
        m.thing = spec.organ === undefined ? -1 : (n.resource.get(spec.organ) ?? -1);
        m.option = option;
        m.value = spec.value ?? Number.NaN;
        forceOne(engine, m, report);
      }
    }
  };
}

function forceOne(engine: Engine, m: Move, report: ForceReport): void {
  const { scene: s, mind } = engine;
  const act = allActs()[m.kind];
  if (!act) return;
  m.flags |= ActFlag.imposed;
  // What the question leaves open is taken from the person's own options, as he would have chosen among them.
  if (m.by >= 0 && m.by < s.world.people) {
    fillMenu(engine, m.by);
    for (let k = 0; k < mind.menu.size; k++) {
      if (!sameMove(engine, k, m)) continue;
      carry(engine, k);
      report.carriedOut++;
      return;
    }
  }
  if (m.proc < 0) m.proc = procedureFor(engine, m);
  const rule = act.legal(s, m);
  if (rule !== 0) {
    report.refused++;
    report.rules.set(rule, (report.rules.get(rule) ?? 0) + 1);
    return;
  }
  s.party.byCount = s.party.toCount = 0;
  m.key = optionKey(s, m);
  act.apply(s, m);
  report.carriedOut++;
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

/** The open procedure in which the person has been asked, for forced answers. */
function procedureFor(engine: Engine, m: Move): number {
  const { world: w, state: x } = engine.scene;
  // A body answers what was addressed to it.
  if (m.by >= w.people)
    return findProcedure(engine.scene, procedureNumber('ultimatum'), m.by - w.people, -1, -1);
  const names = ['ultimatum', 'denial', 'paper', 'approach', 'talks', 'motion'];
  for (const name of names) {
    const kind = procedureNumber(name);
    for (let slot = 0; slot < procedureCapacity; slot++) {
      if (kind >= 0 && x.procKind[slot] === kind && (x.mark[slot * w.people + m.by] ?? 0) === 1) return slot;
    }
  }
  return -1;
}

type Write = (engine: Engine) => void;

function setter(target: SetTarget, value: unknown, n: Names, w: World): Write {
  if (target.kind === 'resource') {
    const r = n.resource.get(target.resource) ?? -1;
    const holder = codeOf(String(value), n);
    return (g) => {
      g.scene.state.resourceHolder[r] = holder;
    };
  }
  const v = Number(value);
  if (!Number.isFinite(v)) throw new RangeError(`"${String(value)}" is not a number`);
  switch (target.kind) {
    case 'trait': {
      const p = n.person.get(target.person) ?? -1;
      const field = target.trait;
      return (g) => {
        g.scene.state[field][p] = v;
        if (field === 'tempo') {
          openBands(g.scene, g.luck, p);
          reheap(g.scene);
        }
      };
    }
    case 'position':
    case 'salience': {
      const cell = (n.person.get(target.person) ?? -1) * w.issues + (n.issue.get(target.issue) ?? -1);
      const field = target.kind;
      return (g) => {
        g.scene.state[field][cell] = v;
        applyPressures(g.scene);
      };
    }
    case 'belief':
      return setBelief(target, v, n, w);
    case 'tie': {
      const edge = edgeOf(w, n.person.get(target.from) ?? -1, n.person.get(target.to) ?? -1);
      if (edge < 0)
        throw new RangeError(
          `${target.from} and ${target.to} have nothing to do with each other in this episode: code a tie first`,
        );
      return (g) => {
        g.scene.state.tie[edge] = v;
      };
    }
    case 'pressure': {
      const k = n.pressure.get(target.pressure) ?? -1;
      return (g) => {
        g.scene.state.pressure[k] = v;
        applyPressures(g.scene);
      };
    }
    case 'line': {
      const cell = (n.body.get(target.body) ?? -1) * w.issues + (n.issue.get(target.issue) ?? -1);
      return (g) => {
        g.scene.state.line[cell] = v;
      };
    }
    default:
      return () => {};
  }
}

function setBelief(target: Extract<SetTarget, { kind: 'belief' }>, v: number, n: Names, w: World): Write {
  const about = n.person.get(target.about) ?? -1;
  const issue = n.issue.get(target.issue) ?? -1;
  if (target.who === 'public')
    return (g) => {
      g.scene.state.publicMean[about * w.issues + issue] = v;
    };
  const edge = edgeOf(w, n.person.get(target.who) ?? -1, about);
  if (edge < 0)
    throw new RangeError(
      `${target.who} has no view of ${target.about} in this episode: code a belief or a tie first`,
    );
  return (g) => {
    g.scene.state.beliefMean[edge * w.issues + issue] = v;
    g.scene.state.beliefSpread[edge * w.issues + issue] ||= 12;
  };
}

/** The rule that stopped most forced acts, in words; undefined if none was stopped. */
export function refusal(report: ForceReport, lang: 'en' | 'ru'): string | undefined {
  let worst: number | undefined;
  for (const [rule, times] of report.rules)
    if (worst === undefined || times > (report.rules.get(worst) ?? 0)) worst = rule;
  return worst === undefined ? undefined : ruleText(worst, lang);
}
