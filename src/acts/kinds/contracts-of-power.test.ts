import { describe, expect, it } from 'vitest';
import { openCount } from '../../../test/helpers/procedures.ts';
import {
  ann,
  apparatus,
  apply,
  bob,
  committee,
  congress,
  cyr,
  dan,
  east,
  editor,
  eva,
  legal,
  meaning,
  moveOf,
  north,
  peace,
  press,
  secretary,
  setTie,
  south,
  tempo,
  tieBetween,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import type { Move } from '../../world/record.ts';
import type { Scene } from '../../world/scene.ts';
import { ActFlag } from '../../world/state.ts';
import { Bearing, Mean } from '../meaning.ts';
import { demandOf } from '../outside.ts';
import { Rule } from '../rules.ts';

/* Acts by which posts, organs and branches change hands, people leave, and lines are practised or defied. */

const quiet = (change: Parameters<typeof tinyScene>[0] = {}): Scene => {
  const s = tinyScene(change);
  s.state.tie.fill(0);
  return s;
};
const owed = (s: Scene, from: number, to: number): number => {
  for (let e = s.world.edgeStart[from]; e < s.world.edgeStart[from + 1]; e++)
    if (s.world.edgeTo[e] === to) return s.state.owed[e];
  return Number.NaN;
};

describe('removing', () => {
  const remove = (fields: Partial<Move> = {}): Move =>
    moveOf('remove', { by: ann, to: bob, office: editor, ...fields });

  it('takes a post from its holder, or a seat, by whoever may', () => {
    const s = quiet();
    expect(legal(s, remove())).toBe(Rule.allowed);
    expect(legal(s, remove({ to: -1 }))).toBe(Rule.allowed);
    expect(legal(s, remove({ to: cyr }))).toBe(Rule.noOffice);
    expect(legal(s, remove({ by: cyr }))).toBe(Rule.noPower);
    expect(legal(s, remove({ to: ann, office: secretary }))).toBe(Rule.self);
    expect(legal(s, remove({ by: 6 + committee, office: -1, body: committee }))).toBe(Rule.allowed);
    expect(legal(s, remove({ by: 6 + committee, to: union, office: -1, body: committee }))).toBe(Rule.noSeat);
    expect(legal(s, remove({ office: -1, body: committee }))).toBe(Rule.noPower);
    s.state.holder[editor] = -1;
    expect(legal(s, remove())).toBe(Rule.vacant);
  });

  it('leaves it vacant; both fall out and it strains, the more the more it was worth', () => {
    const s = quiet();
    const at = apply(s, remove({ to: -1 }));
    expect([s.state.holder[editor], s.state.actTo[at]]).toEqual([-1, bob]);
    expect([tieBetween(s, ann, bob), tieBetween(s, bob, ann)]).toEqual([-0.2, -0.2]);
    expect(s.state.strain[0]).toBeCloseTo(0.024, 12);
    expect(s.state.addressedUntil[bob]).toBeGreaterThan(0);
    const seat = quiet();
    apply(seat, remove({ by: 6 + committee, office: -1, body: committee }));
    expect([seat.state.seat[committee * 6 + bob], seat.state.holder[editor]]).toEqual([0, -1]);
    expect(seat.state.strain[0]).toBeCloseTo(0.08, 12);
    const row = meaning(quiet(), remove());
    expect([row[Mean.with], row[Mean.target], row[Mean.warmth] < 0, row[Mean.blame] > 0]).toEqual([
      bob,
      bob,
      true,
      true,
    ]);
    expect(row[Mean.split]).toBeCloseTo(0.032, 12);
  });
});

describe('appointing', () => {
  const appoint = (fields: Partial<Move> = {}): Move =>
    moveOf('appoint', { by: ann, to: cyr, office: editor, ...fields });
  const vacant = (): Scene => {
    const s = quiet();
    s.state.holder[editor] = -1;
    return s;
  };

  it('gives a free post to a person, by whoever may', () => {
    const s = vacant();
    expect(legal(s, appoint())).toBe(Rule.allowed);
    expect(legal(s, appoint({ by: 6 + committee }))).toBe(Rule.allowed);
    expect(legal(s, appoint({ by: bob }))).toBe(Rule.noPower);
    expect(legal(s, appoint({ to: ann }))).toBe(Rule.self);
    expect(legal(s, appoint({ to: union }))).toBe(Rule.collective);
    expect(legal(s, appoint({ to: -1 }))).toBe(Rule.notAddressed);
    expect(legal(s, appoint({ to: 6 }))).toBe(Rule.notAddressed);
    expect(legal(quiet(), appoint())).toBe(Rule.occupied);
  });

  it('makes him one’s debtor by what the post is worth, and a friend', () => {
    const s = vacant();
    const row = meaning(s, appoint());
    expect([row[Mean.with], row[Mean.target], row[Mean.warmth] > 0]).toEqual([cyr, cyr, true]);
    expect(row[Mean.posts]).toBeCloseTo(0.12, 12);
    apply(s, appoint());
    expect(s.state.holder[editor]).toBe(cyr);
    expect(
      [owed(s, cyr, ann), tieBetween(s, cyr, ann), tieBetween(s, ann, cyr)].map((v) => v.toFixed(3)),
    ).toEqual(['0.120', '0.150', '0.000']);
    const body = vacant();
    apply(body, appoint({ by: 6 + committee }));
    expect([body.state.holder[editor], tieBetween(body, cyr, ann)]).toEqual([cyr, 0]);
  });
});

describe('leaving and founding', () => {
  const exit = (by = bob): Move => moveOf('exit', { by });
  const found = (by = bob): Move => moveOf('found-rival', { by });

  it('members leave; who has left may found a rival, once', () => {
    const s = quiet();
    expect([
      legal(s, exit()),
      legal(s, exit(union)),
      legal(s, exit(6 + committee)),
      legal(s, exit(-1)),
    ]).toEqual([Rule.allowed, Rule.notMember, Rule.collective, Rule.collective]);
    expect([legal(s, found()), legal(s, found(union))]).toEqual([Rule.stillMember, Rule.outsider]);
    apply(s, exit());
    expect([legal(s, exit()), legal(s, found())]).toEqual([Rule.notMember, Rule.allowed]);
    apply(s, found());
    expect(legal(s, found())).toBe(Rule.answered);
  });

  it('who leaves loses everything there; it strains the more the greater his name, and says where he stands', () => {
    const gone = (authority: number): Scene => {
      const s = quiet();
      s.state.authority[bob] = authority;
      apply(s, exit());
      return s;
    };
    const s = gone(0.5);
    expect([
      s.state.belongs[bob],
      s.state.seat[committee * 6 + bob],
      s.state.holder[editor],
      s.state.stance[bob * 2 + peace],
    ]).toEqual([0, 0, -1, 25]);
    expect(gone(1).state.strain[0] / gone(0).state.strain[0]).toBeCloseTo(1 / 0.3, 9);
    const row = meaning(quiet(), exit());
    expect([
      row[Mean.bearing],
      row[Mean.issue],
      row[Mean.value],
      row[Mean.said],
      row[Mean.body],
      row[Mean.publicity],
    ]).toEqual([Bearing.leave, peace, 25, 25, committee, 1]);
    expect(row[Mean.posts]).toBeCloseTo(-0.88, 12);
    expect([row[Mean.split] > 0, row[Mean.blame] > 0, row[Mean.breach] > 0]).toEqual([true, true, true]);
  });

  it('a rival presses the more have gone; in a record its founders leave by founding it', () => {
    const pressing = (...people: number[]): number => {
      const s = quiet();
      for (const p of people) s.state.belongs[p] = 0;
      return meaning(s, found())[Mean.chance];
    };
    expect(pressing(bob)).toBeCloseTo(0.3, 12);
    expect(pressing(bob, cyr)).toBeCloseTo(0.5, 12);
    expect(pressing(bob, cyr, dan)).toBeCloseTo(0.6, 12);
    const s = quiet();
    apply(s, found(), [bob, cyr]);
    expect([bob, cyr, dan].map((p) => s.state.belongs[p])).toEqual([0, 0, 1]);
    const alone = quiet();
    apply(alone, found());
    expect([bob, cyr].map((p) => alone.state.belongs[p])).toEqual([0, 1]);
    expect(alone.state.strain[0]).toBeGreaterThan(0);
  });
});

describe('taking an organ', () => {
  const seize = (fields: Partial<Move> = {}): Move =>
    moveOf('seize-organ', { by: ann, to: ann, thing: press, ...fields });

  it('needs means against its holder; nobody takes his own, nor gives what one has', () => {
    const s = quiet();
    expect(legal(s, seize())).toBe(Rule.allowed);
    expect(legal(s, seize({ by: cyr, to: cyr }))).toBe(Rule.noPower);
    expect(legal(s, seize({ by: union, to: union }))).toBe(Rule.notInsider);
    expect(legal(s, seize({ by: bob, to: cyr }))).toBe(Rule.self);
    expect(legal(s, seize({ to: bob }))).toBe(Rule.occupied);
    expect(legal(s, seize({ thing: apparatus }))).toBe(Rule.noOrgan);
    expect(legal(s, seize({ thing: -1 }))).toBe(Rule.noOrgan);
    expect(legal(s, seize({ by: 6 + committee, to: cyr }))).toBe(Rule.allowed);
    expect(legal(s, seize({ by: 6 + congress, to: cyr }))).toBe(Rule.noPower);
  });

  it('changes its holder; whoever had it is hurt and his party strained', () => {
    const s = quiet();
    apply(s, seize());
    expect(s.state.resourceHolder[press]).toBe(ann);
    expect([tieBetween(s, ann, bob), tieBetween(s, bob, ann)]).toEqual([-0.2, -0.2]);
    expect(s.state.strain[0]).toBeCloseTo(0.02, 12);
    expect(s.state.addressedUntil[bob]).toBeGreaterThan(0);
    const closed = quiet();
    apply(closed, seize({ to: -1 }));
    expect(closed.state.resourceHolder[press]).toBe(-1);
    const body = quiet();
    apply(body, seize({ by: 6 + committee, to: 6 + committee }));
    expect([body.state.resourceHolder[press], tieBetween(body, bob, ann)]).toEqual([6 + committee, 0]);
  });

  it('gains what it weighs for oneself, is hostile, and less grave for whoever has the apparatus', () => {
    const own = meaning(quiet(), seize());
    expect([own[Mean.with], own[Mean.target], own[Mean.warmth] < 0, own[Mean.bearing]]).toEqual([
      bob,
      bob,
      true,
      Bearing.voice,
    ]);
    expect([own[Mean.posts], own[Mean.chance]].map((v) => v.toFixed(3))).toEqual(['0.150', '0.500']);
    expect(meaning(quiet(), seize({ to: cyr }))[Mean.posts]).toBe(0);
    const s = quiet({ resourceKind: ['press', 'force'] });
    const force = meaning(s, seize());
    for (const cell of [Mean.split, Mean.blame, Mean.sanction])
      expect(force[cell]).toBeGreaterThan(own[cell]);
  });
});

describe('turning a branch', () => {
  const turn = (fields: Partial<Move> = {}): Move =>
    moveOf('turn-branch', { by: ann, to: cyr, thing: north, ...fields });
  const trusted = (): Scene => {
    const s = quiet();
    setTie(s, cyr, ann, 0.5);
    return s;
  };

  it('is done with the apparatus, through somebody who trusts one; by a body with a power over posts', () => {
    const s = trusted();
    expect(legal(s, turn())).toBe(Rule.allowed);
    expect(legal(s, turn({ by: bob }))).toBe(Rule.notHolder);
    expect(legal(s, turn({ by: union }))).toBe(Rule.notInsider);
    expect(legal(s, turn({ to: eva }))).toBe(Rule.noSuccessor);
    expect(legal(s, turn({ to: -1 }))).toBe(Rule.noSuccessor);
    expect(legal(s, turn({ to: ann }))).toBe(Rule.noSuccessor);
    expect(legal(s, turn({ to: dan }))).toBe(Rule.occupied);
    expect(legal(s, turn({ thing: 3 }))).toBe(Rule.noBranch);
    expect(legal(s, turn({ thing: -1 }))).toBe(Rule.noBranch);
    expect(legal(s, turn({ by: 6 + committee }))).toBe(Rule.allowed);
    expect(legal(s, turn({ by: 6 + congress }))).toBe(Rule.noPower);
  });

  it('gives it a new secretary and leans it towards whoever turned it; the old one is hurt', () => {
    const s = trusted();
    const before = [...s.state.branchLean];
    apply(s, turn());
    expect(s.state.branchHead[north]).toBe(cyr);
    // Ann stands at 75; the branch leant to 20.
    expect(s.state.branchLean[north * 2 + peace]).toBeGreaterThan(before[north * 2 + peace]);
    expect(s.state.branchLean[north * 2 + peace]).toBeLessThanOrEqual(75);
    for (const other of [south, east])
      expect(s.state.branchLean[other * 2 + peace]).toBe(before[other * 2 + peace]);
    expect(tieBetween(s, dan, ann)).toBeCloseTo(-0.1, 12);
    expect(s.state.strain[0]).toBeCloseTo(0.01, 12);
    for (const p of [dan, cyr]) expect(s.state.addressedUntil[p]).toBeGreaterThan(0);
  });

  it('counts as far as the branch has delegates, half seen, against its secretary', () => {
    const row = meaning(trusted(), turn());
    expect([
      row[Mean.bearing],
      row[Mean.value],
      row[Mean.with],
      row[Mean.seen],
      row[Mean.warmth] < 0,
    ]).toEqual([Bearing.press, 75, dan, 0.5, true]);
    expect(row[Mean.chance]).toBeCloseTo(0.4, 12);
    const empty = meaning(trusted(), turn({ thing: south }));
    expect([empty[Mean.with], empty[Mean.warmth]]).toEqual([-1, 0]);
  });
});

describe('practising and defying', () => {
  it('executors practise something else than is practised; it breaks the line as far as it is from it', () => {
    const practise = (fields: Partial<Move> = {}): Move =>
      moveOf('practise', { by: ann, issue: peace, value: 25, ...fields });
    const s = quiet();
    expect(legal(s, practise())).toBe(Rule.allowed);
    expect(legal(s, practise({ by: bob }))).toBe(Rule.notExecutor);
    expect(legal(s, practise({ issue: tempo }))).toBe(Rule.notExecutor);
    expect(legal(s, practise({ value: 75 }))).toBe(Rule.alreadyLine);
    expect(legal(s, practise({ issue: -1 }))).toBe(Rule.notAddressed);
    expect(legal(s, practise({ by: 6 + committee }))).toBe(Rule.allowed);
    const [far, near, none] = [0, 50, 76].map((value) => meaning(s, practise({ value })));
    for (const cell of [Mean.breach, Mean.blame, Mean.split, Mean.sanction])
      expect(far[cell] / near[cell]).toBeCloseTo(3, 9);
    expect(none[Mean.breach]).toBeGreaterThan(0);
    expect([far[Mean.bearing], far[Mean.authority], far[Mean.value]]).toEqual([
      Bearing.practise,
      committee,
      0,
    ]);
    apply(s, practise());
    expect([s.state.practised[peace], s.state.line[committee * 2 + peace]]).toEqual([25, 75]);
    expect(s.state.strain[0]).toBeCloseTo(0.025, 12);
  });

  it('one of our own threatens force once, in public view, with what he could call on', () => {
    const threaten = (fields: Partial<Move> = {}): Move =>
      moveOf('threaten-force', { by: bob, issue: peace, value: 25, ...fields });
    const s = quiet();
    expect(legal(s, threaten())).toBe(Rule.allowed);
    expect(legal(s, threaten({ by: union }))).toBe(Rule.notInsider);
    expect(legal(s, threaten({ by: 6 + committee }))).toBe(Rule.notInsider);
    expect(legal(s, threaten({ issue: -1 }))).toBe(Rule.notAddressed);
    const row = meaning(s, threaten());
    expect([row[Mean.bearing], row[Mean.value], row[Mean.said], row[Mean.authority]]).toEqual([
      Bearing.press,
      25,
      25,
      committee,
    ]);
    expect(row[Mean.chance]).toBeCloseTo(0.175, 12);
    expect([row[Mean.split] > 0, row[Mean.blame] > 0, row[Mean.sanction] > 0, row[Mean.breach] > 0]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    s.state.work[bob * 2 + peace] = 40;
    const at = apply(s, threaten({ value: Number.NaN }));
    const slot = demandOf(s, bob, peace);
    expect([s.state.actValue[at], s.state.procValue[slot]]).toEqual([50, 50]);
    expect(s.state.procForce[slot]).toBeCloseTo(0.175, 12);
    expect(s.state.strain[0]).toBeCloseTo(0.08, 12);
    expect(s.state.addressedUntil[eva]).toBeGreaterThan(0);
    expect(legal(s, threaten())).toBe(Rule.alreadyOpen);
    expect(openCount(s, 'demand')).toBe(1);
  });

  it('to court somebody wins him as far as he listens, turns him from the rival, and both learn', () => {
    const court = (fields: Partial<Move> = {}): Move =>
      moveOf('court', { by: bob, to: cyr, issue: peace, value: 25, ...fields });
    const s = quiet();
    expect([
      legal(s, court()),
      legal(s, court({ to: bob })),
      legal(s, court({ to: -1 })),
      legal(s, court({ by: union })),
    ]).toEqual([Rule.allowed, Rule.self, Rule.notAddressed, Rule.notInsider]);
    const won = (trust: number): number[] => {
      const t = quiet();
      setTie(t, cyr, bob, trust);
      apply(t, court());
      return [tieBetween(t, cyr, bob) - trust, owed(t, cyr, bob)].map((v) => Math.round(1e6 * v) / 1e6);
    };
    expect([won(0), won(0.6), won(-1)]).toEqual([
      [0.075, 0.15],
      [0.12, 0.24],
      [0, 0],
    ]);
    const at = apply(s, court());
    // To bob, eva at 80 is the other side.
    expect(tieBetween(s, cyr, eva)).toBeCloseTo(-0.03, 12);
    expect(s.state.actFlags[at] & ActFlag.secret).toBe(ActFlag.secret);
    expect(openCount(s, 'secret')).toBe(1);
    const open = quiet();
    apply(open, court({ flags: ActFlag.public }));
    expect(openCount(open, 'secret')).toBe(0);
    const row = meaning(s, court({ value: Number.NaN }));
    expect([row[Mean.bearing], row[Mean.value], row[Mean.target], row[Mean.with]]).toEqual([
      Bearing.persuade,
      25,
      cyr,
      cyr,
    ]);
  });
});
