import { closeProcedure } from '../../world/procedures.ts';
import { isBodyCode, writeAct } from '../../world/record.ts';
import { now } from '../../world/scene.ts';
import { openCall } from '../congresses.ts';
import { defineAct } from '../define.ts';
import { adoptLine } from '../posts.ts';
import { Rule } from '../rules.ts';

export const verdictOptions = ['mandate', 'exclusion'] as const;
export const Verdict = { mandate: 0, exclusion: 1 } as const;

/** The congress decides between the sides: its line is the line; the losers keep their places (mandate) or not (exclusion). */
export const verdict = defineAct({
  kind: 'verdict',
  class: 'rule',
  options: verdictOptions,
  base: 0,
  because: 'Nobody chooses it by himself: the delegates decide by where their branches lean.',
  legal: (s, m) => {
    if (!isBodyCode(s, m.by)) return Rule.noPower;
    const body = m.by - s.world.people;
    if (!s.world.powers[body].has('verdict') && openCall(s, body) < 0) return Rule.noPower;
    return s.state.convened[body] ? Rule.allowed : Rule.notConvened;
  },
  mean: () => {},
  apply: (s, m) => {
    const x = s.state;
    if (m.body < 0 && isBodyCode(s, m.by)) m.body = m.by - s.world.people;
    const at = writeAct(s, m);
    if (m.body < 0) return at;
    if (m.issue >= 0 && !Number.isNaN(m.value)) {
      adoptLine(s, m.body, m.issue, m.value);
      x.decided[m.body * s.world.issues + m.issue] = x.decided[
        s.world.issueBody[m.issue] * s.world.issues + m.issue
      ] = now(s);
    }
    x.convened[m.body] = 0;
    const slot = openCall(s, m.body);
    if (slot >= 0) closeProcedure(s, slot);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'decide' : 'decides'}${w.issue ? ` on ${w.issue}` : ''}: ${w.point ?? 'its line'}${w.option === 'exclusion' ? '; the losers lose their places' : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'решают' : 'решает'}${w.issue ? ` (${w.issue})` : ''}: ${w.point ?? 'линия'}${w.option === 'exclusion' ? '; проигравшие лишаются мест' : ''}`,
  },
});
