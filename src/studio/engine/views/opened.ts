import type { Episode, Path, Words } from '../../../episode/types.ts';
import type { OutcomeKind } from '../../../questions/outcomes.ts';
import type { ActView, Frames } from './course.ts';

/** One file of the opened episode. */
export interface StudioFile {
  readonly path: string;
  readonly text: string;
}

export interface ProblemView {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly path: Path;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong, the rule, the next step. */
  readonly text: Words;
}

export interface OutcomeView {
  readonly id: string;
  readonly kind: OutcomeKind;
  readonly ask: Words;
  /** The answer of the replayed record, as in columns of outcomes: yes 1, no 0, a number, a day, a person's index. */
  readonly history: number;
  readonly historyText: Words;
}

export interface Opened {
  readonly ok: boolean;
  readonly problems: readonly ProblemView[];
  /** Absent where the files do not fit the format. */
  readonly episode?: Episode;
  readonly outcomes: readonly OutcomeView[];
  readonly version: string;
}

/** How to cite the episode and under which licence it stands; the version is that of the program. */
export interface AboutView {
  readonly citation: Words;
  readonly licence: Words;
  readonly version: string;
}

/** An episode in miniature, for the shelf. */
export interface MiniatureView {
  readonly episode: Episode;
  readonly course: { readonly acts: readonly Pick<ActView, 'by' | 'kind'>[]; readonly frames: Frames };
}
