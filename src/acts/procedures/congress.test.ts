import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drive } from '../../../test/helpers/drive.ts';
import {
  apply,
  ann,
  bob,
  committee,
  congress,
  dan,
  east,
  eva,
  legal,
  menuOf,
  moveOf,
  north,
  peace,
  record,
  rowsOf,
  south,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { hashText } from '../../chance/keys.ts';
import { Counter } from '../../world/state.ts';
import { openCall } from '../congresses.ts';
import { Rule } from '../rules.ts';

const people = 6;
const branch = (h: number): number => people + 2 + h;
const call = (by: number, value = 25) => moveOf('call-congress', { by, body: congress, issue: peace, value });

test('a demand of one member is forgotten after two months', () => {
  const s = tinyScene();
  apply(s, call(bob));
  drive(s, () => -1);
  expect(record(s)).toEqual(['call-congress']);
  expect(s.state.clock[0]).toBeCloseTo(60);
  expect(s.state.convened[congress]).toBe(0);
});

test('branches with a third of the delegates force it; it takes the side of the nearer branches', () => {
  const s = tinyScene();
  apply(s, call(branch(south)));
  expect(s.state.procForce[openCall(s, congress)]).toBeCloseTo(0.35);
  drive(s, () => -1);
  expect(record(s)).toEqual([
    'call-congress',
    'elect-delegates',
    'elect-delegates',
    'elect-delegates',
    'verdict',
  ]);
  // north (0.4) is for 25, east (0.25) for the line, south halfway between them.
  expect(s.state.line[committee * s.world.issues + peace]).toBe(25);
  expect(s.state.clock[0]).toBeCloseTo(32);
  expect(s.state.convened[congress]).toBe(0);
});

test('demanders who are routed lose their places', () => {
  const s = tinyScene();
  s.state.branchLean.fill(80);
  apply(s, call(bob));
  apply(s, call(people + committee));
  drive(s, () => -1);
  expect(record(s).slice(-2)).toEqual(['verdict', 'expel']);
  expect(s.state.line[committee * s.world.issues + peace]).toBe(75);
  expect(s.state.seat[committee * people + bob]).toBe(0);
});

test('a branch calls once; small branches add up; nobody calls what has been called', () => {
  const s = tinyScene();
  s.state.branchShare.set([0.6, 0.2, 0.2]);
  apply(s, call(branch(south)));
  expect(legal(s, call(branch(south)))).toBe(Rule.answered);
  expect(legal(s, call(branch(north)))).toBe(Rule.allowed);
  apply(s, call(branch(south)));
  expect(s.state.procForce[openCall(s, congress)]).toBeCloseTo(0.2);
  apply(s, call(branch(east)));
  expect(legal(s, call(branch(north)))).toBe(Rule.alreadyOpen);
});

test('an appeal to a superior body that does not sit is a demand for calling it; to one that sits, a motion there', () => {
  const s = tinyScene();
  const appeal = moveOf('appeal', { by: bob, body: committee, issue: peace, value: 25 });
  expect(rowsOf(menuOf(s, bob), 'appeal')).toHaveLength(1);
  expect(rowsOf(menuOf(s, ann), 'appeal')).toHaveLength(0);
  apply(s, appeal);
  expect(openCall(s, congress)).toBeGreaterThanOrEqual(0);
  expect(legal(s, moveOf('appeal', { by: bob, body: committee, issue: peace, value: 25 }))).toBe(
    Rule.alreadyOpen,
  );
  const t = tinyScene({
    convened: Uint8Array.of(1, 1),
    seats: [ann, bob].flatMap((person) =>
      [committee, congress].map((body) => ({ body, person, role: 1 as const })),
    ),
  });
  apply(t, moveOf('appeal', { by: bob, body: committee, issue: peace, value: 25 }));
  drive(t, () => 0);
  expect(record(t)).toEqual(['appeal', 'resolution']);
  // What the superior body decides is the line below it.
  expect(t.state.line[committee * t.world.issues + peace]).toBe(25);
});

test('those who run a branch that leans away from the line may have it call', () => {
  const s = tinyScene();
  const callers = (person: number): number[] => {
    const menu = menuOf(s, person);
    return rowsOf(menu, 'call-congress').map((k) => menu.by[k]);
  };
  // dan is himself against the line, and secretary in the north; eva leads the east, which is for it.
  expect(callers(dan)).toEqual([dan, branch(north)]);
  expect(callers(eva)).toEqual([]);
});

test('of more branches than one thinks of, those furthest from the line call, in whatever order the file has them', () => {
  const callers = (order: readonly string[]): string[] => {
    const n = order.length;
    const s = tinyScene({
      branches: n,
      branchId: order,
      branchKey: Uint32Array.from(order, (name) => hashText(name)),
      branchSecretary: new Int32Array(n).fill(eva),
      branchBody: new Int32Array(n).fill(-1),
    });
    const leans = { near: 70, a: 30, b: 30, c: 30, d: 30, far: 0 } as Readonly<Record<string, number>>;
    order.forEach((name, h) => {
      for (let issue = 0; issue < 2; issue++)
        s.state.branchLean[h * 2 + issue] = issue === peace ? (leans[name] ?? 0) : 50;
    });
    const menu = menuOf(s, eva);
    return rowsOf(menu, 'call-congress').map((k) => order[(menu.by[k] ?? 0) - branch(0)] ?? '');
  };
  const branches = ['near', 'a', 'b', 'c', 'd', 'far'];
  expect(callers(branches)).toHaveLength(4);
  expect(callers(branches)[0]).toBe('far');
  expect(callers(branches)).not.toContain('near');
  expect(callers(branches.toReversed())).toEqual(callers(branches));
});

test('it ends, whoever calls it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(bob, ann, branch(north), branch(south), branch(east), people + committee), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (callers, lean) => {
        const s = tinyScene();
        s.state.branchLean.fill(lean);
        for (const by of callers) apply(s, call(by));
        drive(s, () => -1);
        expect(s.state.counters[Counter.procedures]).toBe(0);
        expect(s.state.convened[congress]).toBe(0);
      },
    ),
    { numRuns: 100 },
  );
});
