import { describe, expect, it } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  congress,
  cyr,
  dan,
  east,
  eva,
  legal,
  meaning,
  moveOf,
  north,
  peace,
  south,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import { markOf, openProcedure } from '../world/procedures.ts';
import type { Move } from '../world/record.ts';
import type { Scene } from '../world/scene.ts';
import { Mark } from '../world/state.ts';
import { actsFor, allDelegates, branchOf, leanGap, shareFor } from './branches.ts';
import {
  Call,
  callFor,
  congressOf,
  demandCongress,
  hasCalled,
  mayCall,
  notice,
  openCall,
} from './congresses.ts';
import { procedureNumber } from './index.ts';
import { Bearing, Mean } from './meaning.ts';
import { Rule } from './rules.ts';

const branch = (h: number): number => 6 + 2 + h;
const call = (by: number, fields: Partial<Move> = {}): Move =>
  moveOf('call-congress', { by, body: congress, issue: peace, value: 25, ...fields });
const state = (s: Scene): number => s.state.procState[openCall(s, congress)];

describe('branches', () => {
  it('have codes of their own', () => {
    const s = tinyScene();
    expect(
      [branch(north), branch(east), branch(3), 6 + congress, ann, -1].map((c) => branchOf(s, c)),
    ).toEqual([north, east, -1, -1, -1, -1]);
  });

  it('take the nearer side with their delegates; half each where they stand between', () => {
    const s = tinyScene();
    // North (0.4) leans to 20, south (0.35) to 50, east (0.25) to 80.
    expect(allDelegates(s)).toBeCloseTo(1, 12);
    expect(shareFor(s, peace, 25, 75)).toBeCloseTo(0.4 + 0.175, 12);
    expect(shareFor(s, peace, 75, 25)).toBeCloseTo(0.25 + 0.175, 12);
    expect(shareFor(s, peace, 40, 75)).toBeCloseTo(0.75, 12);
    s.state.branchShare.set([4, 2, 2]);
    expect(shareFor(s, peace, 40, 75)).toBeCloseTo(0.75, 12);
    expect([
      shareFor(s, -1, 25, 75),
      shareFor(s, peace, Number.NaN, 75),
      shareFor(s, peace, 25, Number.NaN),
    ]).toEqual([0.5, 0.5, 0.5]);
    s.state.branchShare.fill(0);
    expect(shareFor(s, peace, 25, 75)).toBe(0.5);
  });

  it('are spoken for by their secretary, else by those who sit in their body', () => {
    const s = tinyScene({ branchBody: Int32Array.of(-1, committee, -1) });
    expect([
      actsFor(s, dan, north),
      actsFor(s, ann, north),
      actsFor(s, ann, south),
      actsFor(s, union, south),
    ]).toEqual([true, false, true, false]);
    s.state.branchHead[east] = -1;
    expect(actsFor(s, eva, east)).toBe(false);
    expect(leanGap(s, north, bob, peace)).toBe(5);
  });
});

describe('calling a congress', () => {
  it('the one above that does not sit; if nothing is named, one that gives verdicts', () => {
    const s = tinyScene();
    expect([congressOf(s, committee), congressOf(s, congress), congressOf(s, -1)]).toEqual([
      congress,
      congress,
      congress,
    ]);
    s.state.convened[congress] = 1;
    expect([congressOf(s, committee), congressOf(s, -1)]).toEqual([-1, -1]);
    const none = tinyScene({ powers: [new Map(), new Map()] });
    expect(congressOf(none, -1)).toBe(-1);
  });

  it('a body may that stands right below, or that has the power and stands below', () => {
    expect(mayCall(tinyScene({ powers: [new Map(), new Map()] }), committee, congress)).toBe(true);
    const s = tinyScene();
    expect([mayCall(s, congress, congress), mayCall(s, committee, committee)]).toEqual([false, true]);
  });

  it('one member raises the demand; most of the votes of the body below call it', () => {
    const s = tinyScene();
    demandCongress(s, call(bob), congress, 0, false);
    expect([
      state(s),
      markOf(s, openCall(s, congress), bob),
      s.state.procValue[openCall(s, congress)],
    ]).toEqual([Call.demanded, Mark.yes, 25]);
    s.party.by.set([bob, cyr, dan]);
    s.party.byCount = 3;
    demandCongress(s, call(bob), congress, 0, false);
    expect(state(s)).toBe(Call.called);
    expect(s.state.procDue[openCall(s, congress)]).toBe(notice);
    expect([cyr, dan, eva].map((p) => markOf(s, openCall(s, congress), p))).toEqual([
      Mark.yes,
      Mark.yes,
      Mark.none,
    ]);
  });

  it('branches call it with a third of the delegates, each counted once', () => {
    const s = tinyScene();
    s.state.branchShare.set([0.3, 0.2, 0.5]);
    demandCongress(s, call(branch(north)), congress, 0, true);
    expect(state(s)).toBe(Call.demanded);
    demandCongress(s, call(branch(north)), congress, 0, false);
    expect(state(s)).toBe(Call.demanded);
    demandCongress(s, call(branch(south)), congress, 0, true);
    expect(state(s)).toBe(Call.called);
    expect(s.state.procForce[openCall(s, congress)]).toBeCloseTo(0.5, 12);
  });

  it('the body itself calls it at once; one without the right does not', () => {
    const s = tinyScene();
    demandCongress(s, call(6 + committee), congress, 0, false);
    expect(state(s)).toBe(Call.called);
    const t = tinyScene();
    demandCongress(t, call(6 + congress), congress, 0, false);
    expect(state(t)).toBe(Call.demanded);
  });

  it('what is called is not called again; a later demand does not change what it is about', () => {
    const s = tinyScene();
    demandCongress(s, call(6 + committee), congress, 0, false);
    const slot = openCall(s, congress);
    s.state.clock[0] = 5;
    callFor(s, slot);
    expect(s.state.procDue[slot]).toBe(notice);
    demandCongress(s, call(bob, { value: 75 }), congress, 0, false);
    expect(s.state.procValue[slot]).toBe(25);
  });

  it('a branch has called if it did so since the demand was raised, or within two months', () => {
    const s = tinyScene();
    apply(s, call(branch(north), { thing: north }));
    const slot = openCall(s, congress);
    expect([hasCalled(s, branch(north), slot), hasCalled(s, branch(south), slot)]).toEqual([true, false]);
    s.state.clock[0] = 60;
    expect(hasCalled(s, branch(north), -1)).toBe(true);
    s.state.clock[0] = 60.1;
    expect(hasCalled(s, branch(north), -1)).toBe(false);
    s.state.procOpened[slot] = 1;
    expect(hasCalled(s, branch(north), slot)).toBe(false);
  });
});

describe('the acts', () => {
  it('who may call: branches and members once, bodies with the right, nobody what is called or sits', () => {
    const s = tinyScene();
    expect([bob, branch(north), 6 + committee, 6 + congress, union].map((by) => legal(s, call(by)))).toEqual([
      Rule.allowed,
      Rule.allowed,
      Rule.allowed,
      Rule.noPower,
      Rule.noSeat,
    ]);
    apply(s, call(bob));
    expect([legal(s, call(bob)), legal(s, call(cyr))]).toEqual([Rule.answered, Rule.allowed]);
    apply(s, call(6 + committee));
    expect(legal(s, call(cyr))).toBe(Rule.alreadyOpen);
    const sits = tinyScene({ convened: Uint8Array.of(1, 1) });
    expect(legal(sits, call(bob))).toBe(Rule.noSuperior);
  });

  it('calling presses with the branches on its side, over the head of the body that decides', () => {
    const s = tinyScene();
    const row = meaning(s, call(bob));
    expect([
      row[Mean.bearing],
      row[Mean.body],
      row[Mean.authority],
      row[Mean.value],
      row[Mean.said],
      row[Mean.joins],
    ]).toEqual([Bearing.press, committee, committee, 25, 25, -1]);
    expect(row[Mean.chance]).toBeCloseTo(0.6 * 0.575, 12);
    expect([row[Mean.breach] > 0, row[Mean.split] > 0, row[Mean.blame] > 0]).toEqual([true, true, true]);
    apply(s, call(bob));
    const joined = meaning(s, call(cyr));
    expect([joined[Mean.joins], joined[Mean.side]]).toEqual([openCall(s, congress), 1]);
    expect(meaning(tinyScene(), call(bob, { issue: -1 }))[Mean.bearing]).toBe(Bearing.none);
  });

  it('an appeal goes to the body above, on a point, by who sits below, once', () => {
    const appeal = (fields: Partial<Move> = {}): Move =>
      moveOf('appeal', { by: bob, body: committee, issue: peace, value: 25, ...fields });
    const s = tinyScene();
    expect(legal(s, appeal())).toBe(Rule.allowed);
    expect(legal(s, appeal({ by: 6 + committee }))).toBe(Rule.collective);
    expect(legal(s, appeal({ by: union }))).toBe(Rule.noSeat);
    expect(legal(s, appeal({ body: congress }))).toBe(Rule.noSuperior);
    expect(legal(s, appeal({ issue: -1 }))).toBe(Rule.noGrievance);
    expect(legal(s, appeal({ value: Number.NaN }))).toBe(Rule.noGrievance);
    const asleep = meaning(s, appeal());
    expect([asleep[Mean.bearing], asleep[Mean.body]]).toEqual([Bearing.press, committee]);
    expect(asleep[Mean.chance]).toBeCloseTo(0.5 * 0.575, 12);
    const sits = meaning(tinyScene({ convened: Uint8Array.of(1, 1) }), appeal());
    expect([sits[Mean.bearing], sits[Mean.body], sits[Mean.chance]]).toEqual([Bearing.motion, congress, 1]);
    apply(s, appeal());
    expect(legal(s, appeal())).toBe(Rule.alreadyOpen);
    expect(legal(s, appeal({ by: cyr }))).toBe(Rule.allowed);
  });

  it('a verdict is the line everywhere below, and the congress goes home', () => {
    const s = tinyScene({ convened: Uint8Array.of(1, 1) });
    const verdict = moveOf('verdict', { by: 6 + congress, issue: peace, value: 25, option: 0 });
    expect(legal(s, verdict)).toBe(Rule.allowed);
    expect(legal(s, { ...verdict, by: ann })).toBe(Rule.noPower);
    expect(legal(s, { ...verdict, by: 6 + committee })).toBe(Rule.noPower);
    expect(legal(tinyScene(), verdict)).toBe(Rule.notConvened);
    const slot = openProcedure(s, procedureNumber('congress'), call(bob), 0, 9);
    s.state.clock[0] = 7;
    apply(s, verdict);
    const x = s.state;
    expect([
      x.line[committee * 2 + peace],
      x.line[congress * 2 + peace],
      x.convened[congress],
      x.procKind[slot],
    ]).toEqual([25, 25, 0, -1]);
    expect([x.decided[committee * 2 + peace], x.decided[congress * 2 + peace]]).toEqual([7, 7]);
  });

  it('delegates elected show where a branch leans', () => {
    const s = tinyScene();
    const elect = moveOf('elect-delegates', { by: branch(south), issue: peace, value: 30 });
    expect([legal(s, elect), legal(s, { ...elect, by: ann })]).toEqual([Rule.allowed, Rule.noBranch]);
    const at = apply(s, elect);
    expect([s.state.branchLean[south * 2 + peace], s.state.actThing[at]]).toEqual([30, south]);
    apply(s, moveOf('elect-delegates', { by: branch(north), issue: peace, value: Number.NaN }));
    expect(s.state.branchLean[north * 2 + peace]).toBe(20);
  });
});
