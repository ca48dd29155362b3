import { buildCommand } from '@stricli/core';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readManifest } from '../../ensemble/node/store/folder.ts';
import { runsDone } from '../../ensemble/stored/manifest.ts';
import { exportPage } from '../../report/pages/export.ts';
import type { ExportForm } from '../../report/stored/papers.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { CliError } from '../errors.ts';
import { outputFlags, textParser } from '../flags.ts';
import { type Answer, answering, type OutputFlags } from '../output.ts';
import { exportFiles, exportRuns, usualFile } from '../stored/export/write.ts';
import { inFolder } from '../stored/trouble.ts';
import type { Texts } from '../texts/index.ts';

interface ExportFlags extends OutputFlags {
  readonly to?: ExportForm | undefined;
  readonly out?: string | undefined;
}

export const exportCommand = (t: Texts) =>
  buildCommand<ExportFlags, [folder: string], Context>({
    docs: describe(t, 'export'),
    parameters: {
      flags: {
        to: { kind: 'enum', values: ['parquet', 'csv', 'arrow'], optional: true, brief: t.stored.to },
        out: {
          kind: 'parsed',
          parse: textParser,
          optional: true,
          placeholder: t.placeholders.csv,
          brief: t.stored.file,
        },
        ...outputFlags(t),
      },
      positional: {
        kind: 'tuple',
        parameters: [{ parse: textParser, brief: t.stored.folder, placeholder: t.placeholders.folder }],
      },
    },
    func: answering<ExportFlags, [folder: string]>((context, flags, shown) =>
      inFolder(context, shown, () => answer(context, flags, shown)),
    ),
  });

async function answer(context: Context, flags: ExportFlags, shown: string): Promise<Answer> {
  const t = context.texts.stored;
  const form = flags.to;
  if (form === undefined) throw new CliError(t.noFormat, 2);
  const folder = resolve(context.host.cwd, shown);
  const manifest = readManifest(folder);
  const asTyped = exportFiles(flags.out ?? usualFile(shown, form));
  const files = exportFiles(resolve(context.host.cwd, asTyped.data));
  // What stands in the folder's own export is ours; elsewhere nothing is written over.
  if (flags.out !== undefined && existsSync(files.data)) throw new CliError(t.fileThere(flags.out));
  const done = runsDone(manifest);
  if (done < manifest.plan.runs) context.host.stderr.write(`${t.partial(done, manifest.plan.runs)}\n`);
  try {
    const exported = await exportRuns(folder, manifest, form, files);
    return { kind: 'export', page: exportPage(exported, asTyped, context.lang) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code)))
      throw new CliError(t.unwritableFile(asTyped.data, error.message));
    throw error;
  }
}
