import { isoDay } from '../../episode/index.ts';
import type { Scene } from '../../world/scene.ts';
import { dayText, shortDay } from '../dates.ts';
import { capital } from '../language.ts';
import { formatNumber } from '../numbers.ts';
import { type Block, heading, type Page, table, text } from '../page.ts';
import { citation, documentHead, type Subject } from '../subject.ts';
import { kindName } from '../texts/kinds.ts';
import { readState, type View } from '../view.ts';

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
