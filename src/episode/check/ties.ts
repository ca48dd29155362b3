import { farFuture, farPast } from '../dates/calendar.ts';
import { finding, formatPath } from '../problems.ts';
import type { Tie } from '../types.ts';
import type { CheckRule } from './known.ts';

/** Two ties in one direction at the same time. */
export const tieRules: CheckRule = ({ episode }) => {
  const first = new Map<string, Tie[]>();
  return episode.ties.flatMap((tie) => {
    const earlier = first.get(tie.id) ?? [];
    first.set(tie.id, [...earlier, tie]);
    const other = earlier.find((one) => overlap(one, tie));
    return other === undefined
      ? []
      : [finding('duplicate-tie', tie.path, { from: tie.from, to: tie.to, other: formatPath(other.path) })];
  });
};

const overlap = (a: Tie, b: Tie): boolean =>
  (a.since ?? farPast) < (b.until ?? farFuture) && (b.since ?? farPast) < (a.until ?? farFuture);
