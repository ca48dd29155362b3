import { procedureNumber } from '../../acts/define.ts';
import { procTop } from '../../world/procedures.ts';
import type { Scene } from '../../world/scene.ts';
import { K } from '../considerations/index.ts';
import { splitCost } from '../evaluate.ts';
import type { Mind } from '../mind.ts';
import { forgetBreaches } from './breaches.ts';
import { lookAt, measureMoves } from './moves.ts';
import { own } from './own.ts';
import { measureSpeaking } from './speaking.ts';
import { measureStand } from './stand.ts';
import { measureTies } from './ties.ts';

/*
 * What bounds the reasons of the person who chooses, whatever he may do: gathered once a moment, in the units of utility; per issue where
 * an issue matters. `ceiling.ts` puts them together for a kind of act.
 */

/** Gathers them, for one issue only if no other is in question. O(ties × issues), no forecasts. */
export function measure(mind: Mind, person: number, onlyIssue = -1): void {
  const { scene: s } = mind;
  own.moment++;
  own.from = Math.max(0, onlyIssue);
  own.to = onlyIssue < 0 ? s.world.issues : onlyIssue + 1;
  const x = s.state;
  const w = mind.parameters.weights;
  own.unity = w[K.unity] * x.attachment[person] * splitCost(mind, person);
  own.office = w[K.office] * x.ambition[person];
  own.discipline = w[K.discipline] * x.attachment[person];
  own.sanction = w[K.sanction] * x.caution[person];
  own.heat = heatAtMost(s);
  forgetBreaches();
  measureStand(s, person);
  measureTies(mind, person);
  measureMoves(mind, person);
  measureSpeaking(mind, person);
}

/** Distances from all lines that he really expects, instead of their bounds. */
export function refine(mind: Mind, person: number): void {
  for (let issue = own.from; issue < own.to; issue++) lookAt(mind, person, issue);
}

/** The heat of the hottest quarrel, 0–1, as `acts/concessions.ts` reckons it: strain, or the force of a demand. */
function heatAtMost(s: Scene): number {
  const x = s.state;
  let heat = 0;
  for (let g = 0; g < s.world.organisations; g++) if (x.strain[g] > heat) heat = x.strain[g];
  const demand = procedureNumber('demand');
  for (let slot = 0; slot < procTop(s); slot++)
    if (x.procKind[slot] === demand && x.procForce[slot] > heat) heat = x.procForce[slot];
  return heat;
}
