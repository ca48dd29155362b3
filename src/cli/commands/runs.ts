import { buildCommand } from '@stricli/core';
import { resolve } from 'node:path';
import { look } from '../../ensemble/node/store/look.ts';
import { runsPage } from '../../report/pages/runs.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { outputFlags, textParser } from '../flags.ts';
import { answering, type OutputFlags } from '../output.ts';
import { inFolder } from '../stored/trouble.ts';
import type { Texts } from '../texts/index.ts';

export const runsCommand = (t: Texts) =>
  buildCommand<OutputFlags, [folder: string], Context>({
    docs: describe(t, 'runs'),
    parameters: {
      flags: outputFlags(t),
      positional: {
        kind: 'tuple',
        parameters: [{ parse: textParser, brief: t.stored.folder, placeholder: t.placeholders.folder }],
      },
    },
    func: answering<OutputFlags, [folder: string]>((context, _flags, shown) =>
      inFolder(context, shown, async () => {
        const looked = await look(resolve(context.host.cwd, shown));
        return { kind: 'stored-runs', page: runsPage({ folder: shown, ...looked }, context.lang) };
      }),
    ),
  });
