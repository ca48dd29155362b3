import { describeProblem } from '../../episode/index.ts';
import type { Intervention, Words } from '../../episode/types.ts';
import { compileInterventions } from '../../questions/interventions.ts';
import { interventionTexts } from '../../report/interventions.ts';
import type { Ready } from './opened.ts';
import type { Change, ChangesView } from './protocol.ts';
import { unreachable } from './unreachable.ts';

const file = 'studio.yaml';

/** What is wrong with a change: its number in the list, −1 if no single one is meant. */
interface Trouble {
  readonly at: number;
  readonly text: Words;
}

interface ReadChanges {
  /** Per change, what it comes to; all of them together are what runs are given. */
  readonly each: readonly (readonly Intervention[])[];
  readonly troubles: readonly Trouble[];
}

/**
 * Changes as the page composes them. They are written as a question of the episode and read by its own loader, so that the same checks,
 * dates and suggestions apply.
 */
function readChanges(ready: Ready, changes: readonly Change[]): ReadChanges {
  const places = changes.flatMap((c, at) => ('question' in c ? [] : [at]));
  const own = readOwn(
    ready,
    places.map((at) => changes[at] ?? {}),
  );
  const known = changes.map((c, at): readonly Intervention[] => {
    if (!('question' in c)) return own.each[places.indexOf(at)] ?? [];
    return ready.episode.questions.find((q) => q.id === c['question'])?.interventions ?? [];
  });
  const missing = changes.flatMap((c, at) => ('question' in c && known[at]?.length === 0 ? [at] : []));
  const troubles = [
    ...own.troubles.map((p) => ({ ...p, at: places[p.at] ?? -1 })),
    ...missing.map((at) => ({ at, text: noQuestion(String(changes[at]?.['question'])) })),
  ];
  return { each: known, troubles };
}

const noQuestion = (id: string): Words => ({
  en: `The episode has no question "${id}". Choose one of its questions, or compose the change anew.`,
  ru: `В эпизоде нет вопроса «${id}». Выберите один из его вопросов или составьте изменение заново.`,
});

/** Those that are written out, not named by a question of the episode. */
function readOwn(ready: Ready, changes: readonly Change[]): ReadChanges {
  if (changes.length === 0) return { each: [], troubles: [] };
  const question = {
    id: 'studio',
    ask: { en: 'studio', ru: 'студия' },
    interventions: changes,
    outcomes: ready.episode.outcomes.slice(0, 1).map((o) => o.id),
  };
  const added = ready.readMore({ path: file, text: JSON.stringify({ questions: [question] }) });
  const found = added.problems
    .filter((p) => p.severity === 'error')
    .map((p): Trouble => {
      const short = { ...p, path: p.path.slice(4) };
      const at = typeof p.path[3] === 'number' ? p.path[3] : -1;
      return { at, text: { en: describeProblem(short, 'en'), ru: describeProblem(short, 'ru') } };
    });
  const read = added.questions[0]?.interventions ?? [];
  const each = changes.map((_, k) => read.filter((i) => i.path[3] === k));
  if (found.length > 0) return { each, troubles: found };
  return { each, troubles: each.flatMap((list, at) => refused(ready, list).map((text) => ({ at, text }))) };
}

/** What the engine cannot do with a change that is well written. */
function refused(ready: Ready, list: readonly Intervention[]): readonly Words[] {
  const beyond = list.flatMap((i) => unreachable(ready, i));
  if (beyond.length > 0) return beyond;
  try {
    compileInterventions(ready.episode, ready.world, list);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ en: error.message, ru: error.message }];
  }
}

/** Changes that must be sound. Throws a RangeError with the first problem otherwise. */
export function soundChanges(ready: Ready, changes: readonly Change[]): readonly Intervention[] {
  const { each, troubles } = readChanges(ready, changes);
  const [first] = troubles;
  if (first) throw new RangeError(first.text.en);
  return each.flat();
}

/** The changes in words, and what is wrong with which of them. */
export function tellChanges(ready: Ready, changes: readonly Change[]): ChangesView {
  const { each, troubles } = readChanges(ready, changes);
  const told = (list: readonly Intervention[]): readonly Words[] => {
    const ru = interventionTexts(list, ready.subjects.ru);
    return interventionTexts(list, ready.subjects.en).map((en, k) => ({ en, ru: ru[k] ?? en }));
  };
  const sound = each.map((list, at) => (troubles.some((p) => p.at === at) ? [] : list));
  return {
    sentences: troubles.length > 0 ? [] : told(each.flat()),
    problems: troubles.map((p) => p.text),
    places: troubles.map((p) => p.at),
    each: sound.map(told),
  };
}
