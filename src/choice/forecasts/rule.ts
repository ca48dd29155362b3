import { motionOptions } from '../../acts/kinds/motion.ts';
import type { Scene } from '../../world/scene.ts';
import type { CompiledRule } from '../../world/world.ts';

/** The rule under which a motion with this option would be decided in a body. */
export function motionRule(s: Scene, body: number, option: number): CompiledRule {
  if (option > 0 && option < motionOptions.length)
    return s.world.powers[body].get(motionOptions[option]) ?? s.world.rule[body];
  return s.world.rule[body];
}
