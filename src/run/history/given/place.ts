import { procedureNumber } from '../../../acts/index.ts';
import { evaluate } from '../../../choice/evaluate.ts';
import type { Move } from '../../../world/record.ts';
import { procedureOfAct } from '../../../world/procedures.ts';
import type { Occasion } from '../../chooser.ts';
import { fillMoved } from '../moved.ts';
import { offerOccasion } from '../occasions.ts';
import { carryOut, secretOf } from '../replay.ts';
import { nobody } from '../seen.ts';
import type { Walk } from './passage.ts';
import type { Step } from './steps.ts';

const occasion: Occasion = { kind: 0, person: 0, key: 0, slot: -1, nested: false, mayWait: true };

/** Fills the replay's move with what the record says, and finds the procedure that it belongs to. */
export function placeStep(walk: Walk, step: Step): { readonly slot: number; readonly move: Move } {
  const { engine } = walk;
  const answered = answeredBy(walk, step);
  const secret = step.act.source.kind === 'disclose' ? secretOf(engine, answered) : -1;
  const slot = secret >= 0 ? secret : answered >= 0 ? procedureOfAct(engine.scene, answered) : -1;
  return { slot, move: fillMoved(step.act, step.by, step.to, slot) };
}

export const answeredBy = (walk: Walk, step: Step): number =>
  step.answers < 0 ? -1 : walk.passage.written[step.answers];

export const isMotion = (walk: Walk, slot: number): boolean =>
  slot >= 0 && walk.engine.scene.state.procKind[slot] === procedureNumber('motion');

/** Puts the person before his options, evaluated. */
export function openOccasion(walk: Walk, step: Step, slot: number): Occasion {
  const { engine } = walk;
  const kind = offerOccasion(engine, step.by, slot);
  if (engine.mind.menu.size > 0) evaluate(engine.mind, step.by);
  occasion.kind = kind;
  occasion.person = step.by;
  occasion.slot = kind === 1 ? slot : -1;
  occasion.key = step.key;
  occasion.nested = kind !== 1;
  return occasion;
}

/** Does the act with all that the record says of it; `row` is the option it matches, −1 if none. */
export function doAsRecorded(walk: Walk, step: Step, rule: number, row: number): void {
  const seen = rule !== 0 ? 'off-model' : row >= 0 ? 'chosen' : 'consequence';
  const person = step.by < walk.engine.scene.world.people ? step.by : -1;
  const { written } = carryOut(walk.engine, step.act, { ...nobody, person, seen, rule, row });
  walk.passage.written[step.index] = written;
}
