import { buildCommand } from '@stricli/core';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Migrated, migrateEpisode, PatchError } from '../../episode/index.ts';
import { migratePage } from '../../report/pages/migrate.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { folderOf, readFolder } from '../episodes.ts';
import { CliError } from '../errors.ts';
import { outputFlags, textParser } from '../flags.ts';
import { answering, type OutputFlags } from '../output.ts';
import type { Texts } from '../texts/index.ts';

interface MigrateFlags extends OutputFlags {
  readonly dry?: boolean | undefined;
}

export const migrateCommand = (t: Texts) =>
  buildCommand<MigrateFlags, [episode: string], Context>({
    docs: describe(t, 'migrate'),
    parameters: {
      flags: {
        dry: { kind: 'boolean', optional: true, withNegated: false, brief: t.flags.dry },
        ...outputFlags(t),
      },
      positional: {
        kind: 'tuple',
        parameters: [{ parse: textParser, brief: t.args.episode, placeholder: t.placeholders.episode }],
      },
    },
    func: answering<MigrateFlags, [episode: string]>((context, flags, name) => {
      const folder = folderOf(name, context);
      const before = readFolder(folder, context.host.cwd).map((file) => ({
        path: basename(file.path),
        text: new TextDecoder().decode(file.bytes),
      }));
      const migrated = migrate(before);
      const changed = migrated.files.filter(
        (file) => before.find((b) => b.path === file.path)?.text !== file.text,
      );
      if (!flags.dry) for (const file of changed) writeFileSync(join(folder, file.path), file.text);
      return {
        kind: 'migrate',
        page: migratePage(
          migrated,
          changed.map((f) => f.path),
          context.lang,
        ),
      };
    }),
  });

function migrate(files: Parameters<typeof migrateEpisode>[0]): Migrated {
  try {
    return migrateEpisode(files);
  } catch (error) {
    throw error instanceof PatchError ? new CliError(error.message) : error;
  }
}
