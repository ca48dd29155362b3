import { isoDay } from '../../episode/index.ts';
import { askData, type Asked } from '../asked.ts';
import { clearest, differenceText, effectSentence, estimateText } from '../effects.ts';
import { forcedTexts, refusalTexts } from '../forced.ts';
import { pastTexts, thinText, tooThin } from '../from-history.ts';
import { isClear } from '../estimates.ts';
import { interventionTexts } from '../interventions.ts';
import { questionOf } from '../answers.ts';
import { listed } from '../language.ts';
import { formatNumber } from '../numbers.ts';
import {
  type Block,
  code,
  type DataTable,
  heading,
  type Json,
  list,
  type Page,
  table,
  text,
} from '../page.ts';
import { partingTextOf, whyCommand } from '../parting.ts';
import { assumptions, citation, documentHead, introduction, type Subject } from '../subject.ts';
import { answersTexts } from '../texts/answers.ts';

interface Commanded extends Asked {
  /** The command that asks it alone. */
  readonly command: string;
}

/** One question of an episode, answered; or refused, if the rules forbid what it forces in every course. */
export interface AnsweredQuestion extends Commanded {
  /** The same asked of free runs, where the luck that fits the record is known too poorly. */
  readonly free?: Commanded | undefined;
}

export interface Answers {
  readonly questions: readonly AnsweredQuestion[];
  readonly seed: number;
  readonly runs: number;
}

const right = { align: 'right' } as const;

/** All the questions of an episode, answered: one page that its own command reproduces. */
export function answersPage(s: Subject, a: Answers): Page {
  const t = answersTexts(s.lang);
  const one = (n: number): string => formatNumber(n, s.lang);
  return {
    blocks: [
      { kind: 'title', text: t.title(s.episode.meta.title[s.lang]) },
      ...introduction(s).slice(1),
      text(t.about(one(a.questions.length), one(a.runs))),
      table(
        [{ title: t.question }, { title: t.answer }],
        a.questions.map((q) => [q.question.ask[s.lang], shortAnswer(s, q)]),
      ),
      ...a.questions.flatMap((q) => questionBlocks({ ...s, command: q.command }, q)),
      heading(s.texts.assumed),
      list(assumptions(s)),
      ...citation(s, a.seed, a.runs),
      text(t.reproduce),
    ],
    data: {
      ...documentHead(s),
      seed: a.seed,
      runs: a.runs,
      questions: a.questions.map((q) => ({
        ...(dataOf(s, q) as Record<string, Json>),
        freeRuns: q.free ? dataOf(s, q.free) : null,
      })),
    },
    table: { columns, rows: a.questions.flatMap((q) => (q.free ? [q, q.free] : [q]).flatMap(rowsOf)) },
  };
}

const dataOf = (s: Subject, q: Commanded): Page['data'] => askData({ ...s, command: q.command }, q);

const columns = [
  'question',
  'from',
  'outcome',
  'kind',
  'without',
  'with',
  'difference',
  'low',
  'high',
  'pairs',
  'clear',
];

const rowsOf = (q: Asked): DataTable['rows'] =>
  q.effects.map((e) => [
    q.question.id,
    q.past ? 'history' : 'start',
    e.id,
    e.kind,
    e.without.value,
    e.with.value,
    e.difference.value,
    e.difference.low,
    e.difference.high,
    e.difference.runs,
    isClear(e.difference) && !tooThin(q.past),
  ]);

const isRefused = (q: Asked): boolean => q.result.forced.refused === q.result.runs;

/** The clearest effect in a sentence, or that none can be told. */
function shortAnswer(s: Subject, q: AnsweredQuestion): string {
  const t = answersTexts(s.lang);
  if (isRefused(q)) return t.impossible;
  if (!tooThin(q.past)) return clearestOf(s, q) ?? t.nothing;
  if (!q.free || isRefused(q.free)) return t.thin;
  return `${t.thin} ${t.freely(clearestOf(s, q.free) ?? t.nothingFreely)}`;
}

function clearestOf(s: Subject, q: Asked): string | undefined {
  const best = clearest(q.effects);
  const [outcome, effect] = [q.outcomes[best], q.effects[best]];
  return outcome && effect ? effectSentence(outcome, effect, s) : undefined;
}

function questionBlocks(s: Subject, q: AnsweredQuestion): readonly Block[] {
  const t = answersTexts(s.lang);
  const sources = q.question.raisedBy.map((a) => titleOf(s, a.source));
  return [
    heading(q.question.ask[s.lang]),
    list([
      ...interventionTexts(q.question.interventions, s),
      ...(sources.length > 0 ? [t.raisedBy(listed(sources, s.lang))] : []),
      ...(q.question.note === undefined ? [] : [`${s.texts.ask.note}: ${q.question.note}`]),
    ]),
    ...(isRefused(q)
      ? [text(t.impossible), list(refusalTexts(s, q.result.forced, q.question.interventions))]
      : answerBlocks(s, q)),
    code(q.command),
  ];
}

function answerBlocks(s: Subject, q: AnsweredQuestion): readonly Block[] {
  const t = answersTexts(s.lang);
  const { free } = q;
  return [
    text(q.past && tooThin(q.past) ? thinText(s, q.past) : clearText(s, q)),
    effectsTable(s, q),
    list([
      partingTextOf(s, q.result),
      ...pairTexts(s, q),
      ...forcedTexts(s, q.result, q.question.interventions),
      ...(q.past ? [t.from(isoDay(q.past.until)), ...pastTexts(s, q.past).slice(0, 2)] : []),
      ...(q.result.failed.count > q.result.forced.refused
        ? [s.texts.ask.failed(q.result.failed.count - q.result.forced.refused)]
        : []),
    ]),
    ...(free ? freeBlocks(s, free) : []),
  ];
}

/** What free runs say of the same question. */
function freeBlocks(s: Subject, free: Commanded): readonly Block[] {
  const t = answersTexts(s.lang);
  if (isRefused(free)) return [text(t.impossibleFreely)];
  return [
    text(t.ofFreeRuns(clearText(s, free), free.command)),
    effectsTable(s, free),
    list([partingTextOf(s, free.result), ...pairTexts({ ...s, command: free.command }, free)]),
  ];
}

const clearText = (s: Subject, q: Asked): string =>
  s.texts.ask.clear(q.effects.filter((e) => isClear(e.difference)).length, q.effects.length);

function effectsTable(s: Subject, q: Asked): Block {
  const thin = tooThin(q.past);
  return table(
    [
      { title: s.texts.outcome },
      { title: s.texts.ask.without, ...right },
      { title: s.texts.ask.with, ...right },
      { title: s.texts.ask.difference, ...right },
    ],
    q.effects.flatMap((e, k) => {
      const o = q.outcomes[k];
      if (!o) return [];
      const difference = thin ? s.texts.ask.cannotTell : differenceText(o, e, s);
      return [[questionOf(o, s), estimateText(o, e.without, s), estimateText(o, e.with, s), difference]];
    }),
  );
}

function pairTexts(s: Subject, { pairs }: Asked): readonly string[] {
  if (!pairs) return [];
  const t = answersTexts(s.lang);
  const open = (run: number): string => whyCommand(s.command, run);
  if (pairs.typical.run === pairs.oddest.run) return [t.pair(open(pairs.typical.run))];
  return [t.pairs(open(pairs.typical.run), open(pairs.oddest.run))];
}

const titleOf = (s: Subject, id: string): string => s.episode.sources.find((x) => x.id === id)?.title ?? id;
