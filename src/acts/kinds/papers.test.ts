import { describe, expect, it } from 'vitest';
import { openCount } from '../../../test/helpers/procedures.ts';
import {
  ann,
  apply,
  bob,
  committee,
  congress,
  cyr,
  dan,
  editor,
  eva,
  legal,
  meaning,
  moveOf,
  peace,
  record,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { markOf, openProcedure, procedureOfAct, setMark } from '../../world/procedures.ts';
import type { Move } from '../../world/record.ts';
import type { Scene } from '../../world/scene.ts';
import { ActFlag, Mark } from '../../world/state.ts';
import { procedureNumber } from '../index.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Purpose, Round } from '../papers.ts';
import { Leave } from '../resignations.ts';
import { Rule } from '../rules.ts';
import { SignOption } from './sign.ts';

/** Bob drafts a paper for 25 on peace in the committee. */
const draft = (fields: Partial<Move> = {}): Move =>
  moveOf('draft-statement', {
    by: bob,
    body: committee,
    issue: peace,
    value: 25,
    option: Purpose.protest,
    ...fields,
  });
function drafted(option: number = Purpose.protest): { s: Scene; slot: number } {
  const s = tinyScene();
  return { s, slot: procedureOfAct(s, apply(s, draft({ option }))) };
}
const answer = (kind: string, slot: number, by: number, fields: Partial<Move> = {}): Move =>
  moveOf(kind, { by, proc: slot, ...fields });

describe('a draft', () => {
  it('is made by a person who sits there, on a point, once', () => {
    const s = tinyScene();
    const rule = (fields: Partial<Move>): number => legal(s, draft(fields));
    expect(rule({})).toBe(Rule.allowed);
    expect(rule({ by: union })).toBe(Rule.collective);
    expect(rule({ by: -1 })).toBe(Rule.collective);
    expect(rule({ by: s.world.people + committee })).toBe(Rule.collective);
    expect(rule({ body: -1 })).toBe(Rule.noSeat);
    expect(rule({ body: congress })).toBe(Rule.notConvened);
    expect(rule({ issue: -1 })).toBe(Rule.noGrievance);
    expect(rule({ value: Number.NaN })).toBe(Rule.noGrievance);
    apply(s, draft());
    expect(rule({})).toBe(Rule.alreadyOpen);
    expect(rule({ by: cyr })).toBe(Rule.allowed);
  });

  it('carries its drafter’s name and goes to those whom he trusts and takes to be on its side', () => {
    const { s, slot } = drafted();
    // Bob trusts cyr (25) and dan (50), fights ann; eva he hardly knows.
    expect([bob, cyr, ann].map((p) => markOf(s, slot, p))).toEqual([Mark.yes, Mark.asked, Mark.none]);
    expect(s.state.procDue[slot]).toBe(0.5);
  });

  it('with several drafters they have all signed', () => {
    const s = tinyScene();
    const slot = procedureOfAct(s, apply(s, draft({ option: -1 }), [bob, dan]));
    expect([bob, dan].map((p) => markOf(s, slot, p))).toEqual([Mark.yes, Mark.yes]);
    expect(s.state.procOption[slot]).toBe(Purpose.protest);
  });

  it('is heard and strains less than the paper that it may become', () => {
    const s = tinyScene();
    const row = meaning(s, draft({ option: Purpose.resign }));
    expect([row[Mean.publicity], row[Mean.chance]]).toEqual([0.6, 0.5]);
    expect(row[Mean.split]).toBeCloseTo(0.6 * 0.12, 12);
  });
});

describe('answers to a paper', () => {
  it('come from those who have not answered, also from those who were not asked; the drafter may repeat his', () => {
    const { s, slot } = drafted();
    for (const kind of ['sign', 'decline']) {
      expect(legal(s, answer(kind, slot, cyr))).toBe(Rule.allowed);
      expect(legal(s, answer(kind, slot, eva))).toBe(Rule.allowed);
      expect(legal(s, answer(kind, slot, bob))).toBe(Rule.allowed);
      expect(legal(s, answer(kind, slot, union))).toBe(Rule.collective);
      expect(legal(s, answer(kind, -1, cyr))).toBe(Rule.noProcedure);
      for (const mark of [Mark.yes, Mark.no, Mark.reserved]) {
        setMark(s, slot, cyr, mark);
        expect(legal(s, answer(kind, slot, cyr))).toBe(Rule.answered);
      }
      setMark(s, slot, cyr, Mark.silent);
      expect(legal(s, answer(kind, slot, cyr))).toBe(Rule.allowed);
    }
    const motion = openProcedure(
      s,
      procedureNumber('motion'),
      moveOf('motion', { by: bob, body: committee }),
      0,
      1,
    );
    expect(legal(s, answer('sign', motion, cyr))).toBe(Rule.wrongKind);
  });

  it('a signature, with or without reservation, and a refusal leave their marks', () => {
    const mark = (kind: string, fields: Partial<Move> = {}): number => {
      const { s, slot } = drafted(Purpose.resign);
      apply(s, answer(kind, slot, cyr, fields));
      expect(record(s).at(-1)).toBe(kind);
      return markOf(s, slot, cyr);
    };
    expect(mark('sign', { option: SignOption.full })).toBe(Mark.yes);
    expect(mark('sign', { option: SignOption.reserved })).toBe(Mark.reserved);
    expect(mark('sign', { flags: ActFlag.reserved })).toBe(Mark.reserved);
    expect(mark('decline')).toBe(Mark.no);
  });

  it('signing sides with those who have signed, wholly or in part; declining against them', () => {
    const { s, slot } = drafted(Purpose.resign);
    const full = meaning(s, answer('sign', slot, cyr, { option: SignOption.full }));
    const reserved = meaning(s, answer('sign', slot, cyr, { option: SignOption.reserved }));
    const no = meaning(s, answer('decline', slot, cyr));
    for (const row of [full, reserved, no]) expect([row[Mean.joins], row[Mean.with]]).toEqual([slot, bob]);
    expect([full[Mean.side], no[Mean.side]]).toEqual([1, -1]);
    expect(reserved[Mean.side]).toBeGreaterThan(0);
    expect(reserved[Mean.side]).toBeLessThan(1);
    expect(reserved[Mean.warmth]).toBeLessThan(full[Mean.warmth]);
    expect(no[Mean.warmth]).toBeLessThan(0);
    expect([full[Mean.bearing], reserved[Mean.bearing]]).toEqual([Bearing.leave, Bearing.voice]);
    expect([full[Mean.posts] < 0, reserved[Mean.posts]]).toEqual([true, 0]);
  });
});

describe('a statement', () => {
  it('needs two signatures, if it is a paper that has gone round', () => {
    const { s, slot } = drafted();
    const m = (fields: Partial<Move> = {}): Move => answer('statement', slot, bob, fields);
    expect(legal(s, m())).toBe(Rule.tooFew);
    setMark(s, slot, cyr, Mark.reserved);
    expect(legal(s, m())).toBe(Rule.allowed);
    expect(legal(s, m({ by: -1 }))).toBe(Rule.noSeat);
    expect(legal(tinyScene(), moveOf('statement', { by: bob, issue: peace, value: 25 }))).toBe(Rule.allowed);
  });

  it('takes from the paper what it does not say itself; all who have signed stand for it, and the round is over', () => {
    const { s, slot } = drafted();
    setMark(s, slot, cyr, Mark.yes);
    s.state.publicMean[cyr * 2 + peace] = 60;
    const at = apply(s, answer('statement', slot, bob));
    const x = s.state;
    expect([x.actIssue[at], x.actBody[at], x.actValue[at], x.actOption[at]]).toEqual([
      peace,
      committee,
      25,
      Purpose.protest,
    ]);
    expect([x.stance[bob * 2 + peace], x.stance[cyr * 2 + peace]]).toEqual([25, 25]);
    expect(x.stance[dan * 2 + peace]).toBeNaN();
    expect(x.publicMean[cyr * 2 + peace]).toBeLessThan(60);
    expect(x.strain[0]).toBeCloseTo(0.04, 12);
    expect(openCount(s, 'paper')).toBe(0);
  });

  it('of resignation is carried out by its procedure the same day', () => {
    const { s, slot } = drafted(Purpose.resign);
    s.state.clock[0] = 4;
    setMark(s, slot, cyr, Mark.yes);
    const at = apply(s, answer('statement', slot, bob));
    const x = s.state;
    expect([x.procState[slot], x.procDue[slot], x.procOpened[slot], x.procOrigin[slot]]).toEqual([
      Round.issued,
      4,
      4,
      at,
    ]);
    expect(x.seat[committee * 6 + cyr]).toBe(1);
  });

  it('public, or of resignation, it is heard by all alike; a denial tells hardly anything and does not strain', () => {
    const shift = (fields: Partial<Move>): number => {
      const s = tinyScene();
      s.state.publicMean[bob * 2 + peace] = 50;
      apply(s, moveOf('statement', { by: bob, body: committee, issue: peace, value: 75, ...fields }));
      return s.state.publicMean[bob * 2 + peace] - 50;
    };
    const [body, open, resign, denial] = [
      shift({ option: Purpose.protest }),
      shift({ option: Purpose.protest, flags: ActFlag.public }),
      shift({ option: Purpose.resign }),
      shift({ option: Purpose.denial }),
    ];
    expect(open).toBeGreaterThan(body);
    expect(resign).toBe(open);
    expect(denial).toBeLessThan(open / 4);
    expect(denial).toBeGreaterThan(0);
    const s = tinyScene();
    apply(
      s,
      moveOf('statement', { by: bob, body: committee, issue: peace, value: 75, option: Purpose.denial }),
    );
    expect(s.state.strain[0]).toBe(0);
  });
});

describe('offers and threats to go', () => {
  it('open a procedure that stands for one’s own position: the threat after a week, the offer at once', () => {
    for (const [kind, state, due] of [
      ['threaten-resign', Leave.threatened, 7],
      ['offer-resign', Leave.offered, 0.5],
    ] as const) {
      const s = tinyScene();
      const slot = procedureOfAct(s, apply(s, moveOf(kind, { by: bob, office: editor })));
      const x = s.state;
      expect([x.procState[slot], x.procDue[slot], x.procIssue[slot], x.procValue[slot]]).toEqual([
        state,
        due,
        peace,
        25,
      ]);
      for (const p of [ann, eva]) expect(x.addressedUntil[p]).toBeGreaterThan(0);
      expect(x.strain[0] > 0).toBe(kind === 'threaten-resign');
    }
  });

  it('risk the post as far as one is taken at one’s word', () => {
    const s = tinyScene();
    for (const kind of ['threaten-resign', 'offer-resign']) {
      const row = meaning(s, moveOf(kind, { by: bob, office: editor }));
      expect(row[Mean.posts]).toBeCloseTo(-0.4 * row[Mean.chance], 12);
      expect([row[Mean.issue], row[Mean.value], row[Mean.said], row[Mean.body]]).toEqual([
        peace,
        25,
        25,
        committee,
      ]);
    }
  });

  it('accepted, the post is vacant or the seat lost; refused, he is asked again', () => {
    const offered = (fields: Partial<Move>): { s: Scene; slot: number; by: number } => {
      const s = tinyScene();
      const slot = procedureOfAct(s, apply(s, moveOf('offer-resign', { by: bob, ...fields })));
      return { s, slot, by: s.world.people + committee };
    };
    const post = offered({ office: editor });
    apply(post.s, moveOf('accept-resignation', { by: post.by, proc: post.slot }));
    expect([post.s.state.holder[editor], post.s.state.seat[committee * 6 + bob]]).toEqual([-1, 1]);
    expect(openCount(post.s, 'resignation')).toBe(0);
    expect(post.s.state.strain[0]).toBeGreaterThan(0);
    const seat = offered({ body: committee });
    apply(seat.s, moveOf('accept-resignation', { by: seat.by, proc: seat.slot }));
    expect([seat.s.state.holder[editor], seat.s.state.seat[committee * 6 + bob]]).toEqual([-1, 0]);
    const kept = offered({ body: committee });
    kept.s.state.clock[0] = 3;
    apply(kept.s, moveOf('refuse-resignation', { by: kept.by, proc: kept.slot }));
    const x = kept.s.state;
    expect([x.procState[kept.slot], x.procDue[kept.slot], x.seat[committee * 6 + bob]]).toEqual([
      Leave.refused,
      3.5,
      1,
    ]);
    expect(x.addressedUntil[bob]).toBeGreaterThan(3);
  });
});
