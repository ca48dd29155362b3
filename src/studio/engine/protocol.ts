import type {
  HangsOnOptions,
  HangsOnSizes,
  HangsOnView,
  UntilOptions,
  UntilView,
} from './views/assumptions.ts';
import type { AskOptions, Change, ChangesView, KindView } from './views/changes.ts';
import type { AgreementView, ComparedView } from './views/coding.ts';
import type { Course, CourseName, DayView, ReasonsView } from './views/course.ts';
import type { ClaimText, Edited, Recoding, StudioEdit, TermChange, TieSpell } from './views/edits.ts';
import type { EnsembleView, LinesView } from './views/ensemble.ts';
import type { AboutView, MiniatureView, Opened, ProblemView, StudioFile } from './views/opened.ts';
import type { RivalsView } from './views/rivals.ts';

export type * from './views/opened.ts';
export type * from './views/course.ts';
export type * from './views/changes.ts';
export type * from './views/ensemble.ts';
export type * from './views/edits.ts';
export type * from './views/assumptions.ts';
export type * from './views/rivals.ts';
export type * from './views/coding.ts';
export type { Distribution } from '../../chance/distributions.ts';
export type { Versions } from '../../episode/versions.ts';
export type { Grouping } from '../../questions/hangs-on/factors.ts';
export type { Rival } from '../../rivals/reckoning.ts';

/** What the page asks of the worker, by name: its arguments and its answer. */
export interface Services {
  /** `keep`: if the files have errors, everything else goes on being asked of those opened before. */
  readonly open: (files: readonly StudioFile[], keep?: boolean) => Opened;
  /** Instead of `open`: what was prepared from these very files (`Prepared`, packed), so that they need not be read. */
  readonly adopt: (files: readonly StudioFile[], prepared: string) => void;
  readonly course: (name: CourseName) => Course;
  readonly day: (name: CourseName, day: number, observer: number) => DayView;
  /** Why an act of a course was done: of the record by id, of a run by step. */
  readonly why: (name: CourseName, at: { readonly act: string } | { readonly step: number }) => ReasonsView;
  readonly changes: (changes: readonly Change[]) => ChangesView;
  /** The kinds of act there are, of whatever episode. */
  readonly vocabulary: () => readonly KindView[];
  readonly edit: (files: readonly StudioFile[], edits: readonly StudioEdit[]) => Edited;
  readonly ask: (options: AskOptions) => EnsembleView;
  readonly rivals: (day: number) => RivalsView;
  readonly lines: (options: { readonly seed: number; readonly runs: number }) => LinesView;
  readonly hangsOn: (options: HangsOnOptions) => HangsOnView;
  readonly hangsOnSizes: () => HangsOnSizes;
  readonly untilWhen: (options: UntilOptions) => UntilView;
  readonly claimText: (claim: number) => ClaimText;
  /** The edits that make a claim say this; empty if it does. */
  readonly claimEdits: (claim: number, text: ClaimText) => readonly StudioEdit[];
  /** The errors that edits would make; nothing is changed. */
  readonly tryEdits: (edits: readonly StudioEdit[]) => readonly ProblemView[];
  readonly agreement: () => AgreementView;
  /** The opened episode against other files, which are the older ones. */
  readonly compare: (files: readonly StudioFile[]) => ComparedView;
  /** Of any files; the opened episode stays. Undefined where they do not fit the format. */
  readonly miniature: (files: readonly StudioFile[]) => MiniatureView | undefined;
  /** The files of a small new episode. */
  readonly template: (id: string) => readonly StudioFile[];
  /** How a claim would be moved to another middle; nothing is changed yet. */
  readonly recode: (claim: number, to: number, note: string) => Recoding;
  /** How a term, by its id, would be changed; nothing is changed yet. */
  readonly reterm: (term: string, change: TermChange) => Recoding;
  readonly ties: (name: CourseName) => readonly TieSpell[];
  /** Of the opened episode; the hash is that of its files. */
  readonly about: (hash: string) => AboutView;
}

export type ServiceName = keyof Services;

/** To the worker. `cancel` names a request under way. */
export type ToWorker =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly service: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'cancel'; readonly id: number }
  /** The text of the worker's own script, where it has no address that other workers could be started from (a page opened from a disk). */
  | { readonly kind: 'script'; readonly text: string };

/** From the worker. `partial` may come several times before the result. */
export type FromWorker =
  | { readonly kind: 'partial'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string; readonly aborted: boolean };
