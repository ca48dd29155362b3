import { sit } from '../../world/assembly.ts';
import type { Scene } from '../../world/scene.ts';
import type { HistoricalAct } from './compile.ts';

/** Acts that are done in a sitting where one is held. */
const inSession = new Set(['motion', 'vote', 'resolution', 'declare']);

/**
 * The meeting of the calendar at which an act of the record was done: that of its body on its day. The first to sit jointly if the
 * day has several; -1 if there is none.
 */
export function meetingOf(s: Scene, act: HistoricalAct): number {
  const { world: w, state: x } = s;
  const body = act.body >= 0 ? act.body : (act.by[0] ?? -1) - w.people;
  if (!inSession.has(act.source.kind) || body < 0 || body >= w.bodies || !x.convened[body]) return -1;
  const { earliest, latest } = act.source.date;
  let found = -1;
  for (let c = 0; c < w.calendar.length; c++) {
    const item = w.calendar[c];
    if (item.kind !== 1 || item.body !== body || item.day >= latest + 1 || item.latest < earliest) continue;
    if (item.assembly.bodies.length > 1) return c;
    if (found < 0) found = c;
  }
  return found;
}

/** Does something while the bodies of the act's meeting are in session. */
export function whileSitting<T>(s: Scene, act: HistoricalAct, what: () => T): T {
  const meeting = meetingOf(s, act);
  if (meeting < 0) return what();
  sit(s, meeting, true);
  const result = what();
  sit(s, meeting, false);
  return result;
}
