import { describe, expect, it } from 'vitest';
import { believe, stand } from '../../test/helpers/committee.ts';
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
  tempo,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import { MotionOption } from '../acts/motion-options.ts';
import { Mean, meanWidth } from '../acts/meaning.ts';
import { Menu } from '../acts/menu.ts';
import { isAdopted } from '../acts/procedures/motion.ts';
import { procedureOfAct, setMark } from '../world/procedures.ts';
import type { Scene } from '../world/scene.ts';
import { seat } from '../world/seats.ts';
import { Mark } from '../world/state.ts';
import type { CompiledRule, World } from '../world/world.ts';
import { passes } from './ballot/rule.ts';
import { BallotBox } from './ballot-box.ts';
import { voteRule } from './vote-rule.ts';
import { probabilities } from './choose.ts';
import { considerationCount, considerations, K } from './considerations/index.ts';
import { createMind, type Mind } from './mind.ts';
import { initialParameters } from './parameters.ts';

const people = [ann, bob, cyr, dan, eva];
/** Only these reasons count, the committee decides again with an even chance, and nothing is a matter of habit. */
const only = (weights: Readonly<Record<string, number>> = {}): Readonly<Record<string, number>> => ({
  ...Object.fromEntries(considerations.map(({ id }) => [`weight.${id}`, weights[id] ?? 0])),
  'forecast.again': 0.5,
});

interface Ballot {
  readonly s: Scene;
  readonly mind: Mind;
  readonly box: BallotBox;
  readonly slot: number;
}
/** Nobody likes or fights anybody, all stand at 50 in public; dan has moved that the committee adopt 25 (the line is 75). */
function ballot(
  parameters = only(),
  change: (s: Scene) => void = () => {},
  world: Partial<World> = {},
  motion: Partial<ReturnType<typeof moveOf>> = {},
): Ballot {
  const s = tinyScene(world);
  s.state.tie.fill(0);
  s.state.defer.fill(0);
  stand(s, [50, 50, 50, 50, 50]);
  const fields = { by: dan, body: committee, issue: peace, value: 25, option: MotionOption.line, ...motion };
  const slot = procedureOfAct(s, apply(s, moveOf('motion', fields)));
  s.state.beliefMean.fill(Number.NaN);
  stand(s, [50, 50, 50, 50, 50]);
  change(s);
  const mind = createMind(s, new Menu(), initialParameters(parameters));
  const box = new BallotBox(mind);
  box.open(slot);
  return { s, mind, box, slot };
}
const seatOf = ({ box }: Ballot, person: number): number => [...box.voter.subarray(0, box.n)].indexOf(person);
/** The reasons of a person for yes and for no. */
function reckoned(b: Ballot, person: number): { yes: Float64Array; no: Float64Array; p: number[] } {
  b.box.reckon(seatOf(b, person));
  const { matrix } = b.mind;
  return {
    yes: matrix.slice(0, considerationCount),
    no: matrix.slice(considerationCount, 2 * considerationCount),
    p: [...probabilities(b.mind, false, true).slice(0, 3)],
  };
}
const at = (s: Scene, person: number, where: number): void => {
  s.state.work[person * 2 + peace] = where;
};

describe('the lines between which is chosen', () => {
  it('half-way from what is decided to the median, if the body decides again with an even chance', () => {
    const { box, mind } = ballot();
    expect([box.rejected, box.adopted]).toEqual([62.5, 37.5]);
    box.reckon(0);
    expect([mind.lineWaiting[1], mind.lineAfter[0]]).toEqual([62.5, 37.5]);
  });

  it('without a line, rejecting leaves the median', () => {
    const { box } = ballot(only(), (s) => {
      s.state.line[committee * 2 + peace] = Number.NaN;
    });
    expect([box.rejected, box.adopted]).toEqual([50, 37.5]);
  });

  it('on a person nothing of the kind', () => {
    const b = ballot(
      only({ policy: 5, conviction: 5 }),
      () => {},
      {},
      {
        by: ann,
        to: bob,
        issue: -1,
        value: Number.NaN,
        option: MotionOption.expel,
      },
    );
    expect([b.box.rejected, b.box.adopted]).toEqual([Number.NaN, Number.NaN]);
    const { yes } = reckoned(b, cyr);
    expect([yes[K.policy], yes[K.conviction]].map(Math.abs)).toEqual([0, 0]);
  });
});

describe('reasons', () => {
  it('none: a third each for yes, no and abstaining, and an even chance of adoption among those who vote', () => {
    const b = ballot();
    for (const p of people) reckoned(b, p).p.forEach((v) => expect(v).toBeCloseTo(1 / 3, 9));
    expect(b.box.solver.game.yes[0]).toBeCloseTo(1 / 3, 9);
  });

  it('policy: half of what adoption is worth for yes and against no, times the chance that his vote decides', () => {
    const b = ballot(only({ policy: 4 }), (s) => at(s, ann, 25));
    const pivot = b.box.solver.game.pivot[seatOf(b, ann)];
    expect(pivot).toBeGreaterThan(0);
    const { yes, no } = reckoned(b, ann);
    // From 25 the lines 62.5 and 37.5 are 37.5 and 12.5 away; it matters to him by 0.8.
    expect(yes[K.policy]).toBeCloseTo(0.5 * 0.8 * 0.25 * pivot, 12);
    expect(no[K.policy]).toBeCloseTo(-0.5 * 0.8 * 0.25 * pivot, 12);
    expect(b.mind.utility[0]).toBeCloseTo(4 * yes[K.policy], 12);
    // Who stands in the middle between them does not care.
    expect(Math.abs(reckoned(b, bob).yes[K.policy])).toBeLessThan(1e-12);
  });

  it('conviction: the text against the line defended, as far as a vote is heard', () => {
    const b = ballot(only({ conviction: 2 }), (s) => at(s, ann, 25));
    const { yes, no } = reckoned(b, ann);
    const heard = b.mind.menu.meaning[Mean.publicity];
    expect(heard).toBeGreaterThan(0);
    // Voting yes costs him nothing, voting no 50 points, abstaining half of them.
    expect(yes[K.conviction]).toBeCloseTo(0.8 * heard * 0.25, 12);
    expect(no[K.conviction]).toBeCloseTo(-0.8 * heard * 0.25, 12);
  });

  it('prospect: whether it looks like winning', () => {
    const b = ballot(only({ prospect: 1, conviction: 6 }), (s) => stand(s, [25, 25, 25, 25, 75]));
    const { win } = b.box.solver.game;
    expect(win).toBeGreaterThan(0.7);
    const { yes, no } = reckoned(b, ann);
    expect([yes[K.prospect], no[K.prospect]]).toEqual([win - 0.5, 0.5 - win]);
    expect(b.mind.adoption[0]).toBe(win);
  });

  it('company: friends draw, foes repel, authorities urge, as far as they are expected to vote for it', () => {
    const change = (s: Scene): void => {
      setTie(s, ann, bob, 0.5);
      setTie(s, ann, cyr, -0.5);
      for (let e = s.world.edgeStart[ann]; e < s.world.edgeStart[ann + 1]; e++)
        if (s.world.edgeTo[e] === dan) s.state.defer[e] = 0.8;
      s.state.authority[dan] = 0.5;
      // Whom she knows outside the committee does not vote.
      setTie(s, ann, union, 1);
      stand(s, [50, 25, 75, 30, 50]);
    };
    const b = ballot(only({ conviction: 4, solidarity: 1, rivalry: 1, deference: 1 }), change);
    const { yes: y, no: n } = b.box.solver.game;
    const margin = (p: number): number => y[seatOf(b, p)] - n[seatOf(b, p)];
    expect([margin(bob) > 0.2, margin(cyr) < -0.2]).toEqual([true, true]);
    const { yes, no } = reckoned(b, ann);
    expect(yes[K.solidarity]).toBeCloseTo((0.5 * 0.5 * margin(bob)) / 0.75, 12);
    expect(yes[K.rivalry]).toBeCloseTo((-0.5 * 0.5 * margin(cyr)) / 0.75, 12);
    expect(yes[K.deference]).toBeCloseTo((0.5 * 0.4 * margin(dan)) / 0.65, 12);
    for (const k of [K.solidarity, K.rivalry, K.deference]) expect(no[k]).toBeCloseTo(-yes[k], 12);
    // In secret nobody urges.
    const secret = ballot(only({ conviction: 4, deference: 1 }), change, { secret: Uint8Array.of(1, 0) });
    expect(Math.abs(reckoned(secret, ann).yes[K.deference])).toBe(0);
    // What she reckons is what the solver took for her: in public she stands where she stands.
    const { p } = reckoned(b, ann);
    expect(p[0]).toBeCloseTo(y[seatOf(b, ann)], 9);
    expect(p[1]).toBeCloseTo(n[seatOf(b, ann)], 9);
  });

  it('a word given: who moved it is bound to it', () => {
    const b = ballot(only({ reciprocity: 1 }));
    expect(reckoned(b, dan).yes[K.reciprocity]).toBeCloseTo(1, 12);
    expect(reckoned(b, dan).no[K.reciprocity]).toBeCloseTo(-1, 12);
    expect(Math.abs(reckoned(b, ann).yes[K.reciprocity])).toBe(0);
  });

  it('what was marked in an earlier attempt is company, too', () => {
    const change = (s: Scene): void => setTie(s, ann, bob, 0.5);
    const b = ballot(only({ solidarity: 1 }), change);
    setMark(b.s, b.slot, bob, Mark.yes);
    b.box.open(b.slot);
    // ½/¾ for what bob has done already, and for what he may do what is expected of him.
    const { yes, no } = b.box.solver.game;
    const j = seatOf(b, bob);
    expect(reckoned(b, ann).yes[K.solidarity]).toBeCloseTo((0.5 + 0.25 * (yes[j] - no[j])) / 0.75, 12);
  });
});

describe('what each believes', () => {
  it('what he believes like everybody, or within a point of it, changes nothing', () => {
    const parameters = only({ policy: 10, conviction: 3, prospect: 1 });
    const plain = reckoned(ballot(parameters), ann);
    const same = ballot(parameters, (s) => {
      believe(s, ann, bob, 50);
      believe(s, ann, cyr, 50.9);
    });
    expect(reckoned(same, ann)).toEqual(plain);
    for (const belief of [51, 49, 100]) {
      const b = ballot(parameters, (s) => believe(s, ann, bob, belief));
      expect(reckoned(b, ann).yes[K.prospect]).not.toBe(plain.yes[K.prospect]);
      expect(reckoned(b, dan).yes[K.prospect]).toBe(plain.yes[K.prospect]);
    }
  });

  it('who takes a colleague for an opponent counts on less, who takes him for a friend on more', () => {
    const count = (belief: number): number =>
      reckoned(
        ballot(only({ conviction: 6 }), (s) => believe(s, ann, bob, belief)),
        ann,
      ).yes[K.prospect];
    const [opponent, nobody, friend] = [count(90), count(50), count(10)];
    expect(opponent).toBeLessThan(nobody);
    expect(friend).toBeGreaterThan(nobody);
  });

  it('believing wrongly of all what the public would be right to believe, he reckons as the public then does', () => {
    const where = [50, 20, 60, 45, 85];
    const parameters = only({ policy: 8, conviction: 4 });
    const knows = ballot(parameters, (s) => stand(s, where));
    const guesses = ballot(parameters, (s) => {
      for (const p of people) if (p !== ann) believe(s, ann, p, where[p]);
      // The lines are the public’s to expect; they hang on the median that it believes in.
      s.state.line[committee * 2 + peace] = 75;
    });
    const win = knows.box.solver.game.win;
    reckoned(guesses, ann);
    expect(Math.abs(guesses.mind.adoption[0] - win)).toBeLessThan(0.05);
    expect(Math.abs(guesses.mind.adoption[0] - guesses.box.solver.game.win)).toBeGreaterThan(0.005);
  });
});

describe('one box for many ballots', () => {
  it('opening and asking again, and another ballot between, change nothing', () => {
    const b = ballot(undefined, (s) => {
      setTie(s, ann, bob, 0.5);
      stand(s, [60, 20, 40, 55, 90]);
    });
    const first = people.map((p) => reckoned(b, p));
    expect(
      people
        .toReversed()
        .map((p) => reckoned(b, p))
        .toReversed(),
    ).toEqual(first);
    const other = procedureOfAct(
      b.s,
      apply(
        b.s,
        moveOf('motion', { by: ann, body: committee, issue: tempo, value: 75, option: MotionOption.line }),
      ),
    );
    b.s.state.beliefMean.fill(Number.NaN);
    b.s.state.away[cyr] = 1;
    b.box.open(other);
    expect(b.box.n).toBe(4);
    b.s.state.away[cyr] = 0;
    stand(b.s, [60, 20, 40, 55, 90]);
    b.box.open(b.slot);
    expect(people.map((p) => reckoned(b, p))).toEqual(first);
  });

  it('what is on the menu is two votes of this person in this motion', () => {
    const b = ballot();
    for (const p of people) {
      b.box.reckon(seatOf(b, p));
      const { menu } = b.mind;
      expect([
        menu.size,
        menu.by[0],
        menu.by[1],
        menu.body[0],
        menu.issue[1],
        menu.value[0],
        menu.proc[1],
      ]).toEqual([2, p, p, committee, peace, 25, b.slot]);
      expect([...menu.option.subarray(0, 2)]).toEqual([0, 1]);
      expect([menu.meaning[Mean.side], menu.meaning[meanWidth + Mean.side]]).toEqual([1, -1]);
      expect(menu.key[0]).not.toBe(menu.key[1]);
      expect([menu.to[0], menu.office[1], menu.thing[0], menu.flags[1]]).toEqual([-1, -1, -1, 0]);
    }
  });

  it('turned round, the scale turns yes into yes and no into no', () => {
    const where = [60, 20, 40, 55, 90];
    const parameters = only({ policy: 8, conviction: 4, prospect: 1 });
    const there = ballot(parameters, (s) => stand(s, where));
    const back = ballot(
      parameters,
      (s) => {
        stand(
          s,
          where.map((v) => 100 - v),
        );
        s.state.line[committee * 2 + peace] = 25;
      },
      {},
      { value: 75 - 0 },
    );
    // The motion was put while the line was 75; now the line is 25 and the motion asks for 75.
    back.s.state.procValue[back.slot] = 75;
    back.box.open(back.slot);
    for (const p of people)
      reckoned(there, p).p.forEach((v, k) => expect(reckoned(back, p).p[k]).toBeCloseTo(v, 6));
  });
});

describe('blocs', () => {
  /** Seats and votes a seat of the union, of so many members and such cohesion. */
  const bloc = (size: number, cohesion: number): number[] => {
    const b = ballot(
      only(),
      (s) => {
        seat(s, committee, union, 1);
        s.state.cohesion[union] = cohesion;
      },
      { size: Float64Array.of(1, 1, 1, 1, 1, size) },
    );
    const j = seatOf(b, union);
    return [b.box.seats[j], b.box.weight[j]];
  };
  it('of full cohesion votes as one, without any as so many; between, in groups', () => {
    expect(bloc(10, 1)).toEqual([1, 10]);
    expect(bloc(10, 0)).toEqual([10, 1]);
    expect(bloc(10, 0.6)).toEqual([5, 2]);
    expect(bloc(1, 0)).toEqual([1, 1]);
  });
});

describe('rules', () => {
  const rule = (share: number, base: 0 | 1 | 2, strict: boolean): CompiledRule => ({
    share,
    base,
    strict,
    count: 0,
  });
  it('shares that no number holds exactly are counted exactly, in the game and in the count', () => {
    const cases: readonly (readonly [CompiledRule, number, number])[] = [
      // 0.55 × 100 comes out above 55, 0.29 × 100 and 0.58 × 50 below 29.
      [rule(0.55, 0, false), 55, 100],
      [rule(0.55, 1, false), 55, 100],
      [rule(0.29, 0, true), 30, 100],
      [rule(0.29, 1, true), 30, 100],
      [rule(0.58, 1, true), 30, 50],
      [rule(0.58, 0, false), 29, 50],
    ];
    for (const [r, least, of] of cases) {
      const { s, slot } = ballot(only(), () => {}, { rule: [r, r] });
      for (const [yes, adopted] of [
        [least - 1, false],
        [least, true],
      ] as const) {
        expect([r, yes, isAdopted(s, slot, yes, of - yes, 0)]).toEqual([r, yes, adopted]);
        expect([r, yes, passes(voteRule(r, of, of), yes, of - yes)]).toEqual([r, yes, adopted]);
      }
    }
  });
});
