import type { Body, Branch, Office, Organisation, Person, Resource, Term } from './cast.ts';
import type {
  Belief,
  Issue,
  Meeting,
  Norm,
  Observation,
  OutsideEvent,
  PersonIssueValue,
  Pledge,
  Pressure,
  Stance,
  Tie,
} from './minds.ts';
import type { Outcome, Question, RecordedAct } from './record.ts';
import type { CalendarName, Claim, Day, Entity, Language, Words } from './values.ts';

/** A work of sources.json (CSL-JSON); only what Plenum reads itself is typed. */
export interface Source extends Entity {
  readonly type: string;
  readonly title?: string | undefined;
  readonly authors: readonly string[];
  readonly year?: number | undefined;
  readonly rights?: string | undefined;
  /** The item as it stands in the file, for exports. */
  readonly csl: Readonly<Record<string, unknown>>;
}

export interface Coder {
  readonly id: string;
  readonly name: string;
  readonly orcid?: string | undefined;
}

export interface EpisodeMeta {
  readonly title: Words;
  readonly summary?: Words | undefined;
  readonly calendar: CalendarName;
  /** First Gregorian day of a calendar that switches inside the episode. */
  readonly calendarSwitch?: Day | undefined;
  /** First and last day of every run. */
  readonly starts: Day;
  readonly ends: Day;
  readonly languages: readonly string[];
  readonly coders: readonly Coder[];
  readonly licence?: string | undefined;
  readonly places: readonly { readonly id: string; readonly name: Words }[];
  readonly note?: string | undefined;
}

/** The long form: what every later room sees. Plain data; arrays in file order. */
export interface Episode {
  readonly id: string;
  readonly meta: EpisodeMeta;
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
  readonly bodies: readonly Body[];
  readonly offices: readonly Office[];
  readonly terms: readonly Term[];
  readonly issues: readonly Issue[];
  readonly positions: readonly PersonIssueValue[];
  /** Coded, or by default wherever a position is coded; 0 where neither is. */
  readonly salience: readonly PersonIssueValue[];
  readonly stances: readonly Stance[];
  readonly pledges: readonly Pledge[];
  readonly ties: readonly Tie[];
  readonly beliefs: readonly Belief[];
  readonly resources: readonly Resource[];
  readonly branches: readonly Branch[];
  readonly pressures: readonly Pressure[];
  readonly events: readonly OutsideEvent[];
  readonly meetings: readonly Meeting[];
  readonly norms: readonly Norm[];
  readonly observation: readonly Observation[];
  readonly record: readonly RecordedAct[];
  readonly outcomes: readonly Outcome[];
  readonly questions: readonly Question[];
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
}

export type { Language };
