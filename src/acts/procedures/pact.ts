import { tieOf } from '../../world/beliefs.ts';
import { closeProcedure } from '../../world/procedures.ts';
import { now } from '../../world/scene.ts';
import { isPerson } from '../actors.ts';
import { defineProcedure } from '../define.ts';

/** Days between two looks at a pact, and the days after which it has been forgotten. */
export const reviewDays = 30;
const longest = 360;

/** A pact in force. It lasts until one of the two breaks it, both have fallen out, or nobody remembers it after a year. */
export const pactProcedure = defineProcedure({
  kind: 'pact',
  next: (s, slot, step) => {
    const x = s.state;
    const a = x.procBy[slot];
    const b = x.procTo[slot];
    const dead = !isPerson(s, a) || !isPerson(s, b) || (tieOf(s, a, b) < -0.5 && tieOf(s, b, a) < -0.5);
    if (dead || now(s) - x.procOpened[slot] >= longest) {
      closeProcedure(s, slot);
      step.do = 3;
      return;
    }
    x.procDue[slot] = now(s) + reviewDays;
    step.do = 0;
  },
});
