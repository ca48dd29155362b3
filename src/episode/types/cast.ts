import type {
  BodyId,
  BranchId,
  ClaimValue,
  Day,
  Entity,
  IssueId,
  OfficeId,
  OrganisationId,
  PersonId,
  ResolvedDate,
  ResourceId,
  Words,
} from './values.ts';

export interface NameRecord {
  readonly form: string;
  readonly lang: string;
  readonly script?: string | undefined;
  readonly kind?: 'birth' | 'party' | 'pen' | 'nickname' | 'official' | undefined;
  readonly scheme?: string | undefined;
}

export type TraitName = 'attachment' | 'ambition' | 'caution' | 'authority' | 'tempo';
export type Traits = Readonly<Record<TraitName, ClaimValue>>;

/** First and last day of an interval; both belong to it. */
export interface DayInterval {
  readonly from: Day;
  readonly to: Day;
}

export interface Absence extends DayInterval {
  readonly where?: Words | undefined;
  readonly claimId: number;
}

export interface Person extends Entity {
  readonly id: PersonId;
  readonly name: Words;
  readonly short: Words;
  readonly names: readonly NameRecord[];
  /** Declined forms that override the automatic ones, by case. */
  readonly forms: Readonly<Record<string, string>>;
  readonly gender: 'm' | 'f';
  readonly born?: ResolvedDate | undefined;
  readonly sameAs: readonly string[];
  readonly collective?: { readonly size: number; readonly cohesion: ClaimValue } | undefined;
  readonly organisations: readonly OrganisationId[];
  readonly outsider: boolean;
  readonly place?: string | undefined;
  readonly away: readonly Absence[];
  readonly traits: Traits;
  readonly note?: string | undefined;
}

export interface Organisation extends Entity {
  readonly name: Words;
  readonly unity: ClaimValue;
  readonly note?: string | undefined;
}

/** `strict`: more than the share; otherwise at least the share. */
export type Rule =
  | {
      readonly kind: 'share';
      readonly share: number;
      readonly of: 'cast' | 'present' | 'members';
      readonly strict: boolean;
    }
  | { readonly kind: 'count'; readonly count: number };

/** What somebody without a vote may do in a body. */
export type Voice = 'hear' | 'speak' | 'move';

export interface Power {
  /** Kind of act: expel, remove, call-congress, … */
  readonly act: string;
  readonly rule: Rule;
  /** Bodies that must sit together with this one. */
  readonly jointly: readonly BodyId[];
  /** Votes that must be present at the joint sitting; 0: as each body's own rule says. */
  readonly quorum: number;
  readonly candidatesVote: boolean;
  readonly note?: string | undefined;
}

export interface Body extends Entity {
  readonly id: BodyId;
  readonly name: Words;
  readonly short: Words;
  readonly organisation?: OrganisationId | undefined;
  readonly superior?: BodyId | undefined;
  /** Voting seats by its rules; if not coded, the votes of those who sit at the start. */
  readonly seats: number;
  readonly seatsCoded: boolean;
  /** Votes that must be present; 0: no quorum. */
  readonly quorum: number;
  readonly rule: Rule;
  readonly ballot: 'open' | 'secret';
  readonly sitting: 'in-person' | 'by-telephone' | 'either';
  /** What those without a vote may do. */
  readonly consultative: { readonly candidates: Voice; readonly guests: Voice };
  readonly authority: ClaimValue;
  readonly binds: readonly BodyId[];
  readonly ownCase: 'may-vote' | 'recused';
  readonly powers: readonly Power[];
  readonly meets?: { readonly every: number; readonly first: Day } | undefined;
  readonly convened: boolean;
  readonly note?: string | undefined;
  readonly claimId: number;
}

export interface Office extends Entity {
  readonly id: OfficeId;
  readonly name: Words;
  readonly body: BodyId;
  readonly filledBy: BodyId;
  readonly worth: ClaimValue;
  readonly carries: readonly ResourceId[];
  readonly note?: string | undefined;
  readonly claimId: number;
}

/** A seat or an office held. Exactly one of `body` and `office` is set. Id: "person.body" or "person.office", then ".2" and so on. */
export interface Term extends Entity {
  readonly person: PersonId;
  readonly body?: BodyId | undefined;
  readonly office?: OfficeId | undefined;
  readonly role: 'member' | 'candidate' | 'guest';
  /** First and last day; `farPast` and `farFuture` where the file gives none. On the last day he may already have been replaced. */
  readonly from: Day;
  readonly to: Day;
  readonly fromDate?: ResolvedDate | undefined;
  readonly toDate?: ResolvedDate | undefined;
  readonly began?: 'elected' | 'appointed' | 'coopted' | 'founded' | 'ex-officio' | 'unknown' | undefined;
  readonly ended?:
    | 'resigned'
    | 'removed'
    | 'expelled'
    | 'dissolved'
    | 'died'
    | 'replaced'
    | 'transferred'
    | 'unknown'
    | undefined;
  readonly replacedBy?: PersonId | undefined;
  readonly claimId: number;
}

export type ResourceKind = 'press' | 'apparatus' | 'force' | 'delegates' | 'money' | 'state' | 'allies';

export interface Resource extends Entity {
  readonly id: ResourceId;
  readonly name: Words;
  readonly kind: ResourceKind;
  /** Person, body or office at the start. */
  readonly holder?: PersonId | BodyId | OfficeId | undefined;
  readonly weight: ClaimValue;
  readonly note?: string | undefined;
  readonly claimId: number;
}

export interface Branch extends Entity {
  readonly id: BranchId;
  readonly name: Words;
  readonly kind: 'region' | 'garrison' | 'union' | 'press' | 'ministry' | 'other';
  /** Delegates, or a share of the members if at most 1; if not coded, 1. */
  readonly delegates: ClaimValue;
  readonly leans: readonly { readonly issue: IssueId; readonly value: ClaimValue }[];
  readonly secretary?: PersonId | undefined;
  readonly body?: BodyId | undefined;
  readonly note?: string | undefined;
  readonly claimId: number;
}
