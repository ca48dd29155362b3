import { describe, expect, it } from 'vitest';
import { actNumber, allProcedures } from '../../src/acts/index.ts';
import { MotionOption } from '../../src/acts/kinds/motion.ts';
import { Purpose } from '../../src/acts/papers.ts';
import { findBranches } from '../../src/choice/ballot/branches.ts';
import { UNIQUE } from '../../src/choice/ballot/ballot.ts';
import { BallotSolver } from '../../src/choice/ballot/equilibrium.ts';
import { majorityOfVotesCast } from '../../src/choice/ballot/rule.ts';
import { probabilities } from '../../src/choice/choose.ts';
import { evaluate } from '../../src/choice/evaluate.ts';
import { considerations } from '../../src/choice/considerations/index.ts';
import { initialParameters } from '../../src/choice/parameters.ts';
import { prepare, runShard } from '../../src/ensemble/shard.ts';
import type { Intervention } from '../../src/episode/index.ts';
import { pairedMean } from '../../src/questions/statistics.ts';
import { createEngine, type Engine } from '../../src/run/engine.ts';
import { fillMenu } from '../../src/run/run.ts';
import { procedureOfAct, setMark } from '../../src/world/procedures.ts';
import type { Scene } from '../../src/world/scene.ts';
import { copyState, Mark } from '../../src/world/state.ts';
import { stand, unionDemands } from '../helpers/committee.ts';
import { bundled } from '../helpers/episodes.ts';
import {
  ann,
  apply,
  bob,
  committee,
  congress,
  cyr,
  dan,
  eva,
  moveOf,
  peace,
  press,
  setTie,
  tempo,
  tinyScene,
  union,
} from '../helpers/tiny-world.ts';
import { stream } from '../helpers/watch.ts';

/*
 * What the theories say of one choice, with beliefs fixed: the menu is filled, evaluated, and its probabilities compared while one
 * thing is changed. Exact, no sampling; over ensembles (below) the sign with its interval.
 */

const engineOn = (s: Scene, weights: Readonly<Record<string, number>> = {}): Engine => {
  const g = createEngine(s.world, initialParameters(weights));
  copyState(s.state, g.scene.state);
  return g;
};

/** Chance that a person, moved by himself, does something of a kind; `fits` picks rows. */
function chance(
  g: Engine,
  person: number,
  kind: string,
  fits: (row: number) => boolean = () => true,
): number {
  fillMenu(g, person);
  return sum(g, person, kind, fits, true);
}

/** Chance of an answer where he is asked in a procedure. */
function answer(g: Engine, slot: number, person: number, kind: string, option: number): number {
  const { menu } = g.mind;
  menu.clear();
  procedureOf(g, slot).answers?.(g.scene, slot, person, menu);
  return sum(g, person, kind, (k) => menu.option[k] === option, false);
}

function sum(
  g: Engine,
  person: number,
  kind: string,
  fits: (row: number) => boolean,
  nested: boolean,
): number {
  evaluate(g.mind, person);
  const p = probabilities(g.mind, nested, true);
  let total = 0;
  for (let k = 0; k < g.mind.menu.size; k++)
    if (g.mind.menu.kind[k] === actNumber(kind) && fits(k)) total += p[k] ?? 0;
  return total;
}

/** Best utility of the rows of a kind; −∞ if there are none. */
function utility(g: Engine, person: number, kind: string): number {
  fillMenu(g, person);
  evaluate(g.mind, person);
  let best = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < g.mind.menu.size; k++)
    if (g.mind.menu.kind[k] === actNumber(kind)) best = Math.max(best, g.mind.utility[k] ?? 0);
  return best;
}

const procedureOf = (g: Engine, slot: number): ReturnType<typeof allProcedures>[number] => {
  const p = allProcedures()[g.scene.state.procKind[slot] ?? -1];
  if (!p) throw new Error('no such procedure');
  return p;
};

function rising(values: readonly number[], strictly = false): void {
  for (let k = 1; k < values.length; k++) {
    const [a, b] = [values[k - 1] ?? 0, values[k] ?? 0];
    expect([k, b, b - a >= (strictly ? 1e-9 : -1e-12)]).toEqual([k, b, true]);
  }
}
const grid = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** The tiny world in a random state: positions, traits, ties, lines, strain. */
function disturbed(seed: number): Scene {
  const s = tinyScene();
  const next = stream(seed);
  const x = s.state;
  for (let k = 0; k < x.work.length; k++) x.work[k] = x.position[k] = 100 * next();
  for (let k = 0; k < x.publicMean.length; k++) x.publicMean[k] = 100 * next();
  for (const f of [
    x.workSalience,
    x.attachment,
    x.ambition,
    x.caution,
    x.authority,
    x.bodyAuthority,
    x.unity,
    x.strain,
    x.officeWorth,
  ])
    for (let k = 0; k < f.length; k++) f[k] = next();
  for (let k = 0; k < x.tie.length; k++) x.tie[k] = 2 * next() - 1;
  for (const issue of [peace, tempo]) x.line[committee * 2 + issue] = 25 * Math.floor(5 * next());
  return s;
}

describe('attachment: more of it never makes leaving likelier', () => {
  it.each(['resign', 'exit', 'found-rival'])('%s is worth no more, in random states', (kind) => {
    let offered = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const g = engineOn(disturbed(seed));
      const u = grid.map((a) => {
        g.scene.state.attachment[bob] = a;
        return utility(g, bob, kind);
      });
      if (u[0] === Number.NEGATIVE_INFINITY) continue;
      offered++;
      rising([...u].reverse());
    }
    if (kind !== 'found-rival') expect(offered).toBeGreaterThan(50);
  });

  const likelihood = (kind: string): readonly number[] => {
    const g = engineOn(tinyScene());
    return grid.map((a) => {
      g.scene.state.attachment[bob] = a;
      return chance(g, bob, kind);
    });
  };

  it('leaving becomes less likely in the ordinary case: he is against the line, and may also speak up or wait', () => {
    rising([...likelihood('exit')].reverse(), true);
  });

  /**
   * Resigning becomes likelier: 0.033 without attachment, 0.054 with all of it. It relieves the conscience as much as declaring
   * in public does, but costs no discipline, so that attachment silences the other ways of speaking first.
   */
  it('and so does resigning', () => {
    rising([...likelihood('resign')].reverse());
  });
});

describe('exit, voice and loyalty', () => {
  /** The union demands 25 of the committee; ann, who wants 75, holds the line. */
  const pressed = (force: number): Engine => {
    const s = tinyScene();
    expect(unionDemands(s, force)).toBeGreaterThanOrEqual(0);
    return engineOn(s);
  };
  const concedes = (g: Engine): number =>
    chance(g, ann, 'concede', (k) => g.mind.menu.issue[k] === peace && (g.mind.menu.value[k] ?? 75) < 75);

  it('the more credible the threat of outsiders, the likelier the concession', () => {
    const p = grid.map((force) => concedes(pressed(force)));
    expect(p[0]).toBeGreaterThan(0);
    rising(p);
    expect((p[5] ?? 0) / (p[0] ?? 1)).toBeGreaterThan(1.3);
  });

  it('the more the body depends on those who threaten, the likelier the concession: what they hold, and their name', () => {
    const held = grid.map((weight) => {
      const s = tinyScene();
      s.state.resourceHolder[press] = union;
      s.state.resourceWeight[press] = weight;
      unionDemands(s);
      return concedes(engineOn(s));
    });
    rising(held);
    expect(held[5]).toBeGreaterThan(held[0] ?? 1);
    const named = grid.map((authority) => {
      const s = tinyScene();
      s.state.authority[union] = authority;
      unionDemands(s);
      return concedes(engineOn(s));
    });
    rising(named);
  });

  /** Forecasts take only demands for pressure. A colleague's threat to go, on whom much depends, should move the line holder as well. */
  it('so with a threat of one’s own people: the more depends on him who threatens to resign, the likelier the concession', () => {
    const p = grid.map((authority) => {
      const s = tinyScene();
      s.state.resourceHolder[press] = bob;
      s.state.resourceWeight[press] = authority;
      s.state.authority[bob] = authority;
      apply(s, moveOf('threaten-resign', { by: bob, body: committee }));
      return concedes(engineOn(s)) / concedes(engineOn(unthreatened(authority)));
    });
    expect((p[5] ?? 0) - (p[0] ?? 0)).toBeGreaterThan(0.05);
  });
  const unthreatened = (authority: number): Scene => {
    const s = tinyScene();
    s.state.resourceHolder[press] = bob;
    s.state.resourceWeight[press] = authority;
    s.state.authority[bob] = authority;
    return s;
  };
});

describe('ultimata', () => {
  const threatened = (share: number, change: (s: Scene) => void = () => {}): { g: Engine; slot: number } => {
    const s = tinyScene();
    change(s);
    const slot = procedureOfAct(
      s,
      apply(
        s,
        moveOf('ultimatum', { by: ann, to: bob, body: committee, issue: peace, value: 75, option: 0 }),
        [ann, eva],
        [bob],
      ),
    );
    s.state.procCount[slot] = Math.round(1000 * share);
    return { g: engineOn(s), slot };
  };
  const complies = ({ g, slot }: { g: Engine; slot: number }): number => answer(g, slot, bob, 'reply', 0);
  const refuses = ({ g, slot }: { g: Engine; slot: number }): number => answer(g, slot, bob, 'reply', 1);

  it('the less credible the threat, the less compliance and the more refusal', () => {
    const p = grid.map((share) => complies(threatened(share)));
    rising(p, true);
    rising(grid.map((share) => refuses(threatened(share))).reverse(), true);
  });

  it('a body without the power to do it threatens less', () => {
    const able = threatened(0.8);
    const unable = threatened(0.8, (s) =>
      (s.world.powers[committee] as Map<string, unknown>).delete('expel'),
    );
    expect(complies(unable)).toBeLessThan(complies(able));
  });

  it('the cautious comply sooner, and those who have further to go later', () => {
    rising(
      grid.map((caution) => complies(threatened(0.8, (s) => s.state.caution.fill(caution)))),
      true,
    );
    rising(
      [0, 20, 40, 60, 75].map((at) =>
        complies(
          threatened(0.8, (s) => {
            s.state.work[bob * 2 + peace] = s.state.position[bob * 2 + peace] = at;
          }),
        ),
      ),
      true,
    );
  });
});

describe('a secret ballot weakens discipline', () => {
  /** The congress votes on what the committee has decided at 75: ann's people are bound. */
  const votes = (secret: 0 | 1, weights: Readonly<Record<string, number>> = {}): number => {
    const s = tinyScene({
      secret: Uint8Array.of(0, secret),
      convened: Uint8Array.of(1, 1),
      quorum: Int32Array.of(3, 1),
    });
    const x = s.state;
    for (const p of [ann, bob, cyr, dan, eva]) {
      x.seat[congress * s.world.people + p] = 1;
      x.memberList[congress * s.world.bodyCapacity + (x.memberCount[congress] ?? 0)] = p;
      x.memberCount[congress] = (x.memberCount[congress] ?? 0) + 1;
    }
    x.line[congress * 2 + peace] = 75;
    x.attachment[bob] = 0.9;
    const slot = procedureOfAct(
      s,
      apply(
        s,
        moveOf('motion', { by: bob, body: congress, issue: peace, value: 25, option: MotionOption.line }),
      ),
    );
    const g = engineOn(s, weights);
    g.box.open(slot);
    g.box.reckon([...g.box.voter.subarray(0, g.box.n)].indexOf(bob));
    return probabilities(g.mind, false, true)[0] ?? 0;
  };
  const only = Object.fromEntries(
    considerations.map((c) => [`weight.${c.id}`, c.id === 'discipline' || c.id === 'base' ? 4 : 0]),
  );

  it('a bound member breaks the line more readily when nobody sees it', () => {
    expect(votes(1, only)).toBeGreaterThan(votes(0, only));
    expect(votes(1, only)).toBeCloseTo(votes(1, { ...only, 'weight.discipline': 0 }), 12);
    expect(votes(1, { 'weight.deference': 0, 'weight.conviction': 0 })).toBeGreaterThan(
      votes(0, { 'weight.deference': 0, 'weight.conviction': 0 }),
    );
  });
});

describe('waverers', () => {
  it('the pivotal one is courted before the hopeless one', () => {
    const s = tinyScene();
    stand(s, [75, 25, 50, 27, 80]);
    s.state.tie.fill(0.1);
    const g = engineOn(s);
    for (const suitor of [ann, bob]) {
      const to = (p: number): number =>
        chance(g, suitor, 'court', (k) => g.mind.menu.to[k] === p && g.mind.menu.issue[k] === peace);
      expect(to(cyr)).toBeGreaterThan(0);
      for (const other of [dan, eva].filter((p) => p !== suitor)) expect(to(cyr)).toBeGreaterThan(to(other));
    }
  });
});

describe('joint action', () => {
  const paper = (change: (s: Scene) => void): { g: Engine; slot: number } => {
    const s = tinyScene();
    change(s);
    const slot = procedureOfAct(
      s,
      apply(
        s,
        moveOf('draft-statement', {
          by: bob,
          body: committee,
          issue: peace,
          value: 25,
          option: Purpose.protest,
        }),
      ),
    );
    setMark(s, slot, dan, Mark.yes);
    setMark(s, slot, cyr, Mark.asked);
    return { g: engineOn(s), slot };
  };
  const signs = ({ g, slot }: { g: Engine; slot: number }): number => answer(g, slot, cyr, 'sign', 0);

  it('the more one trusts those who have signed, the likelier one signs; with those one fights, the less', () => {
    rising(
      [-0.9, -0.5, 0, 0.3, 0.6, 0.9].map((tie) => signs(paper((s) => setTie(s, cyr, dan, tie)))),
      true,
    );
  });

  it('watched, a colleague’s refusal weighs as his signature does, the other way', () => {
    const with_ = (mark: number): number => {
      const { g, slot } = paper((s) => setTie(s, cyr, dan, 0.8));
      setMark(g.scene, slot, dan, mark);
      return signs({ g, slot });
    };
    rising([with_(Mark.no), with_(Mark.none), with_(Mark.yes)], true);
  });

  /** n people who choose at once between for and against, each drawn by the mean of the others with strength J: m = tanh(h + J·m). */
  const crowd = (n: number, strength: number, lean = 0) => ({
    n,
    rule: majorityOfVotesCast(),
    mayAbstain: new Uint8Array(n),
    seats: null,
    weight: null,
    yes: new Float64Array(n).fill(lean),
    no: new Float64Array(n).fill(-lean),
    stake: new Float64Array(n),
    prospect: new Float64Array(n),
    influence: Float64Array.from({ length: n * n }, (_, k) =>
      Math.floor(k / n) === k % n ? 0 : strength / (n - 1),
    ),
  });
  const means = (n: number, strength: number): readonly number[] =>
    findBranches(crowd(n, strength))
      .map((b) => (b.yes[0] ?? 0) - (b.no[0] ?? 0))
      .filter((m, k, all) => all.findIndex((o) => Math.abs(o - m) < 1e-6) === k)
      .sort((a, b) => a - b);

  it('below the threshold of Brock and Durlauf there is one equilibrium, above it three', () => {
    for (const j of [0.3, 0.8, 0.99]) {
      expect(means(12, j).map((m) => Math.abs(m) < 1e-6)).toEqual([true]);
      const solver = new BallotSolver(12);
      if (j < 0.9) expect(solver.solve(crowd(12, j))).toBe(UNIQUE);
    }
    for (const [j, mean] of [
      [1.1, 0.5029405744],
      [1.2, 0.6585696604],
      [1.5, 0.8585596366],
    ] as const) {
      const m = means(12, j);
      expect(m[0]).toBeCloseTo(-mean, 6);
      expect(m.at(-1)).toBeCloseTo(mean, 6);
      expect(m.some((v) => Math.abs(v) < 1e-6)).toBe(true);
    }
  });

  it('with a lean the solver takes the branch that the lean grows into', () => {
    const solver = new BallotSolver(12);
    solver.solve(crowd(12, 1.5, 0.1));
    expect((solver.game.yes[0] ?? 0) - (solver.game.no[0] ?? 0)).toBeCloseTo(0.8938551972, 8);
    solver.solve(crowd(12, 1.5, -0.1));
    expect((solver.game.yes[0] ?? 0) - (solver.game.no[0] ?? 0)).toBeCloseTo(-0.8938551972, 8);
  });

  it('more trust makes joint action more unanimous', () => {
    const solver = new BallotSolver(8);
    rising(
      [0, 0.3, 0.6, 0.9, 1.2, 1.5, 2].map((j) => {
        solver.solve(crowd(8, j, 0.02));
        const p = solver.game.yes[0] ?? 0;
        return p ** 8 + (1 - p) ** 8;
      }),
      true,
    );
  });
});

describe('over ensembles of the choir: the sign, with its interval', () => {
  const choir = bundled('choir');
  /** How many people do something of a kind in a run. */
  const counting = (kind: string): typeof choir => ({
    ...choir,
    outcomes: [
      {
        id: kind,
        path: [],
        ask: { en: kind },
        measure: { kind: 'people', match: { acts: [kind], by: [], to: [], options: [] } },
      } as unknown as (typeof choir.outcomes)[number],
    ],
  });
  /** What everybody's trait, set to 1 rather than to 0, does to that number. */
  const effect = (
    name: 'attachment' | 'caution',
    kind: string,
    runs: number,
  ): { readonly low: number; readonly value: number; readonly high: number } => {
    const column = (value: number): Float64Array => {
      const interventions = choir.people.map(
        (p) =>
          ({
            kind: 'set',
            path: [],
            target: { kind: 'trait', person: p.id, trait: name },
            value,
            at: choir.meta.starts,
          }) as unknown as Intervention,
      );
      // The act is made commoner than it is, so that fifty pairs show the sign.
      const parameters = { [`base.${kind}`]: -4 };
      const p = prepare({ episode: counting(kind), seed: 71, first: 0, runs, interventions, parameters });
      return runShard(p, { first: 0, runs }).with[0] ?? new Float64Array(0);
    };
    return pairedMean(column(0), column(1));
  };

  it('the more attached leave the choir less often', () => {
    const d = effect('attachment', 'exit', 50);
    expect(d.high).toBeLessThan(0);
  });
});

it('a higher constant makes an act likelier', () => {
  const s = tinyScene();
  for (const kind of ['declare', 'motion', 'resign', 'court']) {
    const p = [-6, -4, -2, 0].map((base) => chance(engineOn(s, { [`base.${kind}`]: base }), bob, kind));
    if (p.some((v) => v > 0)) rising(p, true);
  }
});
