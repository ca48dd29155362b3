import { initialParameters } from '../../choice/parameters.ts';
import { compileInterventions } from '../../questions/interventions.ts';
import { createEngine, type Engine } from '../../run/engine.ts';
import { soundChanges } from './changes.ts';
import type { Ready } from './opened.ts';
import type { Change } from './protocol.ts';

/** An engine for runs with some changes; without any, that of the episode as coded. */
export function engineFor(ready: Ready, changes: readonly Change[]): Engine {
  const parameters = initialParameters({});
  if (changes.length === 0) return createEngine(ready.world, parameters);
  const compiled = compileInterventions(ready.episode, ready.world, soundChanges(ready, changes));
  const engine = createEngine(compiled.world, parameters);
  engine.plan = compiled.plan;
  engine.scene.bans = compiled.bans;
  return engine;
}
