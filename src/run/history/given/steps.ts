import { hashText } from '../../../chance/keys.ts';
import type { Episode } from '../../../episode/types.ts';
import type { World } from '../../../world/world.ts';
import { compileHistory, type HistoricalAct } from '../compile.ts';
import { joint } from '../moved.ts';
import { type Detection, detectionOf } from './observation.ts';

/** One person's (or one body's) share in an act of the record: what has to happen, in order. */
export interface Step {
  readonly act: HistoricalAct;
  /** Number of the act among those given. */
  readonly index: number;
  readonly by: number;
  readonly to: number;
  /** Number of the act it answers, −1 if none is given. */
  readonly answers: number;
  /** Key of the occasion, from the act's id and the people's. */
  readonly key: number;
}

/** A moment at which a walk along the record may pause: before a step of it, or (step −1) after a day without one. */
export interface Mark {
  readonly time: number;
  readonly step: number;
}

/** The record up to a date, ready to be imposed as evidence. Immutable, one per worker. */
export interface Given {
  readonly steps: readonly Step[];
  /** In the order of time; the last is the end of what is given. */
  readonly marks: readonly Mark[];
  /** How many acts are given. */
  readonly acts: number;
  /** The moment at which history is left: the midnight after the last day given, in days. */
  readonly end: number;
  readonly detection: Detection;
  /** Meetings of the episode: until `end` the record says what they decided. */
  readonly meetings: ReadonlySet<string>;
  /** Chance that an act came about otherwise than the model allows: see `slipChance`. */
  readonly slip: number;
}

/**
 * Chance that an act came about otherwise than by a choice among the options modelled. Menus hold about eight candidates for each kind
 * of act, so what lies outside them is not impossible; this is what it counts. It cancels where no particle gives the act a chance, and
 * bounds what a single act can weigh: 4.6 units of log-likelihood.
 */
export const slipChance = 1e-2;

/** Compiles the acts up to and including a day. Nothing later is looked at. */
export function compileGiven(e: Episode, w: World, until: number, slip = slipChance): Given {
  const end = Math.min(until, w.ends) + 1;
  const history = compileHistory({ ...e, record: e.record.filter((a) => a.date.day < end) }).filter(
    (a) => a.time < end && a.source.mode === 'occurred' && a.kind >= 0,
  );
  const number = new Map(history.map((a, k) => [a.id, k]));
  const steps = history.flatMap((act, index) => stepsOf(act, index, number, w));
  return {
    steps,
    marks: marksOf(steps, w.starts, end),
    acts: history.length,
    end,
    detection: detectionOf(e, w),
    meetings: new Set(w.calendar.filter((c) => c.kind === 1).map((c) => c.id)),
    slip,
  };
}

/** Every step, and a pause after each day on which nothing is recorded, so that long silences are weighed bit by bit. */
function marksOf(steps: readonly Step[], starts: number, end: number): readonly Mark[] {
  const marks: Mark[] = [];
  let at = starts;
  const passDays = (until: number): void => {
    for (let day = Math.floor(at) + 1; day < until; day++) marks.push({ time: day, step: -1 });
  };
  steps.forEach(({ act }, step) => {
    passDays(act.time);
    at = Math.max(at, act.time);
    marks.push({ time: at, step });
  });
  passDays(end);
  if (end > starts) marks.push({ time: end, step: -1 });
  return marks;
}

/** Joint acts are one step; others are one for each person, and for each target. */
function stepsOf(
  act: HistoricalAct,
  index: number,
  number: ReadonlyMap<string, number>,
  w: World,
): readonly Step[] {
  const together = joint.has(act.source.kind);
  const actors = together ? [act.by[0] ?? -1] : act.by;
  const targets = together || act.to.length <= 1 ? [act.to[0] ?? -1] : act.to;
  const answers = act.answers === undefined ? -1 : (number.get(act.answers) ?? -1);
  return actors.flatMap((by) =>
    targets.map((to) => ({
      act,
      index,
      by,
      to,
      answers,
      key: hashText(`${act.id} ${w.personId[by] ?? ''} ${w.personId[to] ?? ''}`),
    })),
  );
}
