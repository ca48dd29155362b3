import type {
  BodyId,
  ClaimValue,
  Day,
  Entity,
  IssueId,
  OfficeId,
  OrganisationId,
  PersonId,
  PressureId,
  ResolvedDate,
  ResourceId,
  Words,
} from './values.ts';

export interface Issue extends Entity {
  readonly id: IssueId;
  readonly name: Words;
  /** Named points in ascending order: the declared contents of motions, offers, concessions. */
  readonly scale: readonly { readonly at: number; readonly name: Words }[];
  readonly body: BodyId;
  readonly lines: readonly { readonly body: BodyId; readonly value: ClaimValue }[];
  readonly practised?: ClaimValue | undefined;
  readonly executors: readonly PersonId[];
  readonly about?: PersonId | OfficeId | undefined;
  readonly horizon: number;
  readonly note?: string | undefined;
}

export interface PersonIssueValue {
  readonly person: PersonId;
  readonly issue: IssueId;
  readonly value: ClaimValue;
}

export interface Stance extends PersonIssueValue, Entity {
  readonly date?: ResolvedDate | undefined;
  readonly before: 'public' | BodyId;
}

/** Directed: how far `from` trusts (+1) or fights (-1) `to`. A mutual tie of the file is two of these that share a claim. */
export interface Tie extends Entity {
  readonly from: PersonId;
  readonly to: PersonId;
  readonly value: ClaimValue;
  /** 0 to 1. */
  readonly defers: number;
  readonly since?: Day | undefined;
  readonly until?: Day | undefined;
}

/** The mean of the distribution is what is believed, its spread how unsure the believer is. */
export interface Belief extends Entity {
  readonly who: 'public' | PersonId;
  readonly about: PersonId | BodyId;
  readonly issue: IssueId;
  readonly value: ClaimValue;
}

export interface Pledge extends Entity {
  readonly who: PersonId;
  readonly to: PersonId;
  readonly issue?: IssueId | undefined;
  readonly value?: ClaimValue | undefined;
  readonly what?: Words | undefined;
  readonly date?: ResolvedDate | undefined;
  readonly secret: boolean;
  readonly claimId: number;
}

export interface PressureMove {
  readonly what: 'position' | 'salience' | 'split-cost' | 'threat';
  readonly who: 'all' | readonly PersonId[];
  readonly issue?: IssueId | undefined;
  readonly by: ClaimValue;
}

export interface Pressure extends Entity {
  readonly id: PressureId;
  readonly name: Words;
  readonly initial: ClaimValue;
  readonly halfLife?: number | undefined;
  readonly moves: readonly PressureMove[];
  readonly note?: string | undefined;
}

export interface OutsideEvent extends Entity {
  readonly date: ResolvedDate;
  readonly what: Words;
  /** A bare number in the file adds. */
  readonly pressures: readonly {
    readonly pressure: PressureId;
    readonly kind: 'set' | 'add';
    readonly value: number;
  }[];
  readonly resources: readonly { readonly resource: ResourceId; readonly holder: string }[];
  readonly arrives: readonly PersonId[];
  readonly leaves: readonly PersonId[];
  readonly asks: readonly {
    readonly by: PersonId;
    readonly of: BodyId;
    readonly issue: IssueId;
    readonly value: number;
  }[];
  readonly claimId: number;
}

/** `ordinary` meetings come from `meets.every` and have no agenda: they deal with what is pending. */
export interface Meeting extends Entity {
  readonly kind: 'coded' | 'ordinary';
  readonly body: BodyId;
  readonly date: ResolvedDate;
  readonly agenda: readonly { readonly issue: IssueId; readonly with?: string | undefined }[];
  readonly jointly: readonly BodyId[];
  readonly what?: Words | undefined;
  readonly claimId: number;
}

export interface Norm extends Entity {
  readonly name: Words;
  readonly from: Day;
  readonly to: Day;
  /** Kinds of act. */
  readonly forbids: readonly string[];
  readonly severity: ClaimValue;
  readonly claimId: number;
}

export interface Observation {
  readonly path: Entity['path'];
  readonly acts: 'all' | readonly string[];
  readonly people: 'all' | readonly PersonId[];
  readonly from: Day;
  readonly to: Day;
  readonly record: 'complete' | 'partial' | 'silent';
  readonly detection?: ClaimValue | undefined;
  readonly note?: string | undefined;
}

export type Membership = { readonly person: PersonId; readonly organisation: OrganisationId };
