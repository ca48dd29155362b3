import { quantile } from '../chance/distributions.ts';
import { applyPressures } from './pressure.ts';
import type { Scene } from './scene.ts';
import { fillOffice, seat } from './seats.ts';
import { headerBytes, type State } from './state.ts';
import type { World } from './world.ts';

/** Draws the uncertain inputs of a run: one keyed uniform each, through the quantile function, so twins share them. */
export function drawInputs(world: World, uniformOf: (key: number) => number, into: Float64Array): void {
  for (let k = 0; k < world.inputs.length; k++) {
    const slot = world.inputs[k];
    const d = slot.distribution;
    const value = d.kind === 'point' ? d.value : quantile(d, uniformOf(slot.key));
    into[k] = Math.max(slot.low, Math.min(slot.high, value));
  }
}

/** Puts a state at the first day of the episode with the given inputs. The clock's points are set by the run. */
export function initState(scene: Scene, inputs: Float64Array): void {
  const { world: w, state: x } = scene;
  clear(x);
  x.clock[0] = w.starts;
  x.clock[1] = w.starts;
  placeInputs(w, x, inputs);
  x.holder.fill(-1);
  x.resourceHolder.fill(-1);
  x.branchHead.set(w.branchSecretary);
  x.convened.set(w.convened);
  for (const m of w.memberships) x.belongs[m.organisation * w.people + m.person] = 1;
  for (let k = 0; k < w.awayPerson.length; k++) if (w.awayFrom[k] <= w.starts && w.awayTo[k] > w.starts) x.away[w.awayPerson[k]] = 1;
  for (const r of w.resourceHolders) x.resourceHolder[r.resource] = r.holder;
  for (const t of w.seats) seat(scene, t.body, t.person, t.role);
  for (const t of w.holders) fillOffice(scene, t.office, t.person);
  applyPressures(scene);
}

/** Everything to zero first, what the last run wrote beyond its counters included: the bytes of a state depend on its own run only. */
function clear(x: State): void {
  x.bytes.fill(0, headerBytes);
  x.procKind.fill(-1);
  x.procDue.fill(Number.POSITIVE_INFINITY);
  x.addressedUntil.fill(Number.NEGATIVE_INFINITY);
  x.bandTime.fill(Number.NaN);
  x.stance.fill(Number.NaN);
  x.line.fill(Number.NaN);
  x.practised.fill(Number.NaN);
  x.decided.fill(Number.NEGATIVE_INFINITY);
  x.beliefMean.fill(Number.NaN);
}

function placeInputs(w: World, x: State, inputs: Float64Array): void {
  for (let k = 0; k < w.inputs.length; k++) {
    const slot = w.inputs[k];
    const field = x[slot.field];
    field[slot.index] = inputs[k];
    for (const at of slot.also) field[at] = inputs[k];
  }
}
