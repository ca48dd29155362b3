import type { Episode } from '../../episode/types.ts';
import type { Change, From } from './protocol.ts';

/**
 * Last day on which history is kept, undefined for free runs: the day named, or that of the question asked; of several questions the
 * earliest, so that none of them has given what it leaves open.
 */
export function keptUntil(e: Episode, changes: readonly Change[], from: From = 'asked'): number | undefined {
  if (from === 'start') return undefined;
  if (from !== 'asked') return from;
  const days = changes.flatMap((c) => e.questions.find((q) => q.id === c['question'])?.until ?? []);
  return days.length === 0 ? undefined : Math.min(...days);
}
