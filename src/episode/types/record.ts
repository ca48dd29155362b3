import type { Distribution } from './distribution.ts';
import type { Rule, TraitName } from './cast.ts';
import type { Meeting, OutsideEvent } from './minds.ts';
import type {
  ActId,
  Anchor,
  BodyId,
  Day,
  Entity,
  IssueId,
  OfficeId,
  OrganisationId,
  Path,
  PersonId,
  ResolvedDate,
  Words,
} from './values.ts';

export type Mode = 'occurred' | 'negated' | 'threatened' | 'reported' | 'conjectured' | 'hypothetical';
export type VoteOutcome = 'adopted' | 'rejected' | 'withdrawn' | 'no-quorum';

export interface Votes {
  readonly for?: number | undefined;
  readonly against?: number | undefined;
  readonly abstain?: number | undefined;
  readonly names: {
    readonly for: readonly PersonId[];
    readonly against: readonly PersonId[];
    readonly abstain: readonly PersonId[];
    readonly absent: readonly PersonId[];
  };
}

/** One act of the record, in file order. */
export interface RecordedAct extends Entity {
  readonly id: ActId;
  readonly kind: string;
  /** Persons; or one body or branch. */
  readonly by: readonly string[];
  readonly byKind: 'persons' | 'body' | 'branch';
  /** The act is a body's, not one person's. */
  readonly byBody: boolean;
  readonly to: readonly string[];
  readonly in?: BodyId | undefined;
  readonly date: ResolvedDate;
  /** Acts of possibly the same day that are known to come before: what it answers, earlier times of day. */
  readonly after: readonly ActId[];
  readonly issue?: IssueId | undefined;
  readonly value?: Distribution | undefined;
  readonly office?: OfficeId | undefined;
  readonly organ?: string | undefined;
  readonly branch?: string | undefined;
  readonly answers?: ActId | undefined;
  readonly option?: string | undefined;
  readonly votes?: Votes | undefined;
  readonly outcome?: VoteOutcome | undefined;
  readonly open?: boolean | undefined;
  readonly known?: readonly PersonId[] | undefined;
  readonly reserved: boolean;
  readonly deadline?: ResolvedDate | undefined;
  readonly terms: readonly Words[];
  readonly mode: Mode;
  readonly reportedBy?: string | undefined;
  readonly fidelity?: 'verbatim' | 'abridged' | 'translated' | 'back-translated' | 'summary' | undefined;
  readonly say?: Words | undefined;
  readonly claimId: number;
}

/** Which acts a measure counts; an absent or empty field matches anything. */
export interface Match {
  readonly acts: readonly string[];
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly in?: BodyId | undefined;
  readonly issue?: IssueId | undefined;
  readonly office?: OfficeId | undefined;
  readonly options: readonly string[];
  readonly outcome?: VoteOutcome | undefined;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
}

interface Threshold {
  readonly at: Day;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

/** "end" in the file is the last day of the episode. */
export type Measure =
  | { readonly kind: 'any' | 'count' | 'people' | 'first'; readonly match: Match }
  | {
      readonly kind: 'holds';
      readonly person?: PersonId | undefined;
      readonly office: OfficeId;
      readonly at: Day;
    }
  | { readonly kind: 'sits'; readonly people: readonly PersonId[]; readonly body: BodyId; readonly at: Day }
  | {
      readonly kind: 'belongs';
      readonly people: readonly PersonId[];
      readonly organisation: OrganisationId;
      readonly at: Day;
    }
  | ({ readonly kind: 'line'; readonly body: BodyId; readonly issue: IssueId } & Threshold)
  | ({ readonly kind: 'practised'; readonly issue: IssueId } & Threshold)
  | { readonly kind: 'resource'; readonly resource: string; readonly holder: string; readonly at: Day }
  | { readonly kind: 'open'; readonly procedure: string; readonly at: Day };

/** What the sources say; `never`: the act did not happen (written false for a date). */
export type HistoricalAnswer =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  | { readonly kind: 'date'; readonly date: ResolvedDate }
  | { readonly kind: 'never' }
  | { readonly kind: 'id'; readonly id: string };

export interface Outcome extends Entity {
  readonly ask: Words;
  readonly measure: Measure;
  readonly unit?: Words | undefined;
  readonly history?: HistoricalAnswer | undefined;
  readonly note?: string | undefined;
}

export interface MoveSpec {
  readonly act: string;
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly in?: BodyId | undefined;
  readonly issue?: IssueId | undefined;
  readonly value?: number | undefined;
  readonly office?: OfficeId | undefined;
  readonly organ?: string | undefined;
  readonly option?: string | undefined;
}

export type SetTarget =
  | { readonly kind: 'trait'; readonly person: PersonId; readonly trait: TraitName }
  | { readonly kind: 'position' | 'salience'; readonly person: PersonId; readonly issue: IssueId }
  | {
      readonly kind: 'belief';
      readonly who: 'public' | PersonId;
      readonly about: string;
      readonly issue: IssueId;
    }
  | { readonly kind: 'tie'; readonly from: PersonId; readonly to: PersonId }
  | {
      readonly kind: 'rule';
      readonly body: BodyId;
      readonly what: 'rule' | 'ballot' | 'authority' | 'quorum';
    }
  | { readonly kind: 'resource'; readonly resource: string }
  | { readonly kind: 'pressure'; readonly pressure: string }
  | { readonly kind: 'line'; readonly body: BodyId; readonly issue: IssueId };

/** What a `set` writes: a number, an id or word ("secret", a holder), or a voting rule. */
export type SetValue = number | string | Rule;

export type Intervention =
  | {
      readonly kind: 'force';
      readonly path: Path;
      readonly move: MoveSpec;
      readonly at?: Day | undefined;
      /** As soon as the rules allow, from `at` on; also as the answer, or the vote, of whoever is asked. */
      readonly whenever: boolean;
      /** On the day of the first such act from `at` on. */
      readonly when?: Match | undefined;
    }
  | {
      readonly kind: 'forbid';
      readonly path: Path;
      readonly move: MoveSpec;
      readonly from: Day;
      readonly until: Day;
    }
  | {
      readonly kind: 'set';
      readonly path: Path;
      readonly target: SetTarget;
      readonly value: SetValue;
      readonly at: Day;
      readonly when?: Match | undefined;
    }
  | {
      readonly kind: 'remove';
      readonly path: Path;
      readonly what: 'event' | 'meeting' | 'term';
      readonly id: string;
      /** Of a term: from this day on; by default from the first. */
      readonly at?: Day | undefined;
      readonly when?: Match | undefined;
    }
  | {
      readonly kind: 'add-term';
      readonly path: Path;
      readonly person: PersonId;
      /** One of the two. */
      readonly body?: BodyId | undefined;
      readonly office?: OfficeId | undefined;
      readonly role: 'member' | 'candidate' | 'guest';
      readonly at: Day;
      readonly when?: Match | undefined;
    }
  | { readonly kind: 'add-event'; readonly path: Path; readonly event: OutsideEvent }
  | { readonly kind: 'add-meeting'; readonly path: Path; readonly meeting: Meeting };

export interface Question extends Entity {
  readonly ask: Words;
  readonly interventions: readonly Intervention[];
  readonly outcomes: readonly string[];
  /** From history: everything that happened up to and including this day is kept. */
  readonly until?: Day | undefined;
  readonly raisedBy: readonly Anchor[];
  readonly note?: string | undefined;
}
