import type { ActView } from '../../engine/protocol.ts';

/** Kinds of act as they are drawn: one shape a class, the gravest first. */
export const classes = [
  'exit',
  'resign',
  'ultimatum',
  'punish',
  'motion',
  'deal',
  'word',
  'other',
  'vote',
] as const;
export type ActClass = (typeof classes)[number];

const kinds: Readonly<Record<Exclude<ActClass, 'other'>, readonly string[]>> = {
  exit: ['exit', 'found-rival', 'split', 'withdraw-people', 'break-talks', 'break-pact'],
  resign: ['resign', 'offer-resign', 'threaten-resign', 'withdraw-resignation'],
  ultimatum: ['ultimatum', 'threaten-force', 'demand', 'demand-denial'],
  punish: [
    'remove',
    'expel',
    'transfer',
    'enforce',
    'seize-organ',
    'turn-branch',
    'accept-resignation',
    'refuse-readmission',
  ],
  motion: [
    'motion',
    'call-congress',
    'appeal',
    'verdict',
    'instruct',
    'commission',
    'branch-resolution',
    'resolution',
  ],
  deal: [
    'offer',
    'accept-offer',
    'approach',
    'pact',
    'court',
    'open-talks',
    'concede',
    'back-down',
    'readmit',
    'join-government',
    'coopt',
    'appoint',
    'apply-readmission',
    'sound',
  ],
  word: [
    'declare',
    'statement',
    'draft-statement',
    'sign',
    'publish',
    'denounce',
    'recant',
    'disclose',
    'reply',
    'sign-denial',
    'refuse-denial',
    'reinterpret',
  ],
  vote: ['vote'],
};

const classByKind: ReadonlyMap<string, ActClass> = new Map(
  Object.entries(kinds).flatMap(([c, list]) => list.map((kind) => [kind, c as ActClass] as const)),
);

/** The class of a kind of act; "other" for whatever has no shape of its own. */
export const classOf = (kind: string): ActClass => classByKind.get(kind) ?? 'other';

/** Acts of one person so near each other that they share a mark, drawn as the gravest of them. */
export interface Cluster {
  readonly class: ActClass;
  readonly acts: readonly ActView[];
  /** Mean of their times. */
  readonly time: number;
  /** First and last day on which those of them may have happened whose day is not known; NaN if all are. */
  readonly earliest: number;
  readonly latest: number;
}

/** Gathers acts, in the order of time, that lie nearer than `near` days to the first of their cluster. */
export function clustered(acts: readonly ActView[], near: number): readonly Cluster[] {
  const sorted = [...acts].sort((a, b) => a.time - b.time);
  const made: ActView[][] = [];
  for (const a of sorted) {
    const last = made.at(-1);
    if (last?.[0] && a.time - last[0].time < near) last.push(a);
    else made.push([a]);
  }
  return made.map((group) => {
    const vague = group.filter((a) => a.latest > a.earliest);
    const found = group.map((a) => classes.indexOf(classOf(a.kind)));
    return {
      class: classes[Math.min(...found)] ?? 'other',
      acts: group,
      time: group.reduce((sum, a) => sum + a.time, 0) / group.length,
      earliest: vague.length > 0 ? Math.min(...vague.map((a) => a.earliest)) : Number.NaN,
      latest: vague.length > 0 ? Math.max(...vague.map((a) => a.latest)) : Number.NaN,
    };
  });
}

/** The outline of a class around the origin, about 10 px across; an SVG path. */
export const shapes: Readonly<Record<ActClass, string>> = {
  exit: 'M-4.5 -4.5H4.5V4.5H-4.5Z',
  resign: 'M-5 -3.2L-3.2 -5L0 -1.8L3.2 -5L5 -3.2L1.8 0L5 3.2L3.2 5L0 1.8L-3.2 5L-5 3.2L-1.8 0Z',
  ultimatum: 'M0 -5.6L5.2 4.2H-5.2Z',
  punish: 'M0 5.6L5.2 -4.2H-5.2Z',
  motion: 'M0 -5.8L5 0L0 5.8L-5 0Z',
  deal: 'M-1.7 -5H1.7V-1.7H5V1.7H1.7V5H-1.7V1.7H-5V-1.7H-1.7Z',
  word: 'M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z',
  other: 'M-2.4 0A2.4 2.4 0 1 0 2.4 0A2.4 2.4 0 1 0 -2.4 0Z',
  vote: 'M-1 -4.5H1V4.5H-1Z',
};
