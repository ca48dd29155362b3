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
  eva,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  record,
  rowsOf,
  secretary,
  setTie,
  tempo,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import type { Move } from '../../world/record.ts';
import { procedureOfAct } from '../../world/procedures.ts';
import type { Scene } from '../../world/scene.ts';
import { unseat } from '../../world/seats.ts';
import { Bearing, Mean } from '../meaning.ts';
import { MotionOption } from '../motion-options.ts';
import { Rule } from '../rules.ts';
import { enact } from './motion.ts';

const motion = (fields: Partial<Move>): Move => moveOf('motion', { by: bob, body: committee, ...fields });
const text = (value: number, fields: Partial<Move> = {}): Move =>
  motion({ issue: peace, value, option: MotionOption.line, ...fields });
const about = (to: number, option: number, fields: Partial<Move> = {}): Move =>
  motion({ to, option, ...fields });

describe('what may be moved', () => {
  it('a text by who sits there, if it is not the line and nothing is before the body on that issue', () => {
    const s = tinyScene();
    expect(legal(s, text(25))).toBe(Rule.allowed);
    expect(legal(s, text(25, { by: union }))).toBe(Rule.noSeat);
    expect(legal(s, text(25, { body: congress }))).toBe(Rule.notConvened);
    expect(legal(s, text(75))).toBe(Rule.alreadyLine);
    expect(legal(s, text(75.4))).toBe(Rule.alreadyLine);
    expect(legal(s, text(75.5))).toBe(Rule.allowed);
    apply(s, text(25));
    expect(legal(s, text(50))).toBe(Rule.alreadyOpen);
    expect(legal(s, text(25, { issue: tempo }))).toBe(Rule.allowed);
    expect(legal(s, about(cyr, MotionOption.expel))).toBe(Rule.allowed);
  });

  it('about persons only what the body has power over; censure and letting go need none', () => {
    const s = tinyScene({ powers: [new Map(), new Map()] });
    expect(legal(s, about(cyr, MotionOption.expel))).toBe(Rule.noPower);
    expect(legal(s, about(cyr, MotionOption.censure))).toBe(Rule.allowed);
    expect(legal(s, about(cyr, MotionOption.acceptResignation))).toBe(Rule.allowed);
  });

  it('about somebody, not oneself, once at a time', () => {
    const s = tinyScene();
    expect(legal(s, about(-1, MotionOption.expel))).toBe(Rule.notAddressed);
    expect(legal(s, about(bob, MotionOption.expel))).toBe(Rule.self);
    s.state.holder[editor] = -1;
    expect(legal(s, about(bob, MotionOption.appoint, { office: editor }))).toBe(Rule.allowed);
    apply(s, about(cyr, MotionOption.expel));
    expect(legal(s, about(cyr, MotionOption.expel))).toBe(Rule.alreadyOpen);
    expect(legal(s, about(dan, MotionOption.expel))).toBe(Rule.allowed);
    expect(legal(s, about(cyr, MotionOption.censure))).toBe(Rule.allowed);
  });

  it('a post is taken from its holder and given where it is vacant', () => {
    const s = tinyScene();
    expect(legal(s, about(bob, MotionOption.remove, { by: ann, office: editor }))).toBe(Rule.allowed);
    expect(legal(s, about(cyr, MotionOption.remove, { office: editor }))).toBe(Rule.noOffice);
    expect(legal(s, about(cyr, MotionOption.appoint, { office: editor }))).toBe(Rule.occupied);
    expect(legal(s, about(cyr, MotionOption.appoint))).toBe(Rule.occupied);
    s.state.holder[editor] = -1;
    expect(legal(s, about(cyr, MotionOption.appoint, { office: editor }))).toBe(Rule.allowed);
  });

  it('only who sits or belongs can be expelled', () => {
    const s = tinyScene();
    expect(legal(s, about(union, MotionOption.expel))).toBe(Rule.noSeat);
    s.state.seat[committee * 6 + cyr] = 0;
    expect(legal(s, about(cyr, MotionOption.expel))).toBe(Rule.allowed);
    s.state.belongs[cyr] = 0;
    expect(legal(s, about(cyr, MotionOption.expel))).toBe(Rule.noSeat);
  });

  it('one call for a congress at a time', () => {
    const s = tinyScene();
    const call = motion({ issue: peace, value: 25, option: MotionOption.callCongress });
    expect(legal(s, call)).toBe(Rule.allowed);
    apply(s, call);
    expect(legal(s, call)).toBe(Rule.alreadyOpen);
  });
});

describe('what it does and means', () => {
  it('opens a procedure that waits for the next sitting, at most two days; the body hears where he stands', () => {
    const s = tinyScene();
    s.state.clock[0] = 5;
    s.state.publicMean[bob * 2 + peace] = 60;
    const at = apply(s, text(25));
    const slot = procedureOfAct(s, at);
    expect([s.state.procDue[slot], s.state.procValue[slot], s.state.procBy[slot]]).toEqual([7, 25, bob]);
    expect(s.state.publicMean[bob * 2 + peace]).toBeLessThan(60);
    const attacked = tinyScene();
    apply(attacked, about(cyr, MotionOption.expel));
    expect(attacked.state.addressedUntil[cyr]).toBeGreaterThan(0);
    expect(attacked.state.addressedUntil[dan]).not.toBeGreaterThan(0);
  });

  it('a text: said before the body, for adoption', () => {
    const row = meaning(tinyScene(), text(25));
    expect([
      row[Mean.bearing],
      row[Mean.value],
      row[Mean.said],
      row[Mean.publicity],
      row[Mean.issue],
    ]).toEqual([Bearing.motion, 25, 25, 0.5, peace]);
    expect([row[Mean.with], row[Mean.split], row[Mean.blame]]).toEqual([-1, 0, 0]);
  });

  it('against a person it excludes, strains and is blamed; for one it does not', () => {
    const s = tinyScene();
    s.state.holder[editor] = -1;
    for (const [option, against] of [
      [MotionOption.remove, true],
      [MotionOption.expel, true],
      [MotionOption.censure, true],
      [MotionOption.appoint, false],
      [MotionOption.acceptResignation, false],
    ] as const) {
      const office = option === MotionOption.appoint ? editor : -1;
      const row = meaning(s, about(cyr, option, { office }));
      expect([option, row[Mean.bearing], row[Mean.warmth], row[Mean.with], row[Mean.target]]).toEqual([
        option,
        against ? Bearing.exclude : Bearing.motion,
        against ? -1 : 1,
        cyr,
        cyr,
      ]);
      expect([row[Mean.split] > 0, row[Mean.blame] > 0]).toEqual([against, against]);
    }
    expect(meaning(s, about(cyr, MotionOption.expel))[Mean.split]).toBeGreaterThan(
      meaning(s, about(cyr, MotionOption.censure))[Mean.split],
    );
  });
});

describe('what is carried out', () => {
  const done = (m: Move, change: (s: Scene) => void = () => {}): Scene => {
    const s = tinyScene();
    change(s);
    enact(s, procedureOfAct(s, apply(s, m)));
    return s;
  };

  it('removal and appointment concern the post; expulsion the seat, or, without one, membership', () => {
    const removed = done(about(bob, MotionOption.remove, { by: ann, office: editor }));
    expect([removed.state.holder[editor], removed.state.seat[committee * 6 + bob]]).toEqual([-1, 1]);
    const appointed = done(about(cyr, MotionOption.appoint, { office: editor }), (s) => {
      s.state.holder[editor] = -1;
    });
    expect(appointed.state.holder[editor]).toBe(cyr);
    const expelled = done(about(cyr, MotionOption.expel));
    expect([expelled.state.seat[committee * 6 + cyr], expelled.state.belongs[cyr]]).toEqual([0, 1]);
    const outside = done(about(cyr, MotionOption.expel), (s) => {
      s.state.seat[committee * 6 + cyr] = 0;
    });
    expect(outside.state.belongs[cyr]).toBe(0);
  });

  it('it is the body’s act; censure is its denunciation; a text is carried out by nobody', () => {
    const s = done(about(cyr, MotionOption.censure));
    expect(record(s)).toEqual(['motion', 'denounce']);
    expect([s.state.actBy[1], s.state.actTo[1]]).toEqual([s.world.people + committee, cyr]);
    expect(record(done(text(25)))).toEqual(['motion']);
  });

  it('what is no longer possible is left undone', () => {
    const s = tinyScene();
    const slot = procedureOfAct(s, apply(s, about(bob, MotionOption.remove, { by: ann, office: editor })));
    s.state.holder[editor] = -1;
    enact(s, slot);
    expect(record(s)).toEqual(['motion']);
  });
});

describe('what comes to mind', () => {
  const moved = (s: Scene, person: number): string[] => {
    const menu = menuOf(s, person);
    return rowsOf(menu, 'motion').map((k) =>
      menu.option[k] === MotionOption.line
        ? `${menu.issue[k]}: ${menu.value[k]}`
        : `${menu.option[k]} ${menu.to[k]}${menu.office[k] >= 0 ? ` from ${menu.office[k]}` : ''}`,
    );
  };

  it('a text that he wants or a step towards it, on what matters to him; not again within five days', () => {
    const s = tinyScene();
    expect(moved(s, bob)).toEqual(expect.arrayContaining([`${peace}: 25`, `${peace}: 50`]));
    expect(moved(s, eva).filter((t) => t.startsWith(`${peace}:`))).toEqual([]);
    s.state.decided[committee * 2 + peace] = 10;
    s.state.clock[0] = 14.9;
    expect(moved(s, bob)).not.toContain(`${peace}: 25`);
    s.state.clock[0] = 15;
    expect(moved(s, bob)).toContain(`${peace}: 25`);
    s.state.workSalience[bob * 2 + peace] = 0.14;
    expect(moved(s, bob)).not.toContain(`${peace}: 25`);
  });

  it('against the colleague whom he fights most, if he holds anything; nobody fights a friend', () => {
    const s = tinyScene();
    s.state.tie.fill(0.1);
    const against = (t: string): boolean =>
      t.startsWith(`${MotionOption.remove} `) || t.startsWith(`${MotionOption.expel} `);
    expect(moved(s, bob).filter(against)).toEqual([]);
    setTie(s, bob, ann, -0.5);
    setTie(s, bob, cyr, -0.4);
    expect(moved(s, bob).filter(against)).toEqual([
      `${MotionOption.remove} ${ann} from ${secretary}`,
      `${MotionOption.expel} ${ann}`,
    ]);
    setTie(s, bob, ann, -0.29);
    setTie(s, bob, cyr, -0.29);
    expect(moved(s, bob).filter(against)).toEqual([]);
  });

  it('somebody trusted for a vacant post, who has none', () => {
    const s = tinyScene();
    s.state.holder[editor] = -1;
    const named = (): string[] => moved(s, eva).filter((t) => t.startsWith(`${MotionOption.appoint} `));
    s.state.tie.fill(0);
    expect(named()).toEqual([]);
    setTie(s, eva, cyr, 0.3);
    setTie(s, eva, ann, 0.9);
    setTie(s, eva, union, 0.9);
    expect(named()).toEqual([`${MotionOption.appoint} ${cyr} from ${editor}`]);
    // One who has been expelled is no candidate for a post of the organisation.
    setTie(s, eva, dan, 0.2);
    s.state.belongs[cyr] = 0;
    expect(named()).toEqual([`${MotionOption.appoint} ${dan} from ${editor}`]);
  });

  it('for a free seat, of two trusted alike the one with the lower key', () => {
    for (const [key, candidate] of [
      [[0, 7, 9, 8, 0, 0], dan],
      [[0, 7, 8, 9, 0, 0], cyr],
    ] as const) {
      const s = tinyScene({ bodySeats: Int32Array.of(5, 5), personKey: Uint32Array.from(key) });
      unseat(s, committee, cyr);
      unseat(s, committee, dan);
      s.state.work.fill(50);
      s.state.tie.fill(0);
      for (const to of [cyr, dan]) setTie(s, eva, to, 0.5);
      expect(moved(s, eva)).toContain(`${MotionOption.coopt} ${candidate}`);
    }
  });
});
