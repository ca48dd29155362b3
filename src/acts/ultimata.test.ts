import { describe, expect, it } from 'vitest';
import { stand } from '../../test/helpers/committee.ts';
import {
  ann,
  bob,
  committee,
  congress,
  cyr,
  dan,
  eva,
  moveOf,
  peace,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import { openProcedure, setMark } from '../world/procedures.ts';
import type { Scene } from '../world/scene.ts';
import { seat } from '../world/seats.ts';
import { Mark } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { defendsLine, fillAddressed, isDissenter, shareBehind, shown, Threat, threatOf } from './demands.ts';
import { procedureNumber } from './index.ts';
import { Rule } from './rules.ts';
import {
  credibility,
  isDefiant,
  isUltimatum,
  issuerRule,
  risk,
  setDeadline,
  spokesman,
  Stage,
} from './ultimata.ts';

/** An ultimatum of the committee, or of somebody, with so many thousandths of its votes behind it. */
function issued(
  option: number,
  behind = 800,
  by = 6 + committee,
  change: Partial<World> = {},
): { s: Scene; slot: number } {
  const s = tinyScene(change);
  const m = moveOf('ultimatum', { by, to: bob, body: committee, issue: peace, value: 75, option });
  const slot = openProcedure(s, procedureNumber('ultimatum'), m, 0, 1);
  s.state.procCount[slot] = behind;
  return { s, slot };
}

describe('how far a threat is believed', () => {
  it('measures of the body: the votes behind them and a tenth, halved if it has no such power', () => {
    const of = (option: number, behind: number, change: Partial<World> = {}): number => {
      const { s, slot } = issued(option, behind, 6, change);
      return credibility(s, slot, bob);
    };
    expect(
      [of(Threat.expel, 0), of(Threat.expel, 500), of(Threat.remove, 1000)].map((v) => v.toFixed(4)),
    ).toEqual(['0.1000', '0.5500', '1.0000']);
    const without = {
      powers: [new Map([['expel', { share: 0.5, base: 0, strict: true, count: 0 }]]), new Map()],
    } as Partial<World>;
    expect(of(Threat.expel, 500, without)).toBeCloseTo(0.55, 12);
    expect(of(Threat.remove, 500, without)).toBeCloseTo(0.275, 12);
  });

  it('a congress: the branches nearer to what is demanded; force: what is in the air; going oneself: half', () => {
    const { s, slot } = issued(Threat.congress);
    // Against what bob shows, 25: north at 20 with 0.4 of the delegates is his, south at 50 in the middle, east at 80.
    s.state.branchShare.set([0.4, 0, 0.6]);
    expect(credibility(s, slot, bob)).toBeCloseTo(0.7 * 0.6, 12);
    s.state.procIssue[slot] = -1;
    expect(credibility(s, slot, bob)).toBe(0.3);
    for (const option of [Threat.force, Threat.strike]) {
      const forced = issued(option);
      forced.s.state.threat[0] = 0.4;
      expect(credibility(forced.s, forced.slot, bob)).toBeCloseTo(0.7, 12);
      forced.s.state.threat[0] = 4;
      expect(credibility(forced.s, forced.slot, bob)).toBe(1);
      forced.s.state.threat[0] = -4;
      expect(credibility(forced.s, forced.slot, bob)).toBe(0);
    }
    const going = issued(Threat.resign);
    expect([credibility(going.s, going.slot, bob), risk(going.s, going.slot, bob)]).toEqual([0.5, 0]);
  });

  it('expulsion is graver than removal, and the risk is what is believed times how grave it is', () => {
    const at = (option: number): number => {
      const { s, slot } = issued(option);
      return risk(s, slot, bob) / credibility(s, slot, bob);
    };
    expect(at(Threat.expel)).toBeGreaterThan(at(Threat.remove));
    expect(at(Threat.force)).toBeGreaterThan(at(Threat.strike));
    const { s, slot } = issued(-1);
    expect(risk(s, slot, bob)).toBe(0);
  });
});

describe('who speaks for the issuers', () => {
  it('whoever put it; for a body the member of most authority who was not addressed', () => {
    const own = issued(Threat.expel, 0, eva);
    expect(spokesman(own.s, own.slot)).toBe(eva);
    const { s, slot } = issued(Threat.expel);
    s.state.authority.set([0.5, 0.9, 0.7, 0.6, 0.4, 1]);
    setMark(s, slot, bob, Mark.asked);
    expect(spokesman(s, slot)).toBe(cyr);
    s.state.seat[committee * 6 + cyr] = 2;
    expect(spokesman(s, slot)).toBe(dan);
    seat(s, committee, union, 1);
    expect(spokesman(s, slot)).toBe(dan);
    for (const p of [ann, dan, eva]) setMark(s, slot, p, Mark.asked);
    expect(spokesman(s, slot)).toBe(-1);
    s.state.procBy[slot] = -1;
    expect(spokesman(s, slot)).toBe(-1);
  });

  it('only the issuers carry it out or drop it, while it is not carried out', () => {
    const { s, slot } = issued(Threat.expel);
    s.state.authority.set([0.9, 0.5, 0.5, 0.5, 0.5, 1]);
    setMark(s, slot, bob, Mark.asked);
    setMark(s, slot, dan, Mark.reserved);
    const rule = (by: number, proc = slot): number => issuerRule(s, moveOf('enforce', { by, proc }));
    expect([rule(ann), rule(dan), rule(6 + committee)]).toEqual([Rule.allowed, Rule.allowed, Rule.allowed]);
    expect([rule(cyr), rule(bob), rule(6 + congress), rule(-1)]).toEqual([
      Rule.noPower,
      Rule.noPower,
      Rule.noPower,
      Rule.noPower,
    ]);
    expect(rule(ann, -1)).toBe(Rule.noProcedure);
    const motion = openProcedure(s, procedureNumber('motion'), moveOf('motion', { by: ann }), 0, 1);
    expect([rule(ann, motion), isUltimatum(s, motion), isUltimatum(s, slot), isUltimatum(s, -1)]).toEqual([
      Rule.wrongKind,
      false,
      true,
      false,
    ]);
    setDeadline(s, slot, 12);
    expect(s.state.procForce[slot]).toBe(12);
    s.state.procState[slot] = Stage.enforced;
    expect(rule(ann)).toBe(Rule.answered);
  });

  it('defiance is to refuse, to evade and to keep silent', () => {
    expect(
      Object.entries(Mark)
        .filter(([, m]) => isDefiant(m))
        .map(([name]) => name)
        .sort(),
    ).toEqual(['evaded', 'no', 'silent']);
  });
});

describe('demands in a body', () => {
  it('defend the line if they are within a step of it; without one of its own, that of the body that decides', () => {
    const s = tinyScene();
    expect([75, 87, 63, 62.5, 87.5].map((v) => defendsLine(s, committee, peace, v))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    s.state.line[congress * 2 + peace] = Number.NaN;
    expect(defendsLine(s, congress, peace, 75)).toBe(true);
    s.state.line[congress * 2 + peace] = 0;
    expect([defendsLine(s, congress, peace, 75), defendsLine(s, congress, peace, 0)]).toEqual([false, true]);
  });

  it('threaten with the gravest power of those who defend it, else with going', () => {
    const with_ = (...powers: string[]): number => {
      const rule = { share: 0.5, base: 0, strict: true, count: 0 } as const;
      const s = tinyScene({ powers: [new Map(powers.map((p) => [p, rule])), new Map()] });
      return threatOf(s, committee, peace, 75);
    };
    expect([with_('expel', 'remove'), with_('remove'), with_()]).toEqual([
      Threat.expel,
      Threat.remove,
      Threat.congress,
    ]);
    const alone = tinyScene({ superior: Int32Array.of(-1, -1), powers: [new Map(), new Map()] });
    expect(threatOf(alone, committee, peace, 75)).toBe(Threat.resign);
    expect(threatOf(tinyScene(), committee, peace, 25)).toBe(Threat.resign);
  });

  it('are meant for those who sit there and show another stance, by more than twenty points', () => {
    const s = tinyScene();
    stand(s, [75, 25, 55, 54, 96, 0]);
    const dissents = (p: number): boolean => isDissenter(s, committee, p, peace, 75);
    expect([ann, bob, cyr, dan, eva, union].map(dissents)).toEqual([false, true, false, true, true, false]);
    s.state.stance[bob * 2 + peace] = 75;
    expect([shown(s, bob, peace), dissents(bob)]).toEqual([75, false]);
    seat(s, committee, union, 1);
    expect(dissents(union)).toBe(false);
    setMark(s, 3, dan, Mark.yes);
    fillAddressed(s, 3, committee, peace, 75);
    expect([...s.party.to.subarray(0, s.party.toCount)]).toEqual([eva]);
    setMark(s, 3, eva, Mark.reserved);
    fillAddressed(s, 3, committee, peace, 75);
    expect(s.party.toCount).toBe(0);
    fillAddressed(s, -1, committee, peace, 75);
    expect([...s.party.to.subarray(0, s.party.toCount)]).toEqual([dan, eva]);
  });

  it('have behind them the votes of those who make them', () => {
    const s = tinyScene({ size: Float64Array.of(1, 1, 2, 1, 1, 1) });
    expect([
      shareBehind(s, committee, cyr),
      shareBehind(s, committee, union),
      shareBehind(s, committee, 6),
    ]).toEqual([1 / 3, 0, 1]);
    expect([shareBehind(s, congress, ann), shareBehind(s, -1, ann), shareBehind(s, -1, 6)]).toEqual([
      0, 0, 1,
    ]);
    s.party.by.set([ann, cyr, union]);
    s.party.byCount = 3;
    expect(shareBehind(s, committee, ann)).toBe(0.5);
    expect(shareBehind(s, committee, 6)).toBe(1);
  });
});
