import { expect, test } from 'vitest';
import {
  apply,
  bob,
  cyr,
  dan,
  legal,
  meaning,
  moveOf,
  peace,
  setTie,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { alwaysEnds, openCount, slotOf } from '../../../test/helpers/procedures.ts';
import { edgeOf } from '../../world/world.ts';
import { drive } from '../../../test/helpers/drive.ts';
import { tieOf } from '../../world/beliefs.ts';
import { markOf } from '../../world/procedures.ts';
import { Mark } from '../../world/state.ts';
import { Mean } from '../meaning.ts';
import { novelty } from '../pacts.ts';
import { Rule } from '../rules.ts';
import { openBounded } from '../bounded.ts';
import { procedureNumber } from '../define.ts';

test('friends who stand together need no pact: it adds nothing to what is expected, and is no act of friendship', () => {
  const s = tinyScene();
  const both = (a: number, b: number, tie: number) => {
    setTie(s, a, b, tie);
    setTie(s, b, a, tie);
  };
  both(bob, cyr, 1);
  expect(novelty(s, bob, cyr, peace, 25)).toBe(0);
  both(bob, cyr, -0.5);
  expect(novelty(s, bob, cyr, peace, 25)).toBe(1);
  both(bob, cyr, 1);
  // One who stands 25 points off is as good as a stranger, however trusted.
  expect(novelty(s, bob, cyr, peace, 50)).toBe(1);
  both(bob, dan, 1);
  s.state.publicMean[dan * s.world.issues + peace] = 25;
  apply(s, moveOf('approach', { by: bob, to: dan, issue: peace, value: 25, option: 0 }));
  const row = meaning(s, moveOf('pact', { by: dan, to: bob, issue: peace, value: 25 }));
  expect([row[Mean.chance], row[Mean.warmth]]).toEqual([0, 0]);
});

const approached = () => {
  const s = tinyScene();
  apply(s, moveOf('approach', { by: bob, to: dan, issue: peace, value: 25, option: 0 }));
  return s;
};
const owed = (s: ReturnType<typeof tinyScene>, a: number, b: number) => s.state.owed[edgeOf(s.world, a, b)];

test('a pact answers an approach, binds both ways, and stays secret between the two', () => {
  const s = approached();
  const m = moveOf('pact', { by: dan, to: bob, proc: slotOf(s, 'approach'), issue: peace, value: 25 });
  expect(meaning(s, m)[Mean.warmth]).toBeGreaterThan(0);
  const before = tieOf(s, dan, bob);
  apply(s, m);
  expect(openCount(s, 'approach')).toBe(0);
  expect(openCount(s, 'pact')).toBe(1);
  expect(openCount(s, 'secret')).toBe(1);
  expect(owed(s, dan, bob)).toBeCloseTo(0.6);
  expect(owed(s, bob, dan)).toBeCloseTo(0.6);
  expect(tieOf(s, dan, bob)).toBeGreaterThan(before);
  expect(markOf(s, slotOf(s, 'secret'), dan)).toBe(Mark.knows);
});

test('only the one approached can accept; without an approach nobody', () => {
  const s = approached();
  expect(legal(s, moveOf('pact', { by: dan, to: bob }))).toBe(Rule.allowed);
  expect(legal(s, moveOf('pact', { by: bob, to: dan }))).toBe(Rule.noProcedure);
  expect(legal(s, moveOf('pact', { by: cyr, to: bob }))).toBe(Rule.noProcedure);
});

test('history may record a pact without its approach', () => {
  const s = tinyScene();
  apply(s, moveOf('pact', { by: dan, to: bob, issue: peace, value: 25 }));
  expect(openCount(s, 'pact')).toBe(1);
  expect(owed(s, bob, dan)).toBeCloseTo(0.6);
});

test('a rebuff ends it and cools the one rebuffed', () => {
  const s = approached();
  expect(legal(s, moveOf('rebuff', { by: cyr, to: bob }))).toBe(Rule.noProcedure);
  apply(s, moveOf('rebuff', { by: dan, to: bob, proc: slotOf(s, 'approach') }));
  expect(openCount(s, 'approach')).toBe(0);
  expect(tieOf(s, bob, dan)).toBeLessThan(0.4);
  expect(tieOf(s, dan, bob)).toBe(0.4);
});

test('breaking a pact cancels the debts and starts a quarrel', () => {
  const s = approached();
  apply(s, moveOf('pact', { by: dan, to: bob, proc: slotOf(s, 'approach'), issue: peace, value: 25 }));
  const m = moveOf('break-pact', { by: bob, to: dan });
  expect(meaning(s, m)[Mean.owed]).toBeLessThan(-0.5);
  apply(s, m);
  expect(openCount(s, 'pact')).toBe(0);
  expect(owed(s, bob, dan)).toBeCloseTo(0);
  expect(tieOf(s, bob, dan)).toBeLessThan(0.5);
  expect(legal(s, m)).toBe(Rule.noPact);
});

test('the secret of a pact is confided in time, and goes stale', () => {
  const s = approached();
  apply(s, moveOf('pact', { by: dan, to: bob, proc: slotOf(s, 'approach'), issue: peace, value: 25 }));
  drive(s, () => -1, 20);
  expect(markOf(s, slotOf(s, 'secret'), cyr)).toBe(Mark.knows);
  drive(s, () => -1, 400);
  expect(openCount(s, 'secret')).toBe(0);
});

test('a pact always ends, and pacts never fill the table', () => {
  const make = () => {
    const s = approached();
    apply(s, moveOf('pact', { by: dan, to: bob, proc: slotOf(s, 'approach'), issue: peace, value: 25 }));
    return s;
  };
  expect(alwaysEnds(make, 'pact')).toBe(84);
  const s = make();
  const m = moveOf('pact', { by: dan, to: bob });
  for (let k = 0; k < 100; k++) openBounded(s, procedureNumber('pact'), m, k, 1, 8);
  expect(openCount(s, 'pact')).toBe(8);
});
