import type { EnsembleView, HangsOnOptions, HangsOnView } from '../../engine/protocol.ts';
import { publishedData } from '../library.ts';
import { type Block, type ComposedPage, freshId, moved, readPage, writePage } from '../pages/format.ts';
import { readFrom } from './address.ts';
import { Asking } from './asking.svelte.ts';
import { studio, usualRuns } from './studio.svelte.ts';

const draftKey = (episode: string): string => `plenum-page:${episode}`;
const betsKey = (episode: string, block: string): string => `plenum-bets:${episode}:${block}`;

/** What is kept on this machine only; nothing where a browser keeps nothing. */
const kept = {
  get: (key: string): string | undefined => {
    try {
      return localStorage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  set: (key: string, value: string): void => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // A full or forbidden store loses the draft, not the page: it can be saved as a file.
    }
  },
};

/** The page being composed. A draft stays in the browser; to keep it, it is saved as a file. */
class Composing {
  page = $state.raw<ComposedPage | undefined>(undefined);
  /** Ensembles of the figures, by what they were asked with. */
  readonly #ensembles = new Map<string, Asking<EnsembleView>>();
  /** What answers hang on, in the same way. */
  readonly #hanging = new Map<string, Asking<HangsOnView>>();

  /** Makes the draft of an episode the present page: what the published page carries, what was kept, or an empty one. */
  open(): void {
    const { episode } = studio.place;
    if (episode === '' || this.page?.episode === episode) return;
    for (const text of [publishedData()?.page, kept.get(draftKey(episode))]) {
      const read = text === undefined ? undefined : readPage(text);
      if (read?.kind === 'page' && read.page.episode === episode) {
        this.page = read.page;
        return;
      }
    }
    this.page = {
      format: 'plenum-page',
      version: 1,
      episode,
      hash: '',
      title: studio.episode?.meta.title ?? { en: '', ru: '' },
      authors: '',
      seed: studio.place.seed,
      runs: usualRuns,
      blocks: [],
    };
  }

  change(part: Partial<ComposedPage>): void {
    if (!this.page) return;
    this.page = { ...this.page, ...part };
    kept.set(draftKey(this.page.episode), writePage(this.page));
  }

  add(make: (id: string) => Block): string {
    const blocks = this.page?.blocks ?? [];
    const id = freshId(blocks);
    this.change({ blocks: [...blocks, make(id)] });
    return id;
  }

  set(block: Block): void {
    this.change({ blocks: (this.page?.blocks ?? []).map((b) => (b.id === block.id ? block : b)) });
  }

  drop(id: string): void {
    this.change({ blocks: (this.page?.blocks ?? []).filter((b) => b.id !== id) });
  }

  move(id: string, by: number): void {
    this.change({ blocks: moved(this.page?.blocks ?? [], id, by) });
  }

  /** The runs of a figure, with the page's seed and number of runs: those at hand if they are the same, else its own. */
  ensemble(block: Ensembled): { readonly value: EnsembleView | undefined; readonly busy: boolean } {
    if (this.#atHand(block)) return { value: studio.ensemble, busy: studio.ensembleBusy };
    const { value, busy } = this.#own(block);
    // Before the first run, only how far the record has been read is known.
    return { value: value?.past?.inferring === undefined ? value : undefined, busy };
  }

  /** Asks for the runs of a figure, once for all figures that need the same. */
  begin(block: Ensembled): void {
    if (this.#atHand(block)) return;
    const { seed, runs } = this.#frozen;
    const { changes } = block;
    const from = readFrom(block.from ?? '');
    this.#own(block).ask('runs', (onPartial) =>
      studio.client.ask('ask', [{ seed, runs, changes, from }], onPartial),
    );
  }

  /** What a figure's answer was found to hang on; nothing is begun. */
  hanging(block: Figured): Asking<HangsOnView> {
    const key = JSON.stringify([
      studio.place.episode,
      studio.hash,
      studio.undoable.length,
      this.#hangsOn(block),
    ]);
    return askingFor(this.#hanging, key);
  }

  /** Begins to find it out, from the start where it was stopped. */
  beginHanging(block: Figured): void {
    const asked = this.hanging(block);
    asked.clear();
    asked.ask('hangs on', (onPartial) => studio.client.ask('hangsOn', [this.#hangsOn(block)], onPartial));
  }

  #hangsOn({ outcome, changes, by = 'kind', points = fewPoints }: Figured): HangsOnOptions {
    return { seed: this.#frozen.seed, outcome, changes, by, points };
  }

  get #frozen(): { readonly seed: number; readonly runs: number } {
    return { seed: this.page?.seed ?? 1, runs: this.page?.runs ?? usualRuns };
  }

  #atHand({ changes, from }: Ensembled): boolean {
    const { seed, runs } = this.#frozen;
    return (
      studio.upToDate &&
      seed === studio.place.seed &&
      runs === studio.runsWanted &&
      readFrom(from ?? '') === studio.place.from &&
      JSON.stringify(changes) === JSON.stringify(studio.place.changes)
    );
  }

  #own(block: Ensembled): Asking<EnsembleView> {
    const { seed, runs } = this.#frozen;
    const { episode } = studio.place;
    const key = JSON.stringify([
      episode,
      studio.hash,
      studio.undoable.length,
      seed,
      runs,
      block.changes,
      block.from,
    ]);
    return askingFor(this.#ensembles, key);
  }
}

/** How many base points a page's figure rests on unless it says so: it is worked out where it is read. */
export const fewPoints = 16;

function askingFor<T>(all: Map<string, Asking<T>>, key: string): Asking<T> {
  const found = all.get(key) ?? new Asking<T>();
  all.set(key, found);
  return found;
}

type Ensembled = Block & { readonly kind: 'figure' | 'bet' };
type Figured = Block & { readonly kind: 'figure' };

export const composing = new Composing();

/** Bets collected on this machine: how many chose each option. */
export function betsOf(episode: string, block: string, options: number): readonly number[] {
  const counts = new Array<number>(options).fill(0);
  for (const part of (kept.get(betsKey(episode, block)) ?? '').split(',')) {
    const k = part === '' ? -1 : Number(part);
    if (Number.isInteger(k) && k >= 0 && k < options) counts[k] = (counts[k] ?? 0) + 1;
  }
  return counts;
}

export function addBet(episode: string, block: string, option: number): void {
  const before = kept.get(betsKey(episode, block)) ?? '';
  kept.set(betsKey(episode, block), before === '' ? String(option) : `${before},${option}`.slice(-4000));
}

export const clearBets = (episode: string, block: string): void => kept.set(betsKey(episode, block), '');
