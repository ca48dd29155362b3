import { describeProblem, loadEpisode } from '../../episode/index.ts';
import type { Intervention, Words } from '../../episode/types.ts';
import { compileInterventions } from '../../questions/interventions.ts';
import { interventionTexts } from '../../report/interventions.ts';
import type { Ready } from './opened.ts';
import type { Change, ChangesView } from './protocol.ts';

const file = 'studio.yaml';

export interface ReadChanges {
  readonly interventions: readonly Intervention[];
  readonly problems: readonly Words[];
}

/**
 * Changes as the page composes them. They are written as a question of the episode and read by its own loader, so that the same checks,
 * dates and suggestions apply.
 */
export function readChanges(ready: Ready, changes: readonly Change[]): ReadChanges {
  const own = changes.filter((c) => !('question' in c));
  const asked = changes.flatMap((c) => ready.episode.questions.filter((q) => q.id === c['question']));
  const read = readOwn(ready, own);
  const interventions = [...asked.flatMap((q) => q.interventions), ...read.interventions];
  return { ...read, interventions: read.problems.length > 0 ? [] : interventions };
}

/** Those that are written out, not named by a question of the episode. */
function readOwn(ready: Ready, changes: readonly Change[]): ReadChanges {
  if (changes.length === 0) return { interventions: [], problems: [] };
  const question = {
    id: 'studio',
    ask: { en: 'studio', ru: 'студия' },
    interventions: changes,
    outcomes: ready.episode.outcomes.map((o) => o.id),
  };
  const loaded = loadEpisode([
    ...ready.files,
    { path: file, text: JSON.stringify({ questions: [question] }) },
  ]);
  const troubles = loaded.problems.filter((p) => p.file === file && p.severity === 'error');
  const problems = troubles.map((p): Words => {
    const short = { ...p, path: p.path.slice(4) };
    return { en: describeProblem(short, 'en'), ru: describeProblem(short, 'ru') };
  });
  const read = loaded.episode?.questions.find((q) => q.id === 'studio')?.interventions ?? [];
  if (problems.length > 0) return { interventions: [], problems };
  try {
    compileInterventions(ready.episode, ready.world, read);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { interventions: [], problems: [{ en: error.message, ru: error.message }] };
  }
  return { interventions: read, problems: [] };
}

/** Changes that must be sound. Throws a RangeError with the first problem otherwise. */
export function soundChanges(ready: Ready, changes: readonly Change[]): readonly Intervention[] {
  const { interventions, problems } = readChanges(ready, changes);
  const [first] = problems;
  if (first) throw new RangeError(first.en);
  return interventions;
}

/** The changes in words, or what is wrong with them. */
export function tellChanges(ready: Ready, changes: readonly Change[]): ChangesView {
  const { interventions, problems } = readChanges(ready, changes);
  const en = interventionTexts(interventions, ready.subjects.en);
  const ru = interventionTexts(interventions, ready.subjects.ru);
  return { sentences: en.map((text, k) => ({ en: text, ru: ru[k] ?? text })), problems };
}
