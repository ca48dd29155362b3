import type { OutcomeKind } from '../questions/outcomes.ts';

/** One respect in which pairs of twins are compared: first its extent is found, then values are counted, then distances can be asked. */
export interface Feature {
  readonly extend: (without: number, withIt: number) => void;
  readonly count: (without: number, withIt: number) => void;
  /** Ends the counting. */
  readonly settle: () => void;
  /** Mean distance of a pair to all that were counted, 0 to 1. */
  readonly distance: (without: number, withIt: number) => number;
}

/** What is compared of an outcome: of numbers by how much the change moves them, of the rest what becomes what; undefined: the moment of parting. */
export function featureOf(kind: OutcomeKind | undefined): Feature {
  if (kind === undefined || kind === 'number') return measured();
  return kind === 'date' ? categorical(datesInWords) : categorical((a, b) => `${a} ${b}`);
}

/** Never, on one side alone, or earlier, later, the same day. */
function datesInWords(a: number, b: number): string {
  if (Number.isNaN(a) || Number.isNaN(b)) return `${Number.isNaN(a)} ${Number.isNaN(b)}`;
  return String(Math.sign(b - a));
}

/** Equal or not: the mean distance is the share of those that are otherwise. */
function categorical(wordOf: (a: number, b: number) => string): Feature {
  const counts = new Map<string, number>();
  let all = 0;
  return {
    extend: () => {},
    count: (a, b) => {
      const word = wordOf(a, b);
      counts.set(word, (counts.get(word) ?? 0) + 1);
      all++;
    },
    settle: () => {},
    distance: (a, b) => 1 - (counts.get(wordOf(a, b)) ?? 0) / all,
  };
}

const steps = 512;

/** Apart by a share of the extent. A value that is missing is as far as can be from all that are there. */
function measured(): Feature {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let missing = 0;
  let all = 0;
  const counts = new Float64Array(steps);
  const mean = new Float64Array(steps);
  const stepOf = (v: number): number =>
    high > low ? Math.min(steps - 1, Math.floor((steps * (v - low)) / (high - low))) : 0;
  return {
    extend: (a, b) => {
      const v = b - a;
      if (Number.isNaN(v)) return;
      if (v < low) low = v;
      if (v > high) high = v;
    },
    count: (a, b) => {
      all++;
      const v = b - a;
      if (Number.isNaN(v)) missing++;
      else counts[stepOf(v)]!++;
    },
    settle: () => {
      // Sum of the distances from step k to all: from the left and from the right.
      let [below, left, right] = [0, 0, 0];
      for (let k = 0; k < steps; k++) right += k * counts[k]!;
      for (let k = 0; k < steps; k++) {
        mean[k] = (left + right) / (steps - 1);
        below += counts[k]!;
        left += below;
        right -= all - missing - below;
      }
    },
    distance: (a, b) => {
      const v = b - a;
      if (Number.isNaN(v)) return (all - missing) / all;
      return (mean[stepOf(v)]! + missing) / all;
    },
  };
}
