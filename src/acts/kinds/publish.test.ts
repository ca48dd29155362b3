import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  dan,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  press,
  rowsOf,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

const article = { by: bob, thing: press, issue: peace, value: 25 };

test('an editor prints what he likes, and what his friends on his side write', () => {
  const s = tinyScene();
  const menu = menuOf(s, bob);
  expect(rowsOf(menu, 'publish').map((k) => [menu.thing[k], menu.issue[k], menu.value[k]])[0]).toEqual([
    press,
    peace,
    25,
  ]);
  expect(legal(s, moveOf('publish', { ...article, by: cyr }))).toBe(Rule.allowed);
  expect(legal(s, moveOf('publish', { ...article, by: ann, value: 75 }))).toBe(Rule.noOrgan);
  expect(legal(s, moveOf('publish', { ...article, by: cyr, value: 75 }))).toBe(Rule.noOrgan);
});

test('the paper of outsiders is open to what suits them, at the price of a graver breach', () => {
  const s = tinyScene();
  const own = meaning(s, moveOf('publish', article));
  s.state.resourceHolder[press] = union;
  const foreign = meaning(s, moveOf('publish', article));
  expect(own[Mean.breach]).toBeCloseTo(0.5);
  expect(foreign[Mean.breach]).toBeGreaterThan(own[Mean.breach]);
  expect(foreign[Mean.blame]).toBeGreaterThan(own[Mean.blame]);
  expect(foreign[Mean.sanction]).toBeGreaterThan(own[Mean.sanction]);
});

test('to write again what everybody knows relieves nobody', () => {
  const s = tinyScene();
  const first = meaning(s, moveOf('publish', article));
  apply(s, moveOf('publish', article));
  const again = meaning(s, moveOf('publish', article));
  expect(first[Mean.publicity]).toBe(1);
  expect(again[Mean.publicity]).toBeLessThan(0.5);
  expect(again[Mean.chance]).toBeLessThan(first[Mean.chance]);
  expect(again[Mean.breach]).toBe(first[Mean.breach]);
});

test('everybody learns; of several authors, about each', () => {
  const s = tinyScene();
  const cell = dan * s.world.issues + peace;
  apply(s, moveOf('publish', article), [bob, dan]);
  expect(s.state.stance[cell]).toBe(25);
  expect(s.state.publicMean[cell]).toBeLessThan(50);
  expect(s.state.strain[0]).toBeGreaterThan(0);
});

test('a body prints in its members’ organs; nobody without an organ', () => {
  const s = tinyScene();
  expect(legal(s, moveOf('publish', { ...article, by: 6 + committee, value: 75 }))).toBe(Rule.allowed);
  s.state.resourceHolder[press] = -1;
  expect(rowsOf(menuOf(s, bob), 'publish')).toHaveLength(0);
  apply(s, moveOf('publish', { by: 6 + committee, issue: peace, value: 75 }));
});
