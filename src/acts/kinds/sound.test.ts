import { expect, test } from 'vitest';
import { believed } from '../../world/beliefs.ts';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  dan,
  eva,
  legal,
  menuOf,
  moveOf,
  peace,
  rowsOf,
  setTie,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { Rule } from '../rules.ts';

test('those of whom one is least sure are asked, not those one fights', () => {
  const s = tinyScene();
  const menu = menuOf(s, bob);
  const asked = rowsOf(menu, 'sound').map((k) => menu.to[k]);
  expect(asked[0]).toBe(dan);
  expect(new Set(asked)).toEqual(new Set([dan, cyr]));
  expect(asked.length).toBeLessThanOrEqual(4);
  expect(asked).not.toContain(ann);
});

test('a friend tells the truth, one who distrusts repeats what he says in public', () => {
  const learned = (tie: number): number => {
    const s = tinyScene();
    s.state.work[eva * s.world.issues + peace] = 20;
    setTie(s, eva, cyr, tie);
    apply(s, moveOf('sound', { by: cyr, to: eva, issue: peace, body: committee }));
    return believed(s, cyr, eva, peace);
  };
  expect(learned(1)).toBeLessThan(45);
  expect(learned(-1)).toBeCloseTo(80);
});

test('it is between people who decide', () => {
  const s = tinyScene();
  expect(legal(s, moveOf('sound', { by: bob, to: bob, issue: peace }))).toBe(Rule.self);
  expect(legal(s, moveOf('sound', { by: bob, to: union, issue: peace }))).toBe(Rule.collective);
  expect(legal(s, moveOf('sound', { by: bob, to: cyr }))).toBe(Rule.noGrievance);
});
