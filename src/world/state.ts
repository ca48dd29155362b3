import type { World } from './world.ts';

/** Version of the buffer's layout: a saved state of another version is refused. */
export const stateVersion = 1;
/** Bytes before the first field: version and size. */
export const headerBytes = 16;

/** How many procedures can be open at once. */
export const procedureCapacity = 64;
/** Acts a run of this world can hold: 20 a day and at least 2,048; an ordinary run has a quarter of that. */
export const actCapacity = (w: World): number => Math.max(2048, 20 * Math.ceil(w.ends - w.starts + 1));
/** Bands of the clock: the common ceiling, 64 moments a day, is split into dyadic layers (see `run/clock.ts`). */
export const bandCount = 12;

type Floats = Float64Array<ArrayBuffer>;
type Ints = Int32Array<ArrayBuffer>;
type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The whole state of a run in one contiguous buffer; the fields are views on it. Cloned by copying the bytes.
 * Shapes: P people, I issues, E edges, B bodies, … as in World; S procedure slots; A acts; C calendar items.
 */
export interface State {
  readonly buffer: ArrayBuffer;
  readonly bytes: Bytes;
  /** Clock in days, [0] now, [1] day of the last refresh of the working positions. */
  readonly clock: Floats;
  readonly position: Floats; // P×I, 0–100
  readonly work: Floats; // P×I, position moved by the pressures
  readonly salience: Floats; // P×I, 0–1
  readonly workSalience: Floats;
  readonly stance: Floats; // P×I, NaN unknown
  readonly publicMean: Floats; // P×I, what is publicly believed
  readonly publicSpread: Floats; // P×I, its standard deviation
  readonly attachment: Floats;
  readonly ambition: Floats;
  readonly caution: Floats;
  readonly authority: Floats;
  readonly tempo: Floats; // candidate moments a week
  readonly cohesion: Floats;
  readonly tie: Floats; // E, −1–1
  readonly defer: Floats; // E, 0–1
  readonly owed: Floats; // E, −1–1: what the source owes the target
  readonly beliefMean: Floats; // E×I; NaN: as the public believes
  readonly beliefSpread: Floats;
  readonly line: Floats; // B×I, NaN none
  readonly practised: Floats; // I
  readonly decided: Floats; // B×I: when the body last voted on the issue; −∞ never
  readonly bodyAuthority: Floats;
  readonly unity: Floats; // G
  readonly officeWorth: Floats;
  readonly resourceWeight: Floats;
  readonly branchLean: Floats; // H×I
  readonly branchShare: Floats;
  readonly pressure: Floats;
  readonly gamma: Floats; // one per declared effect of a pressure
  readonly severity: Floats; // per norm
  readonly splitCost: Floats; // G: believed cost of a split added by pressures
  readonly threat: Floats; // [0] credibility added to outsiders by pressures
  readonly strain: Floats; // G, 0–1: how far the organisation has already drifted towards a split
  readonly pointTime: Floats; // P: next candidate moment, the earliest of the bands'
  readonly bandTime: Floats; // P×bands: next point of each band of the clock; NaN: not started
  readonly addressedUntil: Floats; // P
  readonly calendarTime: Floats; // C
  readonly procOpened: Floats;
  readonly procDue: Floats;
  readonly procValue: Floats;
  readonly procForce: Floats; // severity, credibility or share, by kind
  readonly actTime: Floats;
  readonly actValue: Floats;

  readonly counters: Ints; // see Counter
  readonly bandPoint: Ints; // P×bands: number of the next point of each band
  readonly heap: Ints; // P: people ordered by pointTime
  readonly calendarOrder: Ints;
  readonly holder: Ints; // O, -1 vacant
  readonly resourceHolder: Ints;
  readonly memberList: Ints; // B × bodyCapacity
  readonly memberCount: Ints; // B
  readonly branchHead: Ints; // H
  readonly procKind: Ints; // -1 free
  readonly procState: Ints;
  readonly procBy: Ints;
  readonly procTo: Ints;
  readonly procBody: Ints;
  readonly procIssue: Ints;
  readonly procOffice: Ints;
  readonly procOption: Ints;
  readonly procParent: Ints;
  readonly procOrigin: Ints; // index of the act that opened it
  readonly procKey: Ints; // semantic key (hash) of its origin
  readonly procCount: Ints;
  readonly actKind: Ints;
  readonly actBy: Ints;
  readonly actTo: Ints;
  readonly actBody: Ints;
  readonly actIssue: Ints;
  readonly actOffice: Ints;
  readonly actThing: Ints; // resource or branch
  readonly actOption: Ints;
  readonly actAnswers: Ints; // index of an earlier act, -1
  readonly actFlags: Ints; // see ActFlag

  readonly seat: Bytes; // B×P: 0 none, 1 member, 2 candidate
  readonly belongs: Bytes; // G×P
  readonly away: Bytes; // P
  readonly mark: Bytes; // S×P: a person's part in a procedure, see Mark
  readonly convened: Bytes; // B
}

/** Named cells of `counters`. */
export const Counter = { acts: 0, calendar: 1, refresh: 2, error: 3, procedures: 4, points: 5, choices: 6, options: 7, solves: 8, halted: 9 } as const;

/** What a person has done in a procedure. */
export const Mark = { none: 0, asked: 1, yes: 2, reserved: 3, no: 4, evaded: 5, silent: 6, knows: 7, abstained: 8 } as const;

/** Flags of an act. */
export const ActFlag = { secret: 1, offModel: 2, imposed: 4, reserved: 8, joint: 16, adopted: 32, rejected: 64, byBody: 128, toBody: 256, tactical: 512, named: 1024, public: 2048, byBranch: 4096, imputed: 8192 } as const;

type Kind = 'f' | 'i' | 'b';
type Shape = readonly [name: keyof State, kind: Kind, length: number];

function shapes(w: World): readonly Shape[] {
  const P = w.people, I = w.issues, E = w.edges, B = w.bodies, S = procedureCapacity, A = actCapacity(w);
  const floats: [keyof State, number][] = [
    ['clock', 4], ['position', P * I], ['work', P * I], ['salience', P * I], ['workSalience', P * I], ['stance', P * I],
    ['publicMean', P * I], ['publicSpread', P * I], ['attachment', P], ['ambition', P], ['caution', P], ['authority', P],
    ['tempo', P], ['cohesion', P], ['tie', E], ['defer', E], ['owed', E], ['beliefMean', E * I], ['beliefSpread', E * I],
    ['line', B * I], ['practised', I], ['decided', B * I], ['bodyAuthority', B], ['unity', w.organisations], ['officeWorth', w.offices],
    ['resourceWeight', w.resources], ['branchLean', w.branches * I], ['branchShare', w.branches], ['pressure', w.pressures],
    ['gamma', w.pressureMoves.length], ['severity', w.norms], ['splitCost', w.organisations], ['threat', 1],
    ['strain', w.organisations], ['pointTime', P], ['bandTime', P * bandCount], ['addressedUntil', P], ['calendarTime', w.calendar.length],
    ['procOpened', S], ['procDue', S], ['procValue', S], ['procForce', S], ['actTime', A], ['actValue', A],
  ];
  const ints: [keyof State, number][] = [
    ['counters', 16], ['bandPoint', P * bandCount], ['heap', P], ['calendarOrder', w.calendar.length], ['holder', w.offices],
    ['resourceHolder', w.resources], ['memberList', B * w.bodyCapacity], ['memberCount', B], ['branchHead', w.branches],
    ['procKind', S], ['procState', S], ['procBy', S], ['procTo', S], ['procBody', S], ['procIssue', S], ['procOffice', S],
    ['procOption', S], ['procParent', S], ['procOrigin', S], ['procKey', S], ['procCount', S],
    ['actKind', A], ['actBy', A], ['actTo', A], ['actBody', A], ['actIssue', A], ['actOffice', A], ['actThing', A],
    ['actOption', A], ['actAnswers', A], ['actFlags', A],
  ];
  const bytes: [keyof State, number][] = [
    ['seat', B * P], ['belongs', w.organisations * P], ['away', P], ['mark', S * P], ['convened', B],
  ];
  return [
    ...floats.map(([n, l]): Shape => [n, 'f', l]),
    ...ints.map(([n, l]): Shape => [n, 'i', l]),
    ...bytes.map(([n, l]): Shape => [n, 'b', l]),
  ];
}

const width: Readonly<Record<Kind, number>> = { f: 8, i: 4, b: 1 };

/** An empty state for a world, in a new buffer or on a given one (for instance one that was saved). */
export function createState(world: World, onto?: ArrayBuffer): State {
  const parts = shapes(world);
  let size = headerBytes;
  for (const [, kind, length] of parts) size += width[kind] * length;
  size = (size + 7) & ~7;
  if (onto && onto.byteLength !== size) throw new RangeError(`a saved state has ${onto.byteLength} bytes, this world needs ${size}`);
  const buffer = onto ?? new ArrayBuffer(size);
  const header = new Int32Array(buffer, 0, 4);
  if (onto && header[0] !== stateVersion) throw new RangeError(`a saved state has version ${header[0]}, this program reads ${stateVersion}`);
  header[0] = stateVersion;
  header[1] = size;
  const views: Record<string, unknown> = { buffer, bytes: new Uint8Array(buffer) };
  let at = headerBytes;
  for (const [name, kind, length] of parts) {
    views[name] =
      kind === 'f' ? new Float64Array(buffer, at, length) : kind === 'i' ? new Int32Array(buffer, at, length) : new Uint8Array(buffer, at, length);
    at += width[kind] * length;
  }
  return views as unknown as State;
}

/** Copies one state onto another of the same world. */
export function copyState(from: State, to: State): void {
  to.bytes.set(from.bytes);
}

/** A copy in a buffer of its own. */
export function cloneState(world: World, state: State): State {
  return createState(world, state.buffer.slice(0));
}
