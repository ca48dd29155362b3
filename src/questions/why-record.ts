import type { Episode } from '../episode/types.ts';
import { createEngine } from '../run/engine.ts';
import { compileHistory, type HistoricalAct } from '../run/history/compile.ts';
import { beginReplay, replay, type ReplayedAct } from '../run/history/replay.ts';
import { compileWorld } from '../world/compile/compile.ts';
import { type ChoiceExplained, choiceAt } from './why.ts';

/** How the model saw one person's share in an act of the record. */
export interface RecordExplained {
  readonly act: HistoricalAct;
  readonly seen: ReplayedAct;
  /** Absent where nobody chose. */
  readonly choice: ChoiceExplained | undefined;
}

/** Explains an act of the record, one entry for each person who chose; empty if there is no such act. */
export function explainRecord(e: Episode, id: string): readonly RecordExplained[] {
  const engine = createEngine(compileWorld(e));
  beginReplay(engine);
  const found: RecordExplained[] = [];
  for (const seen of replay(engine, compileHistory(e))) {
    if (seen.act.id !== id) {
      if (found.length > 0) break;
      continue;
    }
    // Applying an act leaves the evaluated menu as it was, so it can be read afterwards.
    const chose = seen.person >= 0 && engine.mind.menu.size > 0 && seen.options.length > 0;
    const occasion = { person: seen.person, kind: seen.nested ? 0 : 1, nested: seen.nested } as const;
    const p = engine.mind.probability;
    found.push({ act: seen.act, seen, choice: chose ? choiceAt(engine, occasion, seen.row, p) : undefined });
  }
  return found;
}
