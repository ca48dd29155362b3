import { allActs } from '../../acts/index.ts';
import { ruleText } from '../../acts/rules.ts';
import { isoDay } from '../../episode/index.ts';
import type { Replayed } from '../../questions/history.ts';
import type { ReplayedAct } from '../../run/history/replay.ts';
import { historicalSentence } from '../acts.ts';
import { answerJson, answerText, numericAnswer, questionOf } from '../answers.ts';
import { formatNumber } from '../numbers.ts';
import { type Block, heading, type Page, table, text } from '../page.ts';
import { isScored, linesOf, optionText } from '../replay-lines.ts';
import { citation, documentHead, nextSteps, type Subject } from '../subject.ts';

/** The record act by act, with what the model thought; `only` one act's id. */
export function replayPage(s: Subject, r: Replayed, only?: string): Page {
  const t = s.texts.replay;
  const lines = linesOf(s, r).filter((l) => only === undefined || l.act.act.id === only);
  return {
    blocks: [
      { kind: 'title', text: t.title(s.episode.meta.title[s.lang]) },
      text(t.how, 2),
      table(
        [
          { title: t.date },
          { title: t.act, min: 24 },
          { title: t.p, align: 'right' },
          { title: t.bits, align: 'right' },
          { title: t.instead, min: 20 },
        ],
        lines.map((l) => [l.date, l.what, l.p, l.bits, l.instead]),
      ),
      ...(only === undefined ? summary(s, r) : []),
      ...citation(s),
      ...nextSteps(s, [whyCommand(s, r), `plenum run ${s.name} --runs 100`]),
    ],
    data: replayData(s, r, only),
    table: {
      columns: ['id', 'day', 'person', 'kind', 'seen', 'probability', 'bits', 'rule', 'sentence'],
      rows: r.acts
        .filter((a) => only === undefined || a.act.id === only)
        .map((a) => [
          a.act.id,
          isoDay(Math.floor(a.act.time)),
          s.episode.people[a.person]?.id ?? null,
          a.act.source.kind,
          a.seen,
          a.probability,
          a.seen === 'chosen' ? a.bits : null,
          a.rule === 0 ? null : ruleText(a.rule, s.lang),
          historicalSentence(a.act, s.names),
        ]),
    },
  };
}

function summary(s: Subject, r: Replayed): readonly Block[] {
  const t = s.texts.replay;
  const scored = r.acts.filter(isScored);
  const once = (seen: string): readonly ReplayedAct[] => [
    ...new Map(r.acts.filter((a) => a.seen === seen).map((a) => [a.act.id, a])).values(),
  ];
  const off = once('off-model');
  const outside = once('outside-candidates');
  const near = r.acts.filter((a) => a.near).length;
  const name = (a: ReplayedAct): string =>
    `${a.act.id} (${s.names.actor(a.person)?.nom ?? ''}${a.rule === 0 ? '' : `: ${ruleText(a.rule, s.lang)}`})`;
  return [
    heading(t.summary),
    text(
      t.surprise(
        formatNumber(r.bits, s.lang, 1),
        scored.length,
        formatNumber(r.bits / Math.max(1, scored.length), s.lang, 2),
      ),
    ),
    ...(near === 0 ? [] : [text(t.near(near))]),
    ...(off.length + outside.length === 0 ? [text(t.none)] : []),
    ...(off.length === 0 ? [] : [text(`${t.offModel(off.length)}: ${off.map(name).join(', ')}.`)]),
    ...(outside.length === 0 ? [] : [text(`${t.outside(outside.length)}: ${outside.map(name).join(', ')}.`)]),
    heading(t.outcomes),
    outcomeTable(s, r),
  ];
}

function outcomeTable(s: Subject, r: Replayed): Block {
  const t = s.texts.replay;
  const rows = outcomeRows(s, r);
  const columns = [{ title: s.texts.outcome }, { title: t.replayed }, { title: t.coded }];
  // Where everything agrees there is nothing to mark.
  if (rows.every((row) => row[3] === ''))
    return table(
      columns,
      rows.map((row) => row.slice(0, 3)),
    );
  return table([...columns, { title: '' }], rows);
}

function outcomeRows(s: Subject, r: Replayed): readonly (readonly string[])[] {
  return r.compiled.map((o, k) => {
    const value = r.outcomes[k] ?? Number.NaN;
    const h = o.source.history;
    const coded = h === undefined ? Number.NaN : numericAnswer(h, o.kind, s);
    const same =
      h === undefined ||
      Object.is(value, coded) ||
      (o.kind === 'date' && h.kind === 'date' && value >= h.date.earliest && value <= h.date.latest);
    return [
      questionOf(o, s),
      answerText(o, value, s),
      h === undefined ? s.texts.unknown : answerText(o, coded, s),
      same ? '' : s.texts.replay.differ,
    ];
  });
}

function whyCommand(s: Subject, r: Replayed): string {
  const surprising = r.acts
    .filter((a) => a.seen === 'chosen' && a.person >= 0)
    .sort((a, b) => b.bits - a.bits)[0];
  return `plenum why ${s.name} --act ${surprising?.act.id ?? r.acts[0]?.act.id ?? ''}`;
}

function replayData(s: Subject, r: Replayed, only: string | undefined): Page['data'] {
  return {
    ...documentHead(s),
    bits: r.bits,
    units: { day: 'Gregorian day', bits: '−log2 of the probability', probability: '0 to 1' },
    acts: r.acts
      .filter((a) => only === undefined || a.act.id === only)
      .map((a): Page['data'] => ({
        id: a.act.id,
        day: isoDay(Math.floor(a.act.time)),
        kind: a.act.source.kind,
        person: s.episode.people[a.person]?.id ?? null,
        seen: a.seen,
        probability: a.probability,
        bits: a.seen === 'chosen' ? a.bits : null,
        rule: a.rule === 0 ? null : ruleText(a.rule, s.lang),
        sentence: historicalSentence(a.act, s.names),
        options: a.options.map((o) => ({
          kind: allActs()[o.kind]?.kind ?? 'wait',
          option: optionText(s, a.person, o),
          probability: o.probability,
        })),
      })),
    outcomes: r.compiled.map((o, k) => ({
      id: o.id,
      kind: o.kind,
      replayed: answerJson(o, r.outcomes[k] ?? Number.NaN, s),
      coded:
        o.source.history === undefined ? null : answerJson(o, numericAnswer(o.source.history, o.kind, s), s),
    })),
  };
}
