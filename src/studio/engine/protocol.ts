import type { Distribution } from '../../chance/distributions.ts';
import type { Episode, Path, Words } from '../../episode/types.ts';
import type { Versions } from '../../episode/versions.ts';
import type { Grouping } from '../../questions/hangs-on/factors.ts';
import type { OutcomeKind } from '../../questions/outcomes.ts';
import type { Estimate } from '../../questions/statistics.ts';
import type { Effect, OutcomeSummary } from '../../questions/summarise.ts';
import type { CompiledRule } from '../../world/world.ts';
import type { Reckoning, Rival } from '../../rivals/reckoning.ts';

/** One file of the opened episode. */
export interface StudioFile {
  readonly path: string;
  readonly text: string;
}

/** An intervention as the format of episodes writes it: {force: …, at: …}, {set: …}; or {question: id} for those of a question of the episode. */
export type Change = Readonly<Record<string, unknown>>;

/** Which course of events: what happened, or a run of a seed, with or without changes. */
export type CourseName =
  | { readonly kind: 'history' }
  | {
      readonly kind: 'run';
      readonly seed: number;
      readonly run: number;
      readonly changes: readonly Change[];
      /** Last day on which everything is as it was; absent: a run that is free from the first day. */
      readonly until?: number | undefined;
    };

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

/** One act of a course, ready to be shown. Ids are those of the episode. */
export interface ActView {
  readonly index: number;
  /** Of the record's act, if history. */
  readonly id?: string;
  /** Days since 1970; with the time of day as fraction. */
  readonly time: number;
  readonly earliest: number;
  readonly latest: number;
  readonly date: Words;
  readonly kind: string;
  readonly kindName: Words;
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly body?: string | undefined;
  readonly issue?: string | undefined;
  readonly option?: string | undefined;
  readonly value: number;
  readonly sentence: Words;
  /** Number of the choice that led to it, from 1; a run's only. */
  readonly step?: number | undefined;
  /** History only: how the model saw it. */
  readonly seen?: string | undefined;
  readonly seenText?: Words | undefined;
  readonly probability?: number | undefined;
  readonly bits?: number | undefined;
  /** What the model thought likelier, with probabilities. */
  readonly instead?: readonly { readonly text: Words; readonly probability: number }[] | undefined;
  readonly claim?: number | undefined;
}

/** The states of the days of a course on which anything changed. P people, I issues, B bodies, O offices. */
export interface Frames {
  readonly days: Float64Array;
  /** Per frame P×I: what is said in public, 0–100, NaN nothing. */
  readonly stance: readonly Float32Array[];
  /** Per frame P×I: what is wanted, moved by pressures, 0–100. */
  readonly position: readonly Float32Array[];
  /** Per frame B×P: 0 none, 1 member, 2 candidate, 3 guest. */
  readonly seat: readonly Uint8Array[];
  /** Per frame O: index of the holder, −1 vacant. */
  readonly holder: readonly Int16Array[];
  /** Per frame B×I: line, NaN none. */
  readonly line: readonly Float32Array[];
  /** Per frame G×P: belongs to the organisation. */
  readonly belongs: readonly Uint8Array[];
}

export interface Course {
  readonly name: CourseName;
  readonly acts: readonly ActView[];
  readonly frames: Frames;
  /** Values of the outcomes at the end. */
  readonly outcomes: readonly number[];
  readonly outcomeTexts: readonly Words[];
  /** Sum of −log₂ p over the acts judged; history only. */
  readonly bits?: number | undefined;
}

/** A day of a course in full. */
export interface DayView {
  readonly day: number;
  readonly bodies: readonly {
    readonly id: string;
    readonly convened: boolean;
    readonly quorum: number;
    readonly rule: Words;
    /** The same rule, to count by. */
    readonly law: CompiledRule;
    readonly members: readonly { readonly id: string; readonly role: 'member' | 'candidate' | 'guest' }[];
  }[];
  readonly offices: readonly { readonly id: string; readonly holder: string | null }[];
  readonly resources: readonly { readonly id: string; readonly holder: string | null }[];
  readonly pressures: readonly { readonly id: string; readonly level: number }[];
  readonly lines: readonly { readonly issue: string; readonly body: string; readonly value: number }[];
  readonly procedures: readonly {
    readonly kind: Words;
    readonly by: Words;
    readonly to: Words;
    readonly about: Words;
    readonly opened: number;
    readonly due: number;
  }[];
  readonly away: readonly string[];
  /** P×I */
  readonly position: Float32Array;
  readonly stance: Float32Array;
  readonly salience: Float32Array;
  /** What is publicly believed of everybody, P×I, and how unsure. */
  readonly publicMean: Float32Array;
  readonly publicSpread: Float32Array;
  /** What the observer believes, where he has a view of his own; P×I, NaN where not. */
  readonly believed: Float32Array;
  readonly ties: readonly { readonly from: number; readonly to: number; readonly value: number }[];
}

export interface OptionView {
  readonly text: Words;
  readonly kind: string;
  readonly sum: number;
  readonly probability: number;
  /** Values of the considerations in the order of `ReasonsView.considerations`. */
  readonly considerations: readonly number[];
}

export interface ChoiceView {
  readonly person: string;
  readonly time: number;
  readonly date: Words;
  readonly occasion: Words;
  readonly nested: boolean;
  readonly options: readonly OptionView[];
  /** Index of the option taken; −1 waiting; −2 none of them. */
  readonly chosen: number;
  readonly waiting: number;
  readonly waitText: Words;
  /** May he wait at all? */
  readonly mayWait: boolean;
  /** τ of the menu: how much closer options of one kind are to one another; 1 where the menu has one stage. */
  readonly nesting: number;
  readonly verdict: Words;
}

export interface ReasonsView {
  readonly title: Words;
  readonly remark?: Words | undefined;
  readonly considerations: readonly { readonly id: string; readonly name: Words; readonly weight: number }[];
  readonly choices: readonly ChoiceView[];
}

/** A state of an ensemble while its runs come in. */
export interface EnsembleView {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly seconds: number;
  /** Numbers of the runs that are done, in order. */
  readonly runs: Int32Array;
  /** Per outcome of the episode, per done run. */
  readonly without: readonly Float64Array[];
  /** Empty without changes. */
  readonly with: readonly Float64Array[];
  /** Day on which the twins part, by done run; NaN never. */
  readonly parted: Float64Array;
  readonly summaries: readonly OutcomeSummary[];
  readonly effects: readonly Effect[];
  /** Per outcome: how it came out, in words. */
  readonly sentences: readonly Words[];
  /** Per outcome: the effect, in words; empty without changes. */
  readonly told: readonly Words[];
  /** Runs in which a forced act was carried out, refused. */
  readonly forced: {
    readonly carriedOut: number;
    readonly refused: number;
    readonly rules: readonly Words[];
  };
  readonly fingerprint?: string | undefined;
  /** Mean number of acts of each kind in a run without changes. */
  readonly acts: readonly { readonly kind: string; readonly mean: number }[];
  /** Of the first runs without changes (at most `turningRuns`): the first act of each kind that turns a course. */
  readonly turnings: readonly Turnings[];
  /** The kinds of act that turn a course. */
  readonly turningKinds: readonly string[];
  /** Runs that start from history: what is known of it. Absent: free runs. */
  readonly past?: PastView | undefined;
}

/** History up to a day, as runs from there have it. */
export interface PastView {
  /** Last day on which everything is as it was. */
  readonly until: number;
  /** How much of the luck has been inferred, 0–1, while that goes on; no run has begun then. */
  readonly inferring?: number | undefined;
  /** Particles that stand for the luck consistent with the record, and as how many independent ones they count; 0 while they are inferred. */
  readonly particles: number;
  readonly effective: number;
  /** Below so many independent ones nothing is told. */
  readonly floor: number;
  readonly thin: boolean;
  /** Ids of the acts of the record that the model gave no chance, so that they were imposed. */
  readonly imposed: readonly string[];
  /** How it was inferred, in sentences. */
  readonly texts: readonly Words[];
}

/** The first act of each kind that turns a course, in order. */
export interface Turnings {
  readonly run: number;
  readonly acts: readonly Turning[];
}

export interface Turning {
  readonly kind: string;
  readonly kindName: Words;
  /** Person, body or branch; empty for nobody. */
  readonly by: string;
  readonly body: string;
  /** Moment, in days. */
  readonly time: number;
}

export interface ChangesView {
  /** What is changed, in words; the same act forced on several people is one sentence. */
  readonly sentences: readonly Words[];
  readonly problems: readonly Words[];
  /** Of each problem: the number of the change it is about, −1 for none in particular. */
  readonly places: readonly number[];
  /** Each change in words of its own; none where it has problems. */
  readonly each: readonly (readonly Words[])[];
}

export type ActField = 'to' | 'in' | 'issue' | 'value' | 'office' | 'organ' | 'option';

/** A kind of act as composers of changes need it. */
export interface KindView {
  readonly kind: string;
  readonly name: Words;
  readonly options: readonly { readonly id: string; readonly name: Words }[];
  /** What says more of such an act, beside its author. */
  readonly fields: readonly ActField[];
}

/** A value to be written by an edit, as YAML would hold it. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };
export type StudioEdit =
  | { readonly kind: 'set' | 'insert'; readonly path: Path; readonly value: Plain }
  | { readonly kind: 'delete'; readonly path: Path };

export interface Edited {
  readonly files: readonly StudioFile[];
  readonly changed: readonly string[];
  readonly opened: Opened;
}

/** Edits that change one coded value or term, with what stood there and what will; or why there are none. */
export type Recoding =
  | {
      readonly kind: 'edits';
      readonly edits: readonly StudioEdit[];
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'refused'; readonly why: Words };

/** Another first or last day of a term, or the first day of its second half. */
export interface TermChange {
  readonly kind: 'from' | 'to' | 'split';
  readonly day: number;
}

/** How far one person trusted or fought another from a day up to another, which is not included. Indices of people. */
export interface TieSpell {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** From where runs start: "asked" as the questions among the changes say, "start" free from the first day, or from history kept up to a day. */
export type From = 'asked' | 'start' | number;

export interface AskOptions {
  readonly seed: number;
  readonly runs: number;
  readonly changes: readonly Change[];
  /** "asked" where it is left out. */
  readonly from?: From | undefined;
}

export interface FactorView {
  readonly id: string;
  readonly name: Words;
  /** "person", "kind", "source", "claim", "weights", "luck". */
  readonly kind: string;
  readonly first: Estimate;
  readonly total: Estimate;
  /** By index in the episode. */
  readonly claims: readonly number[];
}

export interface HangsOnOptions {
  readonly seed: number;
  /** Base points, a power of two. */
  readonly points: number;
  readonly by: Grouping;
  readonly outcome: string;
  /** With changes it is asked what their effect hangs on. */
  readonly changes: readonly Change[];
}

/** Runs (or pairs) that a base point takes, by grouping. */
export type HangsOnSizes = Readonly<Record<Grouping, number>>;

/** What an answer hangs on, so far. */
export interface HangsOnView {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly seconds: number;
  /** Base points that the figures rest on; 0 none yet. */
  readonly points: number;
  readonly mean: number;
  readonly variance: number;
  /** In the order of the design, weights and luck last; empty before the first figures. */
  readonly factors: readonly FactorView[];
  readonly sentence: Words;
  readonly warnings: readonly Words[];
}

export interface UntilOptions {
  readonly seed: number;
  readonly runs: number;
  readonly days: number;
  readonly outcome: string;
  readonly changes: readonly Change[];
}

/** The effect of the changes by the day on which they begin, so far. */
export interface UntilView {
  readonly days: readonly {
    readonly day: number;
    readonly without: Estimate;
    readonly with: Estimate;
    readonly difference: Estimate;
  }[];
  /** All days that are tried. */
  readonly tried: readonly number[];
  /** The day on which the changes themselves begin. */
  readonly coded: number;
  /** What counts as mattering: a share, or units. */
  readonly level: number;
  readonly downwards: boolean;
  readonly verdict: 'always' | 'until' | 'never' | 'cannot-tell';
  /** Last day on which it matters, with a 95 % interval by resampling runs; absent until all days are done. */
  readonly last:
    | {
        readonly day: number | undefined;
        readonly low: number | undefined;
        readonly high: number | undefined;
        readonly never: number;
      }
    | undefined;
  readonly sentence: Words;
  readonly runs: number;
  readonly failed: number;
}

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

/** Where the lines end in many runs. */
export interface LinesView {
  readonly done: number;
  readonly total: number;
  /** Per issue, per run; NaN none. */
  readonly lines: readonly Float64Array[];
}

/** A coded value as its file has it, for editing. */
export interface ClaimText {
  /** As it would be typed; undefined if the claim has no number. */
  readonly value: string | undefined;
  readonly confidence: string;
  readonly note: string;
  /** "source locator", several separated by semicolons. */
  readonly source: string;
}

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

export type { Distribution, Grouping, Rival, Versions };
