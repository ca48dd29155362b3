import { actNumber, allProcedures } from '../../acts/index.ts';
import { proposeLines } from '../../acts/kinds/motion.ts';
import { isTheirs, talksOf, Turn } from '../../acts/outside.ts';
import type { Engine } from '../engine.ts';
import type { Occasion } from '../chooser.ts';
import { fillMenu } from '../run.ts';
import { moved as m } from './moved.ts';

/** Kinds of act that are words in talks. */
const words = ['offer', 'accept-offer', 'reject-offer', 'break-talks'];

/**
 * Fills the menu as the person had it: the answers of the procedure he was asked in; his turn to speak in talks; a declared meeting at which
 * something may be tabled; else his own initiative. Returns the kind of occasion; the kind of act was drawn first on all but answers (1).
 */
export function offerOccasion(engine: Engine, person: number, slot: number): Occasion['kind'] {
  const { mind } = engine;
  mind.menu.clear();
  if (slot >= 0 && answersAt(engine, slot, person)) return 1;
  if (words.some((kind) => m.kind === actNumber(kind)) && speaksInTalks(engine, person)) return 1;
  if (m.kind === actNumber('motion') && tablesAtMeeting(engine, person)) return 3;
  mind.menu.clear();
  fillMenu(engine, person);
  return 0;
}

/** The answers of a procedure, if what happened is one of them. */
function answersAt(engine: Engine, slot: number, person: number): boolean {
  const { scene: s, mind } = engine;
  allProcedures()[s.state.procKind[slot]].answers?.(s, slot, person, mind.menu);
  for (let k = 0; k < mind.menu.size; k++) if (mind.menu.kind[k] === m.kind) return true;
  mind.menu.clear();
  return false;
}

/** Whose turn it was, the record knows; that each side says a word a day is the model's convention. */
function speaksInTalks(engine: Engine, person: number): boolean {
  const { scene: s } = engine;
  const talks = talksOf(s, m);
  if (talks < 0) return false;
  s.state.procState[talks] = isTheirs(s, m, talks) ? Turn.theirs : Turn.ours;
  return answersAt(engine, talks, person);
}

/** Days from a declared meeting within which a motion of the record was put at it. */
const sameDay = 1;

/** Was the motion put at a meeting of the body that has the matter on its agenda? There bodies table what another body decides, too. */
function tablesAtMeeting(engine: Engine, person: number): boolean {
  const { scene: s, mind } = engine;
  const { world: w, state: x } = s;
  if (m.issue < 0 || m.body < 0 || m.option > 0) return false;
  for (let c = 0; c < w.calendar.length; c++) {
    const item = w.calendar[c];
    if (item.kind !== 1 || item.body !== m.body || !item.agenda.includes(m.issue)) continue;
    if (Math.abs(x.calendarTime[c] - x.clock[0]) > sameDay) continue;
    proposeLines(s, person, m.body, mind.menu, m.issue);
    return mind.menu.size > 0;
  }
  return false;
}
