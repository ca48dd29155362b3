import type { Distribution } from '../chance/distributions.ts';

/** Voting rule of a body: adopted when the yes votes exceed (strict) or reach `share` of the votes cast, present, or of all members. */
export interface CompiledRule {
  readonly share: number;
  /** 0 votes cast, 1 present, 2 members. */
  readonly base: 0 | 1 | 2;
  /** True: more than the share; false: at least the share. */
  readonly strict: boolean;
  /** A fixed count instead of a share; 0 if none. */
  readonly count: number;
}

/** Who decides together: one body, or several that sit as one. Each person votes once. */
export interface Assembly {
  /** The host, whose matter it is, then those that sit with it. */
  readonly bodies: readonly number[];
  /** Votes that must be present; 0: as each body's own rule says. */
  readonly quorum: number;
  /** Candidate members vote, too. */
  readonly candidates: boolean;
}

export type CalendarKind = 0 | 1; // 0 outside event, 1 meeting

/** Something exogenous that happens on a date: an outside event or a scheduled meeting. */
export interface CalendarItem {
  readonly id: string;
  readonly kind: CalendarKind;
  /** First possible moment, in days; with `timed` the exact one. */
  readonly day: number;
  /** Last possible day (it belongs to the interval), if the date is uncertain. */
  readonly latest: number;
  readonly timed: boolean;
  readonly key: number;
  readonly body: number;
  /** Of a meeting: who sits, the body first. Of an event: nobody. */
  readonly assembly: Assembly;
  /** Issues on the agenda; empty: an ordinary meeting that deals with what is pending. */
  readonly agenda: readonly number[];
  readonly effects: readonly CalendarEffect[];
}

export type CalendarEffect =
  | { readonly kind: 'pressure'; readonly pressure: number; readonly set: boolean; readonly value: number }
  | { readonly kind: 'resource'; readonly resource: number; readonly holder: number }
  | { readonly kind: 'arrives' | 'leaves'; readonly person: number }
  | {
      readonly kind: 'asks';
      readonly person: number;
      readonly body: number;
      readonly issue: number;
      readonly value: number;
    };

/** Where a coded (perhaps uncertain) number goes in the state of a run. */
export interface InputSlot {
  /** Semantic name: "position.kamenev.government". Noise and interventions are keyed by it. */
  readonly id: string;
  readonly key: number;
  readonly distribution: Distribution;
  /** Index of the claim in the episode, or -1 for a library default. */
  readonly claim: number;
  readonly field: StateField;
  readonly index: number;
  /** Further cells that receive the same draw (mutual ties, beliefs about several people). */
  readonly also: readonly number[];
  readonly low: number;
  readonly high: number;
}

export type StateField =
  | 'position'
  | 'salience'
  | 'stance'
  | 'publicMean'
  | 'publicSpread'
  | 'attachment'
  | 'ambition'
  | 'caution'
  | 'authority'
  | 'tempo'
  | 'tie'
  | 'defer'
  | 'beliefMean'
  | 'beliefSpread'
  | 'owed'
  | 'line'
  | 'practised'
  | 'bodyAuthority'
  | 'unity'
  | 'officeWorth'
  | 'resourceWeight'
  | 'branchLean'
  | 'branchShare'
  | 'pressure'
  | 'gamma'
  | 'severity'
  | 'cohesion';

/** A declared effect of a pressure. */
export interface PressureMove {
  readonly pressure: number;
  /** 0 position, 1 salience, 2 believed cost of a split, 3 credibility of outsiders. */
  readonly what: 0 | 1 | 2 | 3;
  readonly person: number; // -1: everybody
  readonly issue: number; // -1: every issue
}

/**
 * The compiled episode: indices and flat arrays, no names in the loop. Immutable; one per worker.
 * P people, B bodies, O offices, I issues, G organisations, R resources, H branches, K pressures, E directed edges.
 */
export interface World {
  readonly people: number;
  readonly bodies: number;
  readonly offices: number;
  readonly issues: number;
  readonly organisations: number;
  readonly resources: number;
  readonly branches: number;
  readonly pressures: number;
  readonly edges: number;
  readonly norms: number;
  readonly starts: number;
  readonly ends: number;

  readonly personId: readonly string[];
  readonly bodyId: readonly string[];
  readonly officeId: readonly string[];
  readonly issueId: readonly string[];
  readonly organisationId: readonly string[];
  readonly resourceId: readonly string[];
  readonly branchId: readonly string[];
  readonly pressureId: readonly string[];
  readonly personKey: Uint32Array;
  readonly bodyKey: Uint32Array;
  readonly officeKey: Uint32Array;
  readonly issueKey: Uint32Array;
  readonly resourceKey: Uint32Array;
  readonly branchKey: Uint32Array;

  /** Votes a person stands for (1 for a person, more for a collective actor). */
  readonly size: Float64Array;
  readonly collective: Uint8Array;
  readonly outsider: Uint8Array;

  /** Edges in compressed rows by their source; sorted by target within a row. */
  readonly edgeStart: Int32Array;
  readonly edgeFrom: Int32Array;
  readonly edgeTo: Int32Array;
  /** P×P: the edge from row to column, −1 none; empty for more than 600 people, where rows are searched. */
  readonly edgeMatrix: Int32Array;
  /** Edges by their target: positions into the arrays above. */
  readonly inStart: Int32Array;
  readonly inEdge: Int32Array;

  readonly superior: Int32Array;
  readonly bodyOrganisation: Int32Array;
  /** Bodies by meaning: the most authoritative first, equal ones by key; and the place of each in that order. */
  readonly bodyOrder: Int32Array;
  readonly bodyRank: Int32Array;
  readonly bodySeats: Int32Array;
  readonly quorum: Int32Array;
  readonly rule: readonly CompiledRule[];
  readonly secret: Uint8Array;
  readonly telephone: Uint8Array; // 0 in person, 1 by telephone or post, 2 either: meetings in person, between them by telephone
  readonly ownCase: Uint8Array; // 1: may vote on his own case
  /** binds[b]: bodies whose members of b must follow b's line. */
  readonly binds: readonly (readonly number[])[];
  /** The bodies that bind b in this way. */
  readonly boundBy: readonly (readonly number[])[];
  /** powers[b] maps a power's name to its rule. */
  readonly powers: readonly ReadonlyMap<string, CompiledRule>[];
  /** powersJointly[b]: powers that b has only together with others, and with whom it must sit. */
  readonly powersJointly: readonly ReadonlyMap<string, Assembly>[];
  /** Every body by itself. */
  readonly alone: readonly Assembly[];
  /** What candidates and guests may do: 0 hear, 1 speak, 2 move (`Voice`). */
  readonly candidateVoice: Uint8Array;
  readonly guestVoice: Uint8Array;
  readonly convened: Uint8Array;
  /** 1: a body of office-holders (a cabinet): its seats come and go with its offices. */
  readonly exOfficio: Uint8Array;

  readonly officeBody: Int32Array;
  readonly officeFilledBy: Int32Array;
  readonly officeCarries: readonly (readonly number[])[];
  readonly resourceKind: readonly string[];
  readonly branchSecretary: Int32Array;
  readonly branchBody: Int32Array;

  readonly issueBody: Int32Array;
  readonly issueAbout: Int32Array; // person whose removal is at issue, or -1
  readonly issueHorizon: Float64Array;
  readonly issueExecutors: readonly (readonly number[])[];
  /** Named scale points, the declared contents of motions, offers and concessions: ascending. */
  readonly points: readonly Float64Array[];

  readonly pressureMoves: readonly PressureMove[];
  readonly pressureHalfLife: Float64Array; // 0: does not fade
  readonly calendar: readonly CalendarItem[];
  readonly awayFrom: Float64Array; // triples are compiled into parallel arrays
  readonly awayTo: Float64Array;
  readonly awayPerson: Int32Array;

  /** Norms that forbid kinds of act: per norm the kinds' names and the days in force. */
  readonly normForbids: readonly ReadonlySet<string>[];
  readonly normFrom: Float64Array;
  readonly normTo: Float64Array;

  readonly inputs: readonly InputSlot[];
  /** Who sits and holds at the start. */
  readonly seats: readonly { readonly body: number; readonly person: number; readonly role: 1 | 2 }[];
  /** Who attends at the start without a seat. */
  readonly guests: readonly { readonly body: number; readonly person: number }[];
  /** Bodies in which each person is a guest. */
  readonly guestOf: readonly (readonly number[])[];
  readonly holders: readonly { readonly office: number; readonly person: number }[];
  readonly memberships: readonly { readonly organisation: number; readonly person: number }[];
  readonly resourceHolders: readonly { readonly resource: number; readonly holder: number }[];
  /** Seats in the longest member list a body may grow to. */
  readonly bodyCapacity: number;
}

/** Encodes who holds a resource: a person, or a body as people + body. -1 nobody. */
export const holderIsBody = (world: World, holder: number): boolean => holder >= world.people;

/** The edge from `from` to `to`, or -1. A look-up, or in large worlds a binary search in the row. */
export function edgeOf(world: World, from: number, to: number): number {
  if (world.edgeMatrix.length > 0) return world.edgeMatrix[from * world.people + to];
  return searchRow(world, from, to);
}

function searchRow(world: World, from: number, to: number): number {
  let low = world.edgeStart[from];
  let high = world.edgeStart[from + 1] - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const there = world.edgeTo[mid];
    if (there === to) return mid;
    if (there < to) low = mid + 1;
    else high = mid - 1;
  }
  return -1;
}
