import type { Episode, Question } from '../episode/index.ts';
import type { PlanPast } from '../ensemble/plan.ts';
import { textsOf } from '../report/texts/index.ts';
import { type ChangeFlags, changesOf } from './changes.ts';
import type { Context } from './context.ts';
import type { Opened } from './episodes.ts';
import { CliError } from './errors.ts';
import { type EnsembleFlags, type PastFlags, pastFlags, textParser } from './flags.ts';
import { questionNamed } from './named.ts';
import { pastOf } from './past.ts';
import type { Texts } from './texts/index.ts';

/** Flags that say what is changed, and from where the runs start. */
export interface QuestionFlags extends ChangeFlags, PastFlags {
  readonly free?: boolean | undefined;
}

export const questionFlags = (t: Texts) => {
  const change = (brief: string) =>
    ({
      kind: 'parsed',
      parse: textParser,
      optional: true,
      variadic: true,
      placeholder: t.placeholders.change,
      brief,
    }) as const;
  return {
    force: change(t.flags.force),
    forbid: change(t.flags.forbid),
    set: change(t.flags.set),
    add: change(t.flags.add),
    remove: change(t.flags.remove),
    ...pastFlags(t),
    free: { kind: 'boolean', optional: true, withNegated: false, brief: t.flags.free },
  } as const;
};

export interface AskedQuestion {
  /** With the changes of the command line added to its own. */
  readonly question: Question;
  /** Up to which day history is given; undefined for free runs. */
  readonly past: PlanPast | undefined;
  /** It starts from history, but is asked of free runs. */
  readonly freed: boolean;
}

/** The question named, changes of the command line, or both; undefined if there is neither. */
export function askedQuestion(
  opened: Opened,
  flags: QuestionFlags & Pick<EnsembleFlags, 'out' | 'resume' | 'preflight'>,
  name: string,
  id: string | undefined,
  context: Context,
): AskedQuestion | undefined {
  const { episode } = opened;
  const changes = changesOf(opened, flags, context);
  if (id === undefined && changes.length === 0) return undefined;
  const asked = id === undefined ? ownQuestion(episode) : questionNamed(episode, id, name, context);
  if (flags.free && flags.from !== undefined) throw new CliError(context.texts.freeOrFrom, 2);
  const past = flags.free ? undefined : pastOf(episode, flags, asked.until, context);
  return {
    question: { ...asked, interventions: [...asked.interventions, ...changes] },
    past,
    freed: asked.until !== undefined && past === undefined,
  };
}

/** A question of the command line asks after every outcome. */
const ownQuestion = (episode: Episode): Question => ({
  id: 'command-line',
  path: [],
  ask: { en: textsOf('en').ask.own, ru: textsOf('ru').ask.own },
  interventions: [],
  outcomes: episode.outcomes.map((o) => o.id),
  raisedBy: [],
});
