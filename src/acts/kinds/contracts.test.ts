import { describe, expect, it } from 'vitest';
import { unionDemands } from '../../../test/helpers/committee.ts';
import {
  ann,
  apply,
  bob,
  committee,
  congress,
  cyr,
  dan,
  eva,
  legal,
  meaning,
  moveOf,
  peace,
  press,
  secretary,
  setTie,
  tieBetween,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import type { Move } from '../../world/record.ts';
import type { Scene } from '../../world/scene.ts';
import { ActFlag } from '../../world/state.ts';
import { Bearing, Mean } from '../meaning.ts';
import { demandOf, DemandOption } from '../outside.ts';
import { Rule } from '../rules.ts';
import { DenounceOption } from './denounce.ts';

/*
 * Acts by which somebody is attacked, moved, pressed or written about: who may, what it means, what it changes. Their candidates have
 * tests of their own.
 */

const quiet = (): Scene => {
  const s = tinyScene();
  s.state.tie.fill(0);
  return s;
};

describe('denouncing', () => {
  const denounce = (fields: Partial<Move> = {}): Move =>
    moveOf('denounce', {
      by: bob,
      to: ann,
      issue: peace,
      value: 25,
      option: DenounceOption.named,
      ...fields,
    });

  it('somebody else, before everybody or where one sits', () => {
    const s = tinyScene();
    expect(legal(s, denounce())).toBe(Rule.allowed);
    expect(legal(s, denounce({ body: committee }))).toBe(Rule.allowed);
    expect(legal(s, denounce({ body: congress }))).toBe(Rule.noSeat);
    expect(legal(s, denounce({ to: bob }))).toBe(Rule.self);
    expect(legal(s, denounce({ to: -1 }))).toBe(Rule.notAddressed);
    expect(legal(s, denounce({ by: 6 + committee, body: committee }))).toBe(Rule.allowed);
    s.party.to[0] = ann;
    s.party.toCount = 1;
    expect(legal(s, denounce({ to: -1 }))).toBe(Rule.allowed);
  });

  it('before everybody it is graver than in the body, by name graver than without', () => {
    const s = tinyScene();
    const rows = [
      denounce(),
      denounce({ option: DenounceOption.unnamed }),
      denounce({ body: committee }),
      denounce({ body: committee, option: DenounceOption.unnamed }),
    ].map((m) => meaning(s, m));
    for (const cell of [Mean.split, Mean.blame]) {
      expect(rows[0][cell]).toBeGreaterThan(rows[1][cell]);
      expect(rows[0][cell]).toBeGreaterThan(rows[2][cell]);
      expect(rows[2][cell]).toBeGreaterThan(rows[3][cell]);
    }
    expect(rows.map((r) => r[Mean.bearing])).toEqual([
      Bearing.exclude,
      Bearing.voice,
      Bearing.exclude,
      Bearing.voice,
    ]);
    expect(rows.map((r) => r[Mean.publicity])).toEqual([1, 1, 0.5, 0.5]);
    expect(rows.map((r) => r[Mean.breach])).toEqual([0.5, 0.5, 0, 0]);
    for (const r of rows)
      expect([r[Mean.with], r[Mean.target], r[Mean.warmth] < 0]).toEqual([ann, ann, true]);
    expect(rows[0][Mean.warmth]).toBe(-1);
    // The accused hits back as far as his name goes.
    expect(rows[0][Mean.sanction]).toBeCloseTo(0.125, 12);
    s.state.authority[ann] = 1;
    expect(meaning(s, denounce())[Mean.sanction]).toBeCloseTo(0.25, 12);
  });

  it('both fall out, by half without a name; before everybody the accuser’s friends turn away, too', () => {
    const ties = (fields: Partial<Move> = {}): number[] => {
      const s = quiet();
      setTie(s, cyr, bob, 0.5);
      apply(s, denounce(fields));
      return [
        tieBetween(s, bob, ann),
        tieBetween(s, ann, bob),
        tieBetween(s, cyr, ann),
        tieBetween(s, dan, ann),
      ].map((t) => Math.round(1e6 * t) / 1e6);
    };
    expect(ties()).toEqual([-0.2, -0.2, -0.02, 0]);
    expect(ties({ option: DenounceOption.unnamed })).toEqual([-0.1, -0.1, -0.01, 0]);
    expect(ties({ body: committee })).toEqual([-0.2, -0.2, 0, 0]);
    // A body’s word tells with all who sit in it.
    const s = quiet();
    apply(s, denounce({ by: 6 + committee, body: committee }));
    expect(
      [tieBetween(s, cyr, ann), tieBetween(s, union, ann)].map((t) => Math.round(1e6 * t) / 1e6),
    ).toEqual([-0.04, 0]);
  });

  it('it says where one stands, strains, and is on the accused’s mind', () => {
    const s = quiet();
    const at = apply(s, denounce());
    expect([s.state.stance[bob * 2 + peace], s.state.actFlags[at] & ActFlag.named]).toEqual([
      25,
      ActFlag.named,
    ]);
    expect(s.state.strain[0]).toBeCloseTo(0.03, 12);
    expect(s.state.addressedUntil[ann]).toBeGreaterThan(0);
    const body = quiet();
    apply(body, denounce({ body: committee, option: DenounceOption.unnamed }));
    expect(body.state.strain[0]).toBeCloseTo(0.0075, 12);
    expect(body.state.stance[bob * 2 + peace]).toBeNaN();
    const secret = quiet();
    apply(secret, denounce({ flags: ActFlag.secret }));
    expect(secret.state.stance[bob * 2 + peace]).toBeNaN();
    expect(secret.state.strain[0]).toBeCloseTo(0.015, 12);
  });
});

describe('transferring', () => {
  /** Ann has the apparatus; bob edits the press (0.4); the second lower post is free. */
  const world = (): Scene => {
    const s = quiet();
    s.state.officeWorth.set([0.4, 0.3]);
    s.state.holder.set([bob, -1]);
    return s;
  };
  const transfer = (fields: Partial<Move> = {}): Move =>
    moveOf('transfer', { by: ann, to: bob, office: secretary, ...fields });

  it('is done by who may dispose of both posts, to somebody who has one, into one that is free', () => {
    const s = world();
    expect(legal(s, transfer())).toBe(Rule.allowed);
    expect(legal(s, transfer({ office: -1 }))).toBe(Rule.allowed);
    expect(legal(s, transfer({ by: 6 + committee }))).toBe(Rule.allowed);
    expect(legal(s, transfer({ by: cyr }))).toBe(Rule.noOffice);
    expect(legal(s, transfer({ to: cyr }))).toBe(Rule.noOffice);
    expect(legal(s, transfer({ to: ann }))).toBe(Rule.self);
    expect(legal(s, transfer({ to: -1 }))).toBe(Rule.notAddressed);
    s.state.holder[secretary] = dan;
    expect(legal(s, transfer())).toBe(Rule.occupied);
    s.state.holder[secretary] = -1;
    s.state.officeWorth[secretary] = 0.6;
    expect(legal(s, transfer())).toBe(Rule.noPower);
  });

  it('gives the new post for the old one; who falls blames the mover, and it strains a little', () => {
    const s = world();
    apply(s, transfer());
    expect([...s.state.holder]).toEqual([-1, bob]);
    expect(tieBetween(s, bob, ann)).toBeCloseTo(-0.02, 12);
    expect(tieBetween(s, ann, bob)).toBe(0);
    expect(s.state.strain[0]).toBeCloseTo(0.003, 12);
    const risen = world();
    risen.state.officeWorth.set([0.2, 0.3]);
    apply(risen, transfer());
    expect([tieBetween(risen, bob, ann), risen.state.strain[0]]).toEqual([0, 0]);
    const dropped = world();
    apply(dropped, transfer({ office: -1 }));
    expect([...dropped.state.holder]).toEqual([-1, -1]);
    expect(tieBetween(dropped, bob, ann)).toBeCloseTo(-0.08, 12);
  });

  it('is the less friendly the deeper the fall', () => {
    const warmth = (worth: number): number => {
      const s = world();
      s.state.officeWorth[secretary] = worth;
      return meaning(s, transfer())[Mean.warmth];
    };
    expect(warmth(0.3)).toBeCloseTo(-0.3, 12);
    expect(warmth(0.1)).toBeCloseTo(-0.5, 12);
    expect(meaning(world(), transfer({ office: -1 }))[Mean.warmth]).toBe(-0.6);
    const s = world();
    expect([meaning(s, transfer())[Mean.with], meaning(s, transfer())[Mean.target]]).toEqual([bob, bob]);
  });
});

describe('demanding', () => {
  const demand = (fields: Partial<Move> = {}): Move =>
    moveOf('demand', {
      by: union,
      to: 6 + committee,
      body: committee,
      issue: peace,
      value: 25,
      option: DemandOption.strike,
      ...fields,
    });

  it('is for outsiders, for something that is not nearly so already, and not twice', () => {
    const s = tinyScene();
    expect(legal(s, demand())).toBe(Rule.allowed);
    expect(legal(s, demand({ by: bob }))).toBe(Rule.outsider);
    expect(legal(s, demand({ by: 6 + committee }))).toBe(Rule.outsider);
    expect(legal(s, demand({ issue: -1 }))).toBe(Rule.notAddressed);
    expect(legal(s, demand({ value: 60 }))).toBe(Rule.alreadyLine);
    expect(legal(s, demand({ value: 59 }))).toBe(Rule.allowed);
    expect(legal(s, demand({ option: DemandOption.declared }))).toBe(Rule.noProcedure);
    const slot = unionDemands(s);
    expect(legal(s, demand({ value: 29 }))).toBe(Rule.alreadyOpen);
    expect(legal(s, demand({ value: 30 }))).toBe(Rule.allowed);
    expect(legal(s, demand({ option: DemandOption.declared, proc: slot }))).toBe(Rule.allowed);
  });

  it('presses with the force behind it; carried out, it costs those who do it', () => {
    const s = tinyScene();
    s.state.resourceHolder[press] = union;
    const row = meaning(s, demand());
    expect([row[Mean.bearing], row[Mean.value], row[Mean.said], row[Mean.publicity], row[Mean.body]]).toEqual(
      [Bearing.press, 25, 25, 1, committee],
    );
    expect(row[Mean.chance]).toBeCloseTo(0.575, 12);
    expect(row[Mean.sanction]).toBe(0);
    const slot = unionDemands(s);
    const declared = meaning(s, demand({ option: DemandOption.declared, proc: slot }));
    expect([declared[Mean.sanction] > 0, declared[Mean.owed] > 0]).toEqual([true, true]);
    const fresh = tinyScene();
    expect(meaning(fresh, demand({ option: DemandOption.leave }))[Mean.posts]).toBeLessThan(0);
    expect(meaning(fresh, demand())[Mean.posts]).toBe(0);
  });

  it('is heard by all, opens what presses with the force behind it, and a third more once carried out', () => {
    const s = tinyScene();
    s.state.resourceHolder[press] = union;
    s.state.publicMean[union * 2 + peace] = 60;
    apply(s, demand({ body: -1 }));
    const slot = demandOf(s, union, peace);
    expect(s.state.procForce[slot]).toBeCloseTo(0.575, 12);
    expect([s.state.procBody[slot], s.state.stance[union * 2 + peace], s.state.actBody[0]]).toEqual([
      committee,
      25,
      committee,
    ]);
    expect(s.state.publicMean[union * 2 + peace]).toBeLessThan(60);
    expect(s.state.addressedUntil[eva]).toBeGreaterThan(0);
    expect(s.state.strain[0]).toBeCloseTo(0.01, 12);
    apply(s, demand({ option: DemandOption.declared, proc: slot }));
    expect(s.state.procForce[slot]).toBeCloseTo(0.7475, 12);
    expect(s.state.strain[0]).toBeCloseTo(0.04, 12);
  });
});

describe('publishing', () => {
  const publish = (fields: Partial<Move> = {}): Move =>
    moveOf('publish', { by: bob, thing: press, issue: peace, value: 25, ...fields });

  it('where one is let, on an issue, in an organ', () => {
    const s = quiet();
    expect(legal(s, publish())).toBe(Rule.allowed);
    expect(legal(s, publish({ by: cyr }))).toBe(Rule.noOrgan);
    expect(legal(s, publish({ thing: 1 }))).toBe(Rule.noOrgan);
    expect(legal(s, publish({ thing: -1 }))).toBe(Rule.noOrgan);
    expect(legal(s, publish({ issue: -1 }))).toBe(Rule.noOrgan);
    expect(legal(s, publish({ by: union }))).toBe(Rule.notInsider);
    expect(legal(s, publish({ by: 6 + committee }))).toBe(Rule.allowed);
    expect(legal(s, publish({ by: 6 + congress }))).toBe(Rule.noOrgan);
    expect(legal(s, publish({ by: -1 }))).toBe(Rule.noOrgan);
    s.state.resourceHolder[press] = union;
    expect(legal(s, publish({ by: union }))).toBe(Rule.allowed);
  });

  it('is a voice that carries as far as the organ weighs, and costs as far as it breaks the line', () => {
    const s = quiet();
    const row = meaning(s, publish());
    expect([row[Mean.bearing], row[Mean.value], row[Mean.publicity]]).toEqual([Bearing.voice, 25, 1]);
    expect(row[Mean.chance]).toBeCloseTo(0.8, 12);
    expect(
      [row[Mean.breach], row[Mean.split], row[Mean.blame], row[Mean.sanction]].map((v) => v.toFixed(3)),
    ).toEqual(['0.500', '0.060', '0.200', '0.100']);
    s.state.resourceWeight[press] = 1;
    expect(meaning(s, publish())[Mean.chance]).toBe(1);
    const onLine = meaning(quiet(), publish({ value: 75 }));
    expect([onLine[Mean.breach], onLine[Mean.split], onLine[Mean.blame]]).toEqual([0, 0, 0]);
  });

  it('in an organ of others it breaks discipline whatever is said', () => {
    const s = quiet();
    s.state.resourceHolder[press] = union;
    s.state.publicMean[union * 2 + peace] = 10;
    const foreign = meaning(s, publish());
    const own = meaning(quiet(), publish());
    for (const cell of [Mean.breach, Mean.split, Mean.blame, Mean.sanction])
      expect(foreign[cell]).toBeGreaterThan(own[cell]);
    expect(foreign[Mean.authority]).toBe(committee);
    expect(foreign[Mean.breach]).toBeCloseTo(0.9, 12);
  });

  it('is heard by all and strains as far as it is from the line', () => {
    const s = quiet();
    s.state.publicMean[bob * 2 + peace] = 60;
    const at = apply(s, publish());
    expect([s.state.stance[bob * 2 + peace], s.state.actFlags[at] & ActFlag.public]).toEqual([
      25,
      ActFlag.public,
    ]);
    expect(s.state.publicMean[bob * 2 + peace]).toBeLessThan(60);
    expect(s.state.strain[0]).toBeCloseTo(0.03, 12);
    const t = quiet();
    apply(t, publish({ by: union }));
    expect(t.state.strain[0]).toBe(0);
    apply(t, publish({ by: bob, value: 75 }));
    expect(t.state.strain[0]).toBe(0);
  });
});
