import { allProcedures } from '../acts/index.ts';
import { actorId } from '../world/actor-id.ts';
import type { Scene } from '../world/scene.ts';
import { procedureCapacity } from '../world/state.ts';
import { formatNumber } from './numbers.ts';
import type { Subject } from './subject.ts';

/** The state of a run or a replay in names instead of indices. */
export type View = ReturnType<typeof readState>;

export function readState(s: Subject, scene: Scene) {
  const { world: w, state: x } = scene;
  const { episode: e, names } = s;
  const id = (code: number): string | null => actorId(w, code) ?? null;
  const bodies = e.bodies.map((b, k) => {
    const list = Array.from(
      x.memberList.subarray(k * w.bodyCapacity, k * w.bodyCapacity + (x.memberCount[k] ?? 0)),
    );
    const members = list.map((p) => ({
      id: w.personId[p] ?? '',
      name: names.person(p).nom,
      role: x.seat[k * w.people + p] === 2 ? ('candidate' as const) : ('member' as const),
    }));
    const shown = members.map((m) => (m.role === 'candidate' ? `(${m.name})` : m.name)).join(', ');
    return { id: b.id, name: b.name[s.lang], convened: x.convened[k] === 1, members, shown };
  });
  const held = (code: number): string | undefined => names.actor(code)?.nom;
  const offices = e.offices.map((o, k) => ({
    id: o.id,
    name: o.name[s.lang],
    holder: id(x.holder[k] ?? -1),
    shown: held(x.holder[k] ?? -1),
  }));
  const resources = e.resources.map((r, k) => ({
    id: r.id,
    name: r.name[s.lang],
    holder: id(x.resourceHolder[k] ?? -1),
    shown: held(x.resourceHolder[k] ?? -1),
  }));
  const pressures = e.pressures.map((p, k) => ({
    id: p.id,
    name: p.name[s.lang],
    level: x.pressure[k] ?? Number.NaN,
  }));
  const away = e.people.flatMap((_, p) => (x.away[p] ? [names.person(p).nom] : []));
  return {
    bodies,
    offices,
    resources,
    pressures,
    away,
    lines: readLines(s, scene),
    stances: readStances(s, scene),
    procedures: readProcedures(s, scene),
  };
}

function readLines(s: Subject, { world: w, state: x }: Scene) {
  return s.episode.issues.flatMap((issue, i) => {
    const found = s.episode.bodies.flatMap((body, b) => {
      const value = x.line[b * w.issues + i] ?? Number.NaN;
      if (Number.isNaN(value) && w.issueBody[i] !== b) return [];
      const practised = x.practised[i] ?? Number.NaN;
      const note =
        w.issueBody[i] === b && !Number.isNaN(practised) && Math.abs(practised - value) >= 0.5
          ? ` (${s.texts.state.practised}: ${levelText(s, i, practised)})`
          : '';
      return [
        {
          issueId: issue.id,
          bodyId: body.id,
          issue: issue.name[s.lang],
          body: s.names.body(b).nom,
          value,
          shown: (Number.isNaN(value) ? s.texts.state.noLine : levelText(s, i, value)) + note,
        },
      ];
    });
    return found;
  });
}

const levelText = (s: Subject, issue: number, value: number): string =>
  `${s.names.point(issue, value) ?? ''} ${formatNumber(value, s.lang)}`;

/** Stances by issue and nearest named point. */
function readStances(s: Subject, { world: w, state: x }: Scene) {
  return s.episode.issues.flatMap((issue, i) => {
    const groups = new Map<string, { id: string; name: string; value: number }[]>();
    for (let p = 0; p < w.people; p++) {
      const value = x.stance[p * w.issues + i] ?? Number.NaN;
      const point = s.names.point(i, value);
      if (point === undefined) continue;
      const group = groups.get(point) ?? [];
      group.push({ id: w.personId[p] ?? '', name: s.names.person(p).nom, value });
      groups.set(point, group);
    }
    return [...groups]
      .sort((a, b) => (a[1][0]?.value ?? 0) - (b[1][0]?.value ?? 0))
      .map(([point, people], k) => ({
        issueId: issue.id,
        issue: k === 0 ? issue.name[s.lang] : '',
        point,
        people,
        who: people.map((q) => q.name),
      }));
  });
}

function readProcedures(s: Subject, { state: x }: Scene) {
  const open = Array.from({ length: procedureCapacity }, (_, slot) => slot).filter(
    (slot) => (x.procKind[slot] ?? -1) >= 0,
  );
  return open.map((slot) => ({
    kind: allProcedures()[x.procKind[slot] ?? -1]?.kind ?? '',
    by: s.names.actor(x.procBy[slot] ?? -1)?.nom ?? '',
    to: s.names.actor(x.procTo[slot] ?? -1)?.nom ?? '',
    about: aboutText(s, x.procIssue[slot] ?? -1, x.procValue[slot] ?? Number.NaN),
    opened: x.procOpened[slot] ?? Number.NaN,
    due: x.procDue[slot] ?? Number.NaN,
  }));
}

const aboutText = (s: Subject, issue: number, value: number): string =>
  issue < 0
    ? ''
    : [s.names.issue(issue), s.names.point(issue, value)].filter((part) => part !== undefined).join(': ');
