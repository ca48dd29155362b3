import { actNumber } from '../acts/index.ts';
import type { Engine } from '../run/engine.ts';
import type { Plan } from '../run/intervene.ts';
import { newMove } from '../world/record.ts';
import { ActFlag } from '../world/state.ts';
import { type Forced, rowOf } from './forcing.ts';
import type { ForceReport } from './refusal.ts';

const wanted = newMove();

/** Forced acts that come whenever they can are also the answer of whoever is asked, and his vote. */
export function compelling(forced: readonly Forced[], report: ForceReport): Pick<Plan, 'answer' | 'vote'> {
  const votes = forced.filter((f) => f.kind === actNumber('vote'));
  return {
    answer: (engine, person) => {
      for (const f of forced) {
        const row = isDue(engine, f, person) ? answerOf(engine, f, person) : -1;
        if (row < 0) continue;
        const { menu } = engine.mind;
        menu.flags[row] = (menu.flags[row] ?? 0) | ActFlag.forced | ActFlag.imposed;
        report.carriedOut++;
        return row;
      }
      return -1;
    },
    vote: (engine, person, body, issue) => {
      for (const f of votes) {
        const m = isDue(engine, f, person) ? f.write(wanted, person, -1) : undefined;
        if (!m || (m.body >= 0 && m.body !== body) || (m.issue >= 0 && m.issue !== issue)) continue;
        report.carriedOut++;
        return m.option;
      }
      return -1;
    },
  };
}

const isDue = (engine: Engine, f: Forced, person: number): boolean =>
  f.by.includes(person) && (engine.scene.state.clock[0] ?? 0) >= (f.source.at ?? engine.scene.world.starts);

function answerOf(engine: Engine, f: Forced, person: number): number {
  for (const to of f.to.length === 0 ? [-1] : f.to) {
    const row = rowOf(engine, f.write(wanted, person, to));
    if (row >= 0) return row;
  }
  return -1;
}
