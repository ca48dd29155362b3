import { describe, expect, it } from 'vitest';
import { stand, unionDemands } from '../../test/helpers/committee.ts';
import {
  ann,
  bob,
  committee,
  cyr,
  dan,
  menuOf,
  peace,
  setTie,
  tempo,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import { actNumber } from '../acts/define.ts';
import { Bearing, clearMeaning, Mean, meanWidth } from '../acts/meaning.ts';
import { Menu } from '../acts/menu.ts';
import { MotionOption } from '../acts/motion-options.ts';
import type { Scene } from '../world/scene.ts';
import { considerationCount, K } from './considerations/index.ts';
import { beginOccasion, evaluate, evaluateOption, splitCost, waitingLine, weigh } from './evaluate.ts';
import { chanceAdopted } from './forecasts/vote.ts';
import { forgetPanels } from './forecasts/panel.ts';
import { createMind, type Mind } from './mind.ts';
import { initialParameters } from './parameters.ts';

type Cells = readonly (readonly [cell: number, value: number])[];
const plain = {
  'forecast.again': 0.5,
  'forecast.yieldSlope': 0,
  'forecast.yieldBar': 0,
  'forecast.yieldWeight': 0.5,
};

/** A scene in which ann knows nobody; her traits are halves, peace matters to her by 0.8. */
function quiet(): Scene {
  const s = tinyScene();
  s.state.tie.fill(0);
  s.state.defer.fill(0);
  s.state.owed.fill(0);
  return s;
}
/** The reasons of ann for one option that means this, as the second of two rows. */
function reasons(s: Scene, cells: Cells, kind = 'declare', option = -1): { mind: Mind; row: Float64Array } {
  const mind = createMind(s, new Menu(), initialParameters(plain));
  const { menu } = mind;
  menu.size = 2;
  clearMeaning(menu.meaning, 0);
  clearMeaning(menu.meaning, meanWidth);
  for (const [cell, value] of cells) menu.meaning[meanWidth + cell] = value;
  menu.kind[1] = actNumber(kind);
  menu.option[1] = option;
  mind.matrix.fill(9);
  evaluate(mind, ann);
  return { mind, row: mind.matrix.slice(considerationCount, 2 * considerationCount) };
}
const reason = (s: Scene, k: number, cells: Cells): number => reasons(s, cells).row[k];
const edge = (s: Scene, from: number, to: number): number => {
  for (let e = s.world.edgeStart[from]; e < s.world.edgeStart[from + 1]; e++)
    if (s.world.edgeTo[e] === to) return e;
  return -1;
};

describe('the reasons for one option', () => {
  it('an option that means nothing has its base and no other reason', () => {
    const { row, mind } = reasons(quiet(), []);
    expect([...row].map((v, k) => (k === K.base ? 0 : Math.abs(v)))).toEqual(
      new Array(considerationCount).fill(0),
    );
    expect(row[K.base]).toBe(mind.parameters.bases[actNumber('declare')]);
  });

  it('organisation and post: breach, split, posts, punishment, blame, by one’s traits', () => {
    const s = quiet();
    const x = s.state;
    x.attachment[ann] = 0.6;
    x.ambition[ann] = 0.25;
    x.caution[ann] = 0.75;
    x.bodyAuthority[committee] = 0.8;
    x.unity[0] = 0.7;
    const { row } = reasons(s, [
      [Mean.breach, 0.5],
      [Mean.authority, committee],
      [Mean.split, 0.2],
      [Mean.posts, -0.4],
      [Mean.sanction, 0.4],
      [Mean.blame, 0.3],
      [Mean.seen, 0.5],
    ]);
    expect(row[K.discipline]).toBeCloseTo(-0.5 * 0.6 * 0.8 * 0.5, 12);
    expect(row[K.unity]).toBeCloseTo(-0.2 * 0.6 * 0.7, 12);
    expect(row[K.office]).toBeCloseTo(-0.1, 12);
    expect(row[K.sanction]).toBeCloseTo(-0.15, 12);
    expect(row[K.blame]).toBeCloseTo(-0.15, 12);
  });

  it('who defies nobody’s authority breaks no discipline', () => {
    expect(Math.abs(reason(quiet(), K.discipline, [[Mean.breach, 0.5]]))).toBe(0);
  });

  it('the other person: liked, it is solidarity; fought, rivalry; owed, a debt', () => {
    const s = quiet();
    setTie(s, ann, bob, 0.6);
    setTie(s, ann, cyr, -0.6);
    s.state.owed[edge(s, ann, bob)] = 0.4;
    const towards = (whom: number, warmth: number): number[] => {
      const { row } = reasons(s, [
        [Mean.with, whom],
        [Mean.warmth, warmth],
        [Mean.owed, 0.1],
      ]);
      return [row[K.solidarity], row[K.rivalry], row[K.reciprocity]].map(
        (v) => Math.round(1e9 * v) / 1e9 + 0,
      );
    };
    expect(towards(bob, 0.5)).toEqual([0.3, 0, 0.3]);
    expect(towards(bob, -0.5)).toEqual([-0.3, 0, -0.1]);
    expect(towards(cyr, 0.5)).toEqual([0, -0.3, 0.1]);
    expect(towards(cyr, -0.5)).toEqual([0, 0.3, 0.1]);
    expect(towards(-1, 0.5)).toEqual([0, 0, 0.1]);
    expect(towards(s.world.people + committee, 0.5)).toEqual([0, 0, 0.1]);
  });

  it('company and person together stay within the scale', () => {
    const s = quiet();
    setTie(s, ann, bob, 1);
    setTie(s, ann, cyr, -1);
    stand(s, [75, 25, 75, 50, 80]);
    const { row } = reasons(s, [
      [Mean.issue, peace],
      [Mean.value, 25],
      [Mean.with, bob],
      [Mean.warmth, 1],
    ]);
    // Bob, all her trust, is for it; cyr, all her enmity, against it.
    expect(row[K.solidarity]).toBe(1);
    expect(row[K.rivalry]).toBeCloseTo(0.8, 12);
    const against = reasons(s, [
      [Mean.issue, peace],
      [Mean.value, 75.0001],
      [Mean.with, cyr],
      [Mean.warmth, 1],
    ]).row;
    expect(against[K.rivalry]).toBe(-1);
    s.state.defer[edge(s, ann, dan)] = 1;
    s.state.authority[dan] = 0.75;
    stand(s, [75, 25, 75, 25, 80]);
    expect(
      reason(s, K.deference, [
        [Mean.issue, peace],
        [Mean.value, 25],
        [Mean.seen, 0.5],
      ]),
    ).toBeCloseTo(0.5 * 0.75, 12);
  });
});

describe('conviction: what saying it spares or costs', () => {
  const says = (said: number, publicity: number, change: (s: Scene) => void = () => {}): number => {
    const s = quiet();
    s.state.work[ann * 2 + peace] = 25;
    change(s);
    return reason(s, K.conviction, [
      [Mean.issue, peace],
      [Mean.said, said],
      [Mean.publicity, publicity],
    ]);
  };

  it('in public, silence stands for the line of her party: fifty points from what she wants', () => {
    expect(says(25, 1)).toBeCloseTo(0.8 * 0.5, 12);
    expect(says(75, 1)).toBeCloseTo(0, 12);
    expect(says(100, 1)).toBeCloseTo(-0.8 * 0.25, 12);
    expect(says(25, 0.6)).toBeCloseTo(0.6 * 0.8 * 0.5, 12);
  });

  it('or for what she said last, or for nothing if she is no member', () => {
    expect(
      says(25, 1, (s) => {
        s.state.stance[ann * 2 + peace] = 45;
      }),
    ).toBeCloseTo(0.8 * 0.2, 12);
    expect(
      says(35, 1, (s) => {
        s.state.belongs[ann] = 0;
      }),
    ).toBeCloseTo(-0.8 * 0.1, 12);
    expect(
      says(35, 1, (s) => {
        s.state.line[committee * 2 + peace] = Number.NaN;
      }),
    ).toBeCloseTo(-0.8 * 0.1, 12);
  });

  it('before few, silence stands for nothing', () => {
    expect(says(25, 0.5)).toBeCloseTo(0, 12);
    expect(says(35, 0.5)).toBeCloseTo(-0.5 * 0.8 * 0.1, 12);
  });
});

describe('policy and prospect', () => {
  const bearing = (bearing: number, value: number, more: Cells = []): Cells => [
    [Mean.issue, peace],
    [Mean.body, committee],
    [Mean.bearing, bearing],
    [Mean.value, value],
    ...more,
  ];

  it('policy: the way that the expected line comes nearer, by salience', () => {
    const s = quiet();
    stand(s, [75, 75, 75, 75, 75]);
    s.state.work[ann * 2 + peace] = 25;
    // Four at 75 and she herself at 25: the median is 67 + 16 × 1½/4 = 73, and 74 is expected of waiting; then half of the way to 25.
    const { row, mind } = reasons(s, bearing(Bearing.yield, 25));
    expect(row[K.policy]).toBeCloseTo(0.8 * 0.245, 4);
    expect(mind.lineWaiting[1]).toBeCloseTo(74, 2);
    expect(mind.lineAfter[1]).toBeCloseTo(49.5, 2);
    expect(mind.adoption[1]).toBe(1);
    expect(row[K.prospect]).toBe(0);
    expect(reasons(s, bearing(Bearing.none, 25)).row[K.policy]).toBe(0);
    expect(reasons(s, [...bearing(Bearing.yield, 25), [Mean.issue, -1]]).row[K.policy]).toBe(0);
  });

  it('a motion is worth what its adoption is, by the chance of it; and that side looks like winning or not', () => {
    const s = quiet();
    stand(s, [75, 25, 25, 25, 75]);
    const { row, mind } = reasons(s, bearing(Bearing.motion, 25), 'motion', MotionOption.line);
    forgetPanels();
    const { rule } = s.world;
    const p = chanceAdopted(s, ann, committee, peace, 25, 75, rule[committee], 8);
    expect(mind.adoption[1]).toBe(p);
    expect(row[K.prospect]).toBeCloseTo(2 * p - 1, 12);
    // By the rule of the power used: two thirds to expel.
    const { mind: other } = reasons(s, bearing(Bearing.motion, 25), 'motion', MotionOption.expel);
    expect(other.adoption[1]).toBeLessThan(p);
  });

  it('without a line a motion stands against what is expected of waiting', () => {
    const s = quiet();
    stand(s, [75, 25, 25, 75, 75]);
    s.state.line[committee * 2 + peace] = Number.NaN;
    const { mind } = reasons(s, bearing(Bearing.motion, 25), 'motion', MotionOption.line);
    forgetPanels();
    const { rule } = s.world;
    expect(mind.adoption[1]).toBe(
      chanceAdopted(s, ann, committee, peace, 25, mind.lineWaiting[1], rule[committee], 8),
    );
  });
});

describe('an occasion', () => {
  it('weighs each reason by its weight', () => {
    const mind = createMind(tinyScene(), new Menu(), initialParameters());
    mind.parameters.weights.set(Array.from({ length: considerationCount }, (_, k) => k + 1));
    mind.matrix.fill(7);
    mind.matrix.set(
      Array.from({ length: considerationCount }, (_, k) => (k % 2 ? 1 : -2)),
      2 * considerationCount,
    );
    weigh(mind, 2);
    const expected = Array.from({ length: considerationCount }, (_, k) => (k + 1) * (k % 2 ? 1 : -2)).reduce(
      (a, b) => a + b,
    );
    expect(mind.utility[2]).toBe(expected);
  });

  it('all options at once come out as each by itself', () => {
    for (const person of [ann, bob, cyr, dan, union]) {
      const s = tinyScene();
      unionDemands(s, 0.7);
      const menu = menuOf(s, person);
      const mind = createMind(s, menu, initialParameters());
      evaluate(mind, person);
      const utility = mind.utility.slice(0, menu.size);
      const matrix = mind.matrix.slice(0, menu.size * considerationCount);
      mind.matrix.fill(0);
      for (let k = menu.size - 1; k >= 0; k--) {
        beginOccasion(mind, person);
        evaluateOption(mind, person, k);
      }
      expect(mind.utility.slice(0, menu.size)).toEqual(utility);
      expect(mind.matrix.slice(0, menu.size * considerationCount)).toEqual(matrix);
    }
  });

  it('remembers what is expected of waiting, with the pressure behind it, until the next', () => {
    const s = quiet();
    stand(s, [75, 75, 75, 75, 75]);
    const mind = createMind(s, new Menu(), initialParameters(plain));
    const slot = unionDemands(s, 1);
    beginOccasion(mind, ann);
    const first = waitingLine(mind, ann, peace);
    expect(first).toBeCloseTo(0.5 * 75 + 0.5 * 50, 6);
    expect([mind.forecasts.kappa, mind.forecasts.demand]).toEqual([0.5, 25]);
    waitingLine(mind, ann, tempo);
    expect(mind.forecasts.kappa).toBe(0);
    s.state.procForce[slot] = 0;
    expect(waitingLine(mind, ann, peace)).toBe(first);
    expect([mind.forecasts.kappa, mind.forecasts.demand]).toEqual([0.5, 25]);
    beginOccasion(mind, ann);
    expect(waitingLine(mind, ann, peace)).toBeCloseTo(75, 6);
    expect(mind.forecasts.kappa).toBe(0);
  });

  it('the cost of a split: unity, what the outside makes of it, half of the strain; within 0 and 1', () => {
    const s = quiet();
    const x = s.state;
    const mind = createMind(s, new Menu(), initialParameters({ 'forecast.strainWeight': 0.5 }));
    x.unity[0] = 0.3;
    x.splitCost[0] = 0.2;
    x.strain[0] = 0.4;
    expect(splitCost(mind, ann)).toBeCloseTo(0.7, 12);
    expect(splitCost(mind, union)).toBe(0);
    x.splitCost[0] = 2;
    expect(splitCost(mind, ann)).toBe(1);
    x.splitCost[0] = -2;
    expect(splitCost(mind, ann)).toBe(0);
  });
});
