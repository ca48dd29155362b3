import type { CommandContext } from '@stricli/core';
import type { Language } from '../report/language.ts';
import type { Texts } from './texts/en.ts';

/** A stream that may be a terminal. */
export interface Output {
  readonly write: (text: string) => void;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** The surroundings of one call, so that tests and other programs can give their own. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Partial<Record<string, string>>>;
  readonly cwd: string;
  /** Ends work in progress: Ctrl-C. */
  readonly signal: AbortSignal;
}

export interface Context extends CommandContext {
  readonly host: Host;
  readonly lang: Language;
  readonly texts: Texts;
  /** The command as typed, without the flags that do not change the answer (--json, --csv, --workers, --progress, --out, --resume, --preflight). */
  readonly typed: string;
  exit: number;
}

/** Columns to write in: 100, fewer on a narrow terminal. */
export const columnsOf = (host: Host): number =>
  host.stdout.isTTY && host.stdout.columns ? Math.max(60, Math.min(100, host.stdout.columns)) : 100;
