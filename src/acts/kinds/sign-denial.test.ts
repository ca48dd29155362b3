import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  legal,
  meaning,
  moveOf,
  peace,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { slotOf } from '../../../test/helpers/procedures.ts';
import { evaluate } from '../../choice/evaluate.ts';
import { createMind } from '../../choice/mind.ts';
import { K } from '../../choice/considerations/index.ts';
import { initialParameters } from '../../choice/parameters.ts';
import { Menu } from '../menu.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

const demanded = () => {
  const s = tinyScene();
  apply(s, moveOf('demand-denial', { by: ann, to: bob, body: committee, issue: peace, value: 75 }));
  return s;
};

test('to sign what one does not believe strains the conscience', () => {
  const s = demanded();
  const menu = new Menu();
  Object.assign(menu.draft, moveOf('sign-denial', { by: bob, proc: slotOf(s, 'denial') }));
  menu.offer(s);
  const mind = createMind(s, menu, initialParameters());
  evaluate(mind, bob);
  expect(mind.matrix[K.conviction]).toBeLessThan(-0.1);
  expect(mind.matrix[K.blame]).toBeGreaterThan(0);
});

test('the asker may put his own name to it; nobody else unasked', () => {
  const s = demanded();
  expect(legal(s, moveOf('sign-denial', { by: ann, proc: slotOf(s, 'denial') }))).toBe(Rule.allowed);
  expect(legal(s, moveOf('sign-denial', { by: 3, proc: slotOf(s, 'denial') }))).toBe(Rule.notAddressed);
  expect(meaning(s, moveOf('sign-denial', { by: bob, proc: slotOf(s, 'denial') }))[Mean.side]).toBe(1);
});
