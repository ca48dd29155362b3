import { expect, test } from 'vitest';
import { drive } from '../../../test/helpers/drive.ts';
import {
  ann,
  apply,
  committee,
  congress,
  legal,
  menuOf,
  moveOf,
  peace,
  record,
  rowsOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { MotionOption } from './motion.ts';
import { Rule } from '../rules.ts';

/** The committee binds the congress here: any second body will do. */
const scene = () => tinyScene({ binds: [[congress], []], convened: Uint8Array.of(1, 1) });

test('a fraction out of line is instructed, by motion', () => {
  const s = scene();
  const menu = menuOf(s, ann);
  const row = rowsOf(menu, 'motion').find((k) => menu.option[k] === MotionOption.instruct);
  expect(row).toBeDefined();
  apply(
    s,
    moveOf('motion', {
      by: ann,
      body: committee,
      to: s.world.people + congress,
      issue: peace,
      value: 75,
      option: MotionOption.instruct,
    }),
  );
  drive(s, () => 0);
  expect(record(s)).toEqual(['motion', 'resolution', 'instruct']);
  expect(s.state.line[congress * s.world.issues + peace]).toBe(75);
});

test('only bodies instruct, and only whom they bind; the body that decides the issue keeps its line', () => {
  const s = tinyScene();
  expect(legal(s, moveOf('instruct', { by: ann, issue: peace }))).toBe(Rule.noPower);
  expect(
    legal(
      s,
      moveOf('instruct', { by: s.world.people + committee, to: s.world.people + congress, issue: peace }),
    ),
  ).toBe(Rule.noPower);
  apply(
    s,
    moveOf('instruct', {
      by: s.world.people + congress,
      to: s.world.people + committee,
      issue: peace,
      value: 0,
    }),
  );
  expect(s.state.line[committee * s.world.issues + peace]).toBe(75);
});
