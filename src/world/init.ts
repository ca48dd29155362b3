import { quantile } from '../chance/distributions.ts';
import { applyPressures } from './pressure.ts';
import type { Scene } from './scene.ts';
import { fillOffice, seat } from './seats.ts';
import { headerBytes, type State } from './state.ts';
import type { World } from './world.ts';

/** What every run of a world begins with, made at its first run: the state with all certain inputs in place. */
interface Template {
  readonly bytes: Uint8Array;
  /** Inputs that are drawn (the others are bare values), and their keys. */
  readonly drawn: Int32Array;
  /** The inputs of the first run. */
  readonly inputs: Float64Array;
  /** Cells of the state that an input ends up in, as input and place in the buffer, where later inputs do not overwrite it. */
  readonly source: Int32Array;
  readonly place: Int32Array;
}

const templates = new WeakMap<World, Template>();
const drawnOf = new WeakMap<World, Int32Array>();

/** Draws the uncertain inputs of a run: one keyed uniform each, through the quantile function, so twins share them. */
export function drawInputs(world: World, uniformOf: (key: number) => number, into: Float64Array): void {
  const drawn = drawnInputs(world, into);
  for (let n = 0; n < drawn.length; n++) {
    const k = drawn[n];
    const slot = world.inputs[k];
    const value = quantile(slot.distribution, uniformOf(slot.key));
    into[k] = value < slot.low ? slot.low : value > slot.high ? slot.high : value;
  }
}

/** Which inputs are uncertain. Writes the certain ones. */
function drawnInputs(world: World, into: Float64Array): Int32Array {
  const known = templates.get(world);
  if (known) {
    for (let k = 0; k < into.length; k++) into[k] = known.inputs[k];
    return known.drawn;
  }
  const drawn: number[] = [];
  for (let k = 0; k < world.inputs.length; k++) {
    const { distribution: d, low, high } = world.inputs[k];
    if (d.kind === 'point') into[k] = Math.max(low, Math.min(high, d.value));
    else drawn.push(k);
  }
  const list = Int32Array.from(drawn);
  drawnOf.set(world, list);
  return list;
}

/** Puts a state at the first day of the episode with the given inputs. The clock's points are set by the run. */
export function initState(scene: Scene, inputs: Float64Array): void {
  const template = templates.get(scene.world) ?? makeTemplate(scene, inputs);
  const x = scene.state;
  x.bytes.set(template.bytes);
  const cells = new Float64Array(x.buffer, headerBytes, (x.bytes.length - headerBytes) >> 3);
  for (let n = 0; n < template.source.length; n++) {
    const k = template.source[n];
    if (inputs[k] !== template.inputs[k]) cells[template.place[n]] = inputs[k];
  }
  applyPressures(scene);
}

function makeTemplate(scene: Scene, inputs: Float64Array): Template {
  const { world: w, state: x } = scene;
  clear(x);
  x.clock[0] = w.starts;
  x.clock[1] = w.starts;
  const finals = placeInputs(w, x, inputs);
  x.holder.fill(-1);
  x.resourceHolder.fill(-1);
  x.branchHead.set(w.branchSecretary);
  x.convened.set(w.convened);
  for (const m of w.memberships) x.belongs[m.organisation * w.people + m.person] = 1;
  for (let k = 0; k < w.awayPerson.length; k++)
    if (w.awayFrom[k] <= w.starts && w.awayTo[k] > w.starts) x.away[w.awayPerson[k]] = 1;
  for (const r of w.resourceHolders) x.resourceHolder[r.resource] = r.holder;
  for (const t of w.seats) seat(scene, t.body, t.person, t.role);
  for (const t of w.guests) x.guest[t.body * w.people + t.person] = 1;
  for (const t of w.holders) fillOffice(scene, t.office, t.person);
  const template = {
    bytes: x.bytes.slice(),
    drawn: drawnOf.get(w) ?? new Int32Array(0),
    inputs: inputs.slice(),
    source: Int32Array.from(finals.values()),
    place: Int32Array.from(finals.keys()),
  };
  templates.set(w, template);
  return template;
}

/** Everything to zero first, what the last run wrote beyond its counters included: the bytes of a state depend on its own run only. */
function clear(x: State): void {
  x.bytes.fill(0, headerBytes);
  x.procKind.fill(-1);
  x.lastActBy.fill(-1);
  x.lastActOf.fill(-1);
  x.procDue.fill(Number.POSITIVE_INFINITY);
  x.addressedUntil.fill(Number.NEGATIVE_INFINITY);
  x.bandTime.fill(Number.NaN);
  x.stance.fill(Number.NaN);
  x.line.fill(Number.NaN);
  x.practised.fill(Number.NaN);
  x.decided.fill(Number.NEGATIVE_INFINITY);
  x.beliefMean.fill(Number.NaN);
}

/** Writes every input to its cells, in order; returns for each cell the input that was written last. */
function placeInputs(w: World, x: State, inputs: Float64Array): ReadonlyMap<number, number> {
  const finals = new Map<number, number>();
  for (let k = 0; k < w.inputs.length; k++) {
    const slot = w.inputs[k];
    const field = x[slot.field];
    const first = (field.byteOffset - headerBytes) >> 3;
    for (const at of [slot.index, ...slot.also]) {
      field[at] = inputs[k];
      finals.set(first + at, k);
    }
  }
  return finals;
}
