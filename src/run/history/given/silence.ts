import { log } from '../../../chance/exact.ts';
import { PURPOSE } from '../../../chance/purposes.ts';
import { probabilities, uniformOf, waiting } from '../../../choice/choose.ts';
import { evaluate } from '../../../choice/evaluate.ts';
import { glance } from '../../../choice/glance.ts';
import type { Engine } from '../../engine.ts';
import { type Chooser, drawing, type Occasion } from '../../chooser.ts';
import { rateOf } from '../../clock.ts';
import { fillMenu } from '../../run.ts';
import { condition } from './luck.ts';
import type { Walk } from './passage.ts';

/**
 * Chooses where the record says nothing. On his own initiative: the moments at which a person waited, or did what left no trace, are
 * a Poisson process of rate ρ·z, z the chance of that; so a moment at which the free draw would have shown in the record is taken out of
 * the clock, and the others stay as they are, noise and all (MODEL §1; partial and silent cells as thinned processes, §2). `weighSilence`
 * gives the likelihood. Asked in a procedure he had to choose: the weight takes z, and the choice is drawn given it.
 */
export const silent = (walk: Walk): Chooser => ({
  glance: (engine, o) => {
    walk.luck?.note(o.key);
    const row = glance(engine.mind, engine.luck, o.person, o.key);
    if (row < 0 || escapes(walk, engine, o, row)) return row;
    walk.luck?.strike(o.key);
    return waiting;
  },
  choose: (engine, o) => {
    walk.luck?.note(o.key);
    const row = drawing.choose(engine, o);
    const z = unseen(walk, engine, o);
    walk.passage.weight += log(Math.max(z, 1e-300));
    if (row < 0 || escapes(walk, engine, o, row)) return row;
    const other = drawUnseen(walk, engine, o, z);
    if (walk.luck) condition(walk.luck, engine.mind, engine.luck, o, other);
    return other;
  },
});

/** Does the record miss it? */
const escapes = (walk: Walk, engine: Engine, o: Occasion, row: number): boolean =>
  uniformOf(engine.luck, PURPOSE.observation, o.key, 0) >= trace(walk, engine, row);

/** Chance that the record would show what row k does. */
const trace = (walk: Walk, engine: Engine, k: number): number =>
  walk.given.detection(engine.mind.menu.kind[k], engine.mind.menu.by[k], engine.scene.state.clock[0]);

/** Probability of waiting or of doing what leaves no trace. Leaves the options' probabilities in the mind. */
function unseen(walk: Walk, engine: Engine, o: Pick<Occasion, 'nested' | 'mayWait'>): number {
  const p = probabilities(engine.mind, o.nested, o.mayWait);
  const n = engine.mind.menu.size;
  let z = p[n];
  for (let k = 0; k < n; k++) z += p[k] * (1 - trace(walk, engine, k));
  return Math.min(1, z);
}

/** Draws a row, or −1 for waiting, given that it left no trace. */
function drawUnseen(walk: Walk, engine: Engine, o: Occasion, z: number): number {
  const p = engine.mind.probability;
  let u = uniformOf(engine.luck, PURPOSE.abduction, o.key, 1) * z;
  for (let k = 0; k < engine.mind.menu.size; k++) {
    u -= p[k] * (1 - trace(walk, engine, k));
    if (u < 0) return k;
  }
  return -1;
}

/** Expected moments of one's own between two looks at what a person would do: the step of the sum for ∫ρ(1 − z)dt. */
const stride = 4;
const initiative = { nested: true, mayWait: true };

/**
 * The likelihood of silence from day `from` to now: exp(−∫ρ(1 − z)dt) over everybody, as a sum with a look at each person's options
 * every `stride` expected moments. Looking at moments in proportion to the rate, rather than at the clock's own, leaves out
 * the chance of how many there were.
 */
export function weighSilence(walk: Walk, from: number): void {
  const { engine, passage } = walk;
  const { scene: s, mind } = engine;
  const days = s.state.clock[0] - from;
  if (!(days > 0)) return;
  for (let person = 0; person < s.world.people; person++) {
    const before = passage.expected[person];
    const after = before + rateOf(s, person) * days;
    passage.expected[person] = after;
    const looks = Math.floor(after / stride + 0.5) - Math.floor(before / stride + 0.5);
    if (looks <= 0) continue;
    fillMenu(engine, person);
    if (mind.menu.size === 0) continue;
    evaluate(mind, person);
    passage.weight -= looks * stride * (1 - unseen(walk, engine, initiative));
  }
}
