import { buildCommand } from '@stricli/core';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fromTables, newEpisode, type TextFile } from '../../episode/index.ts';
import { newPage } from '../../report/pages/new.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { CliError } from '../errors.ts';
import { outputFlags, textParser } from '../flags.ts';
import { type Answer, answering, type OutputFlags } from '../output.ts';
import type { Texts } from '../texts/index.ts';

interface NewFlags extends OutputFlags {
  readonly from?: readonly string[] | undefined;
  readonly dir?: string | undefined;
}

export const newCommand = (t: Texts) =>
  buildCommand<NewFlags, string[], Context>({
    docs: describe(t, 'new'),
    parameters: {
      flags: {
        from: {
          kind: 'parsed',
          parse: textParser,
          optional: true,
          variadic: true,
          placeholder: t.placeholders.csv,
          brief: t.flags.from,
        },
        dir: {
          kind: 'parsed',
          parse: textParser,
          optional: true,
          placeholder: t.placeholders.folder,
          brief: t.flags.dir,
        },
        ...outputFlags(t),
      },
      positional: {
        kind: 'array',
        minimum: 1,
        parameter: { parse: textParser, brief: t.args.id, placeholder: t.placeholders.id },
      },
    },
    func: answering<NewFlags, string[]>(create),
  });

/** After --from every .csv is a table, wherever it stands. */
function create(context: Context, flags: NewFlags, ...rest: string[]): Answer {
  const t = context.texts;
  const isTable = (arg: string): boolean => /\.csv$/i.test(arg);
  const [id, extra] = rest.filter((arg) => !isTable(arg));
  const tables = [...(flags.from ?? []), ...rest.filter(isTable)];
  if (id === undefined) throw new CliError(t.stricli.missing(t.placeholders.id), 2);
  if (extra !== undefined) throw new CliError(t.stricli.tooMany(extra), 2);
  if (flags.from === undefined && tables[0] !== undefined)
    throw new CliError(t.csvOnlyWithFrom(tables[0]), 2);
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new CliError(t.badId(id), 2);
  const folder = resolve(context.host.cwd, flags.dir ?? '.', id);
  const shown = relative(context.host.cwd, folder) || '.';
  if (existsSync(folder)) throw new CliError(t.fileExists(shown));
  const files =
    flags.from === undefined
      ? newEpisode(id)
      : filled(
          id,
          tables.map((file) => readTable(file, context)),
        );
  write(folder, files);
  return {
    kind: 'new',
    page: newPage(
      files.map((f) => join(shown, f.path)),
      shown,
      context.lang,
    ),
  };
}

function readTable(file: string, context: Context): string {
  const path = resolve(context.host.cwd, file);
  if (!existsSync(path)) throw new CliError(context.texts.noFile(file));
  return readFileSync(path, 'utf8');
}

/** Tables are told apart by their heads: ties have "from" and "to", positions "issue" or "person", people names. */
function filled(id: string, tables: readonly string[]): readonly TextFile[] {
  const found = { people: '', positions: '', ties: '' };
  for (const table of tables) {
    const head = new Set(
      (table.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '')
        .toLowerCase()
        .split(/[,;\t]/)
        .map((c) => c.trim().replaceAll('"', '')),
    );
    if (head.has('from') && head.has('to')) found.ties = table;
    else if (head.has('issue') || head.has('person')) found.positions = table;
    else found.people = table;
  }
  return fromTables(found.people, found.positions, found.ties, { id });
}

function write(folder: string, files: readonly TextFile[]): void {
  mkdirSync(folder, { recursive: true });
  for (const file of files) writeFileSync(join(folder, file.path), file.text);
}
