import type { Words } from '../../../episode/types.ts';
import type { Versions } from '../../../episode/versions.ts';

export interface AgreementView {
  /** Krippendorff's alpha over values shown as shares of their scales; NaN where nothing can be compared. */
  readonly alpha: number;
  readonly coders: readonly string[];
  /** Values coded by two or more. */
  readonly units: readonly {
    readonly label: string;
    readonly claims: readonly number[];
    readonly apart: number;
  }[];
}

export interface ComparedView {
  readonly title: Words;
  readonly problems: number;
  readonly versions: Versions;
}
