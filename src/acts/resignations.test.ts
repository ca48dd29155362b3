import { describe, expect, it } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  congress,
  cyr,
  dan,
  editor,
  moveOf,
  peace,
  rowsOf,
  secretary,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import { hashText } from '../chance/keys.ts';
import { openProcedure, procedureOfAct } from '../world/procedures.ts';
import type { Scene } from '../world/scene.ts';
import { seat } from '../world/seats.ts';
import { procedureNumber } from './index.ts';
import { Menu } from './menu.ts';
import {
  deciderOf,
  isResignation,
  lastResignation,
  layDownRule,
  leaveAnswered,
  leaveAnswerRule,
  offerHoldings,
  openLeave,
  takeLeave,
  worthOf,
} from './resignations.ts';
import { Rule } from './rules.ts';

const committeeCode = (s: Scene): number => s.world.people + committee;
/** Bob threatens to lay down his seat or, with an office, his post. */
const leave = (s: Scene, by: number, body: number, office = -1): number =>
  openProcedure(s, procedureNumber('resignation'), moveOf('threaten-resign', { by, body, office }), 0, 10);

describe('what is laid down', () => {
  it('a seat is the body’s own affair, a post that of the body which fills it', () => {
    const s = tinyScene({ officeFilledBy: Int32Array.of(congress, committee) });
    expect([
      deciderOf(s, committee, -1),
      deciderOf(s, committee, editor),
      deciderOf(s, -1, secretary),
    ]).toEqual([committee, congress, committee]);
  });

  it('is worth what it carries', () => {
    const s = tinyScene();
    expect(worthOf(s, moveOf('resign', { by: bob, office: editor, body: committee }))).toBe(0.4);
    expect(worthOf(s, moveOf('resign', { by: bob, body: committee }))).toBeCloseTo(0.48, 12);
    expect(worthOf(s, moveOf('resign', { by: bob }))).toBe(0);
  });

  it('only what one has, and only by persons', () => {
    const s = tinyScene();
    const rule = (fields: Parameters<typeof moveOf>[1]): number => layDownRule(s, moveOf('resign', fields));
    expect(rule({ by: bob, body: committee })).toBe(Rule.allowed);
    expect(rule({ by: bob, office: editor })).toBe(Rule.allowed);
    expect(rule({ by: ann, office: editor })).toBe(Rule.noOffice);
    expect(rule({ by: bob, body: congress })).toBe(Rule.noSeat);
    expect(rule({ by: bob })).toBe(Rule.noSeat);
    expect(rule({ by: union, body: committee })).toBe(Rule.collective);
    expect(rule({ by: committeeCode(s), body: committee })).toBe(Rule.collective);
    expect(rule({ by: -1, body: committee })).toBe(Rule.collective);
    s.state.seat[committee * 6 + bob] = 2;
    expect(rule({ by: bob, body: committee })).toBe(Rule.allowed);
  });
});

describe('an open threat or offer', () => {
  it('is found by who made it and what he would lay down', () => {
    const s = tinyScene();
    expect(openLeave(s, bob, committee, -1)).toBe(-1);
    const seatSlot = leave(s, bob, committee);
    const postSlot = leave(s, bob, committee, editor);
    expect(openLeave(s, bob, committee, -1)).toBe(seatSlot);
    expect(openLeave(s, bob, -1, -1)).toBe(seatSlot);
    expect(openLeave(s, bob, congress, -1)).toBe(-1);
    expect(openLeave(s, bob, committee, editor)).toBe(postSlot);
    expect(openLeave(s, bob, committee, secretary)).toBe(-1);
    expect(openLeave(s, cyr, committee, -1)).toBe(-1);
    expect([seatSlot, -1].map((slot) => isResignation(s, slot))).toEqual([true, false]);
  });

  it('is no motion and no demand', () => {
    const s = tinyScene();
    const slot = openProcedure(
      s,
      procedureNumber('demand'),
      moveOf('demand', { by: bob, body: committee }),
      0,
      1,
    );
    expect(openLeave(s, bob, committee, -1)).toBe(-1);
    expect(isResignation(s, slot)).toBe(false);
  });
});

describe('a body’s answer', () => {
  it('belongs to the offer it names, to the one its motion was about, or to the open one of that person', () => {
    const s = tinyScene();
    const slot = leave(s, bob, committee, editor);
    const kind = 'accept-resignation';
    const by = committeeCode(s);
    const named = moveOf(kind, { by, proc: slot });
    const motion = openProcedure(
      s,
      procedureNumber('motion'),
      moveOf('motion', { by: ann, proc: slot }),
      0,
      1,
    );
    const voted = moveOf(kind, { by, proc: motion });
    const person = moveOf(kind, { by, to: bob, body: committee, office: editor });
    for (const m of [named, voted, person]) {
      expect([leaveAnswered(s, m), leaveAnswerRule(s, m)]).toEqual([slot, Rule.allowed]);
      expect(takeLeave(s, m)).toBe(slot);
      // What was offered is the post, whatever the answer named.
      expect([m.to, m.office, m.body]).toEqual([bob, editor, -1]);
    }
    const nobody = moveOf(kind, { by, to: cyr, body: committee });
    expect([leaveAnswered(s, nobody), leaveAnswerRule(s, nobody), takeLeave(s, nobody)]).toEqual([
      -1,
      Rule.noProcedure,
      -1,
    ]);
    expect(nobody.to).toBe(cyr);
    expect(leaveAnswerRule(s, moveOf(kind, { by: ann, proc: slot }))).toBe(Rule.noPower);
  });

  it('about a seat is given with the body', () => {
    const s = tinyScene();
    const m = moveOf('accept-resignation', { by: committeeCode(s), proc: leave(s, bob, committee) });
    takeLeave(s, m);
    expect([m.to, m.office, m.body]).toEqual([bob, -1, committee]);
  });
});

describe('what one could threaten to lay down', () => {
  const offered = (s: Scene, kind = 'threaten-resign', person = bob): string[] => {
    const menu = new Menu();
    offerHoldings(s, kind, person, menu);
    return rowsOf(menu, kind).map((k) =>
      menu.office[k] >= 0 ? `office ${menu.office[k]}` : `body ${menu.body[k]}`,
    );
  };

  it('every seat in a body that sits, and every post; only one’s own', () => {
    const s = tinyScene();
    expect(offered(s)).toEqual([`body ${committee}`, `office ${editor}`]);
    expect(offered(s, 'threaten-resign', cyr)).toEqual([`body ${committee}`]);
    seat(s, congress, bob, 1);
    expect(offered(s)).toEqual([`body ${committee}`, `office ${editor}`]);
    s.state.convened[congress] = 1;
    expect(offered(s)).toContain(`body ${congress}`);
  });

  it('not what one has threatened already', () => {
    const s = tinyScene();
    leave(s, bob, committee);
    expect(offered(s)).toEqual([`office ${editor}`]);
    leave(s, bob, committee, editor);
    expect(offered(s)).toEqual([]);
    expect(offered(s, 'threaten-resign', dan)).toEqual([`body ${committee}`]);
  });
});

describe('of more posts than one thinks of laying down', () => {
  const posts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  /** The posts that Bob, who holds them all, thinks of laying down; their worth by name. */
  const offered = (order: readonly string[], worth: (name: string) => number): string[] => {
    const s = tinyScene({
      offices: order.length,
      officeId: order,
      officeKey: Uint32Array.from(order, (name) => hashText(name)),
      officeBody: new Int32Array(order.length).fill(committee),
      officeFilledBy: new Int32Array(order.length).fill(committee),
      officeCarries: order.map(() => []),
      holders: order.map((_, office) => ({ office, person: bob })),
    });
    s.state.officeWorth.set(order.map(worth));
    const menu = new Menu();
    offerHoldings(s, 'threaten-resign', bob, menu);
    return rowsOf(menu, 'threaten-resign').flatMap((k) => order[menu.office[k]] ?? []);
  };

  it('the most valuable come first', () => {
    expect(offered(posts, (name) => posts.indexOf(name) / 10)).toEqual(['h', 'g', 'f', 'e', 'd']);
  });

  it('of those worth the same the same ones come first, in whatever order the file has them', () => {
    const there = offered(posts, () => 0.3);
    expect(there).toHaveLength(5);
    expect(offered(posts.toReversed(), () => 0.3)).toEqual(there);
  });
});

describe('the last resignation', () => {
  it('is found within its time, unless it was taken back since', () => {
    const s = tinyScene();
    s.state.clock[0] = 5;
    expect(lastResignation(s, bob, 0)).toBe(-1);
    const at = apply(s, moveOf('resign', { by: bob, office: editor }));
    s.state.clock[0] = 8;
    apply(s, moveOf('declare', { by: bob, issue: peace, value: 25 }));
    expect(lastResignation(s, bob, 0)).toBe(at);
    expect(lastResignation(s, bob, 5)).toBe(at);
    expect(lastResignation(s, bob, 5.5)).toBe(-1);
    expect(lastResignation(s, cyr, 0)).toBe(-1);
    apply(s, moveOf('withdraw-resignation', { by: bob, office: editor, body: committee }));
    expect(lastResignation(s, bob, 0)).toBe(-1);
  });
});

it('an act that threatens opens what is answered', () => {
  const s = tinyScene();
  const slot = procedureOfAct(s, apply(s, moveOf('threaten-resign', { by: bob, office: editor })));
  expect(isResignation(s, slot)).toBe(true);
  expect(openLeave(s, bob, -1, editor)).toBe(slot);
});
