import type { Episode, TextFile } from '../../episode/index.ts';
import type { Language } from '../../report/language.ts';
import type { ComposedPage } from './composed-schema.ts';

/** An episode as it is published. */
export interface Publication {
  readonly version: string;
  readonly lang: Language;
  readonly episode: Episode;
  /** Of the files as they are published. */
  readonly hash: string;
  readonly files: readonly TextFile[];
  /** What a composer made of it; shown first. */
  readonly page?: ComposedPage | undefined;
}
