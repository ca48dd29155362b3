import type { Distribution } from './distribution.ts';

/** Days since 1 January 1970 in the proleptic Gregorian calendar; negative before it. 1917-11-17 is -19038. */
export type Day = number;

/** A slug from the file. The alias names say what it identifies; all are plain strings. */
export type PersonId = string;
export type BodyId = string;
export type OfficeId = string;
export type IssueId = string;
export type OrganisationId = string;
export type ResourceId = string;
export type BranchId = string;
export type PressureId = string;
export type ActId = string;

/** Keys and indices that lead to a value in the merged file: ['people', 'kamenev', 'traits', 'caution']. */
export type Path = readonly (string | number)[];

export type Language = 'en' | 'ru';
export type CalendarName = 'julian' | 'gregorian';

/** Text in both languages. A language that the file left out repeats the other. */
export interface Words {
  readonly en: string;
  readonly ru: string;
}

/** A place in a file; lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type DateBasis = 'stated' | 'context' | 'order-of-telling' | 'other-source';

/** A date as far as it is known. `earliest` and `latest` are what everything computes with. */
export interface ResolvedDate {
  readonly earliest: Day;
  readonly latest: Day;
  /** One day for those who need a single one: the middle, rounded down. */
  readonly day: Day;
  /** EDTF as written in the file; absent for relative dates. */
  readonly edtf?: string | undefined;
  readonly calendar: CalendarName;
  /** Minutes after midnight, if the source gives the time. */
  readonly time?: number | undefined;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** "..": open, goes on for ever; "unknown": the interval has an end that nobody knows. */
  readonly openStart?: 'open' | 'unknown' | undefined;
  readonly openEnd?: 'open' | 'unknown' | undefined;
  readonly relative?:
    | {
        readonly to: ActId;
        readonly direction: 'after' | 'before';
        readonly days: number;
        readonly give: number;
      }
    | undefined;
  readonly basis?: DateBasis | undefined;
  readonly asWritten?: string | undefined;
}

export type Confidence = 'sure' | 'probable' | 'disputed' | 'judgement';
export type ClaimStatus = 'suggested' | 'accepted' | 'disputed' | 'withdrawn';
export type ClaimRank = 'preferred' | 'normal' | 'deprecated';
export type ClaimOrigin = 'coded' | 'episode-default' | 'library-default';

export interface Anchor {
  readonly source: string;
  readonly locator?: string | undefined;
  readonly quote?: string | undefined;
  readonly via?: string | undefined;
}

export interface Scale {
  readonly low: number;
  readonly high?: number | undefined;
}

/** A coded value with what it rests on. Acts, events and terms are claims too, without a distribution. */
export interface Claim {
  /** Its index in `Episode.claims`. */
  readonly id: number;
  readonly path: Path;
  /** What it says something about: "position of kamenev on government". */
  readonly label: string;
  readonly distribution?: Distribution | undefined;
  /** Limits of the scale it lies on; either may be infinite in sense and then absent. */
  readonly scale?: Scale | undefined;
  readonly anchors: readonly Anchor[];
  /** As coded; otherwise probable with a source and judgement without. */
  readonly confidence: Confidence;
  readonly confidenceCoded: boolean;
  readonly evidence?: ResolvedDate | undefined;
  readonly inferredFrom: readonly ActId[];
  readonly status: ClaimStatus;
  readonly rank: ClaimRank;
  readonly coder?: string | undefined;
  readonly coded?: ResolvedDate | undefined;
  readonly note?: string | undefined;
  readonly origin: ClaimOrigin;
  readonly position: Position;
  /** Ids of the claims that contradict it. */
  readonly alternatives: readonly number[];
}

/** A number that runs use: drawn once a run per claim. Values that share a claim share the draw. */
export interface ClaimValue {
  readonly distribution: Distribution;
  readonly claimId: number;
}

/** What every entity has: its id and where the file says it. */
export interface Entity {
  readonly id: string;
  readonly path: Path;
}
