import { allProcedures, procedureNumber, type Step } from '../../src/acts/index.ts';
import { Menu } from '../../src/acts/menu.ts';
import { findProcedure } from '../../src/world/procedures.ts';
import type { Scene } from '../../src/world/scene.ts';
import { procedureCapacity } from '../../src/world/state.ts';
import { drive, type Pick } from './drive.ts';

/** How many procedures of a kind are open. */
export function openCount(s: Scene, kind: string): number {
  const number = procedureNumber(kind);
  let n = 0;
  for (let slot = 0; slot < procedureCapacity; slot++) if (s.state.procKind[slot] === number) n++;
  return n;
}

/** The first open procedure of a kind; −1. */
export const slotOf = (s: Scene, kind: string): number => findProcedure(s, procedureNumber(kind), -1, -1, -1);

export const isRegistered = (kind: string): boolean =>
  procedureNumber(kind) >= 0 && procedureNumber(kind) < allProcedures().length;

/** Silence, always the first option, always the last, and a mixture: four ways to answer. */
export const manners: readonly Pick[] = [
  () => -1,
  () => 0,
  (menu) => menu.size - 1,
  (menu, person, slot) => ((person + slot) % (menu.size + 1)) - 1,
];

/**
 * Whatever state a procedure is put into, and however people answer, it ends: `make` opens it in a fresh scene. States from −1 to 5 are
 * tried, with its people gone or not. Returns how many were tried.
 */
export function alwaysEnds(make: () => Scene, kind: string): number {
  let tried = 0;
  for (const manner of manners) {
    for (let state = -1; state <= 5; state++) {
      for (let spoilt = 0; spoilt < 3; spoilt++) {
        const s = make();
        const slot = slotOf(s, kind);
        if (slot < 0) throw new Error(`no procedure "${kind}" was opened`);
        s.state.procState[slot] = state;
        if (spoilt === 1) s.state.procBy[slot] = -1;
        if (spoilt === 2) s.state.memberCount.fill(0);
        drive(s, manner, 2000);
        if (openCount(s, kind) > 0) throw new Error(`a procedure "${kind}" in state ${state} did not end`);
        tried++;
      }
    }
  }
  return tried;
}

/** What a procedure asks for next. */
export function nextStep(s: Scene, slot: number): Step {
  const step: Step = { do: 0, person: -1 };
  allProcedures()[s.state.procKind[slot] ?? -1]?.next(s, slot, step);
  return step;
}

/** What a person who is asked may answer: names of acts, with the value if they have one. */
export function answersOf(s: Scene, slot: number, person: number): string[] {
  const menu = new Menu();
  allProcedures()[s.state.procKind[slot] ?? -1]?.answers?.(s, slot, person, menu);
  return Array.from({ length: menu.size }, (_, k) => {
    const value = menu.value[k] ?? Number.NaN;
    return `${s.kindNames[menu.kind[k] ?? -1]}${Number.isNaN(value) ? '' : ` ${value}`}`;
  });
}
