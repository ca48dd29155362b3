import type { CompiledRule } from '../../../world/world.ts';
import { votesNeeded } from '../../engine/rules.ts';

/** One seat with a vote, or several votes that are counted as one actor's. */
export interface Seat {
  readonly id: string;
  readonly votes: number;
  /** Position on the issue, 0–100; NaN where none is coded. */
  readonly value: number;
  readonly absent: boolean;
}

export type Leaning = 'for' | 'against' | 'between' | 'unknown';

/** For: nearer to the motion than to what stands against it. A count of positions; why somebody votes otherwise it does not know. */
export function leaning(value: number, motion: number, against: number): Leaning {
  if (Number.isNaN(value) || Number.isNaN(motion) || Number.isNaN(against)) return 'unknown';
  const nearer = Math.abs(value - against) - Math.abs(value - motion);
  return nearer > 1e-9 ? 'for' : nearer < -1e-9 ? 'against' : 'between';
}

export interface Count {
  readonly for: number;
  readonly against: number;
  /** As near to the one as to the other: they abstain. */
  readonly between: number;
  readonly unknown: number;
  /** Votes of those who are not there. */
  readonly absent: number;
  /** Votes of all members. */
  readonly members: number;
  readonly needed: number;
  readonly passes: boolean;
  readonly quorate: boolean;
  /** Who gives the motion its last needed vote, from its side of the room; undefined where it cannot get so many. */
  readonly pivotal: string | undefined;
}

/** The motion put to the vote by the body's own rule. Positions not coded count neither for nor against; whoever is between abstains. */
export function count(
  seats: readonly Seat[],
  law: CompiledRule,
  quorum: number,
  motion: number,
  against: number,
): Count {
  const sum = (of: readonly Seat[]): number => of.reduce((all, s) => all + s.votes, 0);
  const there = seats.filter((s) => !s.absent);
  const lean = (which: Leaning): number =>
    sum(there.filter((s) => leaning(s.value, motion, against) === which));
  const yes = lean('for');
  const no = lean('against');
  const present = sum(there);
  const members = sum(seats);
  const needed = Math.max(1, votesNeeded(law, yes + no, present, members));
  const quorate = present >= Math.max(1, quorum);
  return {
    for: yes,
    against: no,
    between: lean('between'),
    unknown: lean('unknown'),
    absent: members - present,
    members,
    needed,
    passes: quorate && yes >= needed,
    quorate,
    pivotal: pivotalOf(there, needed, motion, against),
  };
}

function pivotalOf(
  there: readonly Seat[],
  needed: number,
  motion: number,
  against: number,
): string | undefined {
  const order = motion >= against ? [...seated(there)].reverse() : seated(there);
  let votes = 0;
  for (const s of order) {
    votes += s.votes;
    if (votes >= needed) return s.id;
  }
  return undefined;
}

/** Seats from the low end of the scale to the high one. */
export const seated = (seats: readonly Seat[]): readonly Seat[] =>
  seats.filter((s) => !Number.isNaN(s.value)).sort((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1));

/** The value of somebody put at a place (0 the first) among others in order: between his neighbours there. */
export function valueAt(others: readonly Seat[], place: number): number {
  const k = Math.min(others.length, Math.max(0, place));
  const before = k === 0 ? 0 : (others[k - 1]?.value ?? 0);
  const after = k === others.length ? 100 : (others[k]?.value ?? 100);
  return Math.round((before + after) / 2);
}

/** What the thought experiment on the screen has changed. */
export interface Thought {
  /** Values by person. */
  readonly moved: ReadonlyMap<string, number>;
  readonly absent: ReadonlyMap<string, boolean>;
  /** Name of a rule, or number of votes; undefined as coded. */
  readonly rule: string | undefined;
}

export const noThought: Thought = { moved: new Map(), absent: new Map(), rule: undefined };

/** Rules by the names that the format of episodes gives them. */
export const namedRules: Readonly<Record<string, CompiledRule>> = {
  majority: { share: 0.5, base: 0, strict: true, count: 0 },
  'majority-of-members': { share: 0.5, base: 2, strict: true, count: 0 },
  'two-thirds': { share: 2 / 3, base: 0, strict: false, count: 0 },
  'two-thirds-of-members': { share: 2 / 3, base: 2, strict: false, count: 0 },
  unanimity: { share: 1, base: 0, strict: false, count: 0 },
};

/** The thought experiment as changes for What if: positions from a day on, the rule from the start. Who is absent cannot be asked so. */
export function changesOf(
  thought: Thought,
  body: string,
  issue: string,
  at: string,
): readonly Readonly<Record<string, unknown>>[] {
  const moved = [...thought.moved].map(([person, to]) => ({
    set: { position: `${person}.${issue}`, to },
    at,
  }));
  return thought.rule === undefined ? moved : [...moved, { set: { rule: `${body}.rule`, to: thought.rule } }];
}
