import { allActs } from '../../../acts/index.ts';
import { log } from '../../../chance/exact.ts';
import { probabilities, uniformOf } from '../../../choice/choose.ts';
import { Counter } from '../../../world/state.ts';
import { PURPOSE } from '../../../chance/purposes.ts';
import type { Engine } from '../../engine.ts';
import { drawing, type Occasion } from '../../chooser.ts';
import { rateOf } from '../../clock.ts';
import { type Match, matchOptions } from '../match.ts';
import { follows } from '../replay.ts';
import { whileSitting } from '../sitting.ts';
import { takeDecision, takeVote } from './decide.ts';
import { condition, type ConditionedLuck } from './luck.ts';
import { Seen, type Walk } from './passage.ts';
import { answeredBy, doAsRecorded, isMotion, openOccasion, placeStep } from './place.ts';
import { holdNew } from './walk.ts';

/** Rate below which nobody is taken to move at all, per day: who is away as coded and acts all the same. */
const leastRate = 1e-3;

/** Moves the world of history over one step of the record: weighs it, draws the luck that goes with it, does it. */
export function takeStep(walk: Walk, k: number): void {
  whileSitting(walk.engine.scene, walk.given.steps[k].act, () => takeInSession(walk, k));
}

function takeInSession(walk: Walk, k: number): void {
  const step = walk.given.steps[k];
  const x = walk.engine.scene.state;
  const from = x.counters[Counter.acts];
  const { slot, move } = placeStep(walk, step);
  const rule = allActs()[move.kind].legal(walk.engine.scene, move);
  if (walk.trace) walk.trace.rule[k] = rule;
  let seen: number;
  if (step.act.source.kind === 'resolution') seen = takeDecision(walk, k, slot);
  else if (step.act.source.kind === 'vote' && isMotion(walk, slot)) seen = takeVote(walk, k, slot, rule);
  else seen = takeChoice(walk, k, slot, rule);
  if (walk.trace) walk.trace.seen[k] = seen;
  holdNew(walk, from);
}

/** An act of one person: chosen, or following from another, or imposed. */
function takeChoice(walk: Walk, k: number, slot: number, rule: number): number {
  const { engine, given, passage, trace, luck } = walk;
  const { scene: s, mind } = engine;
  const step = given.steps[k];
  const answered = answeredBy(walk, step);
  if (step.by < 0 || step.by >= s.world.people || follows(engine, step.act, step.by, answered)) {
    doAsRecorded(walk, step, rule, -1);
    return Seen.consequence;
  }
  const occasion = openOccasion(walk, step, slot);
  const initiative = occasion.kind === 0;
  const p = mind.menu.size > 0 ? probabilities(mind, occasion.nested, true) : undefined;
  const match = p && matchOptions(mind, step.by, p);
  const chance = match && match.row >= 0 ? match.probability : 0;
  passage.weight += log((1 - given.slip) * chance + given.slip || 1e-300);
  if (initiative) passage.weight += log(Math.max(leastRate, rateOf(s, step.by)));
  if (trace) trace.rate[k] = initiative ? rateOf(s, step.by) : 0;
  if (!match || !(chance > 0)) {
    doAsRecorded(walk, step, rule, -1);
    return Seen.imposed;
  }
  luck?.note(step.key);
  const row = chooseMeant(engine, occasion, match, luck);
  doAsRecorded(walk, step, 0, row);
  return Seen.chosen;
}

/**
 * Which of the options that the record may mean he took, and the luck that goes with it: the free draw if it is one of them, else one drawn
 * by their probabilities, and noise given it. So noise is as it is given that one of them was chosen.
 */
export function chooseMeant(
  engine: Engine,
  o: Occasion,
  match: Pick<Match, 'row' | 'probability' | 'stands'>,
  luck: ConditionedLuck | undefined,
): number {
  const free = drawing.choose(engine, o);
  if (free >= 0 && match.stands[free]) return free;
  const row = drawMeant(engine, o, match);
  if (luck) condition(luck, engine.mind, engine.luck, o, row);
  return row;
}

function drawMeant(
  engine: Engine,
  o: Occasion,
  match: Pick<Match, 'row' | 'probability' | 'stands'>,
): number {
  const { menu, probability: p } = engine.mind;
  let u = uniformOf(engine.luck, PURPOSE.abduction, o.key, 2) * match.probability;
  for (let k = 0; k < menu.size; k++) {
    if (!match.stands[k]) continue;
    u -= p[k];
    if (u < 0) return k;
  }
  return match.row;
}
