import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  congress,
  cyr,
  dan,
  eva,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  rowsOf,
  secretary,
  setTie,
  tinyScene,
} from '../../test/helpers/tiny-world.ts';
import type { Scene } from '../world/scene.ts';
import { defiance } from './demands.ts';
import { Mean } from './meaning.ts';
import { MotionOption } from './motion-options.ts';
import { Rule } from './rules.ts';

/** The rows of motions with an option that a person may put: whom, and concerning which post. */
function motions(s: Scene, person: number, option: number): readonly (readonly number[])[] {
  const menu = menuOf(s, person);
  return rowsOf(menu, 'motion')
    .filter((k) => menu.option[k] === option)
    .map((k) => [menu.to[k], menu.office[k]]);
}

test('a body that commands a fraction may recall from its posts whoever it does not trust, and nobody else', () => {
  const bound = { binds: [[congress], []], officeFilledBy: Int32Array.of(committee, congress) };
  const s = tinyScene(bound);
  setTie(s, bob, ann, -0.2);
  expect(motions(s, bob, MotionOption.remove)).toEqual([[ann, secretary]]);
  setTie(s, bob, ann, 0.2);
  expect(motions(s, bob, MotionOption.remove)).toEqual([]);
  // Who has left the committee in protest may be recalled, friend or not.
  apply(s, moveOf('resign', { by: ann, body: committee }));
  s.state.holder[secretary] = ann;
  expect(motions(s, bob, MotionOption.remove)).toEqual([[ann, secretary]]);
  const free = tinyScene({ officeFilledBy: Int32Array.of(committee, congress) });
  setTie(free, bob, ann, -0.2);
  expect(motions(free, bob, MotionOption.remove)).toEqual([]);
});

test('a body that may censure can be asked to, against one at odds who has spoken up', () => {
  const powers = tinyScene().world.powers.map((p) => new Map(p));
  powers[committee]?.set('censure', tinyScene().world.rule[committee] as never);
  const s = tinyScene({ powers });
  setTie(s, ann, bob, -0.5);
  expect(motions(s, ann, MotionOption.censure)).toEqual([]);
  apply(s, moveOf('declare', { by: bob, issue: peace, value: 25 }));
  expect(motions(s, ann, MotionOption.censure)).toEqual([[bob, -1]]);
  setTie(s, ann, bob, 0.5);
  expect(motions(s, ann, MotionOption.censure)).toEqual([]);
});

test('open defiance is a reason to move against somebody for those who uphold the line, and for nobody else', () => {
  const s = tinyScene();
  s.state.stance.fill(Number.NaN);
  expect(defiance(s, ann, bob, committee)).toBe(0);
  apply(s, moveOf('declare', { by: bob, issue: peace, value: 25 }));
  expect(defiance(s, ann, bob, committee)).toBe(0.5);
  expect(defiance(s, cyr, bob, committee)).toBe(0);
  const breach = (by: number): number | undefined =>
    meaning(s, moveOf('motion', { by, to: bob, body: committee, option: MotionOption.expel }))[Mean.breach];
  expect([breach(ann), breach(eva), breach(cyr)]).toEqual([-0.25, -0.25, -0]);
});

test('the apparatus fills lower posts in the bodies below its holder, not above him', () => {
  const s = tinyScene({ officeFilledBy: Int32Array.of(committee, congress) });
  s.state.officeWorth.fill(0.3);
  expect(legal(s, moveOf('remove', { by: ann, to: bob, office: 0 }))).toBe(Rule.allowed);
  // The congress stands above the committee.
  s.state.holder[secretary] = dan;
  expect(legal(s, moveOf('remove', { by: ann, to: dan, office: secretary }))).toBe(Rule.noPower);
  s.state.seat[congress * s.world.people + ann] = 1;
  s.state.seat[committee * s.world.people + ann] = 0;
  expect(legal(s, moveOf('remove', { by: ann, to: bob, office: 0 }))).toBe(Rule.allowed);
});
