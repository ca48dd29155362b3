import { actNumber, allActs } from '../../src/acts/index.ts';
import { meanWidth } from '../../src/acts/meaning.ts';
import { Menu } from '../../src/acts/menu.ts';
import { hashText } from '../../src/chance/keys.ts';
import { initialParameters } from '../../src/choice/parameters.ts';
import { initState } from '../../src/world/init.ts';
import { clearMove, type Move, newMove } from '../../src/world/record.ts';
import type { Scene } from '../../src/world/scene.ts';
import { createState } from '../../src/world/state.ts';
import type { CompiledRule, World } from '../../src/world/world.ts';

/** People: five members of the party and, last, a body of outsiders. The first five sit in the committee. */
export const ann = 0;
export const bob = 1;
export const cyr = 2;
export const dan = 3;
export const eva = 4;
export const union = 5;
/** Bodies. The congress is not convened at the start. */
export const committee = 0;
export const congress = 1;
/** Offices of the committee, filled by it: the lower one carries the press, the higher one the apparatus. */
export const editor = 0;
export const secretary = 1;
/** Issues, both decided by the committee, with the points 0, 25, 50, 75, 100. */
export const peace = 0;
export const tempo = 1;
export const party = 0;
export const press = 0;
export const apparatus = 1;
/** Branches: north leans to 20 on peace, south to 50, east to 80. */
export const north = 0;
export const south = 1;
export const east = 2;

const P = 6;
const majority: CompiledRule = { share: 0.5, base: 0, strict: true, count: 0 };
const twoThirds: CompiledRule = { share: 2 / 3, base: 0, strict: false, count: 0 };
const keys = (kind: string, ids: readonly string[]): Uint32Array =>
  Uint32Array.from(ids, (x) => hashText(`${kind}.${x}`));
const ints = (...n: number[]): Int32Array => Int32Array.from(n);

const personId = ['ann', 'bob', 'cyr', 'dan', 'eva', 'union'];
const bodyId = ['committee', 'congress'];
const officeId = ['editor', 'secretary'];
const issueId = ['peace', 'tempo'];
const resourceId = ['press', 'apparatus'];
const branchId = ['north', 'south', 'east'];
const points = Float64Array.of(0, 25, 50, 75, 100);
const committeePowers = ['remove', 'appoint', 'coopt', 'readmit', 'call-congress', 'instruct', 'transfer'];

/** The world as compiled: everybody knows everybody. Fields may be replaced. */
export function tinyWorld(change: Partial<World> = {}): World {
  return {
    people: P,
    bodies: 2,
    offices: 2,
    issues: 2,
    organisations: 1,
    resources: 2,
    branches: 3,
    pressures: 1,
    edges: P * (P - 1),
    norms: 1,
    starts: 0,
    ends: 100,
    personId,
    bodyId,
    officeId,
    issueId,
    organisationId: ['party'],
    resourceId,
    branchId,
    pressureId: ['war'],
    personKey: keys('person', personId),
    bodyKey: keys('body', bodyId),
    officeKey: keys('office', officeId),
    issueKey: keys('issue', issueId),
    resourceKey: keys('resource', resourceId),
    branchKey: keys('branch', branchId),
    size: new Float64Array(P).fill(1),
    collective: Uint8Array.of(0, 0, 0, 0, 0, 1),
    outsider: Uint8Array.of(0, 0, 0, 0, 0, 1),
    ...allToAll(),
    superior: ints(congress, -1),
    bodyOrganisation: ints(party, party),
    bodyOrder: ints(congress, committee),
    bodyRank: ints(1, 0),
    bodySeats: ints(5, 5),
    quorum: ints(3, 1),
    rule: [majority, majority],
    secret: Uint8Array.of(0, 0),
    telephone: Uint8Array.of(0, 0),
    ownCase: Uint8Array.of(1, 1),
    binds: [[], []],
    boundBy: [[], []],
    powers: [
      new Map<string, CompiledRule>([
        ...committeePowers.map((p): [string, CompiledRule] => [p, majority]),
        ['expel', twoThirds],
      ]),
      new Map<string, CompiledRule>([
        ['verdict', majority],
        ['expel', majority],
        ['readmit', majority],
        ['remove', majority],
      ]),
    ],
    powersJointly: [new Map(), new Map()],
    alone: [committee, congress].map((b) => ({ bodies: [b], quorum: 0, candidates: false })),
    candidateVoice: Uint8Array.of(2, 2),
    guestVoice: Uint8Array.of(1, 1),
    guests: [],
    guestOf: Array.from({ length: P }, () => []),
    convened: Uint8Array.of(1, 0),
    exOfficio: new Uint8Array(2),
    officeBody: ints(committee, committee),
    officeFilledBy: ints(committee, committee),
    officeCarries: [[press], [apparatus]],
    resourceKind: ['press', 'apparatus'],
    branchSecretary: ints(dan, -1, eva),
    branchBody: ints(-1, -1, -1),
    issueBody: ints(committee, committee),
    issueAbout: ints(-1, -1),
    issueHorizon: Float64Array.of(90, 90),
    issueExecutors: [[ann], []],
    points: [points, points],
    pressureMoves: [],
    pressureHalfLife: Float64Array.of(0),
    calendar: [],
    awayFrom: new Float64Array(0),
    awayTo: new Float64Array(0),
    awayPerson: ints(),
    // The one norm is not in force; tests that need it replace `normFrom`.
    normForbids: [new Set(['sign', 'statement', 'declare', 'publish', 'sound'])],
    normFrom: Float64Array.of(Number.POSITIVE_INFINITY),
    normTo: Float64Array.of(Number.POSITIVE_INFINITY),
    inputs: [],
    seats: [ann, bob, cyr, dan, eva].map((person) => ({ body: committee, person, role: 1 as const })),
    holders: [
      { office: editor, person: bob },
      { office: secretary, person: ann },
    ],
    memberships: [ann, bob, cyr, dan, eva].map((person) => ({ organisation: party, person })),
    resourceHolders: [
      { resource: press, holder: bob },
      { resource: apparatus, holder: ann },
    ],
    bodyCapacity: P,
    ...change,
  };
}

/** Offices of the committee, filled by it, that carry nothing, to replace those of the world. */
export const officesNamed = (names: readonly string[]) => ({
  offices: names.length,
  officeId: names,
  officeKey: keys('office', names),
  officeBody: new Int32Array(names.length).fill(committee),
  officeFilledBy: new Int32Array(names.length).fill(committee),
  officeCarries: names.map((): number[] => []),
});

function allToAll() {
  const edgeStart = new Int32Array(P + 1);
  const edgeFrom: number[] = [];
  const edgeTo: number[] = [];
  for (let i = 0; i < P; i++) {
    for (let j = 0; j < P; j++) {
      if (i === j) continue;
      edgeFrom.push(i);
      edgeTo.push(j);
    }
    edgeStart[i + 1] = edgeTo.length;
  }
  const inEdge: number[] = [];
  for (let j = 0; j < P; j++) for (let e = 0; e < edgeTo.length; e++) if (edgeTo[e] === j) inEdge.push(e);
  return {
    edgeMatrix: new Int32Array(0),
    edgeStart,
    edgeFrom: ints(...edgeFrom),
    edgeTo: ints(...edgeTo),
    inStart: edgeStart.slice(),
    inEdge: ints(...inEdge),
  };
}

/**
 * The state on the first day. The line on peace is 75 and suits ann and eva; bob, cyr and dan stand at 25, 25 and 50
 * and trust each other; ann and bob are at odds. On tempo everybody stands at the line, 50.
 */
export function tinyScene(change: Partial<World> = {}): Scene {
  const world = tinyWorld(change);
  const scene: Scene = {
    world,
    state: createState(world),
    effects: initialParameters().effects,
    kindNames: allActs().map((a) => a.kind),
    party: { by: new Int32Array(world.people), byCount: 0, to: new Int32Array(world.people), toCount: 0 },
    bans: [],
  };
  initState(scene, new Float64Array(0));
  const x = scene.state;
  const stand = [75, 25, 25, 50, 80, 10];
  for (let i = 0; i < world.people; i++) {
    for (let issue = 0; issue < world.issues; issue++) {
      const cell = i * world.issues + issue;
      const at = issue === peace ? stand[i] : 50;
      x.position[cell] = x.work[cell] = x.publicMean[cell] = at;
      x.publicSpread[cell] = 15;
      x.salience[cell] = x.workSalience[cell] = issue === peace ? 0.8 : 0.3;
    }
  }
  x.attachment.fill(0.6);
  x.ambition.fill(0.5);
  x.caution.fill(0.5);
  x.authority.fill(0.5);
  x.tempo.fill(2);
  x.cohesion.fill(1);
  x.tie.fill(0.1);
  for (const [a, b, tie] of [
    [ann, bob, -0.5],
    [ann, eva, 0.6],
    [bob, cyr, 0.7],
    [bob, dan, 0.4],
    [cyr, dan, 0.5],
  ]) {
    setTie(scene, a, b, tie);
    setTie(scene, b, a, tie);
  }
  x.line[committee * world.issues + peace] = 75;
  x.line[committee * world.issues + tempo] = 50;
  x.practised.set([75, 50]);
  x.bodyAuthority.set([0.8, 0.95]);
  x.unity.fill(0.7);
  x.officeWorth.set([0.4, 0.7]);
  x.resourceWeight.fill(0.5);
  x.branchShare.set([0.4, 0.35, 0.25]);
  x.branchLean.set([20, 50, 50, 50, 80, 50]);
  x.severity.fill(0.6);
  return scene;
}

export function setTie(s: Scene, from: number, to: number, tie: number): void {
  for (let e = s.world.edgeStart[from]; e < s.world.edgeStart[from + 1]; e++)
    if (s.world.edgeTo[e] === to) s.state.tie[e] = tie;
}

/** Everything a person could do on his own initiative now. */
export function menuOf(s: Scene, person: number): Menu {
  const menu = new Menu();
  for (const act of allActs()) act.propose?.(s, person, menu);
  return menu;
}

/** The rows of a menu that are of one kind. */
export function rowsOf(menu: Menu, kind: string): number[] {
  const number = actNumber(kind);
  return Array.from({ length: menu.size }, (_, k) => k).filter((k) => menu.kind[k] === number);
}

/** A move made by hand. */
export function moveOf(kind: string, fields: Partial<Move>): Move {
  return Object.assign(
    clearMove(newMove()),
    { kind: actNumber(kind), key: hashText(kind + JSON.stringify(fields)) },
    fields,
  );
}

export const legal = (s: Scene, m: Move): number => allActs()[m.kind].legal(s, m);

/** Applies a move as history would, with all who act and all addressed if there are several; returns the act's index. */
export function apply(s: Scene, m: Move, by: readonly number[] = [], to: readonly number[] = []): number {
  s.party.by.set(by);
  s.party.byCount = by.length;
  s.party.to.set(to);
  s.party.toCount = to.length;
  const at = allActs()[m.kind].apply(s, m);
  s.party.byCount = s.party.toCount = 0;
  return at;
}

/** The meaning of a move, cell by cell of `Mean`. */
export function meaning(s: Scene, m: Move): Float64Array {
  const menu = new Menu();
  Object.assign(menu.draft, m);
  if (!menu.offer(s)) throw new Error(`not legal: rule ${legal(s, m)}`);
  return menu.meaning.slice(0, meanWidth);
}

/** Names of the acts written so far. */
export const record = (s: Scene): string[] =>
  Array.from({ length: s.state.counters[0] }, (_, k) => s.kindNames[s.state.actKind[k]]);

export function tieBetween(s: Scene, from: number, to: number): number {
  for (let e = s.world.edgeStart[from]; e < s.world.edgeStart[from + 1]; e++)
    if (s.world.edgeTo[e] === to) return s.state.tie[e];
  return Number.NaN;
}
