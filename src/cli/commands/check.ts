import { buildCommand } from '@stricli/core';
import { type ExtraMessages, hasErrors, loadEpisode, sortProblems } from '../../episode/index.ts';
import { replayEpisode } from '../../questions/history.ts';
import { checkPage } from '../../report/pages/check.ts';
import { recordFindings } from '../../report/record-problems.ts';
import { textsOf } from '../../report/texts/index.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { folderOf, readFolder } from '../episodes.ts';
import { exitCodes } from '../errors.ts';
import { outputFlags, textParser } from '../flags.ts';
import { answering, type OutputFlags } from '../output.ts';
import type { Texts } from '../texts/index.ts';

/** Wording of what only the engine knows: acts of the record against the rules. */
const extra: ExtraMessages = {
  en: engineMessages('en'),
  ru: engineMessages('ru'),
};

function engineMessages(lang: 'en' | 'ru'): ExtraMessages['en'] {
  const t = textsOf(lang).check;
  return {
    'record-off-model': (p) => ({ what: t.offModel(String(p['act']), String(p[lang])) }),
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
      const { episode } = loaded;
      const record =
        loaded.ok && episode
          ? recordFindings(() => replayEpisode(episode), loaded.locate)
          : { problems: [], outside: [] };
      const problems = sortProblems([...loaded.problems, ...record.problems]);
      return {
        kind: 'check',
        page: checkPage(problems, record.outside, context.lang, extra),
        exit: hasErrors(problems) ? exitCodes.problem : exitCodes.done,
      };
    }),
  });
