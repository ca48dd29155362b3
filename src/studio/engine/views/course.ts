import type { Words } from '../../../episode/types.ts';
import type { CompiledRule } from '../../../world/world.ts';
import type { Change } from './changes.ts';

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
