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
  legal,
  meaning,
  moveOf,
  peace,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { markOf, procedureOfAct } from '../../world/procedures.ts';
import type { Scene } from '../../world/scene.ts';
import { seat } from '../../world/seats.ts';
import { ActFlag, Mark } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { Bearing, Mean } from '../meaning.ts';
import { MotionOption } from '../motion-options.ts';
import { Rule } from '../rules.ts';
import { isAgainst, VoteOption } from './vote.ts';

/** Bob has moved that the committee adopt 25 on peace, or something about cyr. */
function motioned(
  option: number = MotionOption.line,
  change: Partial<World> = {},
): { s: Scene; slot: number } {
  const s = tinyScene(change);
  const what = option === MotionOption.line ? { issue: peace, value: 25 } : { to: cyr, office: editor };
  const slot = procedureOfAct(s, apply(s, moveOf('motion', { by: bob, body: committee, option, ...what })));
  return { s, slot };
}
const vote = (slot: number, by: number, option: number, flags = 0) =>
  moveOf('vote', { by, proc: slot, body: committee, issue: peace, value: 25, option, flags });

describe('who may vote', () => {
  it('members of the body, in a motion that is open, not on their own case where that is the rule', () => {
    const { s, slot } = motioned();
    expect(legal(s, vote(slot, ann, VoteOption.yes))).toBe(Rule.allowed);
    expect(legal(s, vote(slot, union, VoteOption.yes))).toBe(Rule.noSeat);
    expect(legal(s, vote(-1, ann, VoteOption.yes))).toBe(Rule.noProcedure);
    s.state.seat[committee * 6 + dan] = 2;
    expect(legal(s, vote(slot, dan, VoteOption.yes))).toBe(Rule.noVote);
    s.state.procKind[slot] = -1;
    expect(legal(s, vote(slot, ann, VoteOption.yes))).toBe(Rule.noProcedure);
    const own = motioned(MotionOption.remove, { ownCase: Uint8Array.of(0, 0) });
    expect(legal(own.s, vote(own.slot, cyr, VoteOption.no))).toBe(Rule.recused);
    expect(legal(own.s, vote(own.slot, bob, VoteOption.no))).toBe(Rule.allowed);
    const may = motioned(MotionOption.remove);
    expect(legal(may.s, vote(may.slot, cyr, VoteOption.no))).toBe(Rule.allowed);
  });
});

describe('a vote', () => {
  it('marks the voter and, if open, shows where he stands: at the text, or at the line defended', () => {
    const shown = (option: number, flags = 0): number => {
      const { s, slot } = motioned();
      s.state.publicMean[ann * 2 + peace] = 50;
      apply(s, vote(slot, ann, option, flags));
      expect(markOf(s, slot, ann)).toBe([Mark.yes, Mark.no, Mark.abstained][option]);
      return s.state.publicMean[ann * 2 + peace];
    };
    expect(shown(VoteOption.yes)).toBeLessThan(50);
    expect(shown(VoteOption.no)).toBeGreaterThan(50);
    expect(shown(VoteOption.abstain)).toBe(50);
    expect(shown(VoteOption.yes, ActFlag.secret)).toBe(50);
  });

  it('against a text where there is no line shows nothing new; about a person nothing on an issue', () => {
    const { s, slot } = motioned();
    s.state.line[committee * 2 + peace] = Number.NaN;
    const before = s.state.publicMean[ann * 2 + peace];
    apply(s, vote(slot, ann, VoteOption.no));
    expect(s.state.publicMean[ann * 2 + peace]).toBe(before);
    const person = motioned(MotionOption.remove);
    const public_ = person.s.state.publicMean.slice();
    apply(person.s, vote(person.slot, ann, VoteOption.yes));
    expect(person.s.state.publicMean).toEqual(public_);
  });
});

describe('what it means', () => {
  it('on a text: standing for it or for the line, before the body', () => {
    const { s, slot } = motioned();
    const yes = meaning(s, vote(slot, ann, VoteOption.yes));
    const no = meaning(s, vote(slot, ann, VoteOption.no));
    expect([yes[Mean.said], no[Mean.said], yes[Mean.publicity], yes[Mean.seen]]).toEqual([25, 75, 0.5, 1]);
    expect([yes[Mean.side], no[Mean.side], yes[Mean.joins], no[Mean.joins]]).toEqual([1, -1, slot, slot]);
    expect([yes[Mean.bearing], yes[Mean.value], yes[Mean.issue], yes[Mean.body]]).toEqual([
      Bearing.motion,
      25,
      peace,
      committee,
    ]);
    expect([yes[Mean.owed], no[Mean.owed], yes[Mean.breach], no[Mean.breach]]).toEqual([0, 0, 0, 0]);
  });

  it('who has moved it has given his word', () => {
    const { s, slot } = motioned();
    expect([VoteOption.yes, VoteOption.no].map((o) => meaning(s, vote(slot, bob, o))[Mean.owed])).toEqual([
      1, -1,
    ]);
  });

  it('in secret nobody sees and nobody hears', () => {
    const { s, slot } = motioned(MotionOption.line, { secret: Uint8Array.of(1, 0) });
    const yes = meaning(s, vote(slot, ann, VoteOption.yes));
    expect([yes[Mean.seen], yes[Mean.publicity]]).toEqual([0, 0]);
  });

  it('in a body bound from above, going further from that line breaks it; coming nearer does not', () => {
    const s = tinyScene({ convened: Uint8Array.of(1, 1) });
    seat(s, congress, ann, 1);
    s.state.line[congress * 2 + peace] = 50;
    const put = (value: number): number =>
      procedureOfAct(
        s,
        apply(
          s,
          moveOf('motion', { by: ann, body: congress, issue: peace, value, option: MotionOption.line }),
        ),
      );
    // The committee’s line is 75: the congress’s text of 25 leads 25 points further away than 50 is.
    const away = put(25);
    const breach = (slot: number, option: number): number[] => {
      const row = meaning(s, moveOf('vote', { by: ann, proc: slot, body: congress, option }));
      return [row[Mean.breach], row[Mean.authority]];
    };
    expect(breach(away, VoteOption.yes)).toEqual([0.25, committee]);
    expect(breach(away, VoteOption.no)).toEqual([0, committee]);
    s.state.procValue[away] = 75;
    expect(breach(away, VoteOption.yes)).toEqual([0, committee]);
    expect(breach(away, VoteOption.no)).toEqual([0.25, committee]);
  });

  it('about a person: for or against him; one’s own posts are at stake if it is oneself', () => {
    for (const option of Object.values(MotionOption).filter(
      (o) => o !== MotionOption.line && o !== MotionOption.callCongress,
    )) {
      const { s, slot } = motioned();
      s.state.procOption[slot] = option;
      s.state.procTo[slot] = cyr;
      const yes = meaning(s, vote(slot, ann, VoteOption.yes));
      const no = meaning(s, vote(slot, ann, VoteOption.no));
      const against = isAgainst(option);
      expect([option, yes[Mean.warmth], no[Mean.warmth]]).toEqual([
        option,
        against ? -1 : 1,
        against ? 1 : -1,
      ]);
      expect([yes[Mean.with], yes[Mean.target], yes[Mean.bearing], no[Mean.bearing]]).toEqual([
        cyr,
        cyr,
        against ? Bearing.exclude : Bearing.none,
        Bearing.none,
      ]);
      expect([yes[Mean.split] > 0, no[Mean.split]]).toEqual([against, 0]);
      expect(yes[Mean.posts]).toBe(0);
      const own = [VoteOption.yes, VoteOption.no].map((o) => meaning(s, vote(slot, cyr, o))[Mean.posts]);
      expect(own.map(Math.sign)).toEqual(against ? [-1, 1] : [1, -1]);
      expect(Math.abs(own[0])).toBeCloseTo(0.48, 12);
    }
  });

  it('expelling strains most', () => {
    const split = (option: number): number => {
      const { s, slot } = motioned(MotionOption.remove);
      s.state.procOption[slot] = option;
      return meaning(s, vote(slot, ann, VoteOption.yes))[Mean.split];
    };
    expect(split(MotionOption.expel)).toBeGreaterThan(split(MotionOption.remove));
    expect(isAgainst(MotionOption.appoint)).toBe(false);
  });
});
