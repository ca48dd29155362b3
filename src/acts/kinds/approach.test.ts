import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
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
import { alwaysEnds, openCount, slotOf } from '../../../test/helpers/procedures.ts';
import { drive } from '../../../test/helpers/drive.ts';
import { ActFlag, Mark } from '../../world/state.ts';
import { markOf } from '../../world/procedures.ts';
import { Mean } from '../meaning.ts';
import { ApproachOption } from '../pacts.ts';
import { Rule } from '../rules.ts';
import { discovery } from '../secrets.ts';

const toDan = { by: bob, to: dan, issue: peace, value: 25, option: ApproachOption.secret };

test('one approaches those believed to be on one’s side with whom there is something to settle, in secret or openly', () => {
  const s = tinyScene();
  const menu = menuOf(s, bob);
  const rows = rowsOf(menu, 'approach');
  expect(rows.length).toBeGreaterThan(1);
  // Cyr stands with him and is trusted already: dan is the one to be had.
  expect(menu.to[rows[0]]).toBe(dan);
  expect(rows.map((k) => menu.to[k])).not.toContain(eva);
  expect(rows.map((k) => menu.option[k])).toContain(ApproachOption.open);
});

test('who is not trusted is reached only through a go-between, who then knows', () => {
  const s = tinyScene();
  setTie(s, bob, union, -0.4);
  s.state.authority[union] = 0.9;
  s.state.publicMean[union * s.world.issues + peace] = 25;
  const none = menuOf(s, bob);
  expect(rowsOf(none, 'approach').map((k) => none.to[k])).not.toContain(union);
  setTie(s, union, dan, 0.5);
  const menu = menuOf(s, bob);
  const rows = rowsOf(menu, 'approach').filter((k) => menu.to[k] === union);
  expect(rows.map((k) => menu.option[k])).toEqual([ApproachOption.brokered, ApproachOption.open]);
  apply(s, moveOf('approach', { ...toDan, to: union, option: ApproachOption.brokered }));
  const secret = slotOf(s, 'secret');
  expect([bob, union, dan, ann].map((p) => markOf(s, secret, p) === Mark.knows)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('not twice, not to oneself, and not by outsiders', () => {
  const s = tinyScene();
  expect(legal(s, moveOf('approach', { ...toDan, to: bob }))).toBe(Rule.self);
  expect(legal(s, moveOf('approach', { ...toDan, by: union }))).toBe(Rule.notInsider);
  apply(s, moveOf('approach', toDan));
  // Coming back before the answer is not forbidden, but nobody thinks of it.
  expect(legal(s, moveOf('approach', toDan))).toBe(Rule.allowed);
  expect(rowsOf(menuOf(s, bob), 'approach').map((k) => menuOf(s, bob).to[k])).not.toContain(dan);
});

test('a secret approach risks what the norm threatens, times the chance that it comes out', () => {
  const s = tinyScene({ normForbids: [new Set(['approach', 'pact'])], normFrom: Float64Array.of(0) });
  const row = meaning(s, moveOf('approach', toDan));
  expect(row[Mean.seen]).toBe(discovery);
  expect(row[Mean.sanction]).toBe(0.6);
  expect(meaning(s, moveOf('approach', { ...toDan, option: ApproachOption.open }))[Mean.seen]).toBe(1);
});

test('secrecy comes from the record’s flag where no option is named', () => {
  const s = tinyScene();
  apply(s, moveOf('approach', { ...toDan, option: -1, flags: ActFlag.public }));
  expect(openCount(s, 'secret')).toBe(0);
  apply(s, moveOf('approach', { ...toDan, to: cyr, option: -1, flags: ActFlag.secret }));
  expect(openCount(s, 'secret')).toBe(1);
});

test('the one approached is asked twice, on the next day and the fifth; then it lapses', () => {
  const s = tinyScene();
  apply(s, moveOf('approach', toDan));
  const asked: number[] = [];
  drive(
    s,
    (_menu, person) => {
      asked.push(s.state.clock[0]);
      expect(person).toBe(dan);
      return -1;
    },
    10,
  );
  expect(asked).toEqual([1, 5]);
  expect(openCount(s, 'approach')).toBe(0);
});

test('it always ends', () => {
  const make = () => {
    const s = tinyScene();
    apply(s, moveOf('approach', toDan));
    return s;
  };
  expect(alwaysEnds(make, 'approach')).toBe(84);
  expect(alwaysEnds(make, 'secret')).toBe(84);
});
