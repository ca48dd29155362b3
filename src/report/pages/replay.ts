import { allActs } from '../../acts/index.ts';
import { ruleText } from '../../acts/rules.ts';
import { isoDay } from '../../episode/index.ts';
import type { Replayed } from '../../questions/history.ts';
import type { OptionSeen, ReplayedAct } from '../../run/history/replay.ts';
import { actSentence, historicalSentence } from '../acts.ts';
import { answerJson, answerText, numericAnswer, questionOf } from '../answers.ts';
import { shortDay } from '../dates.ts';
import { formatNumber, formatPercent } from '../numbers.ts';
import { type Block, heading, type Page, table, text } from '../page.ts';
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

interface Line {
  readonly act: ReplayedAct;
  readonly date: string;
  readonly what: string;
  readonly p: string;
  readonly bits: string;
  readonly instead: string;
}

/** One line an act; where several people had their own share in it, a line for each below. */
function linesOf(s: Subject, r: Replayed): readonly Line[] {
  let bits = 0;
  const lines: Line[] = [];
  for (const group of byAct(r.acts)) {
    const [first] = group;
    if (!first) continue;
    const shares = group.filter((a) => a.person >= 0);
    const alone = shares.length <= 1;
    const scoring = (a: ReplayedAct): Pick<Line, 'p' | 'bits' | 'instead'> => {
      if (!isScored(a)) return { p: '', bits: '', instead: remark(s, a) };
      bits += a.bits;
      const p = formatPercent(a.probability, s.lang);
      return { p, bits: formatNumber(bits, s.lang, 1), instead: alternatives(s, a) };
    };
    const what = `${historicalSentence(first.act, s.names)} [${first.act.id}]`;
    const blank = { p: '', bits: '', instead: '' };
    lines.push({
      act: first,
      date: shortDay(first.act.time, s.episode.meta),
      what,
      ...(alone ? scoring(shares[0] ?? first) : blank),
    });
    if (!alone)
      shares.forEach((a, k) => {
        lines.push({ act: a, date: '', what: `· ${shareOf(s, shares, k)}`, ...scoring(a) });
      });
  }
  return lines;
}

const isScored = (a: ReplayedAct): boolean => a.seen === 'chosen' && !Number.isNaN(a.probability);

/** Whose share it is; with several addressees also to whom, which come in the order of the record. */
function shareOf(s: Subject, shares: readonly ReplayedAct[], k: number): string {
  const share = shares[k];
  if (!share) return '';
  const who = s.names.person(share.person).nom;
  const before = shares.slice(0, k).filter((a) => a.person === share.person).length;
  const several = shares.filter((a) => a.person === share.person).length > 1;
  const to = several ? s.names.actor(share.act.to[before] ?? -1)?.nom : undefined;
  return to === undefined ? who : `${who} → ${to}`;
}

function byAct(acts: readonly ReplayedAct[]): readonly (readonly ReplayedAct[])[] {
  const groups = new Map<string, ReplayedAct[]>();
  for (const a of acts) groups.set(a.act.id, [...(groups.get(a.act.id) ?? []), a]);
  return [...groups.values()];
}

/** The two likeliest options that the model thought likelier than what happened. */
function alternatives(s: Subject, a: ReplayedAct): string {
  return a.options
    .filter((o) => o.probability > a.probability)
    .slice(0, 2)
    .map((o) => `${optionText(s, a.person, o)} ${formatPercent(o.probability, s.lang)}`)
    .join('; ');
}

function remark(s: Subject, a: ReplayedAct): string {
  if (a.seen === 'off-model') return `${s.texts.seen['off-model']}: ${ruleText(a.rule, s.lang)}`;
  return a.seen === 'not-occurred'
    ? s.texts.modes[a.act.source.mode] || s.texts.seen[a.seen]
    : s.texts.seen[a.seen];
}

/** An option without its subject: "moves in the CC: …". */
export function optionText(
  s: Subject,
  person: number,
  o: Omit<OptionSeen, 'row' | 'probability'> & { readonly thing?: number },
): string {
  if (o.kind < 0) return s.texts.waits;
  const full = actSentence(
    {
      kind: o.kind,
      by: [person],
      to: [o.to],
      body: o.body,
      issue: o.issue,
      office: o.office,
      thing: o.thing ?? -1,
      option: o.option,
      value: o.value,
      flags: 0,
    },
    s.names,
  );
  const subject = person >= 0 ? s.names.person(person).nom : '';
  return full.startsWith(subject) ? full.slice(subject.length).replace(/^[\s:]+/, '') : full;
}

function summary(s: Subject, r: Replayed): readonly Block[] {
  const t = s.texts.replay;
  const scored = r.acts.filter(isScored);
  const once = (seen: string): readonly ReplayedAct[] => [
    ...new Map(r.acts.filter((a) => a.seen === seen).map((a) => [a.act.id, a])).values(),
  ];
  const off = once('off-model');
  const outside = once('outside-candidates');
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
