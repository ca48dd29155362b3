import { expect, test } from 'vitest';
import {
  bob,
  committee,
  congress,
  menuOf,
  peace,
  rowsOf,
  tempo,
  tinyScene,
} from '../../test/helpers/tiny-world.ts';
import type { CalendarItem } from '../world/world.ts';
import { findSittings, forumFor, sittingOn, sittings } from './audiences.ts';

const meeting = (body: number, day: number, agenda: readonly number[]): CalendarItem => ({
  id: `meeting-${day}`,
  kind: 1,
  day,
  latest: day,
  timed: true,
  key: day,
  body,
  assembly: { bodies: [body], quorum: 0, candidates: false },
  agenda,
  effects: [],
});

test('people speak to what is on the agenda where people sit: at meetings of the day, in their bodies and those below', () => {
  const s = tinyScene({ calendar: [meeting(committee, 10, [tempo]), meeting(congress, 10.5, [peace])] });
  s.state.calendarTime.set([10, 10.5]);
  s.state.calendarOrder.set([0, 1]);
  findSittings(s, bob);
  expect(sittings.count).toBe(0);
  s.state.clock[0] = 9.5;
  findSittings(s, bob);
  // The congress does not sit, and stands above him.
  expect([sittings.count, sittingOn(s, tempo), sittingOn(s, peace)]).toEqual([1, committee, -1]);
  s.state.clock[0] = 12;
  findSittings(s, bob);
  expect(sittings.count).toBe(0);
});

test('one speaks in the body that decides, or in any in which one sits; who sits nowhere speaks to everybody', () => {
  const s = tinyScene();
  expect(forumFor(s, bob, peace)).toBe(committee);
  s.state.seat[committee * s.world.people + bob] = 0;
  s.state.seatMask.fill(0);
  expect(forumFor(s, bob, peace)).toBe(-1);
  const menu = menuOf(s, bob);
  const bodies = rowsOf(menu, 'declare').map((k) => menu.body[k]);
  expect(bodies.length).toBeGreaterThan(0);
  expect(bodies.every((b) => b === -1)).toBe(true);
});
