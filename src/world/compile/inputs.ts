import { type Distribution, mean, sd } from '../../chance/distributions.ts';
import { hashText } from '../../chance/keys.ts';
import type { ClaimValue, Episode } from '../../episode/types.ts';
import type { InputSlot, StateField } from '../world.ts';
import { type Edges, membersAtStart } from './edges.ts';
import { at, type Names } from './names.ts';

/** What is publicly believed of somebody is at least this unsure (points). */
const publicDoubt = 12;
/** A private belief coded as a bare number is this unsure (points). */
const privateDoubt = 12;

/** Collects where every coded number goes. One slot per claim and cell; the same claim shares its draw. */
export function compileInputs(e: Episode, n: Names, edges: Edges): readonly InputSlot[] {
  const slots: InputSlot[] = [];
  const put = (
    id: string,
    field: StateField,
    index: number,
    v: ClaimValue,
    low: number,
    high: number,
  ): void => {
    slots.push({
      id,
      key: hashText(id),
      distribution: v.distribution,
      claim: v.claimId,
      field,
      index,
      also: [],
      low,
      high,
    });
  };
  const fix = (id: string, field: StateField, index: number, value: number, claim = -1): void => {
    slots.push({
      id,
      key: hashText(id),
      distribution: { kind: 'point', value },
      claim,
      field,
      index,
      also: [],
      low: -1e9,
      high: 1e9,
    });
  };
  people(e, n, put, fix);
  relations(e, n, edges, put, fix);
  institutions(e, n, put);
  return slots;
}

type Put = (id: string, field: StateField, index: number, v: ClaimValue, low: number, high: number) => void;
type Fix = (id: string, field: StateField, index: number, value: number, claim?: number) => void;

function people(e: Episode, n: Names, put: Put, fix: Fix): void {
  const I = e.issues.length;
  e.people.forEach((p, k) => {
    put(`trait.${p.id}.attachment`, 'attachment', k, p.traits.attachment, 0, 1);
    put(`trait.${p.id}.ambition`, 'ambition', k, p.traits.ambition, 0, 1);
    put(`trait.${p.id}.caution`, 'caution', k, p.traits.caution, 0, 1);
    put(`trait.${p.id}.authority`, 'authority', k, p.traits.authority, 0, 1);
    put(`trait.${p.id}.tempo`, 'tempo', k, p.traits.tempo, 0, 50);
    if (p.collective) put(`trait.${p.id}.cohesion`, 'cohesion', k, p.collective.cohesion, 0, 1);
    else fix(`trait.${p.id}.cohesion`, 'cohesion', k, 1);
    for (let i = 0; i < I; i++) {
      fix(`position.${p.id}.${e.issues[i].id}`, 'position', k * I + i, 50);
      fix(`public.${p.id}.${e.issues[i].id}`, 'publicMean', k * I + i, 50);
      fix(`doubt.${p.id}.${e.issues[i].id}`, 'publicSpread', k * I + i, 30);
    }
  });
  for (const v of e.positions) {
    const cell = at(n.person, v.person) * I + at(n.issue, v.issue);
    put(`position.${v.person}.${v.issue}`, 'position', cell, v.value, 0, 100);
    fix(`public.${v.person}.${v.issue}`, 'publicMean', cell, mean(v.value.distribution));
    fix(
      `doubt.${v.person}.${v.issue}`,
      'publicSpread',
      cell,
      Math.max(publicDoubt, sd(v.value.distribution)),
    );
  }
  for (const v of e.salience)
    put(
      `salience.${v.person}.${v.issue}`,
      'salience',
      at(n.person, v.person) * I + at(n.issue, v.issue),
      v.value,
      0,
      1,
    );
  for (const v of e.stances) {
    if (v.date && v.date.latest > e.meta.starts) continue;
    put(
      `stance.${v.person}.${v.issue}`,
      'stance',
      at(n.person, v.person) * I + at(n.issue, v.issue),
      v.value,
      0,
      100,
    );
  }
}

function relations(e: Episode, n: Names, edges: Edges, put: Put, fix: Fix): void {
  const I = e.issues.length;
  const edge = (from: string, to: string): number => edgeIndex(edges, at(n.person, from), at(n.person, to));
  for (const t of e.ties) {
    if ((t.since ?? -1e9) > e.meta.starts || (t.until ?? 1e9) < e.meta.starts) continue;
    const k = edge(t.from, t.to);
    put(`tie.${t.from}.${t.to}`, 'tie', k, t.value, -1, 1);
    if (t.defers > 0) fix(`defer.${t.from}.${t.to}`, 'defer', k, t.defers);
  }
  for (const p of e.pledges) fix(`owed.${p.who}.${p.to}`, 'owed', edge(p.who, p.to), 0.5);
  const members = membersAtStart(e, n);
  // Bodies first, so that a belief about a person overrides one about his body.
  for (const aboutBody of [true, false]) {
    for (const b of e.beliefs) {
      if (n.person.has(b.about) === aboutBody) continue;
      const about = aboutBody ? members[at(n.body, b.about)] : [at(n.person, b.about)];
      const issue = at(n.issue, b.issue);
      for (const j of about)
        belief(e, n, edges, b.who, j, issue, b.value.distribution, b.value.claimId, I, fix);
    }
  }
}

function belief(
  e: Episode,
  n: Names,
  edges: Edges,
  who: string,
  j: number,
  issue: number,
  d: Distribution,
  claim: number,
  I: number,
  fix: Fix,
): void {
  const about = e.people[j].id;
  const what = e.issues[issue].id;
  const spread = Math.max(d.kind === 'point' ? privateDoubt : 3, sd(d));
  if (who === 'public') {
    fix(`public.${about}.${what}`, 'publicMean', j * I + issue, mean(d), claim);
    fix(`doubt.${about}.${what}`, 'publicSpread', j * I + issue, spread, claim);
    return;
  }
  const k = edgeIndex(edges, at(n.person, who), j);
  if (k < 0) return; // a belief about oneself
  fix(`belief.${who}.${about}.${what}`, 'beliefMean', k * I + issue, mean(d), claim);
  fix(`unsure.${who}.${about}.${what}`, 'beliefSpread', k * I + issue, spread, claim);
}

function edgeIndex(edges: Edges, from: number, to: number): number {
  for (let k = edges.start[from]; k < edges.start[from + 1]; k++) if (edges.to[k] === to) return k;
  return -1;
}

function institutions(e: Episode, n: Names, put: Put): void {
  const I = e.issues.length;
  e.bodies.forEach((b, k) => put(`authority.${b.id}`, 'bodyAuthority', k, b.authority, 0, 1));
  e.organisations.forEach((g, k) => put(`unity.${g.id}`, 'unity', k, g.unity, 0, 1));
  e.offices.forEach((o, k) => put(`worth.${o.id}`, 'officeWorth', k, o.worth, 0, 1));
  e.resources.forEach((r, k) => put(`weight.${r.id}`, 'resourceWeight', k, r.weight, 0, 1));
  e.branches.forEach((b, k) => {
    put(`share.${b.id}`, 'branchShare', k, b.delegates, 0, 1e6);
    for (const l of b.leans)
      put(`lean.${b.id}.${l.issue}`, 'branchLean', k * I + at(n.issue, l.issue), l.value, 0, 100);
  });
  e.issues.forEach((i, k) => {
    for (const l of i.lines)
      put(`line.${l.body}.${i.id}`, 'line', at(n.body, l.body) * I + k, l.value, 0, 100);
    if (i.practised) put(`practised.${i.id}`, 'practised', k, i.practised, 0, 100);
  });
  e.norms.forEach((m, k) => put(`severity.${m.id}`, 'severity', k, m.severity, 0, 1));
  let gamma = 0;
  e.pressures.forEach((p, k) => {
    put(`pressure.${p.id}`, 'pressure', k, p.initial, -10, 10);
    for (const m of p.moves) {
      const people = m.who === 'all' ? ['all'] : m.who;
      for (const who of people)
        put(`gamma.${p.id}.${m.what}.${who}.${m.issue ?? 'all'}`, 'gamma', gamma++, m.by, -200, 200);
    }
  });
}
