import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  dan,
  eva,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  rowsOf,
  setTie,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { openCount } from '../../../test/helpers/procedures.ts';
import { evaluate } from '../../choice/evaluate.ts';
import { createMind } from '../../choice/mind.ts';
import { K, considerationCount } from '../../choice/considerations/index.ts';
import { initialParameters } from '../../choice/parameters.ts';
import { tieOf } from '../../world/beliefs.ts';
import { edgeOf } from '../../world/world.ts';
import { Menu } from '../menu.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

/** Ann stands at 75; bob, cyr and dan must be won against her from 20, 45 and 60. */
const contested = () => {
  const s = tinyScene();
  [75, 20, 45, 60, 80, 10].forEach((at, p) => {
    s.state.work[p * s.world.issues + peace] = s.state.publicMean[p * s.world.issues + peace] = at;
  });
  return s;
};

test('waverers between the sides are courted, those nearest to pivotal first', () => {
  const s = contested();
  const menu = menuOf(s, bob);
  const courted = rowsOf(menu, 'court').map((k) => menu.to[k]);
  expect(courted[0]).toBe(dan);
  expect(courted.toSorted()).toEqual([ann, cyr, dan]);
  expect(courted).not.toContain(eva);
});

test('a pivotal waverer is worth more than a hopeless one', () => {
  const s = contested();
  const menu = new Menu();
  for (const to of [dan, eva]) {
    Object.assign(menu.draft, moveOf('court', { by: bob, to, issue: peace, value: 25 }));
    menu.offer(s);
  }
  setTie(s, dan, bob, 0);
  setTie(s, eva, bob, 0);
  const mind = createMind(s, menu, initialParameters());
  evaluate(mind, bob);
  const policy = [0, 1].map((k) => mind.matrix[k * considerationCount + K.policy]);
  expect(policy[0]).toBeGreaterThan(policy[1]);
  expect(policy[0]).toBeGreaterThan(0);
});

test('he who listens is won further than he who does not', () => {
  const gain = (tie: number) => {
    const s = contested();
    setTie(s, dan, bob, tie);
    apply(s, moveOf('court', { by: bob, to: dan, issue: peace, value: 25 }));
    return [tieOf(s, dan, bob) - tie, s.state.owed[edgeOf(s.world, dan, bob)]];
  };
  const [friend, stranger, enemy] = [gain(0.5), gain(0), gain(-1)];
  expect(friend[0]).toBeGreaterThan(stranger[0]);
  expect(stranger[1]).toBeGreaterThan(0);
  expect(enemy).toEqual([0, 0]);
});

test('it turns the waverer from the rival, and both learn where they stand', () => {
  const s = contested();
  s.state.authority[ann] = 0.9;
  const cold = tieOf(s, dan, ann);
  s.state.publicMean[bob * s.world.issues + peace] = 60;
  apply(s, moveOf('court', { by: bob, to: dan, issue: peace, value: 25 }));
  expect(tieOf(s, dan, ann)).toBeLessThan(cold);
  expect(s.state.beliefMean[edgeOf(s.world, dan, bob) * s.world.issues + peace]).toBeLessThan(60);
  expect(openCount(s, 'secret')).toBe(1);
});

test('not by outsiders, not of oneself; it works on its target, behind the others’ backs', () => {
  const s = contested();
  expect(legal(s, moveOf('court', { by: union, to: bob, issue: peace }))).toBe(Rule.notInsider);
  expect(legal(s, moveOf('court', { by: bob, to: bob, issue: peace }))).toBe(Rule.self);
  const row = meaning(s, moveOf('court', { by: bob, to: cyr, issue: peace, value: 25 }));
  expect([row[Mean.bearing], row[Mean.target], row[Mean.body]]).toEqual([Bearing.persuade, cyr, committee]);
  expect(row[Mean.seen]).toBeLessThan(0.5);
});

test('the same man is left alone for some days', () => {
  const s = contested();
  const before = rowsOf(menuOf(s, bob), 'court').length;
  apply(s, moveOf('court', { by: bob, to: dan, issue: peace, value: 25 }));
  expect(rowsOf(menuOf(s, bob), 'court')).toHaveLength(before - 1);
});
