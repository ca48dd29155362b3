import type { Scene } from '../world/scene.ts';
import type { Menu } from './menu.ts';

/** What an act works for, by code. */
export const Aim = { anything: 0, own: 1, self: 2, line: 3, way: 4 } as const;

/**
 * What the moves that people make of one kind of act can mean at most: upper ends of the meanings that speak for it, lower ends of those
 * that speak against it (see `meaning.ts`). From it `choice/ceiling.ts` works out how attractive the kind could be at best, so that a run
 * need not look at what cannot be chosen. A field left out is that of a row that means nothing. An act without a reach is looked at
 * in every moment; a reach that promises too little is caught by `test/engine/ceilings.test.ts`.
 */
export interface Reach {
  /** Highest publicity, 0–1, at which it states a position. Up to ½ it ends nobody’s silence, so it counts as 0. */
  readonly publicity?: number;
  /**
   * What it works for and states: anything (left out); on some issue his own point, the one of the scale nearest to where he stands; exactly
   * where he stands himself, if anything; the line itself, if anything; his own point or one on the way to it from the line.
   */
  readonly aim?: keyof typeof Aim;
  /** Can it be about an issue at all? Necessary, not sufficient; asked only where it decides. For what always stands for a point on an issue. */
  readonly about?: (s: Scene, person: number, issue: number) => boolean;
  /** Offers the moves of this sort alone, where to propose all of the kind takes much longer. */
  readonly offer?: (s: Scene, person: number, menu: Menu) => void;
  /** Is it worth less to say again in public what he is known to have said (`meanVoicing`)? */
  readonly stale?: boolean;
  /** Least breach of a binding line, in units of publicity × distance from the line, whenever it is public and seen. */
  readonly breaks?: number;
  /** Most of somebody else's open breach that it ends, 0–1. */
  readonly mends?: number;
  /** How it can move the line expected, and the highest chance (`Mean.chance`, 0–1; left out: 1) that it does. */
  readonly moves?: readonly Moves[];
  readonly chance?: number;
  /** Is it put to a vote, so that to be on the winning side counts? */
  readonly wins?: boolean;
  /** Does it stand for a point on an issue, or join a procedure? Then company bears on it. */
  readonly company?: boolean;
  /** Highest friendliness and highest hostility towards the one it is done with, 0–1. */
  readonly warm?: number;
  readonly cold?: number;
  /** Highest worth of posts gained, 0–1. */
  readonly posts?: number;
  /** Lowest change of the risk of a split, −1–1 (negative: it heals). */
  readonly split?: number;
  /** Lowest blame, −1–1 (negative: averted), and the least that is seen of it, 0–1. */
  readonly blame?: number;
  readonly seen?: number;
  /** What the heat of a quarrel, 0–1, adds at most to `split` and `blame`. */
  readonly hotSplit?: number;
  readonly hotBlame?: number;
  /** Most punishment that it averts, 0–1. */
  readonly averts?: number;
  /** Highest worth of promises kept, 0–1. */
  readonly owed?: number;
}

/**
 * Ways of moving the line expected, each with a limit: `voice` by authority, `press` by how much one is depended on, `persuade` one
 * member, `seats` if the body decides again, `exclude` the same by the chance that another goes, `yield` and `practise` a share of the
 * way, `set` to the very point.
 */
export type Moves = 'voice' | 'press' | 'persuade' | 'seats' | 'exclude' | 'yield' | 'practise' | 'set';

/** A reach made ready for reckoning: every field filled in, the ways of moving the line as highest chances (0: not that way). */
export interface Sort extends Required<Omit<Reach, 'moves' | 'aim' | 'chance' | 'about' | 'offer'>> {
  /** Its number among all. */
  readonly number: number;
  readonly aim: number;
  readonly about: NonNullable<Reach['about']> | undefined;
  readonly offer: NonNullable<Reach['offer']> | undefined;
  readonly voice: number;
  readonly press: number;
  readonly yield: number;
  readonly practise: number;
  readonly set: number;
  readonly persuade: boolean;
  readonly seats: boolean;
  readonly exclude: number;
}

export function sortOf(reach: Reach, number: number): Sort {
  const { moves = [], chance = 1 } = reach;
  const by = (way: Moves): number => (moves.includes(way) ? chance : 0);
  const publicity = reach.publicity ?? 0;
  return {
    number,
    publicity: publicity > 0.5 ? publicity : 0,
    about: reach.about,
    offer: reach.offer,
    aim: Aim[reach.aim ?? 'anything'],
    stale: reach.stale ?? false,
    breaks: reach.breaks ?? 0,
    mends: reach.mends ?? 0,
    wins: reach.wins ?? false,
    company: reach.company ?? false,
    warm: reach.warm ?? 0,
    cold: reach.cold ?? 0,
    posts: reach.posts ?? 0,
    split: reach.split ?? 0,
    blame: reach.blame ?? 0,
    seen: reach.seen ?? 0,
    hotSplit: reach.hotSplit ?? 0,
    hotBlame: reach.hotBlame ?? 0,
    averts: reach.averts ?? 0,
    owed: reach.owed ?? 0,
    voice: by('voice'),
    press: by('press'),
    yield: by('yield'),
    practise: moves.includes('practise') ? 1 : 0,
    set: by('set'),
    persuade: moves.includes('persuade'),
    seats: moves.includes('seats'),
    exclude: by('exclude'),
  };
}
