import { describe, expect, it } from 'vitest';
import {
  ann,
  bob,
  committee,
  congress,
  cyr,
  dan,
  editor,
  eva,
  moveOf,
  peace,
  secretary,
  tempo,
  tieBetween,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import { Effect, type Scene } from '../world/scene.ts';
import { ActFlag } from '../world/state.ts';
import {
  address,
  asBody,
  bindingLine,
  concernedBy,
  forum,
  meanSaying,
  memberRule,
  membersOf,
  nearestPoint,
  nextSitting,
  normSeverity,
  organisationOfBody,
  quarrel,
  seatRule,
  seatWorth,
  stepTowards,
  takeStance,
  tell,
  worthHeld,
} from './common.ts';
import { actNumber } from './index.ts';
import { Mean, clearMeaning, meanWidth } from './meaning.ts';
import { Rule } from './rules.ts';

const belief = (s: Scene, viewer: number, of: number): number => {
  for (let e = s.world.edgeStart[viewer]; e < s.world.edgeStart[viewer + 1]; e++)
    if (s.world.edgeTo[e] === of) return s.state.beliefMean[e * 2 + peace];
  return Number.NaN;
};

describe('who may act in a body', () => {
  it('members sit in their order, and only in their own body', () => {
    expect([...membersOf(tinyScene(), committee)]).toEqual([ann, bob, cyr, dan, eva]);
    expect([...membersOf(tinyScene(), congress)]).toEqual([]);
  });

  it('a member votes and speaks; a candidate speaks; others do neither; nor does a body that does not sit', () => {
    const s = tinyScene();
    expect([memberRule(s, committee, ann), seatRule(s, committee, ann)]).toEqual([
      Rule.allowed,
      Rule.allowed,
    ]);
    s.state.seat[committee * 6 + bob] = 2;
    expect([memberRule(s, committee, bob), seatRule(s, committee, bob)]).toEqual([Rule.noVote, Rule.allowed]);
    expect([memberRule(s, committee, union), seatRule(s, committee, union)]).toEqual([
      Rule.noSeat,
      Rule.noSeat,
    ]);
    expect([memberRule(s, congress, ann), seatRule(s, congress, ann)]).toEqual([
      Rule.notConvened,
      Rule.notConvened,
    ]);
    expect(memberRule(s, -1, ann)).toBe(Rule.notConvened);
  });

  it('who is away takes part by telephone only', () => {
    const away = (telephone: number): number[] => {
      const s = tinyScene({ telephone: Uint8Array.of(telephone, 0) });
      s.state.away[ann] = 1;
      return [memberRule(s, committee, ann), seatRule(s, committee, ann), memberRule(s, committee, bob)];
    };
    expect(away(0)).toEqual([Rule.away, Rule.away, Rule.allowed]);
    expect(away(1)).toEqual([Rule.allowed, Rule.allowed, Rule.allowed]);
  });

  it('an issue is put in the body that decides it, by those who sit there', () => {
    const s = tinyScene();
    expect([forum(s, ann, peace), forum(s, union, peace)]).toEqual([committee, -1]);
    s.state.away[ann] = 1;
    expect(forum(s, ann, peace)).toBe(-1);
  });
});

describe('whom a line binds', () => {
  it('the people of the organisation whose body decides', () => {
    const s = tinyScene();
    expect(organisationOfBody(s, committee)).toBe(0);
    expect([concernedBy(s, ann, peace), concernedBy(s, union, peace)]).toEqual([true, false]);
    expect([bindingLine(s, ann, peace), bindingLine(s, ann, tempo)]).toEqual([75, 50]);
    expect(bindingLine(s, union, peace)).toBeNaN();
    expect(bindingLine(s, ann, -1)).toBeNaN();
    s.state.belongs[ann] = 0;
    expect(bindingLine(s, ann, peace)).toBeNaN();
  });

  it('saying something else in public breaks it by the way between, as far as it is heard', () => {
    const s = tinyScene();
    const said = (value: number, publicity: number, person = bob): Float64Array => {
      const row = new Float64Array(2 * meanWidth);
      clearMeaning(row, meanWidth);
      meanSaying(s, person, peace, value, publicity, row, meanWidth);
      return row.slice(meanWidth);
    };
    const loud = said(25, 1);
    expect([loud[Mean.issue], loud[Mean.said], loud[Mean.value], loud[Mean.publicity]]).toEqual([
      peace,
      25,
      25,
      1,
    ]);
    expect([loud[Mean.breach], loud[Mean.authority]]).toEqual([0.5, committee]);
    expect(said(100, 0.8)[Mean.breach]).toBeCloseTo(0.2, 12);
    expect([said(25, 0.5)[Mean.breach], said(25, 0.5)[Mean.authority]]).toEqual([0, -1]);
    expect([said(25, 1, union)[Mean.breach], said(25, 1, union)[Mean.authority]]).toEqual([0, -1]);
    expect(said(Number.NaN, 1)[Mean.breach]).toBe(0);
  });
});

describe('who hears it', () => {
  it('everybody: a public stance is remembered, and the public learns', () => {
    const s = tinyScene();
    takeStance(s, bob, peace, 75, s.effects[Effect.noisePublic]);
    expect(s.state.stance[bob * 2 + peace]).toBe(75);
    // Gain 15²/(15² + 25²) of the way from 25 to 75.
    expect(s.state.publicMean[bob * 2 + peace]).toBeCloseTo(25 + (50 * 225) / 850, 12);
    const t = tinyScene();
    tell(t, bob, peace, 75, 'public', -1);
    expect(t.state.publicMean).toEqual(s.state.publicMean);
    expect(t.state.stance).toEqual(s.state.stance);
  });

  it('a body: its members learn at once, the public three times as vaguely, and it is no public stance', () => {
    const s = tinyScene();
    s.state.beliefMean.fill(Number.NaN);
    tell(s, bob, peace, 75, 'body', committee);
    expect(belief(s, ann, bob)).toBeCloseTo(25 + (50 * 225) / (225 + 18 * 18), 12);
    expect(belief(s, union, bob)).toBeNaN();
    expect(s.state.publicMean[bob * 2 + peace]).toBeCloseTo(25 + (50 * 225) / (225 + 54 * 54), 12);
    expect(s.state.stance[bob * 2 + peace]).toBeNaN();
  });

  it('one person: he alone, and more surely', () => {
    const s = tinyScene();
    s.state.beliefMean.fill(Number.NaN);
    tell(s, bob, peace, 75, 'private', ann);
    expect(belief(s, ann, bob)).toBeCloseTo(25 + (50 * 225) / (225 + 100), 12);
    expect([belief(s, cyr, bob), belief(s, bob, ann)]).toEqual([Number.NaN, Number.NaN]);
    expect(s.state.publicMean[bob * 2 + peace]).toBe(25);
  });

  it('nothing is told of no issue, or of no point', () => {
    const s = tinyScene();
    const before = s.state.publicMean.slice();
    tell(s, bob, -1, 75, 'public', -1);
    tell(s, bob, peace, Number.NaN, 'public', -1);
    expect(s.state.publicMean).toEqual(before);
    expect(s.state.stance.every(Number.isNaN)).toBe(true);
  });

  it('whoever is addressed is quicker for three days: a person, or all who sit in a body', () => {
    const s = tinyScene();
    s.state.clock[0] = 10;
    const days = s.effects[Effect.reactionDays];
    const before = s.state.addressedUntil.slice();
    address(s, -1);
    address(s, s.world.people + s.world.bodies);
    expect(s.state.addressedUntil).toEqual(before);
    address(s, bob);
    expect(s.state.addressedUntil[bob]).toBe(10 + days);
    expect(s.state.addressedUntil[ann]).toBe(before[ann]);
    address(s, s.world.people + committee);
    for (const p of [ann, bob, cyr, dan, eva]) expect(s.state.addressedUntil[p]).toBe(10 + days);
    expect(s.state.addressedUntil[union]).toBe(before[union]);
  });
});

describe('norms', () => {
  it('threaten what they forbid, while they are in force; the severest counts', () => {
    const forbids = new Set(['publish']);
    const s = tinyScene({
      norms: 2,
      normForbids: [forbids, forbids],
      normFrom: Float64Array.of(10, 20),
      normTo: Float64Array.of(40, 30),
    });
    s.state.severity.set([0.4, 0.7]);
    const at = (day: number, kind = 'publish'): number => {
      s.state.clock[0] = day;
      return normSeverity(s, actNumber(kind));
    };
    expect([9.9, 10, 19.9, 20, 29.9, 30, 39.9, 40].map((d) => at(d))).toEqual([
      0, 0.4, 0.4, 0.7, 0.7, 0.4, 0.4, 0,
    ]);
    expect(at(25, 'resign')).toBe(0);
  });
});

describe('when a body sits next', () => {
  it('the soonest of its own meetings still to come, at most so many days ahead', () => {
    const { alone } = tinyScene().world;
    const item = (kind: number, body: number) => ({ kind, body, assembly: alone[body] });
    const s = tinyScene({
      calendar: [item(1, committee), item(1, committee), item(1, congress), item(0, committee)] as never,
    });
    const x = s.state;
    (x as { calendarTime: Float64Array }).calendarTime = Float64Array.of(20, 12, 11, 10.5);
    x.clock[0] = 10;
    expect(nextSitting(s, s.world.alone[committee], 30)).toBe(2);
    expect(nextSitting(s, s.world.alone[committee], 1)).toBe(1);
    expect(nextSitting(s, s.world.alone[congress], 30)).toBe(1);
    x.clock[0] = 12;
    expect(nextSitting(s, s.world.alone[committee], 30)).toBe(8);
    x.clock[0] = 20;
    expect(nextSitting(s, s.world.alone[committee], 30)).toBe(30);
  });
});

describe('what is held', () => {
  it('the seat counts three fifths of the body’s authority, offices their worth, together at most 1', () => {
    const s = tinyScene();
    // The committee’s authority is 0.8; the editor’s post is worth 0.4, the secretary’s 0.7.
    expect(seatWorth(s, committee)).toBeCloseTo(0.48, 12);
    expect(worthHeld(s, bob, committee)).toBeCloseTo(0.88, 12);
    expect(worthHeld(s, ann, committee)).toBe(1);
    expect(worthHeld(s, cyr, committee)).toBeCloseTo(0.48, 12);
    expect(worthHeld(s, bob, congress)).toBe(0);
    s.state.seat[committee * 6 + bob] = 0;
    expect(worthHeld(s, bob, committee)).toBeCloseTo(0.4, 12);
    s.state.holder[editor] = s.state.holder[secretary] = -1;
    expect(worthHeld(s, bob, committee)).toBe(0);
  });

  it('a quarrel costs both sides as much of a tie', () => {
    const s = tinyScene();
    quarrel(s, bob, cyr, 0.2);
    expect([tieBetween(s, bob, cyr), tieBetween(s, cyr, bob)].map((t) => t.toFixed(6))).toEqual([
      '0.500000',
      '0.500000',
    ]);
    expect(tieBetween(s, bob, dan)).toBeCloseTo(0.4, 12);
  });

  it('what a body does is done in its name', () => {
    const s = tinyScene();
    const m = moveOf('expel', { by: ann, flags: ActFlag.secret });
    asBody(s, m, congress);
    expect([m.by, m.flags & ActFlag.byBody, m.flags & ActFlag.secret]).toEqual([
      s.world.people + congress,
      ActFlag.byBody,
      ActFlag.secret,
    ]);
  });
});

describe('points of a scale (0, 25, 50, 75, 100)', () => {
  const s = tinyScene();
  it('the nearest, and of two as near the lower', () => {
    expect([0, 12, 12.5, 13, 60, 88, 100].map((v) => nearestPoint(s, peace, v))).toEqual([
      0, 0, 0, 25, 50, 100, 100,
    ]);
  });

  it('a step goes one point towards, never past the end, and nowhere if nothing draws', () => {
    expect(stepTowards(s, peace, 50, 100)).toBe(75);
    expect(stepTowards(s, peace, 50, 0)).toBe(25);
    expect(stepTowards(s, peace, 50, 50)).toBe(50);
    expect(stepTowards(s, peace, 100, 200)).toBe(100);
    expect(stepTowards(s, peace, 0, -5)).toBe(0);
    // From between two points: one step from the nearest.
    expect(stepTowards(s, peace, 60, 100)).toBe(75);
    expect(stepTowards(s, peace, 60, 0)).toBe(25);
  });

  it('in whatever order the points are listed', () => {
    const t = tinyScene({ points: [Float64Array.of(100, 0, 75, 25, 50), Float64Array.of(0, 100)] });
    for (const from of [0, 20, 40, 50, 62, 75, 100])
      for (const to of [0, 30, 50, 100])
        expect(stepTowards(t, peace, from, to)).toBe(stepTowards(s, peace, from, to));
    expect(nearestPoint(t, peace, 60)).toBe(50);
  });
});
