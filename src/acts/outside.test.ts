import { describe, expect, it } from 'vitest';
import {
  ann,
  apparatus,
  bob,
  committee,
  congress,
  moveOf,
  peace,
  press,
  tempo,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import type { Scene } from '../world/scene.ts';
import { seat } from '../world/seats.ts';
import {
  armedForce,
  askedFor,
  DemandOption,
  demandOf,
  endTalks,
  forceOf,
  hardestDemand,
  isMet,
  isTheirs,
  offerAnswerRule,
  Offered,
  openDemand,
  openTalks,
  outsiderIn,
  passTurn,
  talksOf,
  talksWith,
  Turn,
} from './outside.ts';
import { Rule } from './rules.ts';

function demanded(s: Scene, by = union, value = 25, force = 0.5, issue = peace): number {
  openDemand(
    s,
    moveOf('demand', { by, body: congress, issue, value, option: DemandOption.strike }),
    3,
    force,
  );
  return demandOf(s, by, issue);
}
const talking = (s: Scene, by = ann, to = union, issue = peace): number =>
  openTalks(s, moveOf('open-talks', { by, to, issue, value: 75 }), 4);

describe('what stands behind a demand', () => {
  it('a little for a name, what is held, and the largest share of a body’s votes; at most 1', () => {
    const s = tinyScene();
    expect(forceOf(s, union)).toBeCloseTo(0.075, 12);
    s.state.resourceHolder[press] = union;
    expect(forceOf(s, union)).toBeCloseTo(0.575, 12);
    seat(s, committee, union, 2);
    expect(forceOf(s, union)).toBeCloseTo(0.575, 12);
    seat(s, committee, union, 1);
    expect(forceOf(s, union)).toBeCloseTo(0.575 + 1 / 6, 12);
    seat(s, congress, union, 1);
    seat(s, congress, ann, 1);
    seat(s, congress, bob, 1);
    expect(forceOf(s, union)).toBeCloseTo(0.575 + 1 / 3, 12);
    s.state.resourceHolder[apparatus] = union;
    expect(forceOf(s, union)).toBe(1);
  });

  it('armed force: one’s own wholly, one’s body’s by half, else a third of a name', () => {
    const s = tinyScene({ resourceKind: ['force', 'apparatus'] });
    s.state.resourceWeight.fill(0.8);
    expect(armedForce(s, ann)).toBeCloseTo(0.175, 12);
    expect(armedForce(s, bob)).toBeCloseTo(0.8, 12);
    s.state.resourceHolder[0] = s.world.people + committee;
    expect(armedForce(s, bob)).toBeCloseTo(0.4, 12);
    expect(armedForce(s, union)).toBeCloseTo(0.175, 12);
    s.state.authority[ann] = 1;
    s.state.resourceHolder[0] = ann;
    s.state.resourceWeight[0] = 0.2;
    expect(armedForce(s, ann)).toBeCloseTo(0.35, 12);
  });
});

describe('demands', () => {
  it('press on the body that decides, wherever they were put, until they are renewed', () => {
    const s = tinyScene();
    s.state.clock[0] = 10;
    const slot = demanded(s);
    const x = s.state;
    expect([
      x.procBody[slot],
      x.procForce[slot],
      x.procOpened[slot],
      x.procDue[slot],
      x.procParent[slot],
    ]).toEqual([committee, 0.5, 10, 11, -1]);
    x.procState[slot] = 1;
    x.clock[0] = 12;
    expect(demanded(s, union, 50, 0.9)).toBe(slot);
    expect([
      x.procValue[slot],
      x.procForce[slot],
      x.procOpened[slot],
      x.procDue[slot],
      x.procState[slot],
    ]).toEqual([50, 0.9, 12, 13, 0]);
    expect(x.procKind.filter((k) => k >= 0)).toHaveLength(1);
  });

  it('of nothing in particular are none', () => {
    const s = tinyScene();
    openDemand(s, moveOf('demand', { by: union, issue: -1, value: 25 }), 0, 1);
    openDemand(s, moveOf('demand', { by: union, issue: peace, value: Number.NaN }), 0, 1);
    expect([demandOf(s, union, peace), hardestDemand(s, peace, -1)]).toEqual([-1, -1]);
  });

  it('are told apart by who makes them and on what; the hardest counts', () => {
    const s = tinyScene();
    const soft = demanded(s, union, 25, 0.3);
    const hard = demanded(s, bob, 0, 0.6);
    const other = demanded(s, union, 0, 0.9, tempo);
    expect([demandOf(s, union, peace), demandOf(s, union, tempo), demandOf(s, ann, peace)]).toEqual([
      soft,
      other,
      -1,
    ]);
    expect([hardestDemand(s, peace, -1), hardestDemand(s, peace, bob)]).toEqual([hard, soft]);
  });

  it('are met when the line is within fifteen points', () => {
    const s = tinyScene();
    const slot = demanded(s, union, 60);
    expect(isMet(s, slot)).toBe(true);
    s.state.procValue[slot] = 59.9;
    expect(isMet(s, slot)).toBe(false);
    s.state.procValue[slot] = 90;
    expect(isMet(s, slot)).toBe(true);
    s.state.line[committee * 2 + peace] = Number.NaN;
    expect(isMet(s, slot)).toBe(false);
  });
});

describe('talks', () => {
  it('begin with us, with nothing on the table, and take place in the body that decides', () => {
    const s = tinyScene();
    const slot = talking(s);
    const x = s.state;
    expect([x.procBody[slot], x.procState[slot], x.procOption[slot], x.procParent[slot]]).toEqual([
      committee,
      Turn.ours,
      Offered.nobody,
      -1,
    ]);
    expect(x.procForce[slot]).toBeNaN();
    expect(x.procValue[slot]).toBe(75);
  });

  it('are found by the outsider and the issue', () => {
    const s = tinyScene();
    const first = talking(s);
    const second = talking(s, ann, union, tempo);
    expect([talksWith(s, union, peace), talksWith(s, union, tempo), talksWith(s, union, -1)]).toEqual([
      first,
      second,
      first,
    ]);
    expect(talksWith(s, ann, peace)).toBe(-1);
    const of = (fields: Parameters<typeof moveOf>[1]): number => talksOf(s, moveOf('offer', fields));
    expect(of({ by: ann, proc: second })).toBe(second);
    expect(of({ by: union, issue: tempo })).toBe(second);
    expect(of({ by: ann, to: union, issue: peace })).toBe(first);
    // On an issue on which there are none, those that there are.
    expect(of({ by: union, issue: -1 })).toBe(first);
    expect(of({ by: ann, to: bob, issue: peace })).toBe(-1);
  });

  it('have an outsider on one side', () => {
    const s = tinyScene();
    const side = (by: number, to: number): number => outsiderIn(s, moveOf('offer', { by, to }));
    expect([
      side(union, ann),
      side(ann, union),
      side(ann, bob),
      side(s.world.people, union),
      side(-1, -1),
    ]).toEqual([union, union, -1, union, -1]);
    const slot = talking(s, ann, bob);
    const theirs = (by: number): boolean => isTheirs(s, moveOf('offer', { by }), slot);
    expect([theirs(bob), theirs(union), theirs(ann), theirs(-1)]).toEqual([true, true, false, false]);
  });

  it('an offer is answered by the other side only', () => {
    const s = tinyScene();
    const rule = (by: number, to = -1): number =>
      offerAnswerRule(s, moveOf('accept-offer', { by, to, issue: peace }));
    expect(rule(ann, union)).toBe(Rule.noTalks);
    const slot = talking(s);
    expect([rule(ann, union), rule(union)]).toEqual([Rule.notAddressed, Rule.notAddressed]);
    s.state.procOption[slot] = Offered.them;
    expect([rule(ann, union), rule(union)]).toEqual([Rule.allowed, Rule.notAddressed]);
    s.state.procOption[slot] = Offered.us;
    expect([rule(ann, union), rule(union)]).toEqual([Rule.notAddressed, Rule.allowed]);
  });

  it('what is asked for is what is demanded, else the point nearest to where they are known to stand', () => {
    const s = tinyScene();
    const slot = talking(s);
    s.state.publicMean[union * 2 + peace] = 35;
    expect(askedFor(s, slot)).toBe(25);
    demanded(s, union, 0);
    expect(askedFor(s, slot)).toBe(0);
  });

  it('the word passes for a day; when they end, what was demanded falls due again', () => {
    const s = tinyScene();
    s.state.clock[0] = 10;
    const demand = demanded(s);
    s.state.procDue[demand] = 40;
    const slot = talking(s);
    passTurn(s, slot, Turn.theirs);
    expect([s.state.procState[slot], s.state.procCount[slot], s.state.procDue[slot]]).toEqual([
      Turn.theirs,
      1,
      11,
    ]);
    endTalks(s, slot);
    expect([s.state.procKind[slot], s.state.procDue[demand]]).toEqual([-1, 11]);
    s.state.procDue[demand] = 10.5;
    endTalks(s, talking(s));
    expect(s.state.procDue[demand]).toBe(10.5);
  });
});
