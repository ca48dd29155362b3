import { allActs } from '../../acts/index.ts';
import { isoDay } from '../../episode/index.ts';
import type { Digest } from '../../ensemble/digest.ts';
import type { CompiledOutcome } from '../../questions/outcomes.ts';
import { proportion } from '../../questions/statistics.ts';
import type { OutcomeSummary } from '../../questions/summarise.ts';
import { answerJson, answerText, codedAnswer, estimateJson, questionOf, summaryText } from '../answers.ts';
import { dayText } from '../dates.ts';
import { perHundred } from '../estimates.ts';
import { type Past, pastJson, pastTexts, thinText, tooThin } from '../from-history.ts';
import { formatNumber } from '../numbers.ts';
import { type Block, heading, list, type Page, table, text } from '../page.ts';
import { citation, documentHead, nextSteps, type Subject } from '../subject.ts';
import { kindName } from '../texts/kinds.ts';

const right = { align: 'right' } as const;

/** An ensemble: outcomes with history beside them, how often acts occurred, what failed. */
export function runPage(
  s: Subject,
  result: Digest,
  compiled: readonly CompiledOutcome[],
  summaries: readonly OutcomeSummary[],
  past?: Past,
): Page {
  const t = s.texts;
  const rows = summaries.map((summary, k) => outcomeRow(compiled[k], summary, s));
  const title = t.run.title(
    s.episode.meta.title[s.lang],
    t.runsOf(formatNumber(result.runs, s.lang), result.runs),
  );
  const acts = actFrequencies(result, s);
  const never = acts.filter((a) => a.runs === 0).map((a) => kindName(a.kind, s.lang));
  return {
    blocks: [
      { kind: 'title', text: title },
      text(past ? t.run.howFromHistory : t.run.how, 2),
      ...(past && tooThin(past) ? [text(thinText(s, past))] : []),
      ...(past ? [heading(t.past.heading), list(pastTexts(s, past))] : []),
      table(
        [
          { title: t.outcome },
          { title: t.run.answer },
          { title: t.history },
          { title: t.run.like, ...right },
        ],
        rows,
      ),
      heading(t.run.acts),
      table(
        [
          { title: t.run.act },
          { title: t.run.mean, ...right },
          { title: t.run.share, ...right },
          { title: t.run.record, ...right },
        ],
        acts
          .filter((a) => a.runs > 0 || a.record > 0)
          .map((a) => [
            kindName(a.kind, s.lang),
            formatNumber(a.mean, s.lang, a.mean < 10 ? 2 : 1),
            a.share,
            formatNumber(a.record, s.lang),
          ]),
      ),
      ...(never.length === 0 ? [] : [text(`${t.run.notYet} ${never.join(', ')}.`)]),
      ...failures(result, s),
      text(t.run.fingerprint(result.fingerprint)),
      ...citation(s, result.seed, result.runs),
      ...nextSteps(s, [`plenum run ${s.name} --only 1`, `plenum ask ${s.name}`]),
    ],
    data: {
      ...documentHead(s),
      seed: result.seed,
      runs: result.runs,
      fingerprint: result.fingerprint,
      fromHistory: past === undefined ? null : pastJson(past),
      units: { share: '0 to 1, of the runs', interval: '95 %', day: 'Gregorian day', mean: 'per run' },
      outcomes: summaries.map((summary, k) => outcomeData(compiled[k], summary, s)),
      acts: acts.map((a) => ({ kind: a.kind, mean: a.mean, runs: a.runs, record: a.record })),
      failedRuns: result.failed.count,
      failed: result.failed.first.map((f) => ({
        run: f.run,
        seed: f.seed,
        step: f.step,
        day: Number.isNaN(f.day) ? null : isoDay(Math.floor(f.day)),
        message: f.message,
      })),
    },
    table: {
      columns: ['outcome', 'kind', 'value', 'low', 'high', 'runs', 'median', 'history', 'like_history'],
      rows: summaries.map((q) => [
        q.id,
        q.kind,
        q.estimate.value,
        q.estimate.low,
        q.estimate.high,
        q.estimate.runs,
        medianCell(q),
        history(q),
        q.likeHistory?.value ?? null,
      ]),
    },
  };
}

const medianCell = (q: OutcomeSummary): string | number | null => {
  const m = q.quantiles[2] ?? Number.NaN;
  if (Number.isNaN(m)) return null;
  return q.kind === 'date' ? isoDay(Math.round(m)) : m;
};

const history = (q: OutcomeSummary): string | number | null =>
  q.history === undefined || Number.isNaN(q.history)
    ? null
    : q.kind === 'date'
      ? isoDay(Math.floor(q.history))
      : q.history;

function outcomeRow(o: CompiledOutcome | undefined, q: OutcomeSummary, s: Subject): readonly string[] {
  if (!o) return [q.id, '', '', ''];
  const coded =
    codedAnswer(o, s) ?? (q.history === undefined ? s.texts.unknown : answerText(o, q.history, s));
  return [
    questionOf(o, s),
    summaryText(o, q, s),
    coded,
    q.likeHistory === undefined ? '–' : perHundred(q.likeHistory, s.lang),
  ];
}

function outcomeData(o: CompiledOutcome | undefined, q: OutcomeSummary, s: Subject) {
  if (!o) return { id: q.id };
  return {
    id: q.id,
    kind: q.kind,
    ask: questionOf(o, s),
    estimate: estimateJson(q.estimate),
    quantiles: q.quantiles.map((v) => answerJson(o, q.kind === 'date' ? Math.round(v) : v, s)),
    counts: q.counts.map(([value, runs]) => ({ value: answerJson(o, value, s), runs })),
    history: q.history === undefined ? null : answerJson(o, q.history, s),
    likeHistory: q.likeHistory === undefined ? null : estimateJson(q.likeHistory),
  };
}

interface Frequency {
  readonly kind: string;
  readonly mean: number;
  readonly runs: number;
  readonly share: string;
  readonly record: number;
}

/** By kind of act, the commonest first. */
function actFrequencies(result: Digest, s: Subject): readonly Frequency[] {
  const counted = allActs().map((act, kind): Frequency => {
    const { mean, runs } = result.acts[kind] ?? { mean: 0, runs: 0 };
    const record = s.episode.record.filter((a) => a.kind === act.kind && a.mode === 'occurred').length;
    return {
      kind: act.kind,
      mean,
      runs,
      share: perHundred(proportion(runs, result.runs), s.lang),
      record,
    };
  });
  return counted.sort((a, b) => b.mean - a.mean || (a.kind < b.kind ? -1 : 1));
}

function failures(result: Digest, s: Subject): readonly Block[] {
  const t = s.texts.run;
  const { count, first } = result.failed;
  if (count === 0) return [];
  const shown = first.slice(0, 20);
  return [
    heading(t.failed(count)),
    text(t.failedWhy),
    table(
      [
        { title: t.runNumber, ...right },
        { title: t.seed, ...right },
        { title: t.step, ...right },
        { title: t.day },
        { title: t.message },
      ],
      shown.map((f) => [
        String(f.run),
        String(f.seed),
        String(f.step),
        dayText(f.day, s.episode.meta, s.lang),
        f.message,
      ]),
    ),
  ];
}
