import { describe, expect, it } from 'vitest';
import {
  ann,
  apparatus,
  bob,
  committee,
  congress,
  cyr,
  dan,
  editor,
  eva,
  peace,
  secretary,
  setTie,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import { seat } from '../world/seats.ts';
import {
  adoptLine,
  candidateFor,
  chairOf,
  giveSeat,
  holdsApparatus,
  holdsOffice,
  isAbove,
  leaveBody,
  officeRule,
  seatPowerRule,
  worthInOrganisation,
} from './posts.ts';
import { Rule } from './rules.ts';

const code = (body: number): number => 6 + body;

describe('who disposes of posts', () => {
  it('the body that fills a post, whoever stands above it, and whoever has that power', () => {
    const s = tinyScene({ powers: [new Map(), new Map()] });
    expect([
      officeRule(s, code(committee), editor, 'remove'),
      officeRule(s, code(congress), editor, 'remove'),
    ]).toEqual([Rule.allowed, Rule.allowed]);
    const other = tinyScene({
      officeFilledBy: Int32Array.of(congress, congress),
      powers: [new Map(), new Map()],
    });
    expect(officeRule(other, code(committee), editor, 'remove')).toBe(Rule.noPower);
    const able = tinyScene({ officeFilledBy: Int32Array.of(congress, congress) });
    expect([
      officeRule(able, code(committee), editor, 'remove'),
      officeRule(able, code(committee), editor, 'sing'),
    ]).toEqual([Rule.allowed, Rule.noPower]);
    expect(officeRule(s, code(committee), -1, 'remove')).toBe(Rule.noOffice);
  });

  it('between votes, of lower posts, the one who holds the apparatus and sits in that body', () => {
    const s = tinyScene();
    // Ann holds the apparatus; the editor’s post is worth 0.4, the secretary’s 0.7.
    expect(holdsApparatus(s, ann)).toBe(true);
    expect(holdsApparatus(s, bob)).toBe(false);
    const rule = (by: number, office: number): number => officeRule(s, by, office, 'appoint');
    expect([
      rule(ann, editor),
      rule(ann, secretary),
      rule(bob, editor),
      rule(-1, editor),
      rule(99, editor),
    ]).toEqual([Rule.allowed, Rule.noPower, Rule.noPower, Rule.noPower, Rule.noPower]);
    s.state.officeWorth[editor] = 0.5;
    expect(rule(ann, editor)).toBe(Rule.noPower);
    s.state.officeWorth[editor] = 0.4;
    s.state.seat[committee * 6 + ann] = 0;
    expect(rule(ann, editor)).toBe(Rule.noPower);
    s.state.resourceHolder[apparatus] = code(committee);
    expect(holdsApparatus(s, code(committee))).toBe(false);
  });

  it('a body is above itself and what lies below it, and nothing else', () => {
    const s = tinyScene();
    expect([
      isAbove(s, congress, committee),
      isAbove(s, committee, committee),
      isAbove(s, committee, congress),
      isAbove(s, congress, -1),
    ]).toEqual([true, true, false, false]);
    const circle = tinyScene({ superior: Int32Array.of(congress, committee) });
    expect(isAbove(circle, 7, committee)).toBe(false);
  });

  it('seats are in the gift of a body with the power, in itself or below', () => {
    const s = tinyScene();
    expect(seatPowerRule(s, code(committee), committee, 'expel')).toBe(Rule.allowed);
    expect(seatPowerRule(s, code(congress), committee, 'expel')).toBe(Rule.allowed);
    expect(seatPowerRule(s, code(committee), congress, 'expel')).toBe(Rule.noPower);
    expect(seatPowerRule(s, code(congress), committee, 'coopt')).toBe(Rule.noPower);
    expect(seatPowerRule(s, ann, committee, 'expel')).toBe(Rule.noPower);
  });
});

describe('coming and going', () => {
  it('who leaves a body leaves the posts in it', () => {
    const s = tinyScene({ officeBody: Int32Array.of(committee, congress) });
    s.state.holder.set([bob, bob]);
    leaveBody(s, committee, bob);
    expect([s.state.seat[committee * 6 + bob], s.state.holder[editor], s.state.holder[secretary]]).toEqual([
      0,
      -1,
      bob,
    ]);
    leaveBody(s, committee, cyr);
    expect(s.state.holder[secretary]).toBe(bob);
  });

  it('a seat is given while there is room; a candidate becomes a member in his place', () => {
    const s = tinyScene({ bodyCapacity: 5 });
    expect(giveSeat(s, committee, union)).toBe(false);
    expect(s.state.memberCount[committee]).toBe(5);
    s.state.seat[committee * 6 + dan] = 2;
    expect(giveSeat(s, committee, dan)).toBe(true);
    expect(s.state.seat[committee * 6 + dan]).toBe(1);
    const roomy = tinyScene();
    expect(giveSeat(roomy, committee, union)).toBe(true);
    expect(roomy.state.memberCount[committee]).toBe(6);
  });

  it('what somebody holds in an organisation: seats by authority, posts by worth, at most 1', () => {
    const s = tinyScene();
    expect(worthInOrganisation(s, bob, 0)).toBeCloseTo(0.48 + 0.4, 12);
    expect(worthInOrganisation(s, cyr, 0)).toBeCloseTo(0.48, 12);
    expect(worthInOrganisation(s, cyr, 1)).toBe(0);
    expect(worthInOrganisation(s, ann, 0)).toBe(1);
    s.state.bodyAuthority[congress] = 0.5;
    seat(s, congress, cyr, 1);
    expect(worthInOrganisation(s, cyr, 0)).toBeCloseTo(0.78, 12);
    expect([holdsOffice(s, bob), holdsOffice(s, cyr)]).toEqual([true, false]);
  });
});

describe('people for posts', () => {
  it('the candidate is trusted most among the organisation’s own people without a post', () => {
    const s = tinyScene();
    s.state.tie.fill(0);
    expect(candidateFor(s, ann, editor)).toBe(-1);
    setTie(s, ann, cyr, 0.3);
    setTie(s, ann, dan, 0.5);
    expect(candidateFor(s, ann, editor)).toBe(dan);
    setTie(s, ann, bob, 0.9);
    setTie(s, ann, union, 0.9);
    expect(candidateFor(s, ann, editor)).toBe(dan);
    s.state.belongs[dan] = 0;
    expect(candidateFor(s, ann, editor)).toBe(cyr);
    setTie(s, ann, cyr, 0.1);
    expect(candidateFor(s, ann, editor)).toBe(-1);
  });

  it('of two trusted alike the one with the lower key, whoever stands first in the file', () => {
    for (const [key, candidate] of [
      [[0, 0, 7, 8, 9, 0], cyr],
      [[0, 0, 9, 7, 8, 0], dan],
      [[0, 0, 9, 8, 7, 0], eva],
    ] as const) {
      const s = tinyScene({ personKey: Uint32Array.from(key) });
      for (const to of [cyr, dan, eva]) setTie(s, ann, to, 0.5);
      expect(candidateFor(s, ann, editor)).toBe(candidate);
    }
  });

  it('the chair holds the most valuable post of the body', () => {
    const s = tinyScene();
    expect(chairOf(s, committee)).toBe(ann);
    s.state.officeWorth.set([0.8, 0.7]);
    expect(chairOf(s, committee)).toBe(bob);
    s.state.holder[editor] = -1;
    expect(chairOf(s, committee)).toBe(-1);
    expect(chairOf(s, congress)).toBe(-1);
  });

  it('of two posts worth the same the one with the lower key makes the chair, whichever stands first in the file', () => {
    for (const [key, chair] of [
      [[1, 2], bob],
      [[2, 1], ann],
    ] as const) {
      const s = tinyScene({ officeKey: Uint32Array.from(key) });
      s.state.officeWorth.set([0.5, 0.5]);
      expect(chairOf(s, committee)).toBe(chair);
    }
  });
});

it('what a superior body decides holds in the body that decides the issue; not the other way', () => {
  const s = tinyScene();
  const line = (body: number): number => s.state.line[body * 2 + peace];
  adoptLine(s, congress, peace, 25);
  expect([line(congress), line(committee)]).toEqual([25, 25]);
  adoptLine(s, committee, peace, 50);
  expect([line(congress), line(committee)]).toEqual([25, 50]);
  const apart = tinyScene({ superior: Int32Array.of(-1, -1) });
  adoptLine(apart, congress, peace, 25);
  expect(apart.state.line[committee * 2 + peace]).toBe(75);
});
