import type { FailedRun, Shard } from '../../ensemble/plan.ts';
import type { Manifest, StoredShard } from '../../ensemble/stored/manifest.ts';
import { isoDay } from '../../episode/index.ts';
import type { Language } from '../language.ts';
import { formatNumber } from '../numbers.ts';
import { type Block, code, heading, type Page, pairs, table, text } from '../page.ts';
import { textsOf } from '../texts/index.ts';
import { formatBytes } from '../units.ts';

/** What a folder of runs holds, as it was found. */
export interface StoredRuns {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly whole: readonly StoredShard[];
  readonly damaged: readonly StoredShard[];
  readonly missing: readonly Shard[];
  readonly failed: { readonly count: number; readonly first: readonly FailedRun[] };
  readonly lockedBy: { readonly pid: number; readonly host: string } | undefined;
}

const runsIn = (shards: readonly Shard[]): number => shards.reduce((sum, s) => sum + s.runs, 0);
const bytesIn = (shards: readonly StoredShard[]): number => shards.reduce((sum, s) => sum + s.bytes, 0);

/** The runs of a folder: finished, failed, missing. */
export function runsPage(r: StoredRuns, lang: Language): Page {
  const t = textsOf(lang).stored.runs;
  const m = r.manifest;
  const count = (n: number): string => formatNumber(n, lang);
  const unfinished = [...r.missing, ...r.damaged];
  const resume = `${m.command} --out ${r.folder} --resume`;
  return {
    blocks: [
      { kind: 'title', text: t.title(r.folder) },
      pairs([
        [t.episode, `${m.title[lang]} (${m.episode.hash})`],
        [t.question, m.ask?.[lang] ?? t.none],
        [t.version, `Plenum ${m.plenum}`],
        [t.finished, t.ofAll(count(runsIn(r.whole)), count(m.plan.runs))],
        [t.failed, count(r.failed.count)],
        [t.missing, rangesText(r.missing, lang)],
        ...(r.damaged.length === 0 ? [] : [[t.damaged, rangesText(r.damaged, lang)] as const]),
        [t.size, t.files(count(r.whole.length), formatBytes(bytesIn(r.whole), lang))],
        ...(r.lockedBy ? [[t.writing, t.writer(r.lockedBy.pid, r.lockedBy.host)] as const] : []),
      ]),
      ...failedBlocks(r, lang),
      heading(textsOf(lang).next),
      code(unfinished.length > 0 ? resume : `plenum export ${r.folder} --to csv`),
    ],
    data: {
      folder: r.folder,
      command: m.command,
      version: m.plenum,
      episode: { id: m.episode.id, hash: m.episode.hash, title: m.title[lang] },
      question: m.question,
      seed: m.plan.seed,
      runs: m.plan.runs,
      finished: runsIn(r.whole),
      failedRuns: r.failed.count,
      missing: rangesOf(r.missing).map(([from, to]) => ({ from, to })),
      damaged: r.damaged.map((s) => ({ from: s.first, to: s.first + s.runs - 1, file: s.file })),
      bytes: bytesIn(r.whole),
      inUseBy: r.lockedBy ? { pid: r.lockedBy.pid, host: r.lockedBy.host } : null,
      failed: r.failed.first.map((f) => ({
        run: f.run,
        seed: f.seed,
        step: f.step,
        day: dayCell(f),
        message: f.message,
      })),
    },
    table: {
      columns: ['from', 'to', 'runs', 'state', 'failed', 'file', 'bytes'],
      rows: [
        ...r.whole.map((s) => ({ s, state: 'finished' })),
        ...r.damaged.map((s) => ({ s, state: 'damaged' })),
        ...r.missing.map((s) => ({ s: { ...s, failed: null, file: null, bytes: null }, state: 'missing' })),
      ]
        .sort((a, b) => a.s.first - b.s.first)
        .map(({ s, state }) => [s.first, s.first + s.runs - 1, s.runs, state, s.failed, s.file, s.bytes]),
    },
  };
}

const dayCell = (f: FailedRun): string | null =>
  f.day === null || Number.isNaN(f.day) ? null : isoDay(Math.floor(f.day));

/** Neighbouring shards as one range of runs. */
function rangesOf(shards: readonly Shard[]): readonly (readonly [from: number, to: number])[] {
  const ranges: [number, number][] = [];
  for (const s of shards) {
    const last = ranges.at(-1);
    if (last && last[1] + 1 === s.first) last[1] = s.first + s.runs - 1;
    else ranges.push([s.first, s.first + s.runs - 1]);
  }
  return ranges;
}

/** "64 (runs 16–47, 80–111, …)". */
function rangesText(shards: readonly Shard[], lang: Language): string {
  const t = textsOf(lang).stored.runs;
  if (shards.length === 0) return t.nothing;
  const ranges = rangesOf(shards).map(([from, to]) => `${from}–${to}`);
  const shown = [...ranges.slice(0, 4), ...(ranges.length > 4 ? ['…'] : [])].join(', ');
  return t.which(formatNumber(runsIn(shards), lang), shown);
}

function failedBlocks(r: StoredRuns, lang: Language): readonly Block[] {
  const { stored, run } = textsOf(lang);
  const { count, first } = r.failed;
  if (count === 0) return [];
  const right = { align: 'right' } as const;
  const shown = first.slice(0, 20);
  return [
    heading(stored.runs.failedRuns),
    table(
      [
        { title: run.runNumber, ...right },
        { title: run.seed, ...right },
        { title: run.step, ...right },
        { title: run.day },
        { title: run.message },
      ],
      shown.map((f) => [String(f.run), String(f.seed), String(f.step), dayCell(f) ?? '–', f.message]),
    ),
    ...(count > shown.length ? [text(stored.runs.more(formatNumber(count - shown.length, lang)))] : []),
  ];
}
