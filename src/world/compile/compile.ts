import { mean } from '../../chance/distributions.ts';
import { hashText } from '../../chance/keys.ts';
import type { Body, Episode, Power, Rule } from '../../episode/types.ts';
import type { Assembly, CompiledRule, PressureMove, World } from '../world.ts';
import { compileCalendar, holderCode } from './calendar.ts';
import { compileEdges, membersAtStart } from './edges.ts';
import { compileInputs } from './inputs.ts';
import { at, indexOf, type Names } from './names.ts';

export const namesOf = (e: Episode): Names => ({
  person: indexOf(e.people),
  body: indexOf(e.bodies),
  office: indexOf(e.offices),
  issue: indexOf(e.issues),
  organisation: indexOf(e.organisations),
  resource: indexOf(e.resources),
  branch: indexOf(e.branches),
  pressure: indexOf(e.pressures),
});

/** Compiles an episode for running. The record, the outcomes and the questions are not read. */
export function compileWorld(e: Episode): World {
  const n = namesOf(e);
  const edges = compileEdges(e, n);
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((x) => x.id);
  const keys = (kind: string, list: readonly { readonly id: string }[]): Uint32Array =>
    Uint32Array.from(list, (x) => hashText(`${kind}.${x.id}`));
  const capacity = Math.min(e.people.length, 16 + Math.max(1, ...membersAtStart(e, n).map((l) => l.length)));
  return {
    people: e.people.length,
    bodies: e.bodies.length,
    offices: e.offices.length,
    issues: e.issues.length,
    organisations: e.organisations.length,
    resources: e.resources.length,
    branches: e.branches.length,
    pressures: e.pressures.length,
    edges: edges.to.length,
    norms: e.norms.length,
    starts: e.meta.starts,
    ends: e.meta.ends,
    personId: ids(e.people),
    bodyId: ids(e.bodies),
    officeId: ids(e.offices),
    issueId: ids(e.issues),
    organisationId: ids(e.organisations),
    resourceId: ids(e.resources),
    branchId: ids(e.branches),
    pressureId: ids(e.pressures),
    personKey: keys('person', e.people),
    bodyKey: keys('body', e.bodies),
    officeKey: keys('office', e.offices),
    issueKey: keys('issue', e.issues),
    resourceKey: keys('resource', e.resources),
    branchKey: keys('branch', e.branches),
    size: Float64Array.from(e.people, (p) => p.collective?.size ?? 1),
    collective: Uint8Array.from(e.people, (p) => (p.collective ? 1 : 0)),
    outsider: Uint8Array.from(e.people, (p) => (p.outsider ? 1 : 0)),
    edgeStart: edges.start,
    edgeFrom: edges.from,
    edgeTo: edges.to,
    edgeMatrix: edges.matrix,
    inStart: edges.inStart,
    inEdge: edges.inEdge,
    ...compileBodies(e, n),
    ...compileThings(e, n),
    ...compilePeople(e, n),
    calendar: compileCalendar(e, n),
    inputs: compileInputs(e, n, edges),
    bodyCapacity: capacity,
  };
}

export function compileRule(rule: Rule): CompiledRule {
  if (rule.kind === 'count') return { share: 0, base: 0, strict: false, count: rule.count };
  return {
    share: rule.share,
    base: rule.of === 'cast' ? 0 : rule.of === 'present' ? 1 : 2,
    strict: rule.strict,
    count: 0,
  };
}

const ways = { 'in-person': 0, 'by-telephone': 1, either: 2 } as const;
const voices = { hear: 0, speak: 1, move: 2 } as const;

function compileBodies(e: Episode, n: Names) {
  return {
    superior: Int32Array.from(e.bodies, (b) => at(n.body, b.superior)),
    ...rankBodies(e),
    bodyOrganisation: Int32Array.from(e.bodies, (b) => at(n.organisation, b.organisation)),
    bodySeats: Int32Array.from(e.bodies, (b) => b.seats),
    quorum: Int32Array.from(e.bodies, (b) => b.quorum),
    rule: e.bodies.map((b) => compileRule(b.rule)),
    secret: Uint8Array.from(e.bodies, (b) => (b.ballot === 'secret' ? 1 : 0)),
    telephone: Uint8Array.from(e.bodies, (b) => ways[b.sitting]),
    ownCase: Uint8Array.from(e.bodies, (b) => (b.ownCase === 'may-vote' ? 1 : 0)),
    binds: e.bodies.map((b) => b.binds.map((x) => at(n.body, x))),
    boundBy: e.bodies.map((b) => e.bodies.flatMap((o, k) => (o.binds.includes(b.id) && o !== b ? [k] : []))),
    powers: e.bodies.map((b) => new Map(b.powers.map((p) => [p.act, compileRule(p.rule)]))),
    powersJointly: e.bodies.map((b) => new Map(b.powers.flatMap((p) => jointPower(b, p, n)))),
    alone: e.bodies.map((_, b) => ({ bodies: [b], quorum: 0, candidates: false })),
    candidateVoice: Uint8Array.from(e.bodies, (b) => voices[b.consultative.candidates]),
    guestVoice: Uint8Array.from(e.bodies, (b) => voices[b.consultative.guests]),
    convened: Uint8Array.from(e.bodies, (b) => (b.convened ? 1 : 0)),
    exOfficio: officeHolders(e, n),
  };
}

/** The order in which a person's bodies are gone through does not depend on where they stand in the file. */
function rankBodies(e: Episode): Pick<World, 'bodyOrder' | 'bodyRank'> {
  const authority = e.bodies.map((b) => mean(b.authority.distribution));
  const keys = e.bodies.map((b) => hashText(`body.${b.id}`));
  const order = e.bodies.map((_, b) => b).sort((a, b) => authority[b] - authority[a] || keys[a] - keys[b]);
  const rank = new Int32Array(order.length);
  order.forEach((body, r) => {
    rank[body] = r;
  });
  return { bodyOrder: Int32Array.from(order), bodyRank: rank };
}

/** A power that needs a joint sitting, with the assembly that has it. */
function jointPower(b: Body, p: Power, n: Names): readonly (readonly [string, Assembly])[] {
  const others = p.jointly.filter((x) => x !== b.id);
  if (others.length === 0 && p.quorum === 0 && !p.candidatesVote) return [];
  const bodies = [b.id, ...others].map((x) => at(n.body, x));
  return [[p.act, { bodies, quorum: p.quorum, candidates: p.candidatesVote }]];
}

/** Bodies in which at least four fifths of those seated at the start hold an office of that body. */
function officeHolders(e: Episode, n: Names): Uint8Array {
  const flags = new Uint8Array(e.bodies.length);
  membersAtStart(e, n).forEach((members, b) => {
    const holders = new Set(
      e.terms
        .filter(
          (t) =>
            t.office !== undefined &&
            t.from <= e.meta.starts &&
            t.to >= e.meta.starts &&
            at(n.body, e.offices[at(n.office, t.office)].body) === b,
        )
        .map((t) => at(n.person, t.person)),
    );
    const held = members.filter((p) => holders.has(p)).length;
    if (members.length > 2 && held >= 0.8 * members.length) flags[b] = 1;
  });
  return flags;
}

function compileThings(e: Episode, n: Names) {
  return {
    officeBody: Int32Array.from(e.offices, (o) => at(n.body, o.body)),
    officeFilledBy: Int32Array.from(e.offices, (o) => at(n.body, o.filledBy)),
    officeCarries: e.offices.map((o) => o.carries.map((r) => at(n.resource, r))),
    resourceKind: e.resources.map((r) => r.kind),
    branchSecretary: Int32Array.from(e.branches, (b) => at(n.person, b.secretary)),
    branchBody: Int32Array.from(e.branches, (b) => at(n.body, b.body)),
    issueBody: Int32Array.from(e.issues, (i) => at(n.body, i.body)),
    issueAbout: Int32Array.from(e.issues, (i) => n.person.get(i.about ?? '') ?? -1),
    issueHorizon: Float64Array.from(e.issues, (i) => i.horizon),
    issueExecutors: e.issues.map((i) => i.executors.map((p) => at(n.person, p))),
    points: e.issues.map((i) => Float64Array.from(i.scale, (s) => s.at)),
    pressureMoves: e.pressures.flatMap((p): PressureMove[] =>
      p.moves.flatMap((m) =>
        (m.who === 'all' ? [undefined] : m.who).map((who) => ({
          pressure: at(n.pressure, p.id),
          what: ({ position: 0, salience: 1, 'split-cost': 2, threat: 3 } as const)[m.what],
          person: at(n.person, who),
          issue: at(n.issue, m.issue),
        })),
      ),
    ),
    pressureHalfLife: Float64Array.from(e.pressures, (p) => p.halfLife ?? 0),
    normForbids: e.norms.map((m) => new Set(m.forbids)),
    normFrom: Float64Array.from(e.norms, (m) => m.from),
    normTo: Float64Array.from(e.norms, (m) => m.to + 1),
  };
}

function compilePeople(e: Episode, n: Names) {
  const away = e.people.flatMap((p) =>
    p.away.map((a) => ({ person: at(n.person, p.id), from: a.from, to: a.to + 1 })),
  );
  const inForce = e.terms.filter(
    (t) => t.from <= e.meta.starts && t.to >= e.meta.starts && t.role !== 'guest',
  );
  const holders = inForce
    .filter((t) => t.office !== undefined)
    .map((t) => ({ office: at(n.office, t.office), person: at(n.person, t.person) }));
  return {
    awayFrom: Float64Array.from(away, (a) => a.from),
    awayTo: Float64Array.from(away, (a) => a.to),
    awayPerson: Int32Array.from(away, (a) => a.person),
    seats: inForce
      .filter((t) => t.body !== undefined)
      .map((t) => ({
        body: at(n.body, t.body),
        person: at(n.person, t.person),
        role: t.role === 'candidate' ? (2 as const) : (1 as const),
      })),
    holders,
    ...compileGuests(e, n),
    memberships: e.people.flatMap((p) =>
      p.organisations.map((g) => ({ organisation: at(n.organisation, g), person: at(n.person, p.id) })),
    ),
    resourceHolders: e.resources
      .map((r, k) => ({ resource: k, holder: resourceHolder(e, n, holders, r.holder) }))
      .filter((r) => r.holder >= 0),
  };
}

/** Who attends without a seat on the first day. */
function compileGuests(e: Episode, n: Names): Pick<World, 'guests' | 'guestOf'> {
  const guests = e.terms
    .filter(
      (t) => t.role === 'guest' && t.body !== undefined && t.from <= e.meta.starts && t.to >= e.meta.starts,
    )
    .map((t) => ({ body: at(n.body, t.body), person: at(n.person, t.person) }));
  return {
    guests,
    guestOf: e.people.map((_, p) => guests.filter((g) => g.person === p).map((g) => g.body)),
  };
}

function resourceHolder(
  e: Episode,
  n: Names,
  holders: readonly { office: number; person: number }[],
  id: string | undefined,
): number {
  if (id === undefined) return -1;
  const office = n.office.get(id);
  if (office === undefined) return holderCode(id, n);
  const held = holders.find((h) => h.office === office);
  return held ? held.person : e.people.length + at(n.body, e.offices[office].body);
}
