import { allActs } from '../../src/acts/index.ts';
import { needsOf, openKinds, standing } from '../../src/acts/needs.ts';
import { measure, refine } from '../../src/choice/bounds/index.ts';
import { ceiling, lookCloser, roughCeiling, sortsOf, tabledSortsOf } from '../../src/choice/ceiling.ts';
import { rowCeiling } from '../../src/choice/row-ceiling.ts';
import { initialParameters, weights } from '../../src/choice/parameters.ts';
import { type Chooser, drawing } from '../../src/run/chooser.ts';
import { createEngine, type Engine } from '../../src/run/engine.ts';
import { simulate } from '../../src/run/run.ts';
import { compileWorld } from '../../src/world/compile/compile.ts';
import { Counter, type State } from '../../src/world/state.ts';
import { type BundledId, bundled } from './episodes.ts';

/** Looks at every option of every moment. */
export const whole: Chooser = { choose: drawing.choose };

/** Weights all over their priors, so that no bound holds by the accident of one setting. */
const wild = (k: number): Record<string, number> =>
  Object.fromEntries(
    weights
      .filter((w) => w.id !== 'weight.base')
      .map((w, j) => [w.id, w.value * [0.2, 1, 2.5][(j + k) % 3]!]),
  );

/** Options worth more than the bounds allow, by what is broken, and by how much; and how many moments were looked at. */
export function brokenBounds(
  id: BundledId,
  setting: number,
  runs: number,
): { readonly broken: readonly (readonly [string, number])[]; readonly moments: number } {
  const parameters = initialParameters(setting === 0 ? {} : wild(setting));
  const engine = createEngine(compileWorld(bundled(id)), parameters);
  const broken = new Map<string, number>();
  const moments = { n: 0 };
  engine.chooser = watcher(broken, moments);
  for (let run = 0; run < runs; run++) simulate(engine, 11, run);
  return { broken: [...broken], moments: moments.n };
}

/** Runs an episode as it is run, and looking at everything: the states after each run, and how many options were evaluated. */
export function* bothWays(
  id: BundledId,
  runs: number,
  overrides: Readonly<Record<string, number>> = {},
): Generator<{ readonly passing: State; readonly looking: State }> {
  const passing = createEngine(compileWorld(bundled(id)), initialParameters(overrides));
  const looking = createEngine(compileWorld(bundled(id)), initialParameters(overrides));
  looking.chooser = whole;
  for (let run = 0; run < runs; run++) {
    simulate(passing, 5, run);
    simulate(looking, 5, run);
    yield { passing: passing.scene.state, looking: looking.scene.state };
  }
}

/** The bytes of a state but for the counts of work done. */
export function bytesOf(x: State): Uint8Array {
  const { counters } = x;
  const kept = counters.slice();
  counters[Counter.choices] = counters[Counter.options] = 0;
  const bytes = x.bytes.slice();
  counters.set(kept);
  return bytes;
}

/** Looks at the whole menu of every moment and reports options that are worth more than the bounds allow. */
function watcher(broken: Map<string, number>, moments: { n: number }): Chooser {
  const report = (what: string, by: number): void => {
    if (by > 0) broken.set(what, Math.max(by, broken.get(what) ?? 0));
  };
  return {
    choose: (g: Engine, o) => {
      if (o.kind !== 0 && o.kind !== 3) return drawing.choose(g, o);
      const { mind } = g;
      const { menu } = mind;
      const utility = mind.utility.slice(0, menu.size);
      // A run looks at moves of one sort when none of their kind is in the menu yet. A row of no kind keeps those here from being taken for the same.
      const rows = menu.size++;
      menu.kind[rows] = -1;
      moments.n++;
      // At a meeting only moves on one issue of its agenda are in question.
      const sorts = o.kind === 3 ? tabledSortsOf : sortsOf;
      measure(mind, o.person, o.kind === 3 ? menu.issue[0] : -1);
      const is = standing(g.scene, o.person);
      const open = openKinds(g.scene);
      const rough = allActs().map((_, kind) => roughCeiling(mind, kind, sorts(kind)));
      refine(mind, o.person);
      for (let k = 0; k < rows; k++) {
        const kind = menu.kind[k]!;
        const name = allActs()[kind]!.kind;
        let fine = ceiling(mind, kind, sorts(kind));
        while (lookCloser(mind, o.person)) fine = ceiling(mind, kind, sorts(kind));
        const needs = needsOf(allActs()[kind]!.needs ?? []);
        if (o.kind === 0)
          report(`${name}: offered against its needs`, (needs.person & ~is) | (needs.open & ~open));
        report(`${name}: more than its ceiling`, utility[k]! - fine);
        report(`${name}: more than its row's ceiling`, utility[k]! - rowCeiling(mind, o.person, k));
        report(`${name}: ceiling above the rough one`, fine - rough[kind]! - 1e-6);
      }
      menu.size = rows;
      return drawing.choose(g, o);
    },
  };
}
