import type { World } from './world.ts';

/** Version of the buffer's layout: a saved state of another version is refused. */
export const stateVersion = 3;
/** Bytes before the first field: version and size. */
export const headerBytes = 16;

/** How many procedures can be open at once. */
export const procedureCapacity = 64;
/** Acts a run of this world can hold: 20 a day and at least 2,048; an ordinary run has a quarter of that. */
export const actCapacity = (w: World): number => Math.max(2048, 20 * Math.ceil(w.ends - w.starts + 1));
/** How many kinds of act the state can index. */
const actKindCapacity = 256;
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
  readonly bandLevel: Floats; // P×bands: level of that point, 0–1 of the band's width
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
  readonly sitting: Ints; // B: 1 + the calendar item of the meeting that a body is holding, 0 none
  readonly seatMask: Ints; // P × words: a bit for each body in which one sits
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
  readonly actThing: Ints; // resource or branch; of a resolution the joint meeting that took it
  readonly actOption: Ints;
  readonly actAnswers: Ints; // index of an earlier act, -1
  readonly actFlags: Ints; // see ActFlag
  readonly actTally: Ints; // 3×A: votes for, against, neither way, of a resolution
  readonly actEarlier: Ints; // index of the same actor's act before, -1
  readonly actAlike: Ints; // index of the act of the same kind before, -1
  readonly lastActBy: Ints; // P+B+H: index of an actor's last act, -1
  readonly lastActOf: Ints; // by kind of act: index of the last, -1

  readonly seat: Bytes; // B×P: 0 none, 1 member, 2 candidate
  readonly guest: Bytes; // B×P: 1 if he attends without a seat
  readonly belongs: Bytes; // G×P
  readonly away: Bytes; // P
  readonly mark: Bytes; // S×P: a person's part in a procedure, see Mark
  readonly convened: Bytes; // B
}

/** Named cells of `counters`. `top`: no procedure is open in this slot or above. */
export const Counter = {
  acts: 0,
  calendar: 1,
  refresh: 2,
  error: 3,
  procedures: 4,
  points: 5,
  choices: 6,
  options: 7,
  solves: 8,
  halted: 9,
  top: 10,
} as const;

/** What a person has done in a procedure. */
export const Mark = {
  none: 0,
  asked: 1,
  yes: 2,
  reserved: 3,
  no: 4,
  evaded: 5,
  silent: 6,
  knows: 7,
  abstained: 8,
} as const;

/** Flags of an act. */
export const ActFlag = {
  secret: 1,
  offModel: 2,
  imposed: 4,
  reserved: 8,
  joint: 16,
  adopted: 32,
  rejected: 64,
  byBody: 128,
  toBody: 256,
  tactical: 512,
  named: 1024,
  public: 2048,
  byBranch: 4096,
  imputed: 8192,
  /** Done on an occasion that the world of history had not: its luck is fresh. */
  fresh: 16384,
  /** Done because a question says so, or a consequence of that at the same moment. */
  forced: 32768,
} as const;

/** Words of 32 bits that a bit for every body takes. */
export const seatWords = (w: World): number => (w.bodies + 31) >> 5;

/** Makes the fields one after the other, in the order of the buffer. */
interface Maker {
  readonly floats: (length: number) => Floats;
  readonly ints: (length: number) => Ints;
  readonly bytes: (length: number) => Bytes;
}

/** The fields in the order of the buffer. One literal on purpose: an object filled field by field would be a slow dictionary. */
function fieldsOf(w: World, make: Maker): Omit<State, 'buffer' | 'bytes'> {
  const P = w.people,
    I = w.issues,
    E = w.edges,
    B = w.bodies,
    S = procedureCapacity,
    A = actCapacity(w);
  return {
    clock: make.floats(4),
    position: make.floats(P * I),
    work: make.floats(P * I),
    salience: make.floats(P * I),
    workSalience: make.floats(P * I),
    stance: make.floats(P * I),
    publicMean: make.floats(P * I),
    publicSpread: make.floats(P * I),
    attachment: make.floats(P),
    ambition: make.floats(P),
    caution: make.floats(P),
    authority: make.floats(P),
    tempo: make.floats(P),
    cohesion: make.floats(P),
    tie: make.floats(E),
    defer: make.floats(E),
    owed: make.floats(E),
    beliefMean: make.floats(E * I),
    beliefSpread: make.floats(E * I),
    line: make.floats(B * I),
    practised: make.floats(I),
    decided: make.floats(B * I),
    bodyAuthority: make.floats(B),
    unity: make.floats(w.organisations),
    officeWorth: make.floats(w.offices),
    resourceWeight: make.floats(w.resources),
    branchLean: make.floats(w.branches * I),
    branchShare: make.floats(w.branches),
    pressure: make.floats(w.pressures),
    gamma: make.floats(w.pressureMoves.length),
    severity: make.floats(w.norms),
    splitCost: make.floats(w.organisations),
    threat: make.floats(1),
    strain: make.floats(w.organisations),
    pointTime: make.floats(P),
    bandTime: make.floats(P * bandCount),
    bandLevel: make.floats(P * bandCount),
    addressedUntil: make.floats(P),
    calendarTime: make.floats(w.calendar.length),
    procOpened: make.floats(S),
    procDue: make.floats(S),
    procValue: make.floats(S),
    procForce: make.floats(S),
    actTime: make.floats(A),
    actValue: make.floats(A),
    counters: make.ints(16),
    bandPoint: make.ints(P * bandCount),
    heap: make.ints(P),
    calendarOrder: make.ints(w.calendar.length),
    holder: make.ints(w.offices),
    resourceHolder: make.ints(w.resources),
    memberList: make.ints(B * w.bodyCapacity),
    memberCount: make.ints(B),
    sitting: make.ints(B),
    seatMask: make.ints(P * seatWords(w)),
    branchHead: make.ints(w.branches),
    procKind: make.ints(S),
    procState: make.ints(S),
    procBy: make.ints(S),
    procTo: make.ints(S),
    procBody: make.ints(S),
    procIssue: make.ints(S),
    procOffice: make.ints(S),
    procOption: make.ints(S),
    procParent: make.ints(S),
    procOrigin: make.ints(S),
    procKey: make.ints(S),
    procCount: make.ints(S),
    actKind: make.ints(A),
    actBy: make.ints(A),
    actTo: make.ints(A),
    actBody: make.ints(A),
    actIssue: make.ints(A),
    actOffice: make.ints(A),
    actThing: make.ints(A),
    actOption: make.ints(A),
    actAnswers: make.ints(A),
    actFlags: make.ints(A),
    actTally: make.ints(3 * A),
    actEarlier: make.ints(A),
    actAlike: make.ints(A),
    lastActBy: make.ints(P + B + w.branches),
    lastActOf: make.ints(actKindCapacity),
    seat: make.bytes(B * P),
    guest: make.bytes(B * P),
    belongs: make.bytes(w.organisations * P),
    away: make.bytes(P),
    mark: make.bytes(S * P),
    convened: make.bytes(B),
  };
}

/** Bytes that a world's state takes. */
function sizeOf(world: World): number {
  let size = headerBytes;
  const count =
    <T>(width: number, none: T) =>
    (length: number): T => {
      size += width * length;
      return none;
    };
  fieldsOf(world, {
    floats: count(8, new Float64Array(0)),
    ints: count(4, new Int32Array(0)),
    bytes: count(1, new Uint8Array(0)),
  });
  return (size + 7) & ~7;
}

/** An empty state for a world, in a new buffer or on a given one (for instance one that was saved). */
export function createState(world: World, onto?: ArrayBuffer): State {
  const size = sizeOf(world);
  if (onto && onto.byteLength !== size)
    throw new RangeError(`a saved state has ${onto.byteLength} bytes, this world needs ${size}`);
  const buffer = onto ?? new ArrayBuffer(size);
  const header = new Int32Array(buffer, 0, 4);
  if (onto && header[0] !== stateVersion)
    throw new RangeError(`a saved state has version ${header[0]}, this program reads ${stateVersion}`);
  header[0] = stateVersion;
  header[1] = size;
  let at = headerBytes;
  const place = (width: number, length: number): number => {
    const here = at;
    at += width * length;
    return here;
  };
  const fields = fieldsOf(world, {
    floats: (n) => new Float64Array(buffer, place(8, n), n),
    ints: (n) => new Int32Array(buffer, place(4, n), n),
    bytes: (n) => new Uint8Array(buffer, place(1, n), n),
  });
  return { buffer, bytes: new Uint8Array(buffer), ...fields };
}

/** Copies one state onto another of the same world. */
export function copyState(from: State, to: State): void {
  to.bytes.set(from.bytes);
}

/** A copy in a buffer of its own. */
export function cloneState(world: World, state: State): State {
  return createState(world, state.buffer.slice(0));
}
