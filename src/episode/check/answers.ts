import { finding } from '../problems.ts';
import type { CheckRule } from './known.ts';

/** Answers dated before what they answer. */
export const answerRules: CheckRule = ({ episode }) => {
  const dates = new Map(episode.record.map((act) => [act.id, act.date]));
  return episode.record.flatMap((act) => {
    const answered = act.answers === undefined ? undefined : dates.get(act.answers);
    if (answered === undefined || answered.earliest <= act.date.latest) return [];
    return [finding('answers-later', [...act.path, 'answers'], { answers: act.answers })];
  });
};
