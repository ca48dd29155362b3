import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  eva,
  legal,
  meaning,
  menuOf,
  moveOf,
  press,
  rowsOf,
  tinyScene,
  union,
  dan,
  setTie,
} from '../../../test/helpers/tiny-world.ts';
import { hashText } from '../../chance/keys.ts';
import { tieOf } from '../../world/beliefs.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

test('the apparatus replaces the editor one is at odds with by one’s most trusted friend', () => {
  const s = tinyScene();
  const menu = menuOf(s, ann);
  expect(rowsOf(menu, 'seize-organ').map((k) => [menu.thing[k], menu.to[k]])).toEqual([[press, eva]]);
  expect(rowsOf(menuOf(s, cyr), 'seize-organ')).toHaveLength(0);
  apply(s, moveOf('seize-organ', { by: ann, thing: press, to: eva }));
  expect(s.state.resourceHolder[press]).toBe(eva);
  expect(tieOf(s, bob, ann)).toBeLessThan(-0.5);
  expect(rowsOf(menuOf(s, ann), 'seize-organ')).toHaveLength(0);
});

test('the apparatus does not reach outsiders; force does, at a higher price', () => {
  const s = tinyScene();
  const m = moveOf('seize-organ', { by: ann, thing: press, to: ann });
  const apparatus = meaning(s, m);
  s.state.resourceHolder[press] = union;
  expect(legal(s, m)).toBe(Rule.noPower);
  const armed = tinyScene({ resourceKind: ['press', 'force'] });
  const force = meaning(armed, m);
  expect(force[Mean.blame]).toBeGreaterThan(apparatus[Mean.blame]);
  armed.state.resourceHolder[press] = union;
  expect(legal(armed, m)).toBe(Rule.allowed);
});

test('a body disposes of its members’ papers, and may close them', () => {
  const s = tinyScene();
  expect(legal(s, moveOf('seize-organ', { by: 6 + committee, thing: press, to: eva }))).toBe(Rule.allowed);
  apply(s, moveOf('seize-organ', { by: 6 + committee, thing: press }));
  expect(s.state.resourceHolder[press]).toBe(-1);
  apply(s, moveOf('seize-organ', { by: 6 + committee }));
});

test('of more papers than one thinks of, the same ones in whatever order the file has them, those of the worst enemy first', () => {
  const taken = (order: readonly string[]): string[] => {
    const n = order.length;
    const s = tinyScene({
      resources: n + 1,
      resourceId: [...order, 'apparatus'],
      resourceKey: Uint32Array.from([...order, 'apparatus'], (name) => hashText(name)),
      resourceKind: [...order.map(() => 'press' as const), 'apparatus'],
      resourceHolders: [
        ...order.map((name, resource) => ({ resource, holder: name > 'd' ? dan : bob })),
        { resource: n, holder: ann },
      ],
      officeCarries: [[], [n]],
    });
    setTie(s, ann, dan, -0.9);
    const menu = menuOf(s, ann);
    return rowsOf(menu, 'seize-organ').map((k) => order[menu.thing[k]] ?? '');
  };
  const papers = ['a', 'b', 'c', 'd', 'e', 'f'];
  expect(taken(papers)).toHaveLength(4);
  expect(taken(papers).slice(0, 2).sort()).toEqual(['e', 'f']);
  expect(taken(papers.toReversed())).toEqual(taken(papers));
});
