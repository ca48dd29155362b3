import type { Episode, Intervention, Match } from '../episode/types.ts';
import type { Engine } from '../run/engine.ts';
import type { Plan } from '../run/intervene.ts';
import { namesOf } from '../world/compile/compile.ts';
import type { Names } from '../world/compile/names.ts';
import type { Ban } from '../world/scene.ts';
import type { World } from '../world/world.ts';
import { compelling } from './compelling.ts';
import { compileForce, evening, forceAll, type Forced, forceWhenever } from './forcing.ts';
import { addTerm, removeTerm } from './memberships.ts';
import { bansOf } from './moves.ts';
import { compileOccasion } from './occasions.ts';
import { type ForceReport, newForceReport } from './refusal.ts';
import { setter } from './setting.ts';
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

interface Timed {
  readonly at: number;
  readonly do: (engine: Engine) => void;
}

/** What a list of interventions comes to, while it is being compiled. */
interface Gathered {
  readonly timed: Timed[];
  readonly bans: Ban[];
  readonly drops: Set<string>;
  readonly compelled: Forced[];
  readonly report: ForceReport;
  parts: number;
}

/** Compiles interventions. Throws a RangeError naming what is unknown. */
export function compileInterventions(
  e: Episode,
  world: World,
  list: readonly Intervention[],
): CompiledIntervention {
  const n = namesOf(e);
  const changed = initialWorldChanges(e, world, list);
  const all: Gathered = {
    timed: [],
    bans: [],
    drops: new Set(),
    compelled: [],
    report: newForceReport(),
    parts: changed === world ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY,
  };
  list.forEach((i, change) => gather(all, i, change, n, changed));
  const atStart = all.timed.filter((t) => t.at <= world.starts);
  const later = all.timed.filter((t) => t.at > world.starts).sort((a, b) => a.at - b.at);
  const plan: Plan = {
    atStart: (engine) => {
      for (const t of atStart) t.do(engine);
    },
    drops: (item) => all.drops.has(item),
    times: later.map((t) => t.at),
    act: (engine, k) => later[k]?.do(engine),
    ...compelling(all.compelled, all.report),
  };
  return {
    world: changed,
    plan,
    bans: all.bans,
    parts: all.parts <= world.starts ? Number.NEGATIVE_INFINITY : all.parts,
    report: all.report,
  };
}

function gather(all: Gathered, i: Intervention, change: number, n: Names, world: World): void {
  const on = (at: number, work: (engine: Engine) => void): void => {
    all.timed.push({ at, do: work });
    all.parts = Math.min(all.parts, at);
  };
  switch (i.kind) {
    case 'force':
      gatherForce(all, compileForce(i, change, n), n, world, on);
      break;
    case 'forbid':
      all.bans.push(...bansOf(i.move, n, i.from, i.until + 1));
      all.parts = Math.min(all.parts, i.from);
      break;
    case 'set':
      if (i.target.kind === 'rule') break;
      onOccasion(i.when, i.at, setter(i.target, i.value, n, world), n, world, on);
      break;
    case 'remove':
      if (i.what === 'term') onOccasion(i.when, i.at ?? world.starts, removeTerm(i.id, n), n, world, on);
      else {
        all.drops.add(i.id);
        all.parts = Math.min(all.parts, firstDay(world, i.id));
      }
      break;
    case 'add-term':
      onOccasion(i.when, i.at, addTerm(i, n), n, world, on);
      break;
    case 'add-event':
    case 'add-meeting':
      break;
  }
}

type On = (at: number, work: (engine: Engine) => void) => void;

/** A dated act in the evening of its day; one that comes whenever it can, every evening until the last, and as the answer when he is asked. */
function gatherForce(all: Gathered, f: Forced, n: Names, world: World, on: On): void {
  const { at, when, whenever } = f.source;
  if (when) {
    onOccasion(when, at ?? world.starts, (engine) => forceAll(engine, f, all.report), n, world, on);
    return;
  }
  if (!whenever) {
    on((at ?? world.starts) + evening, (engine) => forceAll(engine, f, all.report));
    return;
  }
  all.compelled.push(f);
  const first = Math.max(at ?? world.starts, world.starts);
  all.parts = Math.min(all.parts, first);
  for (let day = first; day <= world.ends; day++)
    on(day + evening, (engine) => forceWhenever(engine, f, all.report, day === world.ends));
}

/** At a moment, or in the evening of the day on which the first act of a kind is done from then on. */
function onOccasion(
  when: Match | undefined,
  at: number,
  work: (engine: Engine) => void,
  n: Names,
  world: World,
  on: On,
): void {
  if (!when) {
    on(at, work);
    return;
  }
  const isToday = compileOccasion(when, at, n);
  for (let day = Math.max(at, world.starts); day <= world.ends; day++)
    on(day + evening, (engine) => {
      if (isToday(engine.scene, day)) work(engine);
    });
}

function firstDay(world: World, id: string): number {
  const item = world.calendar.find((c) => c.id === id);
  return item ? item.day : Number.NEGATIVE_INFINITY;
}
