import { answerRules } from './check/answers.ts';
import { bodyRules } from './check/bodies.ts';
import { castReferences } from './check/cast-references.ts';
import { claimRules } from './check/claims.ts';
import { dateRules } from './check/dates.ts';
import { duplicateIds } from './check/identity.ts';
import { kindRules } from './check/kinds.ts';
import { type CheckContext, type CheckRule, knownIds } from './check/known.ts';
import { mindReferences } from './check/mind-references.ts';
import { peopleRules } from './check/people.ts';
import { questionReferences } from './check/question-references.ts';
import { rangeRules } from './check/ranges.ts';
import { recordReferences } from './check/record-references.ts';
import { termRules } from './check/terms.ts';
import { tieRules } from './check/ties.ts';
import { voteRules } from './check/votes.ts';
import type { Places } from './load/places.ts';
import type { Finding, Problem } from './problems.ts';
import type { Episode } from './types.ts';
import { actKinds, motionSubjects } from './vocabulary.ts';

export interface Vocabulary {
  readonly kinds: readonly string[];
}

export interface CheckOptions {
  /** The kinds of act there are; by default those of docs/acts.md. */
  readonly vocabulary?: Vocabulary;
  /** Checks of rooms that know more (the engine): they return problems with their own codes and wording. */
  readonly extra?: (episode: Episode, places: Places) => readonly Problem[];
}

export const checkRules: readonly CheckRule[] = [
  duplicateIds,
  castReferences,
  mindReferences,
  recordReferences,
  questionReferences,
  kindRules,
  rangeRules,
  dateRules,
  termRules,
  bodyRules,
  voteRules,
  answerRules,
  tieRules,
  peopleRules,
  claimRules,
];

/** Everything that can be said about an episode without running it. */
export function findingsOf(
  episode: Episode,
  vocabulary: Vocabulary = { kinds: actKinds },
): readonly Finding[] {
  const context: CheckContext = {
    episode,
    known: knownIds(episode),
    kinds: new Set(vocabulary.kinds),
    subjects: new Set(motionSubjects),
  };
  return checkRules.flatMap((rule) => rule(context));
}

export function checkEpisode(
  episode: Episode,
  places: Places,
  options: CheckOptions = {},
): readonly Problem[] {
  const own = findingsOf(episode, options.vocabulary).map(places.problemOf);
  return [...own, ...(options.extra?.(episode, places) ?? [])];
}
