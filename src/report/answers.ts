import { isoDay } from '../episode/index.ts';
import type { HistoricalAnswer } from '../episode/types.ts';
import type { CompiledOutcome, OutcomeKind } from '../questions/outcomes.ts';
import type { OutcomeSummary } from '../questions/summarise.ts';
import { dayText } from './dates.ts';
import { meanWithInterval, perHundred } from './estimates.ts';
import { pluralRu } from './language.ts';
import { formatNumber } from './numbers.ts';
import type { Json } from './page.ts';
import type { Subject } from './subject.ts';

/** One answer to an outcome in words: yes, 5 people, Sverdlov, 4 (17) November 1917. NaN is "never" or "not known". */
export function answerText(o: CompiledOutcome, value: number, s: Subject): string {
  const t = s.texts;
  switch (o.kind) {
    case 'yes-no':
      return Number.isNaN(value) ? t.unknown : value > 0 ? t.yes : t.no;
    case 'date':
      return Number.isNaN(value) ? t.never : dayText(value, s.episode.meta, s.lang);
    case 'who':
      return value < 0 || Number.isNaN(value) ? t.nobody : s.names.person(value).nom;
    case 'number':
      return Number.isNaN(value)
        ? t.unknown
        : withUnit(formatNumber(value, s.lang, Number.isInteger(value) ? 0 : 1), o, s, value);
  }
}

function withUnit(shown: string, o: CompiledOutcome, s: Subject, value: number): string {
  const unit = o.source.unit?.[s.lang];
  const point =
    o.source.measure.kind === 'line' || o.source.measure.kind === 'practised'
      ? pointOf(o, s, value)
      : undefined;
  if (point !== undefined) return `${shown} ${point}`;
  return unit === undefined ? shown : `${shown} ${inNumber(unit, value, s)}`;
}

/** The name of the scale point nearest to a line. */
function pointOf(o: CompiledOutcome, s: Subject, value: number): string | undefined {
  const m = o.source.measure;
  if (m.kind !== 'line' && m.kind !== 'practised') return undefined;
  const issue = s.episode.issues.findIndex((i) => i.id === m.issue);
  return s.names.point(issue, value);
}

/** What the sources say, if it is coded. */
export function codedAnswer(o: CompiledOutcome, s: Subject): string | undefined {
  const h = o.source.history;
  return h === undefined ? undefined : answerText(o, numericAnswer(h, o.kind, s), s);
}

export function numericAnswer(h: HistoricalAnswer, kind: OutcomeKind, s: Subject): number {
  switch (h.kind) {
    case 'number':
      return h.value;
    case 'yes-no':
      return kind === 'date' ? Number.NaN : h.value ? 1 : 0;
    case 'date':
      return h.date.day;
    case 'never':
      return kind === 'date' ? Number.NaN : 0;
    case 'id':
      return s.episode.people.findIndex((p) => p.id === h.id);
  }
}

/** How an outcome came out over many runs. */
export function summaryText(o: CompiledOutcome, summary: OutcomeSummary, s: Subject): string {
  const t = s.texts;
  const e = summary.estimate;
  if (o.kind === 'yes-no') return perHundred(e, s.lang);
  if (o.kind === 'date') {
    const [low, , middle, , high] = summary.quantiles.map((q) =>
      Number.isNaN(q) ? t.never : dayText(Math.round(q), s.episode.meta, s.lang),
    );
    return e.value === 0
      ? perHundred(e, s.lang)
      : `${perHundred(e, s.lang)}; ${t.run.when(low ?? '', middle ?? '', high ?? '')}`;
  }
  if (o.kind === 'who') {
    const first = summary.counts
      .slice(0, 3)
      .map(([who, n]) => `${answerText(o, who, s)} ${formatNumber((100 * n) / Math.max(1, e.runs), s.lang)}`);
    return first.join(', ');
  }
  const [low, , middle, , high] = summary.quantiles.map((q) =>
    formatNumber(q, s.lang, Number.isInteger(q) ? 0 : 1),
  );
  const point = pointOf(o, s, summary.quantiles[2] ?? Number.NaN);
  const spread = Number.isNaN(summary.quantiles[2] ?? Number.NaN)
    ? ''
    : `; ${t.run.spread(low ?? '', `${middle}${point ? ` ${point}` : ''}`, high ?? '')}`;
  return meanWithInterval(e, s.lang) + spread;
}

/** A value for other programs: booleans, numbers, ISO days (Gregorian), ids of people; null for never, nobody, not known. */
export function answerJson(o: CompiledOutcome, value: number, s: Subject): string | number | boolean | null {
  if (Number.isNaN(value)) return null;
  if (o.kind === 'yes-no') return value > 0;
  if (o.kind === 'date') return isoDay(Math.floor(value));
  return o.kind === 'who' ? (s.episode.people[value]?.id ?? null) : value;
}

export const estimateJson = (e: {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}): Json => ({
  value: e.value,
  low: e.low,
  high: e.high,
  runs: e.runs,
});

export const questionOf = (o: CompiledOutcome, s: Subject): string => o.source.ask[s.lang];

/** Units come in the plural; after a number they agree with it. */
function inNumber(unit: string, value: number, s: Subject): string {
  if (s.lang === 'en') return value === 1 ? (singular[unit] ?? unit) : unit;
  const forms = numbersRu[unit];
  return forms === undefined ? unit : pluralRu(value, ...forms);
}

const singular: Readonly<Record<string, string>> = {
  people: 'person',
  points: 'point',
  days: 'day',
  votes: 'vote',
  posts: 'post',
  times: 'time',
  acts: 'act',
};

const numbersRu: Readonly<Record<string, readonly [string, string, string]>> = {
  человек: ['человек', 'человека', 'человек'],
  пунктов: ['пункт', 'пункта', 'пунктов'],
  дней: ['день', 'дня', 'дней'],
  голосов: ['голос', 'голоса', 'голосов'],
  постов: ['пост', 'поста', 'постов'],
  раз: ['раз', 'раза', 'раз'],
};
