import type { Context } from './context.ts';
import { CliError } from './errors.ts';
import type { Texts } from './texts/en.ts';

/** Flags that every command has. */
export const outputFlags = (t: Texts) =>
  ({
    json: { kind: 'boolean', optional: true, withNegated: false, brief: t.flags.json },
    csv: { kind: 'boolean', optional: true, withNegated: false, brief: t.flags.csv },
    lang: { kind: 'enum', values: ['en', 'ru'], optional: true, brief: t.flags.lang },
  }) as const;

export interface EnsembleFlags {
  readonly runs: number;
  readonly seed: number;
  readonly workers?: number | undefined;
  readonly progress?: boolean | undefined;
  readonly out?: string | undefined;
  readonly resume?: boolean | undefined;
  readonly preflight?: boolean | undefined;
}

/** Flags of commands that run many runs. */
export const ensembleFlags = (t: Texts, runs = '1000') =>
  ({
    runs: {
      kind: 'parsed',
      parse: whole(t, 1, 10_000_000),
      default: runs,
      placeholder: 'n',
      brief: t.flags.runs,
    },
    seed: seedFlag(t),
    workers: {
      kind: 'parsed',
      parse: whole(t, 1, 1024),
      optional: true,
      placeholder: 'n',
      brief: t.flags.workers,
    },
    progress: { kind: 'boolean', optional: true, withNegated: false, brief: t.flags.progress },
    out: {
      kind: 'parsed',
      parse: textParser,
      optional: true,
      placeholder: t.placeholders.folder,
      brief: t.stored.out,
    },
    resume: { kind: 'boolean', optional: true, withNegated: false, brief: t.stored.resume },
    preflight: { kind: 'boolean', optional: true, withNegated: false, brief: t.stored.preflight },
  }) as const;

export interface PastFlags {
  readonly from?: 'history' | undefined;
  readonly until?: string | undefined;
  readonly particles?: number | undefined;
}

/** Flags of commands that can start from history. */
export const pastFlags = (t: Texts) =>
  ({
    from: { kind: 'enum', values: ['history'], optional: true, brief: t.flags.fromHistory },
    until: {
      kind: 'parsed',
      parse: textParser,
      optional: true,
      placeholder: t.placeholders.date,
      brief: t.flags.until,
    },
    particles: {
      kind: 'parsed',
      parse: whole(t, 2, 4096),
      optional: true,
      placeholder: 'n',
      brief: t.flags.particles,
    },
  }) as const;

export const seedFlag = (t: Texts) =>
  ({
    kind: 'parsed',
    parse: whole(t, 0, Number.MAX_SAFE_INTEGER),
    default: '1',
    placeholder: 'n',
    brief: t.flags.seed,
  }) as const;

/** A whole number between two bounds; misuse otherwise. Thousands may be marked by _ or a comma. */
export const whole = (t: Texts, low: number, high: number) =>
  function (this: Context, text: string): number {
    const value = Number(text.replaceAll(/[_,](?=\d{3})/g, ''));
    if (!Number.isSafeInteger(value) || value < low || value > high || !/^\d/.test(text))
      throw new CliError(t.notWhole(text, low, high), 2);
    return value;
  };

export const textParser = (text: string): string => text;
