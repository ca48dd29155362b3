import { isAdopted } from '../../../acts/procedures/motion.ts';
import { log } from '../../../chance/exact.ts';
import { isBanned } from '../../../world/bans.ts';
import { closeProcedure } from '../../../world/procedures.ts';
import { ActFlag, Mark } from '../../../world/state.ts';
import type { Engine } from '../../engine.ts';
import { imputeMotion } from '../decisions.ts';
import { fillMoved } from '../moved.ts';
import { carryOut } from '../replay.ts';
import { nobody } from '../seen.ts';
import { Seen, type Walk } from './passage.ts';
import type { Step } from './steps.ts';
import { doAsRecorded, isMotion } from './place.ts';
import { type Agrees, drawNames } from './tally.ts';
import {
  callRoll,
  carried,
  conditionVote,
  neither,
  newRoll,
  no,
  type Roll,
  voteOf,
  weighFixed,
  yes,
} from './votes.ts';

const roll = newRoll();

/**
 * A recorded decision in the world of history: the ballot is solved as in a run; votes by name are taken as known, other names are
 * drawn given the tally (or only the outcome), and each voter's noise given his vote.
 */
export function takeDecision(walk: Walk, k: number, slot: number): number {
  const { engine, given, passage, luck } = walk;
  const step = given.steps[k];
  const open = motionOf(walk, step, slot);
  if (open < 0) {
    doAsRecorded(walk, step, 0, -1);
    return Seen.consequence;
  }
  callRoll(engine, open, step.key, knownVotes(engine, step, open), roll);
  const marked = (person: number): boolean => voteMarked(engine, open, person) >= 0;
  const chance = drawOutcome(engine, step, open, roll);
  const law = chance !== chance ? winChance(engine, step) : chance;
  passage.weight += weighFixed(roll, (p) => marked(p) || isAbsent(engine, step, p));
  passage.weight += log((1 - given.slip) * law + given.slip || 1e-300);
  const wanted = step.act.source.outcome !== 'rejected';
  const possible = carried(engine, open, roll) === wanted;
  if (luck && possible) for (let at = 0; at < roll.n; at++) conditionVote(engine.luck, luck, roll, at);
  if (luck && !possible) for (let at = 0; at < roll.n; at++) luck.note(roll.key[at]);
  applyDecision(walk, step, open, wanted);
  return possible ? Seen.decided : Seen.imposedDecision;
}

/** The same decision in a twin: the votes that the voters' luck gives. What no votes brought about in history stands while there is a motion. */
export function twinDecision(walk: Walk, k: number, slot: number, imposed: boolean): void {
  const { engine, given } = walk;
  const step = given.steps[k];
  const open = motionOf(walk, step, slot);
  if (open < 0) return;
  callRoll(engine, open, step.key, (p) => voteMarked(engine, open, p), roll);
  for (let at = 0; at < roll.n; at++)
    roll.vote[at] =
      roll.fixed[at] >= 0 ? roll.fixed[at] : twinVoteOf(walk, at, step.act.body, step.act.issue);
  const wanted = step.act.source.outcome !== 'rejected';
  applyDecision(walk, step, open, imposed ? wanted : carried(engine, open, roll));
}

/** The motion decided on; one that the record does not name is taken as put by nobody in particular. */
function motionOf(walk: Walk, step: Step, slot: number): number {
  const { source } = step.act;
  if (source.outcome === 'withdrawn' || source.outcome === 'no-quorum') return -1;
  let open = slot;
  if (open < 0 && step.act.body >= 0) open = imputeMotion(walk.engine, step.act);
  fillMoved(step.act, step.by, step.to, open);
  return isMotion(walk, open) ? open : -1;
}

/** One vote known by name, as an act of its own. */
export function takeVote(walk: Walk, k: number, slot: number, rule: number): number {
  const { engine, given, passage, luck } = walk;
  const step = given.steps[k];
  callRoll(engine, slot, step.key, () => -1, roll);
  const at = seatOf(roll, step.by);
  fillMoved(step.act, step.by, step.to, slot);
  if (at < 0) {
    passage.weight += log(given.slip || 1e-300);
    doAsRecorded(walk, step, rule, -1);
    return Seen.imposed;
  }
  roll.vote[at] = step.act.option === yes ? yes : step.act.option === no ? no : neither;
  roll.fixed[at] = roll.vote[at];
  const chance =
    roll.vote[at] === yes ? roll.p[at] : roll.vote[at] === no ? roll.q[at] : 1 - roll.p[at] - roll.q[at];
  passage.weight += log((1 - given.slip) * chance + given.slip || 1e-300);
  if (luck) conditionVote(engine.luck, luck, roll, at);
  doAsRecorded(walk, step, 0, -1);
  return Seen.decided;
}

/** His vote in a twin: as his luck gives it. */
export function twinVote(walk: Walk, k: number, slot: number): void {
  const { engine, given } = walk;
  const step = given.steps[k];
  callRoll(engine, slot, step.key, () => -1, roll);
  const at = seatOf(roll, step.by);
  if (at < 0) return;
  const vote = twinVoteOf(walk, at, step.act.body, step.act.issue);
  const move = fillMoved(step.act, step.by, step.to, slot);
  move.option = vote;
  if (!isBanned(engine.scene, move)) doAsRecorded(walk, step, 0, -1);
}

/** As the question has it, else as his luck gives it. */
function twinVoteOf({ engine, luck }: Walk, at: number, body: number, issue: number): number {
  const compelled = engine.plan.vote(engine, roll.person[at], body, issue);
  return compelled >= 0 ? compelled : voteOf(engine.luck, luck, roll, at);
}

function seatOf(r: Roll, person: number): number {
  for (let at = 0; at < r.n; at++) if (r.person[at] === person) return at;
  return -1;
}

/** Votes known beforehand: those given as acts, those named in the decision; who was absent did not vote. */
function knownVotes(engine: Engine, step: Step, slot: number): (person: number) => number {
  const names = step.act.source.votes?.names;
  const { personId } = engine.scene.world;
  return (person) => {
    const marked = voteMarked(engine, slot, person);
    if (marked >= 0 || !names) return marked;
    const id = personId[person];
    if (names.for.includes(id)) return yes;
    if (names.against.includes(id)) return no;
    return names.abstain.includes(id) || names.absent.includes(id) ? neither : -1;
  };
}

const isAbsent = (engine: Engine, step: Step, person: number): boolean =>
  step.act.source.votes?.names.absent.includes(engine.scene.world.personId[person]) ?? false;

function voteMarked(engine: Engine, slot: number, person: number): number {
  const mark = engine.scene.state.mark[slot * engine.scene.world.people + person];
  return mark === Mark.yes ? yes : mark === Mark.no ? no : mark === Mark.abstained ? neither : -1;
}

/** Draws the open votes given the tally and the outcome; given the outcome alone where no votes come to the tally. */
function drawOutcome(engine: Engine, step: Step, slot: number, r: Roll): number {
  const { votes, outcome } = step.act.source;
  const total = r.n === 0 ? 0 : sum(r);
  const wanted = outcome !== 'rejected';
  const ends: Agrees = (y, n) => isAdopted(engine.scene, slot, y, n, total - y - n) === wanted;
  const told: Agrees = (y, n) =>
    (votes?.for === undefined || votes.for === y) &&
    (votes?.against === undefined || votes.against === n) &&
    ends(y, n);
  const chance = total <= 40 && votes ? drawNames(engine.luck, r, told) : 0;
  return chance > 0 ? chance : drawNames(engine.luck, r, ends);
}

function sum(r: Roll): number {
  let votes = 0;
  for (let at = 0; at < r.n; at++) votes += r.weight[at];
  return votes;
}

/** In a large assembly: the chance of the outcome as publicly expected. */
function winChance(engine: Engine, step: Step): number {
  const { win } = engine.box.solver.game;
  return step.act.source.outcome === 'rejected' ? 1 - win : win;
}

/** Writes the decision as the record has it, or turned round. */
function applyDecision(walk: Walk, step: Step, slot: number, adopted: boolean): void {
  const { engine, passage } = walk;
  const { scene: s } = engine;
  const x = s.state;
  const m = fillMoved(step.act, s.world.people + x.procBody[slot], step.to, slot);
  m.body = step.act.body >= 0 ? step.act.body : x.procBody[slot];
  m.issue = x.procIssue[slot];
  m.option = x.procOption[slot];
  m.office = x.procOffice[slot];
  if (m.to < 0) m.to = x.procTo[slot];
  if (m.value !== m.value) m.value = x.procValue[slot];
  m.flags |= ActFlag.byBody;
  if (adopted !== (step.act.source.outcome !== 'rejected')) {
    m.flags &= ~(ActFlag.adopted | ActFlag.rejected);
    m.flags |= adopted ? ActFlag.adopted : ActFlag.rejected;
  }
  if (!isBanned(s, m))
    passage.written[step.index] = carryOut(engine, step.act, { ...nobody, seen: 'chosen' }).written;
  if (x.procKind[slot] >= 0) closeProcedure(s, slot);
}
