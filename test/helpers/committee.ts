import { clearMeaning, meanWidth } from '../../src/acts/meaning.ts';
import type { F, Forecasts } from '../../src/choice/forecasts/constants.ts';
import { forgetPanels } from '../../src/choice/forecasts/panel.ts';
import { initialParameters } from '../../src/choice/parameters.ts';
import { procedureOfAct } from '../../src/world/procedures.ts';
import type { Scene } from '../../src/world/scene.ts';
import { apply, committee, moveOf, peace, union } from './tiny-world.ts';

/** Puts people, in their order, where a list says on peace: in private, at work and in the public's eyes. */
export function stand(s: Scene, at: readonly number[]): void {
  at.forEach((v, p) => {
    const cell = p * s.world.issues + peace;
    s.state.work[cell] = s.state.position[cell] = s.state.publicMean[cell] = v;
  });
}

/** What one person believes of another on peace; NaN: what everybody does. */
export function believe(s: Scene, viewer: number, about: number, at: number): void {
  const { world: w, state: x } = s;
  for (let e = w.edgeStart[viewer] ?? 0; e < (w.edgeStart[viewer + 1] ?? 0); e++)
    if (w.edgeTo[e] === about) x.beliefMean[e * w.issues + peace] = at;
}

/** The union demands a point of the committee on peace, with this much force behind it. Returns the procedure. */
export function unionDemands(s: Scene, force?: number, value = 25): number {
  const to = s.world.people + committee;
  const act = apply(s, moveOf('demand', { by: union, to, body: committee, issue: peace, value, option: 0 }));
  const slot = procedureOfAct(s, act);
  if (force !== undefined) s.state.procForce[slot] = force;
  return slot;
}

/** Forecasts of a new occasion, with constants replaced by name. */
export function forecasts(constants: Partial<Record<keyof typeof F, number>> = {}): Forecasts {
  const values = initialParameters(
    Object.fromEntries(Object.entries(constants).map(([name, value]) => [`forecast.${name}`, value])),
  ).forecasts;
  return { constants: values, kappa: 0, demand: 50, without: new Float64Array(2).fill(Number.NaN) };
}

/** Bodies are looked at once an occasion; made afresh, every question is an occasion of its own. */
export const afresh =
  <A extends unknown[], R>(f: (...args: A) => R) =>
  (...args: A): R => {
    forgetPanels();
    return f(...args);
  };

/** A row of meaning with some cells filled. */
export function rowOf(cells: readonly (readonly [cell: number, value: number])[]): Float64Array {
  const row = new Float64Array(meanWidth);
  clearMeaning(row, 0);
  for (const [cell, value] of cells) row[cell] = value;
  return row;
}
