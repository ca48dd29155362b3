import type { TextFile } from '../../episode/index.ts';
import { type Reading, stampedFiles } from './reading.ts';

/** Opens files as the page's worker would, as text; undefined where errors forbid running. Rejects only for bugs. */
export type Preparer = (files: readonly TextFile[]) => Promise<string | undefined>;

/** Episodes prepared for the page's first picture. */
export interface Preparing {
  /** What was prepared from these very files. Undefined if that is not at hand: it is begun then, and the page reads the files itself. */
  readonly atHand: (reading: Reading) => string | undefined;
  /** Prepares what is not at hand; done when it is. */
  readonly begin: (reading: Reading) => Promise<void>;
}

/** How many episodes are kept: some megabytes each. */
const most = 8;

/** Keeps what was prepared by the hash of the files, so that it is never out of date. Without a preparer nothing ever is at hand. */
export function createPreparing(prepare: Preparer | undefined, report: (error: unknown) => void): Preparing {
  const texts = new Map<string, string | undefined>();
  const begin = async (reading: Reading): Promise<void> => {
    const { hash } = reading;
    const files = stampedFiles(reading);
    if (prepare === undefined || texts.has(hash) || files.some((file) => file.damaged)) return;
    texts.set(hash, undefined);
    for (const old of [...texts.keys()].slice(0, -most)) texts.delete(old);
    try {
      texts.set(hash, await prepare(files.map(({ path, text }) => ({ path, text }))));
    } catch (error) {
      texts.delete(hash);
      report(error);
    }
  };
  return {
    begin,
    atHand: (reading) => {
      void begin(reading);
      return texts.get(reading.hash);
    },
  };
}
