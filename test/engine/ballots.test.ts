import { describe, expect, it } from 'vitest';
import { MotionOption } from '../../src/acts/kinds/motion.ts';
import { isAdopted } from '../../src/acts/procedures/motion.ts';
import { actNumber, allProcedures, procedureNumber, type Step } from '../../src/acts/index.ts';
import { voteRule } from '../../src/choice/vote-rule.ts';
import { passes } from '../../src/choice/ballot/rule.ts';
import { probabilities } from '../../src/choice/choose.ts';
import { considerationCount, K } from '../../src/choice/considerations/index.ts';
import { initialParameters } from '../../src/choice/parameters.ts';
import { createEngine, type Engine, setLuck } from '../../src/run/engine.ts';
import { holdBallot } from '../../src/run/ballot.ts';
import { runProcedure } from '../../src/run/run.ts';
import { tallyOf } from '../../src/world/record.ts';
import { copyState } from '../../src/world/state.ts';
import { procedureOfAct } from '../../src/world/procedures.ts';
import { ActFlag } from '../../src/world/state.ts';
import type { CompiledRule, World } from '../../src/world/world.ts';
import { credible, goodness } from '../helpers/statistics.ts';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  dan,
  eva,
  moveOf,
  peace,
  setTie,
  tinyScene,
} from '../helpers/tiny-world.ts';

const people = [ann, bob, cyr, dan, eva];

/** An engine on the tiny world, with a motion before the committee. */
function motioned(
  change: Partial<World> = {},
  value = 25,
  weights: Readonly<Record<string, number>> = {},
): { g: Engine; slot: number } {
  const scene = tinyScene(change);
  const g = createEngine(scene.world, initialParameters(weights));
  copyState(scene.state, g.scene.state);
  setLuck(g.luck, 1, 1);
  const slot = procedureOfAct(
    g.scene,
    apply(
      g.scene,
      moveOf('motion', { by: bob, body: committee, issue: peace, value, option: MotionOption.line }),
    ),
  );
  return { g, slot };
}

/** Everybody knows where everybody stands (the motion has taught some of it already). */
function believeAlike(g: Engine): void {
  const x = g.scene.state;
  x.publicMean.set(x.work);
  x.beliefMean.fill(Number.NaN);
}

const voterOf = (g: Engine, person: number): number => [...g.box.voter.subarray(0, g.box.n)].indexOf(person);

/** Probabilities of yes, no, abstaining as a person privately reckons. */
function reckoned(g: Engine, person: number): readonly number[] {
  g.box.reckon(voterOf(g, person));
  return [...probabilities(g.mind, false, true)].slice(0, 3);
}

describe('two layers', () => {
  it('with common, correct beliefs the private reckoning is the public equilibrium', () => {
    for (const value of [0, 25, 50, 100]) {
      const { g, slot } = motioned({}, value);
      believeAlike(g);
      g.box.open(slot);
      for (const p of people) {
        const j = voterOf(g, p);
        const q = reckoned(g, p);
        const { yes, no, abstain } = g.box.solver.game;
        [yes[j], no[j], abstain[j]].forEach((v, k) => expect(q[k]).toBeCloseTo(v ?? 0, 8));
      }
    }
  });

  it('the equilibrium is one: every voter answers the others’ probabilities, and the residual is small', () => {
    const { g, slot } = motioned();
    g.box.open(slot);
    expect(g.box.solver.residual).toBeLessThan(1e-9);
    for (const p of people) expect(reckoned(g, p).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it('a wrong belief changes the reckoning of him who holds it and nobody else’s', () => {
    const { g, slot } = motioned();
    const x = g.scene.state;
    believeAlike(g);
    g.box.open(slot);
    const before = people.map((p) => reckoned(g, p));
    const win = g.box.solver.game.win;
    for (let e = g.scene.world.edgeStart[bob] ?? 0; e < (g.scene.world.edgeStart[bob + 1] ?? 0); e++) {
      if (![cyr, dan].includes(g.scene.world.edgeTo[e] ?? -1)) continue;
      x.beliefMean[e * g.scene.world.issues + peace] = 95;
      x.beliefSpread[e * g.scene.world.issues + peace] = 10;
    }
    g.box.open(slot);
    expect(g.box.solver.game.win).toBeCloseTo(win, 12);
    for (const p of people.filter((q) => q !== bob)) expect(reckoned(g, p)).toEqual(before[p]);
    expect(reckoned(g, bob)).not.toEqual(before[bob]);
    // He takes his friends for opponents: his side looks like losing.
    expect(g.mind.adoption[0]).toBeLessThan(win);
  });

  it('the public is wrong about a man: his vote is his own all the same', () => {
    const { g, slot } = motioned();
    const x = g.scene.state;
    believeAlike(g);
    x.publicMean[cyr * g.scene.world.issues + peace] = 95;
    g.box.open(slot);
    const j = voterOf(g, cyr);
    expect(g.box.solver.game.yes[j]).toBeLessThan(0.5);
    expect(reckoned(g, cyr)[0]).toBeGreaterThan(0.5);
  });
});

describe('open and secret', () => {
  it('in secret nobody is moved by discipline, deference, sanction, blame or conviction', () => {
    const consider = (secret: number): readonly number[] => {
      const { g, slot } = motioned({ secret: Uint8Array.of(secret, 0) });
      const { world: w, state: x } = g.scene;
      x.defer.fill(0.8);
      g.box.open(slot);
      g.box.reckon(voterOf(g, cyr));
      expect(w.secret[committee]).toBe(secret);
      return [...g.mind.matrix.subarray(0, considerationCount)];
    };
    const seen = consider(0);
    const unseen = consider(1);
    for (const k of [K.discipline, K.deference, K.sanction, K.blame, K.conviction])
      expect(Math.abs(unseen[k] ?? 1)).toBe(0);
    expect(Math.abs(seen[K.deference] ?? 0)).toBeGreaterThan(0.01);
    expect(Math.abs(seen[K.conviction] ?? 0)).toBeGreaterThan(0.01);
  });

  it('secret votes teach nobody where the voters stand; open ones do', () => {
    const learnt = (secret: number): number => {
      const { g, slot } = motioned({ secret: Uint8Array.of(secret, 0) });
      const x = g.scene.state;
      const before = x.publicMean.slice();
      holdBallot(g, slot);
      return people.reduce(
        (sum, p) => sum + Math.abs((x.publicMean[p * 2 + peace] ?? 0) - (before[p * 2 + peace] ?? 0)),
        0,
      );
    };
    expect(learnt(0)).toBeGreaterThan(1);
    expect(learnt(1)).toBe(0);
  });
});

const rule = (share: number, base: 0 | 1 | 2, strict: boolean, count = 0): CompiledRule => ({
  share,
  base,
  strict,
  count,
});

describe('rules', () => {
  const majority = rule(0.5, 0, true);
  it.each<
    readonly [
      name: string,
      rule: CompiledRule,
      cases: readonly (readonly [yes: number, no: number, abstain: number, adopted: boolean])[],
    ]
  >([
    [
      'more than half of the votes cast',
      majority,
      [
        [3, 2, 0, true],
        [2, 2, 1, false],
        [1, 0, 4, true],
        [0, 0, 5, false],
      ],
    ],
    [
      'half of the votes cast is enough: the tie goes to yes',
      rule(0.5, 0, false),
      [
        [2, 2, 1, true],
        [2, 3, 0, false],
        [0, 0, 5, false],
      ],
    ],
    [
      'more than half of those present',
      rule(0.5, 1, true),
      [
        [3, 0, 2, true],
        [2, 0, 3, false],
        [2, 1, 1, false],
      ],
    ],
    [
      'more than half of all members',
      rule(0.5, 2, true),
      [
        [3, 1, 0, true],
        [2, 0, 0, false],
        [2, 1, 1, false],
      ],
    ],
    [
      'two thirds of the votes cast',
      rule(2 / 3, 0, false),
      [
        [2, 1, 2, true],
        [3, 2, 0, false],
        [4, 1, 0, true],
        [0, 0, 5, false],
      ],
    ],
    [
      'two thirds of the members',
      rule(2 / 3, 2, false),
      [
        [4, 0, 1, true],
        [3, 0, 2, false],
      ],
    ],
    [
      'unanimity of those who vote',
      rule(1, 0, false),
      [
        [1, 0, 4, true],
        [4, 1, 0, false],
        [0, 0, 5, false],
      ],
    ],
    [
      'unanimity of all members',
      rule(1, 2, false),
      [
        [5, 0, 0, true],
        [4, 0, 1, false],
      ],
    ],
    [
      'three votes',
      rule(0, 0, false, 3),
      [
        [3, 2, 0, true],
        [2, 0, 3, false],
      ],
    ],
  ])('%s', (_name, r, cases) => {
    const { g, slot } = motioned({ rule: [r, majority] });
    for (const [yes, no, abstain, adopted] of cases) {
      expect([yes, no, abstain, isAdopted(g.scene, slot, yes, no, abstain)]).toEqual([
        yes,
        no,
        abstain,
        adopted,
      ]);
      // The game that voters play counts as the body does.
      expect([yes, no, abstain, passes(voteRule(r, yes + no + abstain, 5), yes, no)]).toEqual([
        yes,
        no,
        abstain,
        adopted,
      ]);
    }
  });

  it('the game and the count agree for every rule and every division of up to nine members', () => {
    const { g, slot } = motioned();
    const odd: string[] = [];
    for (const share of [0.4, 0.5, 0.6, 2 / 3, 0.75, 1])
      for (const base of [0, 1] as const)
        for (const strict of [true, false]) {
          const r = rule(share, base, strict);
          const scene = { ...g.scene, world: { ...g.scene.world, rule: [r, r] } };
          for (let yes = 0; yes <= 9; yes++)
            for (let no = 0; yes + no <= 9; no++)
              for (let abstain = 0; yes + no + abstain <= 9; abstain++) {
                const present = yes + no + abstain;
                if (present === 0) continue;
                if (isAdopted(scene, slot, yes, no, abstain) !== passes(voteRule(r, present, 9), yes, no))
                  odd.push(`${share} of ${base} ${strict ? 'strict' : ''}: ${yes}:${no}:${abstain}`);
              }
        }
    expect(odd).toEqual([]);
  });

  it('a motion against a person goes by the rule of the power it uses', () => {
    const scene = tinyScene();
    const slot = procedureOfAct(
      scene,
      apply(scene, moveOf('motion', { by: ann, to: bob, body: committee, option: MotionOption.expel })),
    );
    expect([isAdopted(scene, slot, 3, 2, 0), isAdopted(scene, slot, 4, 1, 0)]).toEqual([false, true]);
  });
});

describe('who votes', () => {
  const voters = (g: Engine, slot: number): readonly number[] => {
    g.box.open(slot);
    return [...g.box.voter.subarray(0, g.box.n)].sort((a, b) => a - b);
  };
  const removal = (change: Partial<World>): { g: Engine; slot: number } => {
    const scene = tinyScene(change);
    const g = createEngine(scene.world);
    copyState(scene.state, g.scene.state);
    return {
      g,
      slot: procedureOfAct(
        g.scene,
        apply(
          g.scene,
          moveOf('motion', { by: ann, to: bob, office: 0, body: committee, option: MotionOption.remove }),
        ),
      ),
    };
  };

  it('members, not candidates, not those away, unless by telephone', () => {
    const { g, slot } = motioned();
    expect(voters(g, slot)).toEqual(people);
    g.scene.state.away[dan] = 1;
    g.scene.state.seat[committee * 6 + eva] = 2;
    expect(voters(g, slot)).toEqual([ann, bob, cyr]);
    const phone = motioned({ telephone: Uint8Array.of(1, 0) });
    phone.g.scene.state.away[dan] = 1;
    expect(voters(phone.g, phone.slot)).toEqual(people);
  });

  it('not on his own case, where that is the rule', () => {
    const may = removal({});
    expect(voters(may.g, may.slot)).toContain(bob);
    const not = removal({ ownCase: Uint8Array.of(0, 0) });
    expect(voters(not.g, not.slot)).not.toContain(bob);
    holdBallot(not.g, not.slot);
    const x = not.g.scene.state;
    for (let k = 0; k < (x.counters[0] ?? 0); k++)
      if (x.actKind[k] === actNumber('vote')) expect(x.actBy[k]).not.toBe(bob);
  });

  it('nobody without a quorum: the motion waits, and is dropped in the end', () => {
    const { g, slot } = motioned();
    const x = g.scene.state;
    for (const p of [ann, bob, cyr]) x.away[p] = 1;
    const step: Step = { do: 3, person: -1 };
    x.clock[0] = x.procDue[slot] ?? 0;
    allProcedures()[procedureNumber('motion')]?.next(g.scene, slot, step);
    expect(step.do).toBe(0);
    x.away[ann] = 0;
    allProcedures()[procedureNumber('motion')]?.next(g.scene, slot, step);
    expect(step.do).toBe(2);
    x.away[ann] = 1;
    for (let n = 0; n < 20 && x.procKind[slot] !== -1; n++) {
      x.clock[0] = x.procDue[slot] ?? 0;
      runProcedure(g, slot);
    }
    expect(x.procKind[slot]).toBe(-1);
    expect([...x.actKind.subarray(0, x.counters[0])].includes(actNumber('vote'))).toBe(false);
  });

  it('a bloc casts all its votes and no more, whatever its size and cohesion', () => {
    for (const size of [2, 7, 13, 55, 98, 400, 2400]) {
      for (const cohesion of [0, 0.3, 0.5, 0.9, 1]) {
        const { g, slot } = motioned({ size: Float64Array.of(1, 1, 1, 1, size, 1) });
        g.scene.state.cohesion[eva] = cohesion;
        holdBallot(g, slot);
        const x = g.scene.state;
        const at = [...x.actKind.subarray(0, x.counters[0])].indexOf(actNumber('resolution'));
        const { yes = 0, no = 0, abstain = 0 } = tallyOf(x, at) ?? {};
        expect(yes + no + abstain).toBe(4 + size);
        expect(Math.min(yes, no, abstain)).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

describe('noise', () => {
  it('frequencies of votes over runs are what each voter reckons', () => {
    const { g, slot } = motioned();
    const start = createEngine(g.scene.world);
    copyState(g.scene.state, start.scene.state);
    g.box.open(slot);
    const p = reckoned(g, dan);
    const counts = [0, 0, 0];
    for (let run = 0; run < 3000; run++) {
      copyState(start.scene.state, g.scene.state);
      setLuck(g.luck, 5, run);
      holdBallot(g, slot);
      const x = g.scene.state;
      for (let k = 0; k < (x.counters[0] ?? 0); k++)
        if (x.actKind[k] === actNumber('vote') && x.actBy[k] === dan)
          counts[x.actOption[k] ?? 0] = (counts[x.actOption[k] ?? 0] ?? 0) + 1;
    }
    expect(goodness(counts, p)).toBeGreaterThan(credible);
  });

  it('adopted and rejected are flagged as the votes fell', () => {
    const { g, slot } = motioned();
    setTie(g.scene, bob, cyr, 0.9);
    holdBallot(g, slot);
    const x = g.scene.state;
    const at = [...x.actKind.subarray(0, x.counters[0])].indexOf(actNumber('resolution'));
    const { yes = 0, no = 0 } = tallyOf(x, at) ?? {};
    expect(((x.actFlags[at] ?? 0) & ActFlag.adopted) !== 0).toBe(yes > no);
    expect(x.line[committee * 2 + peace]).toBe(yes > no ? 25 : 75);
  });
});
