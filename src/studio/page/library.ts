import type { StudioFile } from '../engine/protocol.ts';
import { begunFor } from './begun.ts';
import {
  type Ahead,
  getJson,
  getPrepared,
  getStored,
  messageOf,
  type Stored,
  type StoredFile,
} from './served.ts';

export type { Stored, StoredFile };

export interface Words {
  readonly en: string;
  readonly ru: string;
}

/** An episode on the shelf. */
export interface Listed {
  readonly id: string;
  readonly title: Words;
  readonly writable: boolean;
  readonly problems: number;
}

/** What became of a saving: written, or changed on disk meanwhile, or refused. */
export type Saved =
  | { readonly kind: 'saved'; readonly stamps: ReadonlyMap<string, string> }
  | { readonly kind: 'conflict'; readonly changed: readonly StoredFile[] }
  | { readonly kind: 'refused'; readonly what: string; readonly next: string };

/** Where episodes come from: the local server, or the published page itself. */
export interface Library {
  readonly published: boolean;
  readonly list: () => Promise<readonly Listed[]>;
  readonly read: (id: string) => Promise<Stored>;
  /** The episode opened ahead, packed, and the hash of the files it was opened from; undefined if it is not at hand. Never rejects. */
  readonly prepared: (id: string) => Promise<Ahead | undefined>;
  readonly save: (
    id: string,
    files: readonly { readonly path: string; readonly text: string; readonly stamp: string | null }[],
  ) => Promise<Saved>;
  /** Calls back when a file of the episode changes on disk. Returns how to stop. */
  readonly watch: (id: string, changed: () => void) => () => void;
}

interface PublishedData {
  readonly mode: 'published';
  readonly id: string;
  readonly hash: string;
  readonly version: string;
  readonly lang?: string;
  readonly license?: string;
  readonly citation?: string;
  readonly title?: Words;
  /** A composed page (`pages/format.ts`), as its file has it. */
  readonly page?: string;
  readonly files: readonly StudioFile[];
}

/** What a published page carries; undefined in the studio. */
export function publishedData(): PublishedData | undefined {
  const text = document.getElementById('plenum-data')?.textContent;
  return text ? (JSON.parse(text) as PublishedData) : undefined;
}

export function openLibrary(): Library {
  const data = publishedData();
  return data ? carried(data) : served();
}

const carried = (data: PublishedData): Library => ({
  published: true,
  list: async () => [
    { id: data.id, title: data.title ?? { en: data.id, ru: data.id }, writable: false, problems: 0 },
  ],
  read: async () => ({
    id: data.id,
    writable: false,
    hash: data.hash,
    files: data.files.map((f) => ({ ...f, stamp: '' })),
  }),
  prepared: async () => undefined,
  save: async () => ({ kind: 'refused', what: 'published', next: '' }),
  watch: () => () => {},
});

const token = (): string =>
  document.querySelector('meta[name="plenum-token"]')?.getAttribute('content') ?? '';

/** What the first script asked for is taken as it comes; everything later is asked anew. */
function served(): Library {
  return {
    published: false,
    list: async () => (await getJson<{ episodes: readonly Listed[] }>('/api/episodes')).episodes,
    read: (id) => begunFor(id, 'stored') ?? getStored(id),
    prepared: (id) => begunFor(id, 'prepared') ?? getPrepared(id),
    save: async (id, files) => {
      const answer = await fetch(`/api/episodes/${encodeURIComponent(id)}/files`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Plenum-Token': token() },
        body: JSON.stringify({ files }),
      });
      if (answer.status === 409)
        return { kind: 'conflict', changed: ((await answer.json()) as { changed: StoredFile[] }).changed };
      if (!answer.ok) return { kind: 'refused', what: await messageOf(answer), next: '' };
      const saved = (await answer.json()) as { files: { path: string; stamp: string }[] };
      return { kind: 'saved', stamps: new Map(saved.files.map((f) => [f.path, f.stamp])) };
    },
    watch: (id, changed) => {
      const events = new EventSource(`/api/events?id=${encodeURIComponent(id)}`);
      events.addEventListener('changed', changed);
      return () => events.close();
    },
  };
}
