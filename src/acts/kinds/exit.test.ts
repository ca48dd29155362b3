import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  editor,
  legal,
  menuOf,
  moveOf,
  rowsOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { evaluate } from '../../choice/evaluate.ts';
import { createMind } from '../../choice/mind.ts';
import { initialParameters } from '../../choice/parameters.ts';
import { exit } from './exit.ts';
import { Rule } from '../rules.ts';

test('who is at ease does not think of leaving; who is not may, once', () => {
  const s = tinyScene();
  expect(rowsOf(menuOf(s, ann), 'exit')).toHaveLength(0);
  expect(rowsOf(menuOf(s, bob), 'exit')).toHaveLength(1);
  apply(s, moveOf('exit', { by: bob }));
  expect([s.state.belongs[bob], s.state.holder[editor]]).toEqual([0, -1]);
  expect(s.state.strain[0]).toBeGreaterThan(0);
  expect(legal(s, moveOf('exit', { by: bob }))).toBe(Rule.notMember);
});

test('more attachment never makes leaving likelier', () => {
  const s = tinyScene();
  const last: number[] = [];
  for (let attachment = 0; attachment <= 1; attachment += 0.1) {
    s.state.attachment[bob] = attachment;
    const menu = menuOf(s, bob);
    const mind = createMind(s, menu, initialParameters());
    evaluate(mind, bob);
    last.push(mind.utility[menu.kind.indexOf(exit.number)]);
  }
  for (let k = 1; k < last.length; k++) expect(last[k]).toBeLessThanOrEqual(last[k - 1]);
  expect(last[10]).toBeLessThan(last[0] - 1);
});
