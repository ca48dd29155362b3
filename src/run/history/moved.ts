import { clearMove, type Move, newMove } from '../../world/record.ts';
import type { HistoricalAct } from './compile.ts';

/** The act of the record being replayed, as a move; one at a time. */
export const moved: Move = newMove();

/** Fills `moved` from an act of the record: whose share it is, to whom, and the procedure that it belongs to (−1 none). */
export function fillMoved(act: HistoricalAct, by: number, to: number, slot: number): Move {
  const m = clearMove(moved);
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

/**
 * Kinds that are done once, by all who are named, to all who are named: the first stands for the party. Every other kind is one act
 * for each person and each addressee.
 */
export const joint: ReadonlySet<string> = new Set([
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
  'offer',
  'accept-offer',
  'reject-offer',
  'break-talks',
  'concede',
  'rebuff',
]);
