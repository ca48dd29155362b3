import { buildCommand } from '@stricli/core';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadEpisode } from '../../episode/index.ts';
import { listPage } from '../../report/pages/list.ts';
import type { Context } from '../context.ts';
import { bundledFolder, episodeFolders, readFolder } from '../episodes.ts';
import { CliError } from '../errors.ts';
import { outputFlags, textParser } from '../flags.ts';
import { describe } from '../describe.ts';
import { answering, type OutputFlags } from '../output.ts';
import type { Texts } from '../texts/index.ts';

export const listCommand = (t: Texts) =>
  buildCommand<OutputFlags, [folder?: string], Context>({
    docs: describe(t, 'list'),
    parameters: {
      flags: outputFlags(t),
      positional: {
        kind: 'tuple',
        parameters: [
          { parse: textParser, optional: true, brief: t.args.folder, placeholder: t.placeholders.folder },
        ],
      },
    },
    func: answering<OutputFlags, [folder?: string]>((context, _flags, folder) => {
      const path = folder === undefined ? bundledFolder : resolve(context.host.cwd, folder);
      if (!existsSync(path)) throw new CliError(context.texts.noFolder(folder ?? path));
      const ids = episodeFolders(path);
      if (ids.length === 0) throw new CliError(context.texts.noEpisodes(folder ?? path));
      const shown = (id: string): string => (folder === undefined ? id : join(folder, id));
      const episodes = ids.map((id) => ({
        id: shown(id),
        episode: loadEpisode(readFolder(join(path, id), context.host.cwd)).episode,
      }));
      return { kind: 'episodes', page: listPage(episodes, context.lang) };
    }),
  });
