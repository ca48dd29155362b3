import { type Episode, type Question, suggest } from '../episode/index.ts';
import type { CompiledOutcome } from '../questions/outcomes.ts';
import type { Context } from './context.ts';
import { CliError } from './errors.ts';

/** The question of that name. Throws a CliError with a suggestion. */
export function questionNamed(episode: Episode, id: string, name: string, context: Context): Question {
  const question = episode.questions.find((q) => q.id === id);
  if (question) return question;
  const ids = episode.questions.map((q) => q.id);
  throw new CliError(context.texts.unknownQuestion(id, suggest(id, ids), name));
}

/** Index of the outcome asked for, else of the question's first, else of the episode's. Throws a CliError with a suggestion. */
export function outcomeAt(
  outcomes: readonly CompiledOutcome[],
  question: Question | undefined,
  asked: string | undefined,
  context: Context,
): number {
  const id = asked ?? question?.outcomes[0] ?? outcomes[0]?.id ?? '';
  const at = outcomes.findIndex((o) => o.id === id);
  if (at >= 0) return at;
  const ids = outcomes.map((o) => o.id);
  throw new CliError(context.texts.unknownOutcome(id, suggest(id, ids), ids));
}
