import { describe, expect, it } from 'vitest';
import { stand } from '../../../test/helpers/committee.ts';
import { openCount } from '../../../test/helpers/procedures.ts';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  dan,
  eva,
  legal,
  meaning,
  moveOf,
  peace,
  tieBetween,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { markOf, openProcedure, procedureOfAct, setMark } from '../../world/procedures.ts';
import type { Move } from '../../world/record.ts';
import type { Scene } from '../../world/scene.ts';
import { Mark } from '../../world/state.ts';
import { Threat } from '../demands.ts';
import { procedureNumber } from '../index.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';
import { Stage } from '../ultimata.ts';
import { firstDefiant } from './enforce.ts';
import { ReplyOption } from './reply.ts';

const ultimatum = (fields: Partial<Move> = {}): Move =>
  moveOf('ultimatum', {
    by: ann,
    to: bob,
    body: committee,
    issue: peace,
    value: 75,
    option: Threat.expel,
    ...fields,
  });
/** Ann and eva tell bob to come to the line. */
function told(option: number = Threat.expel): { s: Scene; slot: number } {
  const s = tinyScene();
  s.state.tie.fill(0);
  s.state.clock[0] = 10;
  return { s, slot: procedureOfAct(s, apply(s, ultimatum({ option }), [ann, eva], [bob])) };
}
const reply = (slot: number, option: number, by = bob): Move =>
  moveOf('reply', { by, to: ann, body: committee, issue: peace, proc: slot, option });

describe('an ultimatum', () => {
  it('is addressed to somebody else, once', () => {
    const s = tinyScene();
    expect(legal(s, ultimatum())).toBe(Rule.allowed);
    expect(legal(s, ultimatum({ by: -1 }))).toBe(Rule.noSeat);
    expect(legal(s, ultimatum({ to: ann }))).toBe(Rule.self);
    expect(legal(s, ultimatum({ to: -1, body: -1 }))).toBe(Rule.notAddressed);
    expect(legal(s, ultimatum({ to: -1 }))).toBe(Rule.allowed);
    const motion = openProcedure(
      s,
      procedureNumber('motion'),
      moveOf('motion', { by: bob, issue: -1 }),
      0,
      1,
    );
    expect(legal(s, ultimatum({ proc: motion }))).toBe(Rule.wrongKind);
    apply(s, ultimatum());
    expect(legal(s, ultimatum())).toBe(Rule.alreadyOpen);
  });

  it('asks those addressed, sets a deadline two days off, and stands by the votes of those who issue it', () => {
    const { s, slot } = told();
    const x = s.state;
    expect([ann, eva, bob, cyr].map((p) => markOf(s, slot, p))).toEqual([
      Mark.reserved,
      Mark.reserved,
      Mark.asked,
      Mark.none,
    ]);
    expect([x.procDue[slot], x.procForce[slot], x.procCount[slot]]).toEqual([10.25, 12, 400]);
    expect(x.addressedUntil[bob]).toBeGreaterThan(10);
    expect(tieBetween(s, ann, bob)).toBeCloseTo(-0.1, 12);
    expect(tieBetween(s, bob, ann)).toBeCloseTo(-0.1, 12);
    expect(tieBetween(s, bob, eva)).toBe(0);
    expect(x.strain[0]).toBeCloseTo(0.05, 12);
  });

  it('without names goes to those who show dissent, with the threat that the rules suggest', () => {
    const s = tinyScene();
    stand(s, [75, 25, 30, 70, 80]);
    const slot = procedureOfAct(s, apply(s, ultimatum({ to: -1, option: -1 })));
    expect([bob, cyr, dan, eva].map((p) => markOf(s, slot, p))).toEqual([
      Mark.asked,
      Mark.asked,
      Mark.none,
      Mark.none,
    ]);
    expect([s.state.procOption[slot], s.state.procTo[slot]]).toEqual([Threat.expel, bob]);
  });

  it('on paper, takes its signatories and its text from there, and ends the round', () => {
    const s = tinyScene();
    const m = moveOf('draft-statement', { by: ann, body: committee, issue: peace, value: 75, option: 3 });
    const paper = procedureOfAct(s, apply(s, m));
    setMark(s, paper, eva, Mark.yes);
    const at = apply(s, moveOf('ultimatum', { by: ann, proc: paper }));
    const slot = procedureOfAct(s, at);
    expect([s.state.procIssue[slot], s.state.procBody[slot], s.state.procValue[slot]]).toEqual([
      peace,
      committee,
      75,
    ]);
    expect([markOf(s, slot, ann), markOf(s, slot, eva)]).toEqual([Mark.reserved, Mark.reserved]);
    expect(openCount(s, 'paper')).toBe(0);
  });

  it('is hostile to the one named; on paper it counts on the votes under it', () => {
    const s = tinyScene();
    const row = meaning(s, ultimatum());
    expect([row[Mean.with], row[Mean.warmth] < 0, row[Mean.chance]]).toEqual([bob, true, 0.7]);
    expect(meaning(s, ultimatum({ to: 6 + committee }))[Mean.with]).toBe(-1);
    const paper = openProcedure(s, procedureNumber('paper'), ultimatum(), 0, 1);
    for (const p of [ann, eva]) setMark(s, paper, p, Mark.yes);
    const written = meaning(s, ultimatum({ proc: paper }));
    expect([written[Mean.joins], written[Mean.side]]).toEqual([paper, 1]);
    expect(written[Mean.chance]).toBeCloseTo(0.5, 12);
  });
});

describe('the answer', () => {
  it('is given by those addressed, once; who was silent may still speak', () => {
    const { s, slot } = told();
    expect(legal(s, reply(slot, 0))).toBe(Rule.allowed);
    expect(legal(s, reply(slot, 0, cyr))).toBe(Rule.notAddressed);
    expect(legal(s, reply(slot, 0, ann))).toBe(Rule.notAddressed);
    expect(legal(s, reply(-1, 0))).toBe(Rule.noProcedure);
    setMark(s, slot, bob, Mark.silent);
    expect(legal(s, reply(slot, 0))).toBe(Rule.allowed);
    apply(s, reply(slot, ReplyOption.refuse));
    expect(legal(s, reply(slot, 0))).toBe(Rule.answered);
  });

  it('leaves its mark; giving in eases the strain, refusing adds to it; both say where he stands', () => {
    const answered = (option: number): [mark: number, strain: number, stance: number] => {
      const { s, slot } = told();
      const before = s.state.strain[0];
      apply(s, reply(slot, option));
      return [markOf(s, slot, bob), Math.sign(s.state.strain[0] - before), s.state.stance[bob * 2 + peace]];
    };
    expect(answered(ReplyOption.comply)).toEqual([Mark.yes, -1, 75]);
    expect(answered(ReplyOption.refuse)).toEqual([Mark.no, 1, 25]);
    expect(answered(ReplyOption.evade)).toEqual([Mark.evaded, 0, Number.NaN]);
    expect(answered(ReplyOption.silence)).toEqual([Mark.silent, 0, Number.NaN]);
  });

  it('means yielding or speaking out, with the risk that goes with it: most for refusing, least for giving in', () => {
    const { s, slot } = told();
    const [comply, refuse, evade] = [0, 1, 2].map((o) => meaning(s, reply(slot, o)));
    expect([comply[Mean.bearing], comply[Mean.value], comply[Mean.side]]).toEqual([Bearing.yield, 75, 1]);
    expect([refuse[Mean.bearing], refuse[Mean.value], refuse[Mean.side]]).toEqual([Bearing.voice, 25, -1]);
    expect(evade[Mean.bearing]).toBe(Bearing.none);
    expect([refuse[Mean.breach], refuse[Mean.authority]]).toEqual([0.5, committee]);
    expect([comply, refuse, evade].map((r) => r[Mean.with])).toEqual([ann, ann, ann]);
    expect(refuse[Mean.sanction]).toBeGreaterThan(0);
    expect(evade[Mean.sanction]).toBeLessThan(0);
    expect(comply[Mean.sanction]).toBeLessThan(evade[Mean.sanction]);
    expect([
      comply[Mean.warmth] > 0,
      refuse[Mean.warmth] < 0,
      comply[Mean.split] < 0,
      refuse[Mean.split] > 0,
    ]).toEqual([true, true, true, true]);
  });
});

describe('after the deadline', () => {
  it('carrying out means excluding, going or pressing, by what was threatened', () => {
    const means = (option: number): Float64Array => {
      const { s, slot } = told(option);
      setMark(s, slot, bob, Mark.no);
      return meaning(s, moveOf('enforce', { by: ann, proc: slot }));
    };
    const [expel, remove, resign, congress] = [
      Threat.expel,
      Threat.remove,
      Threat.resign,
      Threat.congress,
    ].map(means);
    expect([expel, remove, resign, congress].map((r) => r[Mean.bearing])).toEqual([
      Bearing.exclude,
      Bearing.exclude,
      Bearing.leave,
      Bearing.press,
    ]);
    expect([expel[Mean.target], expel[Mean.with], expel[Mean.warmth] < 0]).toEqual([bob, bob, true]);
    expect(expel[Mean.split]).toBeGreaterThan(remove[Mean.split]);
    // Ann’s seat and post are worth everything she could lose.
    expect([resign[Mean.posts], expel[Mean.posts]]).toEqual([-1, 0]);
    expect(expel[Mean.chance]).toBeCloseTo(0.1 + 0.9 * 0.4, 12);
  });

  it('is aimed at the weightiest of those who defy', () => {
    const { s, slot } = told();
    expect(firstDefiant(s, slot)).toBe(-1);
    s.state.authority.set([1, 0.4, 0.6, 0.6, 0.9, 1]);
    setMark(s, slot, bob, Mark.silent);
    expect(firstDefiant(s, slot)).toBe(bob);
    setMark(s, slot, dan, Mark.evaded);
    setMark(s, slot, cyr, Mark.yes);
    expect(firstDefiant(s, slot)).toBe(dan);
  });

  it('it is carried out at once, or dropped; the one strains, the other eases', () => {
    const { s, slot } = told();
    s.state.clock[0] = 12;
    const before = s.state.strain[0];
    const at = apply(s, moveOf('enforce', { by: ann, proc: slot }));
    const x = s.state;
    expect([x.procState[slot], x.procDue[slot], x.procOpened[slot], x.actOption[at], x.actBody[at]]).toEqual([
      Stage.enforced,
      12,
      12,
      Threat.expel,
      committee,
    ]);
    expect(x.strain[0]).toBeGreaterThan(before);
    const dropped = told();
    const strain = dropped.s.state.strain[0];
    apply(dropped.s, moveOf('back-down', { by: ann, proc: dropped.slot }));
    expect(openCount(dropped.s, 'ultimatum')).toBe(0);
    expect(dropped.s.state.strain[0]).toBeLessThan(strain);
    const row = meaning(told().s, moveOf('back-down', { by: ann, proc: 0 }));
    expect([row[Mean.blame] > 0, row[Mean.owed] < 0, row[Mean.split] < 0, row[Mean.side] < 0]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});
