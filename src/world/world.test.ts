import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ann,
  bob,
  committee,
  congress,
  cyr,
  dan,
  editor,
  eva,
  party,
  peace,
  press,
  secretary,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import { believed, learnInBody, learnPrivately, learnPublicly, shiftOwed, shiftTie } from './beliefs.ts';
import { fade } from './pressure.ts';
import { closeProcedure, findProcedure, openProcedure } from './procedures.ts';
import { newMove, writeAct } from './record.ts';
import { isMember, type Scene } from './scene.ts';
import { fillOffice, leaveOrganisation, memberVotes, presentVotes, seat, unseat } from './seats.ts';
import { Counter, procedureCapacity } from './state.ts';
import { edgeOf } from './world.ts';

const list = (s: Scene, body: number): number[] => [
  ...s.state.memberList.subarray(
    body * s.world.bodyCapacity,
    body * s.world.bodyCapacity + (s.state.memberCount[body] ?? 0),
  ),
];

test('seats: given once, taken once, the others keep their order', () => {
  const s = tinyScene();
  seat(s, committee, bob, 1);
  expect(list(s, committee)).toEqual([ann, bob, cyr, dan, eva]);
  unseat(s, committee, bob);
  unseat(s, committee, bob);
  expect(list(s, committee)).toEqual([ann, cyr, dan, eva]);
  seat(s, committee, bob, 2);
  expect(list(s, committee)).toEqual([ann, cyr, dan, eva, bob]);
  expect([isMember(s, committee, bob), memberVotes(s, committee)]).toEqual([false, 4]);
  s.state.away[ann] = 1;
  expect(presentVotes(s, committee)).toBe(3);
});

test('seats and lists agree after any sequence of comings and goings', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(1), fc.nat(2)), { maxLength: 60 }), (moves) => {
      const s = tinyScene();
      for (const [p, body, role] of moves) role === 0 ? unseat(s, body, p) : seat(s, body, p, role as 1 | 2);
      return [committee, congress].every((b) => {
        const there = [...Array(6).keys()].filter((p) => s.state.seat[b * 6 + p] !== 0);
        return [...list(s, b)].sort((x, y) => x - y).join() === there.join();
      });
    }),
  );
});

test('an office has one holder; what it carries goes with it', () => {
  const s = tinyScene();
  const x = s.state;
  expect([x.holder[editor], x.resourceHolder[press]]).toEqual([bob, bob]);
  fillOffice(s, editor, cyr);
  expect([x.holder[editor], x.resourceHolder[press]]).toEqual([cyr, cyr]);
  fillOffice(s, editor, -1);
  expect([x.holder[editor], x.resourceHolder[press]]).toEqual([-1, s.world.people + committee]);
  fillOffice(s, editor, dan);
  expect(x.resourceHolder[press]).toBe(dan);
});

test('a resource that has gone elsewhere stays there', () => {
  const s = tinyScene();
  s.state.resourceHolder[press] = eva;
  fillOffice(s, editor, cyr);
  expect(s.state.resourceHolder[press]).toBe(eva);
});

test('leaving the organisation takes all that one holds in it', () => {
  const s = tinyScene();
  leaveOrganisation(s, party, ann);
  expect([
    s.state.belongs[party * 6 + ann],
    s.state.holder[secretary],
    list(s, committee).includes(ann),
  ]).toEqual([0, -1, false]);
});

test('beliefs: what is heard draws the mean, never beyond, and makes surer, never unsure', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 1, max: 120, noNaN: true }),
      fc.nat(2),
      (seen, noise, how) => {
        const s = tinyScene();
        const x = s.state;
        const before = believed(s, bob, dan, peace);
        const spread = x.publicSpread[dan * 2 + peace] ?? 0;
        if (how === 0) learnPublicly(s, dan, peace, seen, noise);
        else if (how === 1) learnPrivately(s, bob, dan, peace, seen, noise);
        else learnInBody(s, committee, dan, peace, seen, noise);
        const after = believed(s, bob, dan, peace);
        const between = (after - before) * (seen - after) >= -1e-9;
        return (
          between &&
          (x.publicSpread[dan * 2 + peace] ?? 0) <= spread + 1e-12 &&
          (x.publicSpread[dan * 2 + peace] ?? -1) >= 0
        );
      },
    ),
  );
});

test('a confidence teaches him who hears it; a body its members; the public everybody', () => {
  const s = tinyScene();
  s.state.seat[committee * 6 + eva] = 0;
  learnPrivately(s, bob, dan, peace, 100, 10);
  expect([believed(s, bob, dan, peace) > 60, believed(s, cyr, dan, peace)]).toEqual([true, 50]);
  learnInBody(s, committee, dan, peace, 100, 10);
  expect(believed(s, cyr, dan, peace)).toBeGreaterThan(75);
  expect(believed(s, eva, dan, peace)).toBeLessThan(70);
  learnPublicly(s, dan, peace, 100, 10);
  expect(believed(s, union, dan, peace)).toBeGreaterThan(60);
});

test('a denial under pressure teaches next to nothing, a confidence nearly all', () => {
  const heard = (noise: number): number => {
    const s = tinyScene();
    learnPrivately(s, bob, dan, peace, 100, noise);
    return believed(s, bob, dan, peace) - 50;
  };
  expect(heard(80)).toBeLessThan(3);
  expect(heard(5)).toBeGreaterThan(40);
});

test('ties and debts keep within −1…1', () => {
  const s = tinyScene();
  const e = edgeOf(s.world, ann, bob);
  shiftTie(s, ann, bob, -5);
  shiftOwed(s, ann, bob, 7);
  expect([s.state.tie[e], s.state.owed[e]]).toEqual([-1, 1]);
});

test('procedures: slots are used again, counted, and no more than there are', () => {
  const s = tinyScene();
  const m = newMove();
  m.by = ann;
  m.kind = 0;
  const first = openProcedure(s, 0, m, writeAct(s, m), 1);
  for (let k = 1; k < procedureCapacity; k++) openProcedure(s, 1, m, 0, 1);
  expect(() => openProcedure(s, 0, m, 0, 1)).toThrow(/procedures are open/);
  closeProcedure(s, first);
  expect([s.state.counters[Counter.procedures], findProcedure(s, 0, -1, -1, -1)]).toEqual([
    procedureCapacity - 1,
    -1,
  ]);
  expect(openProcedure(s, 0, m, 0, 1)).toBe(first);
});

test('pressures fade by midnights, whoever looks in between', () => {
  const halve = (t: number): number => 2 ** -t;
  const after = (looks: readonly number[]): readonly number[] => {
    const s = tinyScene({ pressureHalfLife: Float64Array.of(10) });
    s.state.pressure[0] = 0.8;
    s.state.strain[party] = 0.5;
    for (const t of looks) fade(s, t, 0.02, halve);
    return [s.state.pressure[0] ?? 0, s.state.strain[party] ?? 0];
  };
  const once = after([20.4]);
  expect(once[0]).toBeCloseTo(0.2, 12);
  expect(once[1]).toBeCloseTo(0.5 * 2 ** -0.4, 12);
  expect(after([0.3, 0.9, 1, 4.7, 4.8, 13.2, 19.999, 20.4])).toEqual(once);
});
