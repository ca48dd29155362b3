import { allProcedures } from '../../acts/index.ts';
import { isoDay } from '../../episode/index.ts';
import type { Scene } from '../../world/scene.ts';
import { procedureCapacity } from '../../world/state.ts';
import { dayText, shortDay } from '../dates.ts';
import { capital } from '../language.ts';
import { formatNumber } from '../numbers.ts';
import { type Block, heading, type Page, table, text } from '../page.ts';
import { citation, documentHead, type Subject } from '../subject.ts';
import { kindName } from '../texts/kinds.ts';

/** Who sits where, holds what, stands for what on a day. */
export function statePage(s: Subject, scene: Scene, day: number): Page {
  const t = s.texts.state;
  const view = readState(s, scene);
  const { meta } = s.episode;
  return {
    blocks: [
      { kind: 'title', text: t.title(meta.title[s.lang], dayText(day, meta, s.lang)) },
      heading(t.bodies),
      table(
        [{ title: t.body }, { title: t.members }],
        view.bodies.map((b) => [capital(b.name), b.convened ? b.shown : t.notConvened]),
      ),
      heading(t.offices),
      table(
        [{ title: t.office }, { title: t.holder }],
        view.offices.map((o) => [o.name, o.shown ?? t.vacant]),
      ),
      ...(view.resources.length === 0
        ? []
        : [
            heading(t.resources),
            table(
              [{ title: t.resource }, { title: t.holder }],
              view.resources.map((r) => [r.name, r.shown ?? s.texts.nobody]),
            ),
          ]),
      heading(t.lines),
      table(
        [{ title: t.issue }, { title: t.decidedBy }, { title: t.line }],
        view.lines.map((l) => [l.issue, l.body, l.shown]),
      ),
      ...(view.stances.length === 0
        ? []
        : [
            heading(t.stances),
            table(
              [{ title: t.issue }, { title: t.stance }, { title: t.who }],
              view.stances.map((x) => [x.issue, x.point, x.who.join(', ')]),
            ),
          ]),
      ...procedureBlocks(s, view.procedures),
      ...(view.pressures.length === 0
        ? []
        : [
            heading(t.pressures),
            table(
              [{ title: t.pressure }, { title: t.level, align: 'right' }],
              view.pressures.map((p) => [p.name, formatNumber(p.level, s.lang, 2)]),
            ),
          ]),
      text(`${t.away}: ${view.away.length === 0 ? t.nobodyAway : view.away.join(', ')}.`),
      ...citation(s),
    ],
    data: {
      ...documentHead(s),
      day: isoDay(day),
      units: { day: 'Gregorian day', line: '0 to 100', stance: '0 to 100', pressure: '0 to 1' },
      ...stateData(s, view),
    },
    table: {
      columns: ['kind', 'of', 'name', 'value'],
      rows: [
        ...view.bodies.flatMap((b) => b.members.map((m) => ['seat', b.id, m.id, m.role])),
        ...view.offices.map((o) => ['office', o.id, o.holder, null]),
        ...view.resources.map((r) => ['resource', r.id, r.holder, null]),
        ...view.lines.map((l) => ['line', l.bodyId, l.issueId, l.value]),
        ...view.stances.flatMap((x) => x.people.map((p) => ['stance', x.issueId, p.id, p.value])),
      ],
    },
  };
}

type View = ReturnType<typeof readState>;

function readState(s: Subject, scene: Scene) {
  const { world: w, state: x } = scene;
  const { episode: e, names } = s;
  const id = (code: number): string | null =>
    code < 0
      ? null
      : code < w.people
        ? (w.personId[code] ?? null)
        : code < w.people + w.bodies
          ? (w.bodyId[code - w.people] ?? null)
          : (w.branchId[code - w.people - w.bodies] ?? null);
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

function procedureBlocks(s: Subject, list: View['procedures']): readonly Block[] {
  const t = s.texts.state;
  if (list.length === 0) return [heading(t.procedures), text(t.noneOpen)];
  const day = (d: number): string => (Number.isFinite(d) ? shortDay(d, s.episode.meta) : '');
  return [
    heading(t.procedures),
    table(
      [
        { title: t.kind },
        { title: t.by },
        { title: t.to },
        { title: t.about },
        { title: t.opened },
        { title: t.due },
      ],
      list.map((p) => [kindName(p.kind, s.lang), p.by, p.to, p.about, day(p.opened), day(p.due)]),
    ),
  ];
}

function stateData(s: Subject, v: View): Page['data'] {
  const day = (d: number): string | null => (Number.isFinite(d) ? isoDay(Math.floor(d)) : null);
  return {
    bodies: v.bodies.map((b) => ({
      id: b.id,
      convened: b.convened,
      members: b.members.map((m) => ({ id: m.id, role: m.role })),
    })),
    offices: v.offices.map((o) => ({ id: o.id, holder: o.holder })),
    resources: v.resources.map((r) => ({ id: r.id, holder: r.holder })),
    lines: v.lines.map((l) => ({ issue: l.issueId, body: l.bodyId, value: l.value })),
    stances: v.stances.flatMap((x) =>
      x.people.map((p) => ({ issue: x.issueId, person: p.id, value: p.value })),
    ),
    procedures: v.procedures.map((p) => ({
      kind: p.kind,
      by: p.by,
      to: p.to,
      about: p.about,
      opened: day(p.opened),
      due: day(p.due),
    })),
    pressures: v.pressures.map((p) => ({ id: p.id, level: p.level })),
    away: [...v.away],
    language: s.lang,
  };
}
