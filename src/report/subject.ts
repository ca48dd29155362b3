import type { Episode } from '../episode/types.ts';
import { version } from '../version.ts';
import type { Language } from './language.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { formatNumber } from './numbers.ts';
import { type Block, code, heading, type Json, text } from './page.ts';
import { type Texts, textsOf } from './texts/index.ts';
import { wrap } from './width.ts';

/** What a report is about, and in which language. */
export interface Subject {
  readonly episode: Episode;
  /** Of the episode's files; says exactly which coding was used. */
  readonly hash: string;
  /** What to type to name the episode again. */
  readonly name: string;
  /** As typed; part of the citation. */
  readonly command: string;
  readonly lang: Language;
  readonly names: Lexicon;
  readonly texts: Texts;
  /** Folder in which the runs are kept, if they are. */
  readonly kept?: string | undefined;
}

export function subjectOf(
  episode: Episode,
  hash: string,
  name: string,
  command: string,
  lang: Language,
): Subject {
  return { episode, hash, name, command, lang, names: lexicon(episode, lang), texts: textsOf(lang) };
}

/** What every document about an episode begins with. */
export const documentHead = (s: Subject): { readonly [key: string]: Json } => ({
  episode: { id: s.episode.id, hash: s.hash, title: s.episode.meta.title[s.lang] },
  command: s.command,
});

/** Title, and as many whole sentences of the summary as go into two lines. */
export function introduction(s: Subject): readonly Block[] {
  const summary = s.episode.meta.summary?.[s.lang];
  const blocks: Block[] = [{ kind: 'title', text: s.episode.meta.title[s.lang] }];
  return summary === undefined ? blocks : [...blocks, text(firstSentences(summary, 180), 2)];
}

function firstSentences(summary: string, most: number): string {
  const sentences = summary.match(/[^.!?]+[.!?]+(\s|$)/g) ?? [summary];
  let kept = '';
  for (const one of sentences) {
    if (kept !== '' && kept.length + one.length > most) break;
    kept += one;
  }
  return wrap(kept.trim(), 96).slice(0, 3).join(' ');
}

/** "Plenum 0.1.0, episode november-1917 (a1b2…), seed 1, 1,000 runs" and the command. */
export function citation(s: Subject, seed?: number, runs?: number): readonly Block[] {
  const rest =
    seed === undefined || runs === undefined ? '' : s.texts.seedRuns(seed, formatNumber(runs, s.lang));
  return [
    heading(s.texts.cite),
    text(`${s.texts.citation(version, s.episode.id, s.hash, rest)}:`, 2),
    code(s.command),
  ];
}

export const nextSteps = (s: Subject, commands: readonly string[]): readonly Block[] => [
  heading(s.texts.next),
  code(
    ...commands,
    ...(s.kept === undefined ? [] : [`plenum runs ${s.kept}`, `plenum export ${s.kept} --to csv`]),
  ),
];

/** How well the numbers of the episode are founded. */
export function assumptions(s: Subject): readonly string[] {
  const coded = s.episode.claims.filter((c) => c.distribution !== undefined);
  const defaults = coded.filter((c) => c.origin !== 'coded').length;
  const sourced = coded.filter((c) => c.origin === 'coded' && c.anchors.length > 0).length;
  const shown = (n: number): string => formatNumber(n, s.lang);
  return s.texts.assumptions(
    shown(coded.length),
    shown(sourced),
    shown(coded.length - defaults - sourced),
    shown(defaults),
  );
}
