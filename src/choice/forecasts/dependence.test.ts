import { expect, it } from 'vitest';
import {
  ann,
  bob,
  committee,
  congress,
  editor,
  press,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { dependence } from './dependence.ts';

it('two fifths of a name, half of what is held, a fifth of each post, and the share of the seats', () => {
  const s = tinyScene();
  // Authority ½; the press (½) or the apparatus (½); the editor's post (0.4) or the secretary's (0.7); one seat of five.
  expect(dependence(s, bob, committee)).toBeCloseTo(0.2 + 0.25 + 0.08 + 0.2, 12);
  expect(dependence(s, ann, committee)).toBeCloseTo(0.2 + 0.25 + 0.14 + 0.2, 12);
  expect(dependence(s, union, committee)).toBeCloseTo(0.2, 12);
});

it('a body without members depends on nobody for his seat', () => {
  expect(dependence(tinyScene(), bob, congress)).toBeCloseTo(0.2 + 0.25 + 0.08, 12);
});

it('falls with every thing lost, and is never more than 1', () => {
  const s = tinyScene();
  const x = s.state;
  x.resourceHolder[press] = ann;
  expect(dependence(s, bob, committee)).toBeCloseTo(0.48, 12);
  x.holder[editor] = -1;
  expect(dependence(s, bob, committee)).toBeCloseTo(0.4, 12);
  x.seat[committee * s.world.people + bob] = 0;
  expect(dependence(s, bob, committee)).toBeCloseTo(0.2, 12);
  x.authority[bob] = 1;
  x.resourceWeight.fill(1);
  x.resourceHolder.fill(bob);
  expect(dependence(s, bob, committee)).toBe(1);
});
