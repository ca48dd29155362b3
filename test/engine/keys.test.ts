import { describe, expect, it } from 'vitest';
import { allProcedures } from '../../src/acts/index.ts';
import { type Chooser, drawing } from '../../src/run/chooser.ts';
import type { Engine } from '../../src/run/engine.ts';
import { bundled, bundledIds, engineFor } from '../helpers/episodes.ts';
import { attempt } from '../helpers/nuisances.ts';
import { blind } from '../helpers/watch.ts';

/** The keys under which a run drew, each with what it was for the first time; those used twice. */
function repeated(g: Engine, inner: Chooser, run: number, days: number): readonly string[] {
  const seen = new Map<number, string>();
  const twice: string[] = [];
  g.chooser = {
    choose: (e, o) => {
      const x = e.scene.state;
      const kind = o.slot < 0 ? 'initiative' : (allProcedures()[x.procKind[o.slot] ?? 0]?.kind ?? '?');
      const state = o.slot < 0 ? '' : ` in state ${x.procState[o.slot]}`;
      const what = `${o.kind} ${kind}${state} by ${e.scene.world.personId[o.person]}`;
      const before = seen.get(o.key);
      if (before !== undefined) twice.push(`${what} after ${before}`);
      seen.set(o.key, what);
      return inner.choose(e, o);
    },
  };
  attempt(g, 61, run, days);
  return twice;
}

describe.each(bundledIds)('%s', (id) => {
  const g = engineFor(bundled(id));
  const runs = id === 'choir' ? 25 : 2;
  it('draws every choice of a run under a key of its own', () => {
    const twice: string[] = [];
    for (let run = 0; run < runs; run++)
      twice.push(...repeated(g, drawing, run, 45), ...repeated(g, blind(3, 0.3), run, 30));
    expect(twice.slice(0, 12)).toEqual([]);
  });
});
