import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  press,
  record,
  rowsOf,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { alwaysEnds, openCount, slotOf } from '../../../test/helpers/procedures.ts';
import { drive } from '../../../test/helpers/drive.ts';
import { actNumber } from '../define.ts';
import { Mean } from '../meaning.ts';
import { Turn } from '../outside.ts';
import { Rule } from '../rules.ts';

const talking = () => {
  const s = tinyScene();
  s.state.resourceHolder[press] = union;
  apply(s, moveOf('demand', { by: union, to: 6, issue: peace, value: 0, option: 0 }));
  apply(s, moveOf('open-talks', { by: bob, to: union, body: committee, issue: peace, value: 75 }));
  return s;
};
const by = (kind: string) => (menu: { size: number; kind: Int32Array }) => {
  for (let k = 0; k < menu.size; k++) if (menu.kind[k] === actNumber(kind)) return k;
  return -1;
};

test('talks are opened with whoever presses a demand, with the line as mandate', () => {
  const s = tinyScene();
  expect(rowsOf(menuOf(s, bob), 'open-talks')).toHaveLength(0);
  apply(s, moveOf('demand', { by: union, to: 6, issue: peace, value: 0, option: 0 }));
  const menu = menuOf(s, bob);
  const rows = rowsOf(menu, 'open-talks');
  expect(rows.map((k) => [menu.to[k], menu.issue[k], menu.value[k]])).toEqual([[union, peace, 75]]);
  expect(legal(s, moveOf('open-talks', { by: bob, to: ann, issue: peace }))).toBe(Rule.outsider);
});

test('an offer beyond the mandate is a breach, the mandate itself is none', () => {
  const s = talking();
  const proc = slotOf(s, 'talks');
  const within = meaning(s, moveOf('offer', { by: bob, to: union, proc, issue: peace, value: 75 }));
  const beyond = meaning(s, moveOf('offer', { by: bob, to: union, proc, issue: peace, value: 25 }));
  expect(within[Mean.breach]).toBe(0);
  expect(beyond[Mean.breach]).toBeCloseTo(0.5);
  expect(beyond[Mean.authority]).toBe(committee);
  expect(beyond[Mean.chance]).toBeGreaterThan(within[Mean.chance]);
});

test('an offer passes the word, and only the other side accepts', () => {
  const s = talking();
  const proc = slotOf(s, 'talks');
  expect(legal(s, moveOf('accept-offer', { by: union, proc }))).toBe(Rule.notAddressed);
  apply(s, moveOf('offer', { by: bob, to: union, proc, issue: peace, value: 25 }));
  expect(s.state.procState[proc]).toBe(Turn.theirs);
  expect(legal(s, moveOf('accept-offer', { by: union, proc }))).toBe(Rule.allowed);
  expect(legal(s, moveOf('accept-offer', { by: bob, proc }))).toBe(Rule.notAddressed);
});

test('what has been agreed is moved in the body, and the demand asks for no more', () => {
  const s = talking();
  const proc = slotOf(s, 'talks');
  apply(s, moveOf('offer', { by: bob, to: union, proc, issue: peace, value: 25 }));
  apply(s, moveOf('accept-offer', { by: union, proc }));
  drive(s, () => 0, 1.5);
  expect(openCount(s, 'talks')).toBe(0);
  expect(openCount(s, 'motion')).toBe(1);
  expect(s.state.procValue[slotOf(s, 'demand')]).toBe(25);
  expect(record(s).at(-1)).toBe('motion');
});

test('a body’s talks are led by its executor; a refusal leaves the word with him who refused', () => {
  const s = tinyScene();
  apply(s, moveOf('open-talks', { by: 6 + committee, to: union, issue: peace }));
  expect(s.state.procValue[slotOf(s, 'talks')]).toBe(75);
  let speaker = -1;
  drive(
    s,
    (_menu, person) => {
      speaker = person;
      return -1;
    },
    1.5,
  );
  expect(speaker).toBe(ann);
  const t = talking();
  const proc = slotOf(t, 'talks');
  apply(t, moveOf('offer', { by: bob, to: union, proc, issue: peace, value: 75 }));
  apply(t, moveOf('reject-offer', { by: union, proc }));
  expect(t.state.procState[proc]).toBe(Turn.theirs);
});

test('breaking off ends the talks and lets the demand fall due', () => {
  const s = talking();
  drive(s, by('break-talks'), 1.5);
  expect(openCount(s, 'talks')).toBe(0);
  expect(record(s)).toContain('break-talks');
  expect(openCount(s, 'demand')).toBe(1);
});

test('history may record an offer and its answer without talks', () => {
  const s = tinyScene();
  const at = apply(s, moveOf('offer', { by: union, to: 6 + committee, issue: peace, value: 50 }));
  expect(openCount(s, 'talks')).toBe(1);
  expect(s.state.procOrigin[slotOf(s, 'talks')]).toBe(at);
  apply(s, moveOf('reject-offer', { by: bob, proc: slotOf(s, 'talks') }));
  const empty = tinyScene();
  for (const kind of ['accept-offer', 'reject-offer', 'break-talks'])
    apply(empty, moveOf(kind, { by: union }));
  expect(record(empty)).toEqual(['accept-offer', 'reject-offer', 'break-talks']);
});

test('talks always end', () => {
  expect(alwaysEnds(talking, 'talks')).toBe(84);
});
