import { expect, test } from 'vitest';
import { drive } from '../../../test/helpers/drive.ts';
import {
  apply,
  bob,
  committee,
  cyr,
  legal,
  meaning,
  menuOf,
  moveOf,
  record,
  rowsOf,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { Counter } from '../../world/state.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

const people = 6;
function expelled() {
  const s = tinyScene();
  apply(s, moveOf('expel', { by: people + committee, to: bob }));
  return s;
}
const ask = { by: bob, body: committee };

test('only who is outside may apply, once at a time', () => {
  const s = expelled();
  expect(legal(s, moveOf('apply-readmission', { by: cyr, body: committee }))).toBe(Rule.stillMember);
  expect(legal(s, moveOf('apply-readmission', { by: union, body: committee }))).toBe(Rule.stillMember);
  expect(rowsOf(menuOf(s, bob), 'apply-readmission')).toHaveLength(1);
  expect(meaning(s, moveOf('apply-readmission', ask))[Mean.said]).toBe(75);
  apply(s, moveOf('apply-readmission', ask));
  expect(legal(s, moveOf('apply-readmission', ask))).toBe(Rule.alreadyOpen);
});

test('the body votes: taken back as a plain member, or refused', () => {
  for (const [vote, last, belongs] of [
    [0, 'readmit', 1],
    [1, 'refuse-readmission', 0],
  ] as const) {
    const s = expelled();
    apply(s, moveOf('apply-readmission', ask));
    drive(s, () => vote);
    expect(record(s)).toEqual(['expel', 'apply-readmission', 'resolution', last]);
    expect(s.state.belongs[bob]).toBe(belongs);
    expect(s.state.seat[committee * people + bob]).toBe(0);
    expect(s.state.counters[Counter.procedures]).toBe(0);
  }
});

test('a body that never meets refuses by its silence', () => {
  const s = expelled();
  s.state.away.fill(1);
  apply(s, moveOf('apply-readmission', ask));
  drive(s, () => -1);
  expect(record(s).at(-1)).toBe('refuse-readmission');
});

test('a friend may move it without being asked', () => {
  const s = expelled();
  const menu = menuOf(s, cyr);
  expect(rowsOf(menu, 'motion').some((k) => menu.to[k] === bob && menu.option[k] === 5)).toBe(true);
});

test('one who has resigned his seat but not left may ask for it back; it is the seat that he gets', () => {
  const s = tinyScene();
  apply(s, moveOf('resign', { by: bob, body: committee }));
  expect(rowsOf(menuOf(s, bob), 'apply-readmission')).toHaveLength(1);
  apply(s, moveOf('apply-readmission', ask));
  drive(s, () => 0);
  expect(record(s)).toEqual(['resign', 'apply-readmission', 'resolution', 'readmit']);
  expect(s.state.seat[committee * people + bob]).toBe(1);
  expect(legal(s, moveOf('readmit', { by: people + committee, to: bob, body: committee }))).toBe(
    Rule.stillMember,
  );
});
