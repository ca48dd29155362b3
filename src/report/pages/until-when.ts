import { type Question, isoDay } from '../../episode/index.ts';
import type { CompiledOutcome } from '../../questions/outcomes.ts';
import { turned, type UntilWhen } from '../../questions/statistics/until-when.ts';
import type { Estimate } from '../../questions/statistics.ts';
import type { Effect } from '../../questions/summarise.ts';
import { estimateJson, questionOf } from '../answers.ts';
import { dayText } from '../dates.ts';
import { estimateText } from '../effects.ts';
import { difference } from '../estimates.ts';
import { interventionTexts } from '../interventions.ts';
import { formatNumber } from '../numbers.ts';
import { heading, list, type Page, table, text } from '../page.ts';
import { assumptions, citation, documentHead, introduction, nextSteps, type Subject } from '../subject.ts';
import { type UntilWhenTexts, untilWhenTexts } from '../texts/until-when.ts';

export interface DatedAnswer {
  readonly day: number;
  readonly effect: Effect;
}

export interface Until {
  readonly question: Question;
  readonly outcome: CompiledOutcome;
  readonly days: readonly DatedAnswer[];
  /** The day on which the question makes the change. */
  readonly coded: number;
  /** How large an effect matters: a share, or units of the outcome; 0 or more. */
  readonly level: number;
  /** The effects lower the outcome: the reading counts downwards. */
  readonly downwards: boolean;
  readonly reading: UntilWhen;
  readonly runs: number;
  readonly seed: number;
  readonly failed: number;
  /** Pairs, over all days, in which the rules forbid the change on its day. */
  readonly refused: number;
}

const right = { align: 'right' } as const;

/** Until when a change still matters: a sentence, and the effect by day. */
export function untilWhenPage(s: Subject, u: Until): Page {
  const t = untilWhenTexts(s.lang);
  const share = u.outcome.kind !== 'number';
  return {
    blocks: [
      ...introduction(s),
      { kind: 'title', text: u.question.ask[s.lang] },
      { kind: 'title', text: t.title(questionOf(u.outcome, s)) },
      text(untilSentences(s, u)),
      heading(t.table),
      table(
        [
          { title: t.day },
          { title: t.without, ...right },
          { title: t.with, ...right },
          { title: t.difference, ...right },
          { title: t.matters },
        ],
        u.days.map((d) => [
          dayText(d.day, s.episode.meta, s.lang),
          estimateText(u.outcome, d.effect.without, s),
          estimateText(u.outcome, d.effect.with, s),
          difference(d.effect.difference, s.lang, share ? 100 : 1),
          matters(u, d.effect.difference, t),
        ]),
      ),
      text(t.units),
      heading(s.texts.assumed),
      list([
        ...interventionTexts(u.question.interventions, s),
        ...(u.question.until === undefined ? [] : [s.texts.ask.free]),
        t.coded(dayText(u.coded, s.episode.meta, s.lang)),
        t.shiftNote,
        ...(u.failed > 0 ? [t.failed(u.failed)] : []),
        ...(u.refused > 0 ? [t.refused(formatNumber(u.refused, s.lang))] : []),
        ...assumptions(s),
      ]),
      ...citation(s, u.seed, u.runs * u.days.length),
      ...nextSteps(s, [`plenum ask ${s.name} ${u.question.id}`]),
    ],
    data: {
      ...documentHead(s),
      seed: u.seed,
      runsPerDay: u.runs,
      question: u.question.id,
      outcome: { id: u.outcome.id, ask: questionOf(u.outcome, s) },
      level: u.level,
      verdict: u.reading.verdict,
      surelyUntil: dayOrNull(u.reading.surely),
      lastDayByEstimate: dayOrNull(u.reading.last),
      surelyNotAfter: dayOrNull(u.reading.possibly),
      fades: u.reading.fades,
      effects: u.days.map((d) => ({
        day: isoDay(d.day),
        without: estimateJson(d.effect.without),
        with: estimateJson(d.effect.with),
        difference: estimateJson(d.effect.difference),
      })),
      failed: u.failed,
      refused: u.refused,
    },
    table: {
      columns: ['day', 'without', 'with', 'difference', 'low', 'high', 'pairs'],
      rows: u.days.map((d) => [
        isoDay(d.day),
        d.effect.without.value,
        d.effect.with.value,
        d.effect.difference.value,
        d.effect.difference.low,
        d.effect.difference.high,
        d.effect.difference.runs,
      ]),
    },
  };
}

const dayOrNull = (day: number | undefined): string | null => (day === undefined ? null : isoDay(day));

/** Until when, in a sentence or two. */
export function untilSentences(s: Subject, u: Reading): string {
  const t = untilWhenTexts(s.lang);
  return [verdict(s, u, t), ...(u.reading.fades === 'no' ? [t.returns] : [])].join(' ');
}

type Reading = Pick<Until, 'outcome' | 'coded' | 'level' | 'reading'> & {
  readonly days: readonly { readonly day: number }[];
};

function verdict(s: Subject, u: Reading, t: UntilWhenTexts): string {
  const share = u.outcome.kind !== 'number';
  const level = t.level(formatNumber(share ? 100 * u.level : u.level, s.lang, share ? 0 : 1), share);
  const day = (d: number): string => dayText(d, s.episode.meta, s.lang);
  const { reading } = u;
  const end = u.days.at(-1)?.day ?? u.coded;
  switch (reading.verdict) {
    case 'until':
      return t.until(level, day(reading.surely ?? end), day(reading.possibly ?? end));
    case 'always':
      return t.always(level, day(end));
    case 'never':
      return t.never(level);
    case 'cannot-tell':
      return t.cannotTell(level, reading.last === undefined ? undefined : day(reading.last));
  }
}

function matters(u: Until, e: Estimate, t: UntilWhenTexts): string {
  const up = u.downwards ? turned(e) : e;
  return up.low >= u.level ? t.yes : up.high < u.level ? t.no : t.maybe;
}
