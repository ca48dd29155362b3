import { isBanned } from '../world/bans.ts';
import type { Move } from '../world/record.ts';
import type { Scene } from '../world/scene.ts';
import type { Menu } from './menu.ts';
import type { Need } from './needs.ts';
import type { Reach } from './reach.ts';

/** Acts of one class share the prior of their constants. */
export type ActClass =
  | 'talk'
  | 'rule'
  | 'voice'
  | 'paper'
  | 'exit'
  | 'post'
  | 'press'
  | 'line'
  | 'pact'
  | 'secret'
  | 'outside'
  | 'back';

/** Why a move is not legal; 0 means that it is. The texts are in `rules.ts`. */
export type RuleCode = number;

/** The words a sentence is made of; names come declined. */
export interface NameForms {
  readonly nom: string;
  readonly gen: string;
  readonly dat: string;
  readonly acc: string;
  readonly ins: string;
  readonly pre: string;
  /** Several people, or a body in the plural: the verb agrees. */
  readonly many: boolean;
}

export interface ActWords {
  readonly by: NameForms;
  readonly to: NameForms | undefined;
  readonly body: NameForms | undefined;
  readonly issue: string | undefined;
  /** The named point on the issue nearest to the act's value. */
  readonly point: string | undefined;
  readonly office: NameForms | undefined;
  readonly thing: NameForms | undefined;
  /** Name of the option chosen, as in `options`. */
  readonly option: string | undefined;
  readonly tally: { readonly yes: number; readonly no: number; readonly abstain: number } | undefined;
  readonly adopted: boolean;
  readonly secret: boolean;
  readonly reserved: boolean;
  /** Several bodies decided it, sitting as one. */
  readonly jointly: boolean;
}

export type Sentence = (words: ActWords) => string;

/** One kind of act. One file each; registered by `defineAct`. */
export interface ActDefinition {
  /** Its name in records: lower case, hyphens. */
  readonly kind: string;
  readonly class: ActClass;
  /** Names of its options, by code; for instance yes, no, abstain. */
  readonly options?: readonly string[];
  /** What the `thing` of its moves is, if they have one: its id keys the noise. */
  readonly thing?: 'resource' | 'branch';
  /** Taken on one's own initiative: `propose` fills the menu. */
  readonly propose?: (s: Scene, person: number, menu: Menu) => void;
  /** What one must be or have for it to be thinkable as one's own move: all of these. */
  readonly needs?: readonly Need[];
  /** What its own moves can mean at most, by sort of move; without it the act is looked at in every moment. */
  readonly reach?: readonly Reach[];
  /** What its own moves on the agenda of a meeting can mean at most. */
  readonly tabled?: readonly Reach[];
  /** 0 if the rules allow the move now, else the code of the rule that forbids it (`Rule`). */
  readonly legal: (s: Scene, m: Move) => RuleCode;
  /** What the move means; writes a cleared row of `meaning` at `at`. */
  readonly mean: (s: Scene, m: Move, meaning: Float64Array, at: number) => void;
  /** Does it: changes the state, writes the act; returns its index in the record. */
  readonly apply: (s: Scene, m: Move) => number;
  /** Initial value of its constant (log-odds against waiting, before any reason). */
  readonly base: number;
  /** Why this base. */
  readonly because: string;
  readonly sentence: { readonly en: Sentence; readonly ru: Sentence };
}

/** What a procedure asks the run to do next. */
export interface Step {
  /** 0 wait until the procedure's due time, 1 ask `person`, 2 hold the ballot of the motion, 3 closed. */
  do: 0 | 1 | 2 | 3;
  person: number;
}

/** An institution's process with its own states and deadlines. */
export interface ProcedureDefinition {
  readonly kind: string;
  /** Called when it falls due and after every answer; says what comes next. It must move on: to an answer, a later due time, or its end. */
  readonly next: (s: Scene, slot: number, step: Step) => void;
  /** The options of a person who is asked; silence (waiting) is always one more. */
  readonly answers?: (s: Scene, slot: number, person: number, menu: Menu) => void;
  /** He was asked and stayed silent. */
  readonly silence?: (s: Scene, slot: number, person: number) => void;
  /** How a ballot ended: for motions. */
  readonly concluded?: (
    s: Scene,
    slot: number,
    yes: number,
    no: number,
    abstain: number,
    adopted: boolean,
  ) => void;
}

const acts: ActDefinition[] = [];
const procedures: ProcedureDefinition[] = [];
const numberOfAct = new Map<string, number>();
const numberOfProcedure = new Map<string, number>();

/** Registers a kind of act and gives it a number. Throws a RangeError if the name is taken. */
export function defineAct(definition: ActDefinition): ActDefinition & { readonly number: number } {
  if (numberOfAct.has(definition.kind))
    throw new RangeError(`an act "${definition.kind}" is registered already`);
  numberOfAct.set(definition.kind, acts.length);
  acts.push(definition);
  return { ...definition, number: acts.length - 1 };
}

export function defineProcedure(
  definition: ProcedureDefinition,
): ProcedureDefinition & { readonly number: number } {
  if (numberOfProcedure.has(definition.kind))
    throw new RangeError(`a procedure "${definition.kind}" is registered already`);
  numberOfProcedure.set(definition.kind, procedures.length);
  procedures.push(definition);
  return { ...definition, number: procedures.length - 1 };
}

/**
 * Does what follows from another act, unless the rules forbid it by now (the target has left, the post is gone) or a question
 * does. Every consequence passes through here. Returns the index of the act written, or -1 if it was not done: whoever asked
 * must then go on without it.
 */
export function attempt(s: Scene, m: Move): number {
  const act = acts[m.kind];
  return act.legal(s, m) !== 0 || isBanned(s, m) ? -1 : act.apply(s, m);
}

/** The registry, in the order of registration. Numbers are stable within one process only; names are what is stored. */
export const allActs = (): readonly ActDefinition[] => acts;
export const allProcedures = (): readonly ProcedureDefinition[] => procedures;
export const actNumber = (kind: string): number => numberOfAct.get(kind) ?? -1;
export const procedureNumber = (kind: string): number => numberOfProcedure.get(kind) ?? -1;
