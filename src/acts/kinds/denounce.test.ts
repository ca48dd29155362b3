import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  eva,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  rowsOf,
  tempo,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { tieOf } from '../../world/beliefs.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';
import { DenounceOption } from './denounce.ts';

const attack = { by: ann, to: bob, issue: peace, value: 75, option: DenounceOption.named };

test('one attacks whom one fights: in the body or before all, with and without the name', () => {
  const s = tinyScene();
  const menu = menuOf(s, ann);
  expect(
    rowsOf(menu, 'denounce').map((k) => [menu.to[k], menu.issue[k], menu.body[k], menu.option[k]]),
  ).toEqual([
    [bob, peace, committee, 0],
    [bob, peace, committee, 1],
    [bob, peace, -1, 0],
    [bob, peace, -1, 1],
    [bob, tempo, committee, 0],
    [bob, tempo, -1, 0],
  ]);
  expect(rowsOf(menuOf(s, cyr), 'denounce')).toHaveLength(0);
});

test('the name makes it graver, and so does the public', () => {
  const s = tinyScene();
  const row = (fields: object) => meaning(s, moveOf('denounce', { ...attack, ...fields }));
  const named = row({});
  const unnamed = row({ option: DenounceOption.unnamed });
  const inside = row({ body: committee });
  for (const k of [Mean.split, Mean.blame, Mean.sanction]) expect(named[k]).toBeGreaterThan(unnamed[k]);
  expect(inside[Mean.split]).toBeLessThan(named[Mean.split]);
  expect([named[Mean.bearing], unnamed[Mean.bearing]]).toEqual([Bearing.exclude, Bearing.voice]);
  expect(inside[Mean.breach]).toBe(0);
});

test('they fall out; before all, the accuser’s friends think less of the accused', () => {
  const s = tinyScene();
  const [own, friend] = [tieOf(s, bob, ann), tieOf(s, eva, bob)];
  apply(s, moveOf('denounce', attack));
  expect(tieOf(s, bob, ann)).toBeCloseTo(own - 0.2);
  expect(tieOf(s, eva, bob)).toBeLessThan(friend);
  const inside = tinyScene();
  apply(inside, moveOf('denounce', { ...attack, body: committee }));
  expect(tieOf(inside, eva, bob)).toBe(friend);
});

test('a body’s word tells with all who sit in it; several accused are hurt alike', () => {
  const s = tinyScene();
  const before = tieOf(s, eva, cyr);
  apply(s, moveOf('denounce', { by: 6 + committee, to: bob, issue: peace }), [], [bob, cyr]);
  expect(tieOf(s, eva, cyr)).toBeLessThan(before);
  expect(tieOf(s, eva, bob)).toBeLessThan(0.1);
});

test('somebody has to be meant', () => {
  const s = tinyScene();
  expect(legal(s, moveOf('denounce', { ...attack, to: -1 }))).toBe(Rule.notAddressed);
  expect(legal(s, moveOf('denounce', { ...attack, to: ann }))).toBe(Rule.self);
});
