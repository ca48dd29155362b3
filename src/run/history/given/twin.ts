import { allActs } from '../../../acts/index.ts';
import { uniformAt } from '../../../chance/draws.ts';
import { mixKey } from '../../../chance/keys.ts';
import { PURPOSE } from '../../../chance/purposes.ts';
import { Counter } from '../../../world/state.ts';
import { rateOf } from '../../clock.ts';
import { carryOut } from '../../run.ts';
import { isBanned } from '../../../world/bans.ts';
import { moved } from '../moved.ts';
import { matchOptions } from '../match.ts';
import { follows } from '../replay.ts';
import { whileSitting } from '../sitting.ts';
import { twinDecision, twinVote } from './decide.ts';
import { Seen, type Trace, type Walk } from './passage.ts';
import { answeredBy, doAsRecorded, isMotion, openOccasion, placeStep } from './place.ts';
import { holdNew } from './walk.ts';

/**
 * One step of the record in a twin, after `walk.luck` has been inferred: nothing is imposed that a choice brought about. The occasion
 * comes again, with the luck of history; if he chooses the same, the act is done with all that the record says of it. What the model
 * gave no chance, and what follows from other acts, is done while the rules allow it (or forbade it in history already) and what it answers
 * has been done.
 */
export function twinStep(walk: Walk, history: Trace, k: number): void {
  whileSitting(walk.engine.scene, walk.given.steps[k].act, () => twinInSession(walk, history, k));
}

function twinInSession(walk: Walk, history: Trace, k: number): void {
  const step = walk.given.steps[k];
  const x = walk.engine.scene.state;
  const from = x.counters[Counter.acts];
  if (step.answers >= 0 && answeredBy(walk, step) < 0) return;
  const { slot } = placeStep(walk, step);
  const seen = history.seen[k];
  if (step.act.source.kind === 'resolution' && seen !== Seen.consequence)
    twinDecision(walk, k, slot, seen === Seen.imposedDecision);
  else if (seen === Seen.decided) {
    if (isMotion(walk, slot)) twinVote(walk, k, slot);
  } else if (seen === Seen.chosen) twinChoice(walk, history, k, slot);
  else persist(walk, history, k);
  if (walk.passage.written[step.index] >= from) holdNew(walk, from);
}

/** He chooses again. On his own initiative only if the moment is live: its level is below the rate it had in history. */
function twinChoice(walk: Walk, history: Trace, k: number, slot: number): void {
  const { engine, given } = walk;
  const { scene: s, mind, luck } = engine;
  const step = given.steps[k];
  const occasion = openOccasion(walk, step, slot);
  const rate = history.rate[k];
  if (occasion.kind === 0 && rate > 0) {
    const level = uniformAt(luck.run, mixKey(PURPOSE.clockThin, step.key), 0, 0, luck.seedLow, luck.seedHigh);
    if (!(level * rate < rateOf(s, step.by))) return;
  }
  if (mind.menu.size === 0) return;
  const { stands } = matchOptions(mind, step.by, mind.probability);
  const compelled = occasion.kind === 0 ? -1 : engine.plan.answer(engine, step.by);
  const row = compelled >= 0 ? compelled : engine.chooser.choose(engine, occasion);
  if (row < 0) return;
  // What the record has may be forbidden where what stands for it is not: the drafting of an ultimatum.
  if (stands[row] && !isBanned(s, moved)) doAsRecorded(walk, step, 0, row);
  else carryOut(engine, row);
}

function persist(walk: Walk, history: Trace, k: number): void {
  const { engine, given } = walk;
  const { scene: s } = engine;
  const step = given.steps[k];
  const { move } = placeStep(walk, step);
  const rule = allActs()[move.kind].legal(s, move);
  if (rule !== 0 && rule !== history.rule[k]) return;
  if (isBanned(s, move)) return;
  if (
    history.seen[k] === Seen.consequence &&
    step.by >= 0 &&
    step.by < s.world.people &&
    !follows(engine, step.act, step.by, answeredBy(walk, step))
  )
    return;
  doAsRecorded(walk, step, rule, -1);
}
