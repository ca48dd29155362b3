/** A member of a body as the classic models see him. */
export interface Actor {
  readonly id: string;
  /** Where he stands, 0–100. */
  readonly position: number;
  /** How much the issue matters to him, 0–1. */
  readonly salience: number;
  /** What he can bring to bear, 0 or more; only its size relative to the others' counts. */
  readonly capability: number;
  /** Votes that he casts, 1 or more. */
  readonly votes: number;
}

/** Largest less smallest position; 0 if all stand together. */
export function spreadOf(actors: readonly Actor[]): number {
  const positions = actors.map((a) => a.position);
  return actors.length === 0 ? 0 : Math.max(...positions) - Math.min(...positions);
}

/** Different positions in ascending order. */
export const positionsOf = (actors: readonly Actor[]): readonly number[] =>
  [...new Set(actors.map((a) => a.position))].sort((a, b) => a - b);
