import { ActFlag, Counter, type State } from '../world/state.ts';

/** In which of the two worlds the act that parts them is done; `otherwise`: the same person does another thing at the same moment. */
export const sides = ['without', 'with', 'otherwise'] as const;
export type PartingSide = (typeof sides)[number];

/** Who parted two worlds by what. */
export interface PartedThrough {
  /** Person; people + body; people + bodies + branch; −1 nobody. */
  readonly by: number;
  /** Kind of act, its number in the registry. */
  readonly act: number;
  readonly side: PartingSide;
}

/** The first act in which two worlds differ. */
export interface Parting extends PartedThrough {
  readonly time: number;
  /** Its number in its own world's record. */
  readonly index: number;
}

/** One number for a cell of a column: side, kind and actor. Exact below 2^53. */
export const codeOfThrough = ({ by, act, side }: PartedThrough): number =>
  sides.indexOf(side) + 4 * (act + 256 * (by + 1));

export function throughOf(code: number): PartedThrough {
  const rest = Math.floor(code / 4);
  return { side: sides[code % 4] ?? 'without', act: rest % 256, by: Math.floor(rest / 256) - 1 };
}

/**
 * The first act that one world has and its twin has not. What the question itself forces is the change, not what comes of it, and is passed
 * over. Undefined if the records are the same for the rest.
 */
export function partingOf(without: State, withIt: State): Parting | undefined {
  let j = 0;
  for (let i = 0; ; i++, j++) {
    while (j < count(withIt) && forced(withIt, j)) j++;
    const ended = [i >= count(without), j >= count(withIt)] as const;
    if (ended[0] && ended[1]) return undefined;
    if (!ended[0] && !ended[1] && sameAct(without, i, withIt, j)) continue;
    const a = ended[0] ? Number.POSITIVE_INFINITY : (without.actTime[i] ?? 0);
    const b = ended[1] ? Number.POSITIVE_INFINITY : (withIt.actTime[j] ?? 0);
    if (a < b) return at(without, i, 'without');
    return at(withIt, j, a === b && without.actBy[i] === withIt.actBy[j] ? 'otherwise' : 'with');
  }
}

const count = (x: State): number => x.counters[Counter.acts] ?? 0;

const forced = (x: State, k: number): boolean => ((x.actFlags[k] ?? 0) & ActFlag.forced) !== 0;

const at = (x: State, k: number, side: PartingSide): Parting => ({
  by: x.actBy[k] ?? -1,
  act: x.actKind[k] ?? -1,
  side,
  time: x.actTime[k] ?? Number.NaN,
  index: k,
});

const sameAct = (a: State, i: number, b: State, j: number): boolean =>
  a.actKind[i] === b.actKind[j] &&
  a.actBy[i] === b.actBy[j] &&
  a.actTo[i] === b.actTo[j] &&
  a.actBody[i] === b.actBody[j] &&
  a.actIssue[i] === b.actIssue[j] &&
  a.actOption[i] === b.actOption[j] &&
  a.actTime[i] === b.actTime[j] &&
  Object.is(a.actValue[i], b.actValue[j]);
