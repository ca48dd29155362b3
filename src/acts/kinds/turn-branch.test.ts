import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  dan,
  east,
  eva,
  legal,
  meaning,
  menuOf,
  moveOf,
  north,
  peace,
  press,
  rowsOf,
  setTie,
  south,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { tieOf } from '../../world/beliefs.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

test('the apparatus turns the branches furthest off, if somebody who trusts its holder can take them', () => {
  const s = tinyScene();
  expect(rowsOf(menuOf(s, ann), 'turn-branch')).toHaveLength(0);
  setTie(s, cyr, ann, 0.5);
  const menu = menuOf(s, ann);
  expect(rowsOf(menu, 'turn-branch').map((k) => [menu.thing[k], menu.to[k]])).toEqual([
    [north, cyr],
    [south, cyr],
  ]);
  expect(rowsOf(menuOf(s, bob), 'turn-branch')).toHaveLength(0);
  expect(legal(s, moveOf('turn-branch', { by: ann, thing: north, to: bob }))).toBe(Rule.noSuccessor);
  expect(legal(s, moveOf('turn-branch', { by: bob, thing: north, to: cyr }))).toBe(Rule.notHolder);
  expect(legal(s, moveOf('turn-branch', { by: ann, to: cyr }))).toBe(Rule.noBranch);
  const row = meaning(s, moveOf('turn-branch', { by: ann, thing: north, to: cyr }));
  expect([row[Mean.bearing], row[Mean.chance], row[Mean.with]]).toEqual([Bearing.press, 0.4, dan]);
});

test('the secretary’s posts in the branch go with it', () => {
  const s = tinyScene({ branchBody: Int32Array.of(committee, -1, -1) });
  s.state.holder.fill(dan);
  apply(s, moveOf('turn-branch', { by: ann, thing: north, to: cyr }));
  expect([...s.state.holder]).toEqual([cyr, cyr]);
  apply(s, moveOf('turn-branch', { by: ann, thing: east, to: dan }));
  expect([...s.state.holder]).toEqual([cyr, cyr]);
});

test('the branch comes nearer, by a step at most, and its paper goes with it', () => {
  const s = tinyScene();
  s.state.resourceHolder[press] = dan;
  apply(s, moveOf('turn-branch', { by: ann, thing: north, to: eva }));
  expect(s.state.branchHead[north]).toBe(eva);
  expect(s.state.branchLean[north * s.world.issues + peace]).toBe(35);
  expect(s.state.resourceHolder[press]).toBe(eva);
  expect(tieOf(s, dan, ann)).toBeLessThan(0.1);
  apply(s, moveOf('turn-branch', { by: ann, thing: east, to: cyr }));
  expect(s.state.branchLean[east * s.world.issues + peace]).toBe(75);
});

test('a body that appoints may turn a branch towards its line', () => {
  const s = tinyScene();
  const m = moveOf('turn-branch', { by: 6 + committee, thing: north });
  expect(legal(s, m)).toBe(Rule.allowed);
  apply(s, m);
  expect(s.state.branchHead[north]).toBe(dan);
  expect(s.state.branchLean[north * s.world.issues + peace]).toBe(35);
});
