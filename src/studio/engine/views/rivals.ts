import type { Words } from '../../../episode/types.ts';
import type { Reckoning, Rival } from '../../../rivals/reckoning.ts';

/** What the classic models make of one issue. */
export interface RivalIssueView extends Reckoning {
  readonly body: string;
  /** The line at the end of the record; NaN none. */
  readonly adopted: number;
  /** Did the body vote on it within the record? */
  readonly voted: boolean;
  /** Members with a vote whose position is not coded. */
  readonly unknown: readonly string[];
}

export interface BodyPowerView {
  readonly body: string;
  readonly rule: Words;
  readonly quota: number;
  readonly total: number;
  readonly members: readonly {
    readonly id: string;
    readonly votes: number;
    readonly banzhaf: number;
    readonly absolute: number;
    readonly shapley: number;
  }[];
}

export interface RivalsView {
  readonly day: number;
  readonly issues: readonly RivalIssueView[];
  /** Mean distance to the lines of the record, by model. */
  readonly scores: readonly { readonly model: Rival; readonly distance: number; readonly issues: number }[];
  readonly bodies: readonly BodyPowerView[];
}
