import type { Words } from '../../../episode/types.ts';
import type { Change } from '../../engine/protocol.ts';
import { figureKinds, hangsOnBy, hangsOnPoints, limits } from '../../publish/page-limits.ts';

export { figureKinds, hangsOnBy, hangsOnPoints, limits };

/** An answer that can be bet on; `low` and `high` (shares of the runs, 0–1) say when it is the right one, if it can be told. */
export interface BetOption {
  readonly words: Words;
  readonly low?: number;
  readonly high?: number;
}

export type FigureKind = (typeof figureKinds)[number];

interface AnyBlock {
  /** Stays when blocks are moved; bets are kept by it. */
  readonly id: string;
}
/** From where the runs of a block start: "start" the first day, or history up to a (Gregorian) day, "1917-11-03"; left out: as its questions say. */
export type BlockFrom = string;

export type Block =
  | (AnyBlock & { readonly kind: 'heading' | 'text'; readonly words: Words })
  | (AnyBlock & {
      readonly kind: 'figure';
      readonly figure: FigureKind;
      readonly outcome: string;
      readonly changes: readonly Change[];
      readonly from?: BlockFrom | undefined;
      readonly caption: Words;
      /** Of a storyline: the issue, by id, and the run shown, with the changes if there are any; left out: the main one, and what happened. */
      readonly issue?: string | undefined;
      readonly run?: number | undefined;
      /** Of what an answer hangs on: how it is put together, and on how many base points it rests. */
      readonly by?: (typeof hangsOnBy)[number] | undefined;
      readonly points?: (typeof hangsOnPoints)[number] | undefined;
    })
  | (AnyBlock & {
      readonly kind: 'bet';
      readonly ask: Words;
      readonly outcome: string;
      readonly changes: readonly Change[];
      readonly from?: BlockFrom | undefined;
      readonly options: readonly BetOption[];
    })
  | (AnyBlock & { readonly kind: 'sources'; readonly ids: readonly string[] });

/** A composed publication. Seed and number of runs are frozen, so that every reader sees the same figures. */
export interface ComposedPage {
  readonly format: 'plenum-page';
  readonly version: 1;
  readonly episode: string;
  /** Of the episode's files when the page was frozen; empty if it never was. */
  readonly hash: string;
  readonly title: Words;
  readonly authors: string;
  readonly seed: number;
  readonly runs: number;
  readonly blocks: readonly Block[];
}

export type PageRead =
  | { readonly kind: 'page'; readonly page: ComposedPage }
  | {
      readonly kind: 'trouble';
      readonly what: 'not-json' | 'not-a-page' | 'newer' | 'block';
      readonly block: number;
    };

/** Reads a composed page; whatever is not as the format has it refuses the whole. Never throws. */
export function readPage(text: string): PageRead {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return trouble('not-json');
  }
  if (!isObject(found) || found['format'] !== 'plenum-page') return trouble('not-a-page');
  if (found['version'] !== 1) return trouble('newer');
  const { episode, hash, title, authors, seed, runs, blocks } = found;
  const sound =
    isText(episode) &&
    isText(hash) &&
    isWords(title) &&
    isText(authors) &&
    isWhole(seed, 0, Number.MAX_SAFE_INTEGER) &&
    isWhole(runs, 1, limits.runs) &&
    Array.isArray(blocks) &&
    blocks.length <= limits.blocks;
  if (!sound) return trouble('not-a-page');
  const bad = blocks.findIndex((b: unknown) => !isBlock(b));
  if (bad >= 0) return trouble('block', bad);
  const ids = new Set(blocks.map((b: Block) => b.id));
  return ids.size === blocks.length
    ? { kind: 'page', page: found as unknown as ComposedPage }
    : trouble('not-a-page');
}

const trouble = (what: Extract<PageRead, { kind: 'trouble' }>['what'], block = -1): PageRead => ({
  kind: 'trouble',
  what,
  block,
});

/** A page as the file has it. */
export const writePage = (page: ComposedPage): string => `${JSON.stringify(page, null, 2)}\n`;

type Loose = Readonly<Record<string, unknown>>;
const isObject = (v: unknown): v is Loose => typeof v === 'object' && v !== null && !Array.isArray(v);
const isText = (v: unknown): v is string => typeof v === 'string' && v.length <= limits.text;
const isWords = (v: unknown): v is Words => isObject(v) && isText(v['en']) && isText(v['ru']);
const isWhole = (v: unknown, low: number, high: number): boolean =>
  Number.isSafeInteger(v) && Number(v) >= low && Number(v) <= high;
const isChanges = (v: unknown): boolean =>
  Array.isArray(v) && v.length <= limits.changes && v.every(isObject);
const isFrom = (v: unknown): boolean =>
  v === undefined || v === 'start' || (isText(v) && /^\d{4}-\d\d-\d\d$/.test(v));
const isOneOf = (v: unknown, list: readonly unknown[]): boolean => v === undefined || list.includes(v);
const isShare = (v: unknown): boolean => v === undefined || (typeof v === 'number' && v >= 0 && v <= 1);

function isBlock(b: unknown): b is Block {
  if (!isObject(b) || !isText(b['id']) || b['id'] === '') return false;
  switch (b['kind']) {
    case 'heading':
    case 'text':
      return isWords(b['words']);
    case 'figure':
      return (
        figureKinds.some((k) => k === b['figure']) &&
        isText(b['outcome']) &&
        isChanges(b['changes']) &&
        isFrom(b['from']) &&
        isWords(b['caption']) &&
        (b['issue'] === undefined || isText(b['issue'])) &&
        (b['run'] === undefined || isWhole(b['run'], 0, 1_000_000)) &&
        isOneOf(b['by'], hangsOnBy) &&
        isOneOf(b['points'], hangsOnPoints)
      );
    case 'bet':
      return (
        isWords(b['ask']) &&
        isText(b['outcome']) &&
        isChanges(b['changes']) &&
        isFrom(b['from']) &&
        Array.isArray(b['options']) &&
        b['options'].every(isOption)
      );
    case 'sources':
      return Array.isArray(b['ids']) && b['ids'].every(isText);
    default:
      return false;
  }
}

const isOption = (o: unknown): boolean =>
  isObject(o) && isWords(o['words']) && isShare(o['low']) && isShare(o['high']);

/** The same blocks with one moved by so many places, as far as there is room. */
export function moved(blocks: readonly Block[], id: string, by: number): readonly Block[] {
  const from = blocks.findIndex((b) => b.id === id);
  if (from < 0) return blocks;
  const to = Math.max(0, Math.min(blocks.length - 1, from + by));
  const rest = blocks.filter((b) => b.id !== id);
  return [...rest.slice(0, to), blocks[from]!, ...rest.slice(to)];
}

/** An id that no block has yet. */
export function freshId(blocks: readonly Block[]): string {
  let n = blocks.length + 1;
  while (blocks.some((b) => b.id === `b${n}`)) n++;
  return `b${n}`;
}

/** Index of the option that a share of the runs makes right; −1 if none says so. A bound belongs to the option above it. */
export const rightOption = (options: readonly BetOption[], share: number): number =>
  options.findIndex(
    (o) => o.low !== undefined && o.high !== undefined && share >= o.low && (share < o.high || o.high === 1),
  );
