import type { State } from './state.ts';
import { Counter } from './state.ts';
import type { World } from './world.ts';

/**
 * What acts and choices see of a run: the compiled episode, the state, and the constants that govern how much
 * one act changes minds. Owned by one worker; nothing in it is allocated while a run goes on.
 */
export interface Scene {
  readonly world: World;
  readonly state: State;
  /** Effect constants (see `choice/parameters.ts`), in the order of `Effect`. */
  readonly effects: Float64Array;
  /** Kinds of act by number, for norms and interventions that name them. */
  readonly kindNames: readonly string[];
  /** Those who act together, and those addressed together, in the joint act about to be applied. */
  readonly party: Party;
  /** What a question forbids in this run; empty otherwise. */
  bans: readonly Ban[];
}

/** A prohibition in force (from an intervention): -1 matches anything. From `from` (days) up to, not including, `until`. */
export interface Ban {
  readonly kind: number;
  readonly by: number;
  readonly to: number;
  readonly body: number;
  readonly issue: number;
  readonly option: number;
  readonly from: number;
  readonly until: number;
}

/** Lists for joint acts; `by[0…byCount)` includes the move's own `by`. */
export interface Party {
  readonly by: Int32Array;
  byCount: number;
  readonly to: Int32Array;
  toCount: number;
}

/** Cells of `Scene.effects`. */
export const Effect = {
  /** Observation noise (standard deviation, points) of a confidence, a stance before a body, a public stance, a denial under pressure. */
  noiseConfidence: 0,
  noiseBody: 1,
  noisePublic: 2,
  noiseDenial: 3,
  /** How far one successful courting moves a tie (0–1). */
  courtTie: 4,
  /** How much a favour or a promise adds to what is owed. */
  favour: 5,
  /** How much a public attack lowers a tie. */
  attackTie: 6,
  /** Days for which being addressed raises the tempo, and the factor. */
  reactionDays: 7,
  reactionFactor: 8,
  /** Points by which turning a branch moves its lean towards the one who turned it. */
  turnBranch: 9,
  /** How fast strain (drift towards a split) fades per day. */
  strainFade: 10,
} as const;
export const effectCount = 11;

/** Today, in days. */
export const now = (s: Scene): number => s.state.clock[0];

export const isMember = (s: Scene, body: number, person: number): boolean =>
  s.state.seat[body * s.world.people + person] === 1;

/** Member or candidate. */
export const sitsIn = (s: Scene, body: number, person: number): boolean =>
  s.state.seat[body * s.world.people + person] !== 0;

export const belongsTo = (s: Scene, organisation: number, person: number): boolean =>
  organisation >= 0 && s.state.belongs[organisation * s.world.people + person] === 1;

export const isAway = (s: Scene, person: number): boolean => s.state.away[person] !== 0;

/** The first organisation a person belongs to, or -1. */
export function organisationOf(s: Scene, person: number): number {
  for (let g = 0; g < s.world.organisations; g++) if (s.state.belongs[g * s.world.people + person]) return g;
  return -1;
}

export const count = (s: Scene, cell: keyof typeof Counter, by = 1): void => {
  s.state.counters[Counter[cell]] += by;
};
