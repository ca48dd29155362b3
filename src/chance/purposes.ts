import { hashText } from './keys.ts';

/**
 * What a draw is for. A closed list: a draw for one purpose never shares its luck with another. The values
 * are `hashText` of the name; adding a purpose changes no existing draw, renaming one does.
 */
export const PURPOSE = {
  /** Gumbel noise of an option at an occasion. */
  choice: hashText('choice'),
  /** Gap between two candidate points of a person's clock (MODEL.md §1). */
  clockGap: hashText('clock-gap'),
  /** Whether a candidate point is live. */
  clockThin: hashText('clock-thin'),
  /** Value of an uncertain claim. */
  claim: hashText('claim'),
  /** Order of what happens within a day, or of speakers. */
  order: hashText('order'),
  /** Who is present or absent at a sitting. */
  presence: hashText('presence'),
  /** Outside events and pressures. */
  world: hashText('world'),
  /** Collective actors and voting blocs, drawn as one. */
  bloc: hashText('bloc'),
  /** Which branch of several equilibria a run takes. */
  branch: hashText('branch'),
  /** Names behind a tally that was recorded without names. */
  tally: hashText('tally'),
  /** Whether the record notices an act (MODEL.md §2). */
  observation: hashText('observation'),
  /** Weights and constants drawn from their prior or posterior. */
  weight: hashText('weight'),
  /** Luck consistent with what happened (abduction). */
  abduction: hashText('abduction'),
  /** Resampling and moves of particle and Markov-chain methods. */
  resample: hashText('resample'),
} as const;

/** The name of a purpose. */
export type Purpose = keyof typeof PURPOSE;
