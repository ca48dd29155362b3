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
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { openCount, slotOf } from '../../../test/helpers/procedures.ts';
import { tieOf } from '../../world/beliefs.ts';
import { markOf, setMark } from '../../world/procedures.ts';
import { ActFlag, Mark } from '../../world/state.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';
import { DiscloseOption } from './disclose.ts';

const secretPact = (forbidden = false) => {
  const s = tinyScene(
    forbidden ? { normForbids: [new Set(['approach', 'pact'])], normFrom: Float64Array.of(0) } : {},
  );
  apply(s, moveOf('approach', { by: bob, to: dan, issue: peace, value: 25, option: 0 }));
  apply(s, moveOf('pact', { by: dan, to: bob, proc: slotOf(s, 'approach') }));
  return s;
};

test('whoever knows may give it away, in public or to somebody he trusts; who does not, cannot', () => {
  const s = secretPact();
  const menu = menuOf(s, dan);
  expect(rowsOf(menu, 'disclose').map((k) => [menu.option[k], menu.to[k]])).toEqual([
    [DiscloseOption.publicly, -1],
    [DiscloseOption.privately, cyr],
  ]);
  expect(rowsOf(menuOf(s, ann), 'disclose')).toHaveLength(0);
  expect(legal(s, moveOf('disclose', { by: ann, proc: slotOf(s, 'secret') }))).toBe(Rule.noSecret);
  setMark(s, slotOf(s, 'secret'), union, Mark.knows);
  expect(rowsOf(menuOf(s, union), 'disclose').length).toBeGreaterThan(0);
});

test('a participant betrays and accuses himself; a third party does neither', () => {
  const s = secretPact(true);
  setMark(s, slotOf(s, 'secret'), eva, Mark.knows);
  const own = meaning(s, moveOf('disclose', { by: dan, proc: slotOf(s, 'secret'), option: 0 }));
  const third = meaning(s, moveOf('disclose', { by: eva, proc: slotOf(s, 'secret'), option: 0 }));
  expect(own[Mean.with]).toBe(bob);
  expect([own[Mean.owed] < 0, own[Mean.sanction] > 0]).toEqual([true, true]);
  expect([third[Mean.owed], third[Mean.sanction]]).toEqual([0, 0]);
  expect(own[Mean.blame]).toBeGreaterThan(third[Mean.blame]);
});

test('made public, it ends; all learn, the line’s friends are shocked, the more if it was forbidden', () => {
  const loss = (forbidden: boolean) => {
    const s = secretPact(forbidden);
    const believed = s.state.publicMean[dan * s.world.issues + peace];
    const before = tieOf(s, eva, bob);
    apply(s, moveOf('disclose', { by: dan, proc: slotOf(s, 'secret'), option: 0 }));
    expect(openCount(s, 'secret')).toBe(0);
    expect(s.state.publicMean[dan * s.world.issues + peace]).toBeLessThan(believed);
    expect(tieOf(s, bob, dan)).toBeLessThan(0.5);
    expect(s.state.strain[0]).toBeGreaterThan(0);
    return before - tieOf(s, eva, bob);
  };
  expect(loss(false)).toBeGreaterThan(0);
  expect(loss(true)).toBeGreaterThan(loss(false));
});

test('told to one, it stays a secret, and he knows', () => {
  const s = secretPact();
  apply(s, moveOf('disclose', { by: bob, to: ann, proc: slotOf(s, 'secret'), flags: ActFlag.secret }));
  expect(openCount(s, 'secret')).toBe(1);
  expect(markOf(s, slotOf(s, 'secret'), ann)).toBe(Mark.knows);
});

test('a tactical concession betrayed shows what he really thinks', () => {
  const s = tinyScene();
  const cell = ann * s.world.issues + peace;
  apply(s, moveOf('concede', { by: ann, to: bob, body: committee, issue: peace, value: 50, option: 1 }));
  s.state.publicMean[cell] = 50;
  setMark(s, slotOf(s, 'secret'), eva, Mark.knows);
  expect(rowsOf(menuOf(s, ann), 'disclose')).toHaveLength(0);
  apply(s, moveOf('disclose', { by: eva, proc: slotOf(s, 'secret'), option: 0 }));
  expect(s.state.publicMean[cell]).toBeGreaterThan(50);
  expect(tieOf(s, bob, ann)).toBeLessThan(-0.5);
});

test('the answer to an approach may be its disclosure; history may disclose what is not known', () => {
  const s = tinyScene();
  apply(s, moveOf('approach', { by: bob, to: dan, issue: peace, value: 25, option: 0 }));
  expect(legal(s, moveOf('disclose', { by: dan, proc: slotOf(s, 'approach') }))).toBe(Rule.allowed);
  apply(tinyScene(), moveOf('disclose', { by: dan, to: ann }));
});
