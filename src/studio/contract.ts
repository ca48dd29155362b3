/** What the page and its server say to each other, and what a published page carries. Shapes only. */

export interface ShelfAnswer {
  readonly version: string;
  readonly episodes: readonly ShelfEpisode[];
}

export interface ShelfEpisode {
  readonly id: string;
  /** As the command line named it, or relative to where it was started; never an absolute path. Absent for bundled episodes. */
  readonly folder?: string | undefined;
  readonly writable: boolean;
  /** Errors and warnings of the checker. */
  readonly problems: number;
  readonly title: { readonly en: string; readonly ru: string };
}

export interface EpisodeAnswer {
  readonly id: string;
  readonly writable: boolean;
  /** Changes whenever a file does. */
  readonly stamp: string;
  /** As the command line prints it. */
  readonly hash: string;
  readonly files: readonly StampedFile[];
}

/** A file of an episode; `stamp` is a hash of its bytes. */
export interface StampedFile {
  readonly path: string;
  /** With its byte order mark, if it has one, so that it can be saved back unchanged. */
  readonly text: string;
  readonly stamp: string;
  /** The bytes are no UTF-8 or too many: `text` is not what the file holds, and it cannot be saved over. */
  readonly damaged?: true | undefined;
}

export interface SaveRequest {
  readonly files: readonly {
    readonly path: string;
    readonly text: string;
    /** That of the file as it was read; null for a new one. */
    readonly stamp: string | null;
  }[];
}

export interface SaveAnswer {
  readonly files: readonly { readonly path: string; readonly stamp: string }[];
}

/** Status 409: somebody else changed these files; nothing was written. A file that is gone has no text and no stamp. */
export interface ConflictAnswer {
  readonly changed: readonly {
    readonly path: string;
    readonly text: string | null;
    readonly stamp: string | null;
  }[];
}

/** Every other refusal. */
export interface ErrorAnswer {
  readonly error: { readonly what: string; readonly rule: string; readonly next: string };
}

/** Data of the event "changed". */
export interface ChangedEvent {
  readonly id: string;
  readonly stamp: string;
  readonly files: readonly { readonly path: string; readonly stamp: string }[];
}

/** What a published page finds in its element #plenum-data. */
export interface PublishedData {
  readonly mode: 'published';
  readonly version: string;
  readonly lang: 'en' | 'ru';
  readonly id: string;
  /** Of the files as they are published. */
  readonly hash: string;
  readonly license: string;
  readonly citation: string;
  /** A composed page, which is shown first, as its file has it. */
  readonly page?: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** Names that the page is found by. */
export const names = {
  token: 'plenum-token',
  tokenHeader: 'X-Plenum-Token',
  data: 'plenum-data',
  engine: 'plenum-engine',
  headMark: '<!--plenum:head-->',
  dataMark: '<!--plenum:data-->',
} as const;
