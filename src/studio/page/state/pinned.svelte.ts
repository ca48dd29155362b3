import type { Change, EnsembleView } from '../../engine/protocol.ts';
import type { Words } from '../library.ts';

/** An answer kept beside the next one. */
export interface Pinned {
  readonly changes: readonly Change[];
  readonly sentences: readonly Words[];
  readonly view: EnsembleView;
  /** Of which state of the episode. */
  readonly of: string;
}

class Pins {
  one = $state.raw<Pinned | undefined>(undefined);
}

/** What is pinned on What if: it stays while other screens are looked at. */
export const pins = new Pins();
