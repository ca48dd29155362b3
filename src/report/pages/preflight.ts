import { type Check, longWork, type Survey } from '../../ensemble/survey.ts';
import type { Language } from '../language.ts';
import { formatNumber } from '../numbers.ts';
import { heading, list, type Page, pairs, text } from '../page.ts';
import { textsOf } from '../texts/index.ts';
import { formatBytes, formatDuration } from '../units.ts';

/** What is about to be done, before it is done. */
export function preflightPage(s: Survey, lang: Language): Page {
  const t = textsOf(lang).stored.preflight;
  const count = (n: number): string => formatNumber(n, lang);
  const done = s.runs - s.missing;
  return {
    blocks: [
      heading(t.title),
      pairs([
        [t.what, s.ask === undefined ? s.episode.title[lang] : `${s.episode.title[lang]}: ${s.ask[lang]}`],
        [t.runs, t.howMany(count(s.missing), count(done), s.twins)],
        [t.workers, count(s.workers)],
        [t.time, t.about(formatDuration(s.seconds, lang), formatDuration(s.secondsPerRun, lang))],
        [t.room, s.bytes === undefined ? t.notKept : t.roomIn(formatBytes(s.bytes, lang), s.folder ?? '')],
      ]),
      list(s.checks.map((c) => checkText(c, lang))),
      ...(s.folder === undefined && s.seconds > longWork ? [text(t.advice)] : []),
    ],
    data: {
      episode: { id: s.episode.id, title: s.episode.title[lang], hash: s.episode.hash },
      question: s.ask?.[lang] ?? null,
      twins: s.twins,
      runs: s.runs,
      missing: s.missing,
      seed: s.seed,
      workers: s.workers,
      seconds: s.seconds,
      secondsPerRun: s.secondsPerRun,
      folder: s.folder ?? null,
      bytes: s.bytes ?? null,
      checks: s.checks.map((c) => ({ id: c.id, passed: c.passed, needed: c.needed, ...c.numbers })),
      units: { seconds: 'estimated', bytes: 'estimated' },
    },
    table: {
      columns: ['check', 'passed', 'needed'],
      rows: s.checks.map((c) => [c.id, c.passed, c.needed]),
    },
  };
}

function checkText(c: Check, lang: Language): string {
  const t = textsOf(lang).stored.preflight;
  const n = c.numbers;
  const count = (key: string): string => formatNumber(n[key] ?? 0, lang);
  const size = (key: string): string => formatBytes(n[key] ?? 0, lang);
  const said = {
    episode: () => t.checks.episode(count('warnings')),
    changes: () => t.checks.changes(count('changes')),
    sample: () => t.checks.sample(count('tried'), count('failed')),
    forced: () => t.checks.forced(count('carriedOut'), count('refused')),
    memory: () => t.checks.memory(size('needed'), size('free')),
    folder: () => t.checks.folder(c.passed),
    kept: () => t.checks.kept(c.passed),
    room: () => t.checks.room(size('needed'), size('free')),
  }[c.id]();
  return `${c.passed ? t.passed : t.notPassed}: ${said}`;
}
