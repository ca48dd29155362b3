import { actNumber, allActs, procedureNumber } from '../../acts/index.ts';
import { probabilities } from '../../choice/choose.ts';
import { procedureOfAct } from '../../world/procedures.ts';
import { ActFlag } from '../../world/state.ts';
import type { Engine } from '../engine.ts';
import type { HistoricalAct } from './compile.ts';
import { likeliest } from './match.ts';
import { fillMoved, moved as m } from './moved.ts';
import { type Judged, nobody } from './seen.ts';

/**
 * A recorded decision: the ballot is solved as in a run, and its outcome given its probability; `moved` is filled with what was decided.
 * Returns how it is judged, and the slot of the motion, −1 if it was no motion's.
 */
export function judgeResolution(
  engine: Engine,
  act: HistoricalAct,
  slot: number,
): { readonly judged: Judged; readonly motion: number } {
  const { scene: s } = engine;
  let open = slot;
  if (open < 0 && act.body >= 0) open = imputeMotion(engine, act);
  if (open < 0 || s.state.procKind[open] !== procedureNumber('motion')) return { judged: nobody, motion: -1 };
  engine.box.open(open);
  const p = outcomeProbability(engine, act, open);
  fillMoved(act, s.world.people + act.body, act.to[0] ?? -1, open);
  m.body = act.body >= 0 ? act.body : (s.state.procBody[open] ?? -1);
  m.issue = s.state.procIssue[open] ?? -1;
  m.option = s.state.procOption[open] ?? 0;
  m.office = s.state.procOffice[open] ?? -1;
  if (m.to < 0) m.to = s.state.procTo[open] ?? -1;
  if (m.value !== m.value) m.value = s.state.procValue[open] ?? Number.NaN;
  m.flags |= ActFlag.byBody;
  return { judged: { ...nobody, seen: 'chosen', probability: p }, motion: open };
}

/** One vote known by name: the ballot is solved as in a run, and his vote given its probability. */
export function judgeVote(engine: Engine, by: number, slot: number): Judged {
  const { scene: s, mind, box } = engine;
  if (s.state.procKind[slot] === procedureNumber('motion')) {
    box.open(slot);
    for (let j = 0; j < box.n; j++) {
      if (box.voter[j] !== by) continue;
      box.reckon(j);
      const p = probabilities(mind, false, true);
      const waits = m.option >= mind.menu.size;
      return {
        ...nobody,
        person: by,
        seen: 'chosen',
        probability: p[waits ? mind.menu.size : m.option],
        options: likeliest(mind),
        row: waits ? -1 : m.option,
      };
    }
  }
  const rule = allActs()[m.kind].legal(s, m);
  return { ...nobody, person: by, seen: rule !== 0 ? 'off-model' : 'outside-candidates', rule };
}

/** A decision whose motion the record does not name: the motion is taken as put by nobody in particular. */
export function imputeMotion(engine: Engine, act: HistoricalAct): number {
  const { scene: s } = engine;
  const mover = s.state.memberList[act.body * s.world.bodyCapacity] ?? -1;
  fillMoved(act, mover, act.to[0] ?? -1, -1);
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
    const vote = voteOf(names, s.world.personId[box.voter[j] ?? 0] ?? '');
    // Votes that stand in the record as acts of their own have had their probability there.
    if (vote < 0 || (s.state.mark[slot * s.world.people + (box.voter[j] ?? 0)] ?? 0) !== 0) continue;
    box.reckon(j);
    const q = probabilities(engine.mind, false, true);
    p *= q[vote] ?? 1;
  }
  return p;
}

type Names = NonNullable<NonNullable<HistoricalAct['source']['votes']>['names']>;

/** 0 for, 1 against, 2 abstaining, −1 not named. */
function voteOf(names: Names, id: string): number {
  if (names.for.includes(id)) return 0;
  if (names.against.includes(id)) return 1;
  return names.abstain.includes(id) ? 2 : -1;
}
