import { expect, test } from 'vitest';
import { drive } from '../../../test/helpers/drive.ts';
import { apply, bob, cyr, legal, moveOf, record, tinyScene } from '../../../test/helpers/tiny-world.ts';
import { Rule } from '../rules.ts';

test('a quarter gone and a rival founded: the organisation splits, once', () => {
  const s = tinyScene();
  apply(s, moveOf('exit', { by: bob }));
  apply(s, moveOf('found-rival', { by: bob }));
  drive(s, () => -1);
  expect(record(s)).toEqual(['exit', 'found-rival']);
  apply(s, moveOf('exit', { by: cyr }));
  drive(s, () => -1);
  expect(record(s)).toEqual(['exit', 'found-rival', 'exit', 'split']);
  expect(legal(s, moveOf('split', { by: bob }))).toBe(Rule.tooFew);
});

test('strain at its limit is enough, when somebody goes', () => {
  const s = tinyScene();
  s.state.strain[0] = 0.95;
  apply(s, moveOf('resign', { by: bob, body: 0 }));
  drive(s, () => -1);
  expect(record(s)).toEqual(['resign', 'split']);
  expect(s.state.strain[0]).toBeLessThan(0.6);
});
