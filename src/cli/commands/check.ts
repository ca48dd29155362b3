import { buildCommand } from '@stricli/core';
import {
  type ExtraMessages,
  hasErrors,
  loadEpisode,
  type Problem,
  sortProblems,
} from '../../episode/index.ts';
import { replayEpisode } from '../../questions/history.ts';
import { checkPage } from '../../report/pages/check.ts';
import { recordProblems } from '../../report/record-problems.ts';
import { textsOf } from '../../report/texts/index.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { folderOf, readFolder } from '../episodes.ts';
import { exitCodes } from '../errors.ts';
import { outputFlags, textParser } from '../flags.ts';
import { answering, type OutputFlags } from '../output.ts';
import type { Texts } from '../texts/index.ts';

/** Wording of what only the engine knows: acts of the record against the rules, or outside its options. */
const extra: ExtraMessages = {
  en: engineMessages('en'),
  ru: engineMessages('ru'),
};

function engineMessages(lang: 'en' | 'ru'): ExtraMessages['en'] {
  const t = textsOf(lang).check;
  return {
    'record-off-model': (p) => ({ what: t.offModel(String(p[lang])) }),
    'record-outside': () => ({ what: t.outside }),
    'record-engine': (p) => ({ what: t.engine(String(p['message'])) }),
  };
}

export const checkCommand = (t: Texts) =>
  buildCommand<OutputFlags, [episode: string], Context>({
    docs: describe(t, 'check'),
    parameters: {
      flags: outputFlags(t),
      positional: {
        kind: 'tuple',
        parameters: [{ parse: textParser, brief: t.args.episode, placeholder: t.placeholders.episode }],
      },
    },
    func: answering<OutputFlags, [episode: string]>((context, _flags, name) => {
      const loaded = loadEpisode(readFolder(folderOf(name, context), context.host.cwd));
      const found: Problem[] = [...loaded.problems];
      if (loaded.ok && loaded.episode) {
        const episode = loaded.episode;
        found.push(...recordProblems(() => replayEpisode(episode), loaded.locate));
      }
      const problems = sortProblems(found);
      return {
        kind: 'check',
        page: checkPage(problems, context.lang, extra),
        exit: hasErrors(problems) ? exitCodes.problem : exitCodes.done,
      };
    }),
  });
