import { describe, expect, it } from 'vitest';
import { openCount, slotOf } from '../../../test/helpers/procedures.ts';
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
  tempo,
  tieBetween,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import type { Move } from '../../world/record.ts';
import type { Scene } from '../../world/scene.ts';
import { seat } from '../../world/seats.ts';
import { ActFlag } from '../../world/state.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

/* Acts by which people and branches say where they stand, take it back, or agree on a text. */

const quiet = (change: Parameters<typeof tinyScene>[0] = {}): Scene => {
  const s = tinyScene(change);
  s.state.tie.fill(0);
  return s;
};
const branch = (h: number): number => 6 + 2 + h;

describe('declaring', () => {
  const declare = (fields: Partial<Move> = {}): Move =>
    moveOf('declare', { by: bob, issue: peace, value: 25, ...fields });

  it('persons, on a point, in public or before a body that sits', () => {
    const s = quiet();
    expect(legal(s, declare())).toBe(Rule.allowed);
    expect(legal(s, declare({ body: committee }))).toBe(Rule.allowed);
    expect(legal(s, declare({ body: congress }))).toBe(Rule.notConvened);
    expect(legal(s, declare({ by: 6 + committee }))).toBe(Rule.collective);
    expect(legal(s, declare({ issue: -1 }))).toBe(Rule.noGrievance);
    expect(legal(s, declare({ value: Number.NaN }))).toBe(Rule.noGrievance);
  });

  it('in public it is heard by all and costs as far as it is from the line; before a body less, or nothing', () => {
    const s = quiet({ normFrom: Float64Array.of(0), normTo: Float64Array.of(99) });
    const open = meaning(s, declare());
    const body = meaning(s, declare({ body: committee }));
    const small = meaning(s, declare({ value: 50 }));
    expect([open[Mean.publicity], body[Mean.publicity], open[Mean.breach], body[Mean.breach]]).toEqual([
      1, 0.5, 0.5, 0,
    ]);
    expect([open[Mean.chance], body[Mean.chance]]).toEqual([1, 0.6]);
    // The norm threatens 0.6.
    expect([open[Mean.sanction], body[Mean.sanction], small[Mean.sanction]].map((v) => v.toFixed(3))).toEqual(
      ['0.600', '0.300', '0.300'],
    );
    expect([open[Mean.split], open[Mean.blame]].map((v) => v.toFixed(3))).toEqual(['0.030', '0.100']);
    expect([body[Mean.split], body[Mean.blame]]).toEqual([0, 0]);
    expect([open[Mean.bearing], open[Mean.value], open[Mean.body]]).toEqual([Bearing.voice, 25, committee]);
    s.state.line[committee * 2 + peace] = Number.NaN;
    expect(meaning(s, declare())[Mean.sanction]).toBe(0);
  });

  it('it is one’s stance from then on; the public learns more of what it hears itself', () => {
    const learnt = (fields: Partial<Move>): number => {
      const s = quiet();
      s.state.publicMean[bob * 2 + peace] = 75;
      apply(s, declare(fields));
      expect(s.state.stance[bob * 2 + peace]).toBe(25);
      return 75 - s.state.publicMean[bob * 2 + peace];
    };
    expect(learnt({})).toBeGreaterThan(learnt({ body: committee }));
    expect(learnt({ body: committee })).toBeGreaterThan(0);
  });
});

describe('taking it back', () => {
  const recant = (fields: Partial<Move> = {}): Move =>
    moveOf('recant', { by: bob, issue: peace, value: 75, ...fields });

  it('is done by persons; inside it averts punishment, outside it opens the way back', () => {
    const s = quiet();
    expect([legal(s, recant()), legal(s, recant({ by: 6 + committee }))]).toEqual([
      Rule.allowed,
      Rule.collective,
    ]);
    const inside = meaning(s, recant());
    expect([inside[Mean.bearing], inside[Mean.value], inside[Mean.said], inside[Mean.posts]]).toEqual([
      Bearing.yield,
      75,
      75,
      0,
    ]);
    expect([inside[Mean.sanction] < 0, inside[Mean.blame] > 0, inside[Mean.split] < 0]).toEqual([
      true,
      true,
      true,
    ]);
    s.state.belongs[bob] = 0;
    const outside = meaning(s, recant());
    expect([outside[Mean.sanction], outside[Mean.posts] > 0]).toEqual([0, true]);
    expect(meaning(s, recant({ issue: -1 }))[Mean.bearing]).toBe(Bearing.none);
  });

  it('says the line where it says nothing else, is hardly believed, and eases the strain', () => {
    const s = quiet();
    s.state.strain[0] = 0.5;
    const at = apply(s, recant({ value: Number.NaN }));
    expect([s.state.actValue[at], s.state.stance[bob * 2 + peace]]).toEqual([75, 75]);
    const moved = s.state.publicMean[bob * 2 + peace] - 25;
    expect([moved > 0, moved < 5]).toEqual([true, true]);
    expect(s.state.strain[0]).toBeCloseTo(0.47, 12);
  });
});

describe('another account of a resolution', () => {
  const reinterpret = (fields: Partial<Move> = {}): Move =>
    moveOf('reinterpret', { by: bob, issue: peace, value: 25, ...fields });
  const resolved = (): Scene => {
    const s = quiet();
    apply(s, moveOf('motion', { by: ann, body: committee, issue: peace, value: 50, option: 0 }));
    apply(
      s,
      moveOf('resolution', {
        by: 6 + committee,
        body: committee,
        issue: peace,
        value: 50,
        option: 0,
        proc: slotOf(s, 'motion'),
        flags: ActFlag.byBody | ActFlag.adopted,
      }),
    );
    return s;
  };

  it('needs a resolution to differ about, and somebody of our own', () => {
    expect(legal(quiet(), reinterpret())).toBe(Rule.noResolution);
    const s = resolved();
    expect(legal(s, reinterpret())).toBe(Rule.allowed);
    expect(legal(s, reinterpret({ issue: tempo }))).toBe(Rule.noResolution);
    expect(legal(s, reinterpret({ issue: -1 }))).toBe(Rule.notAddressed);
    expect(legal(s, reinterpret({ by: union }))).toBe(Rule.notInsider);
  });

  it('answers it, is heard by all, and breaks the line less than open dissent does', () => {
    const s = resolved();
    const row = meaning(s, reinterpret());
    const open = meaning(s, moveOf('declare', { by: bob, issue: peace, value: 25 }));
    expect(row[Mean.breach]).toBeGreaterThan(0);
    expect(row[Mean.breach]).toBeLessThan(open[Mean.breach]);
    expect(row[Mean.bearing]).toBe(Bearing.voice);
    expect([row[Mean.blame] > 0, row[Mean.split] > 0, row[Mean.sanction] > 0]).toEqual([true, true, true]);
    const at = apply(s, reinterpret());
    expect([s.state.actAnswers[at], s.state.stance[bob * 2 + peace]]).toEqual([1, 25]);
    expect(s.state.strain[0]).toBeCloseTo(0.015, 12);
  });
});

describe('sounding out', () => {
  const sound = (fields: Partial<Move> = {}): Move =>
    moveOf('sound', { by: bob, to: cyr, issue: peace, ...fields });

  it('one person another who has a seat where it is decided', () => {
    const s = quiet();
    expect(legal(s, sound())).toBe(Rule.allowed);
    expect(legal(s, sound({ to: bob }))).toBe(Rule.self);
    expect(legal(s, sound({ to: -1 }))).toBe(Rule.notAddressed);
    expect(legal(s, sound({ to: union }))).toBe(Rule.collective);
    expect(legal(s, sound({ by: union }))).toBe(Rule.collective);
    expect(legal(s, sound({ issue: -1 }))).toBe(Rule.noGrievance);
    s.state.seat[committee * 6 + cyr] = 0;
    expect(legal(s, sound())).toBe(Rule.noSeat);
    const row = meaning(quiet(), sound());
    expect([row[Mean.bearing], row[Mean.value], row[Mean.with], row[Mean.target], row[Mean.body]]).toEqual([
      Bearing.voice,
      25,
      cyr,
      cyr,
      committee,
    ]);
    expect(row[Mean.seen]).toBeLessThan(1);
  });

  it('teaches him who asks, and nobody else, where the other stands', () => {
    const s = quiet();
    s.state.beliefMean.fill(Number.NaN);
    s.state.publicMean[cyr * 2 + peace] = 75;
    apply(s, sound());
    const belief = (viewer: number, of: number): number => {
      for (let e = s.world.edgeStart[viewer]; e < s.world.edgeStart[viewer + 1]; e++)
        if (s.world.edgeTo[e] === of) return s.state.beliefMean[e * 2 + peace];
      return Number.NaN;
    };
    expect(belief(bob, cyr)).toBeLessThan(75);
    expect([belief(ann, cyr), belief(bob, dan)]).toEqual([Number.NaN, Number.NaN]);
    expect(s.state.publicMean[cyr * 2 + peace]).toBe(75);
  });
});

describe('giving ground and taking it back', () => {
  const concede = (fields: Partial<Move> = {}): Move =>
    moveOf('concede', { by: ann, to: bob, issue: peace, value: 50, option: 0, ...fields });
  const revoke = (fields: Partial<Move> = {}): Move =>
    moveOf('revoke-concession', { by: ann, issue: peace, ...fields });

  it('is for those who hold the line, to somebody else, to another point', () => {
    const s = quiet();
    expect(legal(s, concede())).toBe(Rule.allowed);
    expect(legal(s, concede({ by: cyr, to: bob }))).toBe(Rule.notLineHolder);
    expect(legal(s, concede({ to: ann }))).toBe(Rule.self);
    expect(legal(s, concede({ value: 75 }))).toBe(Rule.alreadyLine);
    expect(legal(s, concede({ issue: -1 }))).toBe(Rule.notAddressed);
    expect(legal(s, concede({ by: 6 + committee }))).toBe(Rule.allowed);
  });

  it('moves the line, wins its addressee, and heals; a tactical one is half of one', () => {
    const s = quiet();
    s.state.strain[0] = 0.5;
    const [sincere, tactical] = [0, 1].map((option) => meaning(s, concede({ option })));
    expect([sincere[Mean.bearing], sincere[Mean.value], sincere[Mean.chance], tactical[Mean.chance]]).toEqual(
      [Bearing.set, 50, 1, 0.5],
    );
    expect(sincere[Mean.split]).toBeCloseTo(-0.175, 12);
    expect(tactical[Mean.split]).toBeCloseTo(-0.14, 12);
    expect([sincere[Mean.blame], tactical[Mean.blame]].map((v) => v.toFixed(3))).toEqual(['0.150', '0.050']);
    expect([
      sincere[Mean.sanction],
      tactical[Mean.sanction] > 0,
      sincere[Mean.warmth] > tactical[Mean.warmth],
    ]).toEqual([0, true, true]);
    apply(s, concede());
    expect(s.state.line[committee * 2 + peace]).toBe(50);
    expect(tieBetween(s, bob, ann)).toBeCloseTo(0.075, 12);
    expect(s.state.strain[0]).toBeCloseTo(0.45, 12);
    expect(openCount(s, 'concession')).toBe(1);
  });

  it('is taken back by who gave it or executes the issue; the old line returns, and both fall out', () => {
    const s = quiet();
    expect(legal(s, revoke())).toBe(Rule.noConcession);
    apply(s, concede({ option: 1 }));
    expect([
      legal(s, revoke()),
      legal(s, revoke({ by: cyr })),
      legal(s, revoke({ by: 6 + committee })),
    ]).toEqual([Rule.allowed, Rule.notLineHolder, Rule.allowed]);
    const row = meaning(s, revoke());
    expect([
      row[Mean.bearing],
      row[Mean.value],
      row[Mean.with],
      row[Mean.warmth] < 0,
      row[Mean.owed] < 0,
    ]).toEqual([Bearing.set, 75, bob, true, true]);
    const before = tieBetween(s, bob, ann);
    apply(s, revoke());
    expect(s.state.line[committee * 2 + peace]).toBe(75);
    expect(tieBetween(s, bob, ann)).toBeCloseTo(before - 0.2, 12);
    expect(openCount(s, 'concession')).toBe(0);
  });
});

describe('branches and bodies', () => {
  const resolve = (fields: Partial<Move> = {}): Move =>
    moveOf('branch-resolution', { by: branch(north), thing: north, issue: peace, value: 0, ...fields });

  it('a branch resolves on a point; it counts by its delegates, shows its lean, and strains if it is far from the line', () => {
    const s = quiet();
    expect([
      legal(s, resolve()),
      legal(s, resolve({ by: bob })),
      legal(s, resolve({ issue: -1 })),
      legal(s, resolve({ value: Number.NaN })),
    ]).toEqual([Rule.allowed, Rule.noBranch, Rule.noGrievance, Rule.noGrievance]);
    const row = meaning(s, resolve());
    expect([row[Mean.bearing], row[Mean.said], row[Mean.authority]]).toEqual([Bearing.voice, 0, committee]);
    expect([row[Mean.chance], row[Mean.breach], row[Mean.split]].map((v) => v.toFixed(4))).toEqual([
      '0.8000',
      '0.5250',
      '0.0525',
    ]);
    const other = [...s.state.branchLean];
    apply(s, resolve());
    expect(s.state.branchLean[north * 2 + peace]).toBeLessThan(20);
    for (const h of [south, east]) expect(s.state.branchLean[h * 2 + peace]).toBe(other[h * 2 + peace]);
    expect(s.state.strain[0]).toBeCloseTo(0.05 * 0.75 * 0.4, 12);
    const near = quiet();
    apply(near, resolve({ value: 60, by: branch(south), thing: -1 }));
    expect(near.state.strain[0]).toBe(0);
    expect(near.state.branchLean[south * 2 + peace]).toBeGreaterThan(50);
  });

  it('a commission drafts for a body that sits, with somebody who sits in it, once; it brings him and the chair together', () => {
    const appoint = (fields: Partial<Move> = {}): Move =>
      moveOf('commission', { by: 6 + committee, to: cyr, issue: peace, value: 50, ...fields });
    const s = quiet();
    s.state.strain[0] = 0.5;
    expect([
      legal(s, appoint()),
      legal(s, appoint({ by: bob })),
      legal(s, appoint({ by: 6 + congress })),
      legal(s, appoint({ to: union })),
      legal(s, appoint({ issue: -1 })),
    ]).toEqual([Rule.allowed, Rule.noPower, Rule.notConvened, Rule.noSeat, Rule.noGrievance]);
    const row = meaning(s, appoint());
    expect([row[Mean.bearing], row[Mean.value], row[Mean.body], row[Mean.with], row[Mean.split] < 0]).toEqual(
      [Bearing.motion, 50, committee, cyr, true],
    );
    apply(s, appoint());
    expect([tieBetween(s, ann, cyr), tieBetween(s, cyr, ann), tieBetween(s, ann, bob)]).toEqual([
      0.075, 0.075, 0,
    ]);
    expect(s.state.strain[0]).toBeCloseTo(0.46, 12);
    expect(openCount(s, 'drafting')).toBe(1);
    expect(legal(s, appoint())).toBe(Rule.alreadyOpen);
  });

  it('an outsider withdraws his people from a body: their seats are lost, and he says why', () => {
    const withdraw = (fields: Partial<Move> = {}): Move =>
      moveOf('withdraw-people', { by: union, body: committee, ...fields });
    const s = quiet();
    expect(legal(s, withdraw())).toBe(Rule.noPeople);
    seat(s, committee, union, 1);
    expect([legal(s, withdraw()), legal(s, withdraw({ by: bob })), legal(s, withdraw({ body: -1 }))]).toEqual(
      [Rule.allowed, Rule.outsider, Rule.noSeat],
    );
    const row = meaning(s, withdraw({ issue: peace }));
    expect([row[Mean.bearing], row[Mean.value], row[Mean.said], row[Mean.publicity]]).toEqual([
      Bearing.leave,
      10,
      10,
      1,
    ]);
    expect(row[Mean.posts]).toBeCloseTo(-0.48, 12);
    apply(s, withdraw({ issue: peace }));
    expect([s.state.seat[committee * 6 + union], s.state.stance[union * 2 + peace]]).toEqual([0, 10]);
    for (const p of [ann, bob, cyr, dan, eva]) expect(s.state.seat[committee * 6 + p]).toBe(1);
    expect(s.state.strain[0]).toBeCloseTo(0.02, 12);
  });
});
