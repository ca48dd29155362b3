import { actNumber } from '../acts/index.ts';
import { Counter, type State } from '../world/state.ts';

/** The kinds of act that turn a course: by the first of each, courses are told apart. */
export const turningKinds = [
  'resign',
  'statement',
  'ultimatum',
  'expel',
  'exit',
  'found-rival',
  'split',
  'concede',
  'break-talks',
  'call-congress',
  'pact',
  'remove',
  'recant',
] as const;

/** Numbers that tell of one act: run, kind, who (code), body, moment in days. */
export const firstWidth = 5;

/** Appends the first act of each turning kind of a run, in the order of the record. */
export function pushFirsts(x: State, run: number, into: number[]): void {
  const left = new Set(turningKinds.map((kind) => actNumber(kind)));
  const acts = x.counters[Counter.acts] ?? 0;
  for (let k = 0; k < acts && left.size > 0; k++) {
    const kind = x.actKind[k] ?? -1;
    if (!left.delete(kind)) continue;
    into.push(run, kind, x.actBy[k] ?? -1, x.actBody[k] ?? -1, x.actTime[k] ?? Number.NaN);
  }
}
