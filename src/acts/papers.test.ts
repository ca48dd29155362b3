import { describe, expect, it } from 'vitest';
import { believe, stand } from '../../test/helpers/committee.ts';
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
  setTie,
  tempo,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import { markOf, openProcedure, setMark } from '../world/procedures.ts';
import type { Scene } from '../world/scene.ts';
import { Mark } from '../world/state.ts';
import { procedureNumber } from './index.ts';
import { Bearing, Mean, clearMeaning, meanWidth } from './meaning.ts';
import {
  fillSignatories,
  grievance,
  invite,
  meanPaper,
  nextMarked,
  onSide,
  ownPoint,
  Purpose,
  signedVotes,
} from './papers.ts';

const people = [ann, bob, cyr, dan, eva, union];
/** A paper of bob's for 25 on peace before the committee; nobody is known to anybody but by name. */
function paper(value = 25, body = committee): { s: Scene; slot: number } {
  const s = tinyScene();
  s.state.tie.fill(0);
  const m = moveOf('draft-statement', { by: bob, body, issue: peace, value });
  return { s, slot: openProcedure(s, procedureNumber('paper'), m, 0, 10) };
}
const marked = (s: Scene, slot: number, mark: number): number[] =>
  people.filter((p) => markOf(s, slot, p) === mark);

describe('what drives somebody to a paper', () => {
  it('salience times the way from the line; nothing without a line or an issue', () => {
    const s = tinyScene();
    // Bob stands at 25, the line is 75, and it matters to him by 0.8.
    expect(grievance(s, bob, peace)).toBeCloseTo(40, 12);
    expect(grievance(s, eva, peace)).toBeCloseTo(4, 12);
    expect(grievance(s, bob, tempo)).toBe(0);
    expect(grievance(s, bob, -1)).toBe(0);
    s.state.line[committee * 2 + peace] = Number.NaN;
    expect(grievance(s, bob, peace)).toBe(0);
  });

  it('he writes the point nearest to what he really wants', () => {
    const s = tinyScene();
    s.state.work[bob * 2 + peace] = 40;
    s.state.publicMean[bob * 2 + peace] = 100;
    expect([ownPoint(s, bob, peace), ownPoint(s, bob, tempo)]).toEqual([50, 50]);
  });
});

describe('who is on a paper’s side', () => {
  it('who is believed to stand nearer to it than to the line', () => {
    const s = tinyScene();
    stand(s, [75, 25, 49, 51, 80]);
    // The line is 75: the middle between it and 25 is 50.
    expect([cyr, dan].map((p) => onSide(s, bob, p, peace, 25))).toEqual([true, false]);
    believe(s, bob, cyr, 60);
    believe(s, ann, dan, 40);
    expect(onSide(s, bob, cyr, peace, 25)).toBe(false);
    expect(onSide(s, ann, dan, peace, 25)).toBe(true);
    stand(s, [75, 25, 50, 50, 80]);
    expect(onSide(s, ann, cyr, peace, 25)).toBe(false);
  });

  it('where it defends the line, or there is none: who is within twenty points', () => {
    const s = tinyScene();
    stand(s, [75, 54, 55, 95, 96]);
    expect([bob, cyr, dan, eva].map((p) => onSide(s, ann, p, peace, 75))).toEqual([false, true, true, false]);
    // Half a point from the line is defending it.
    expect(onSide(s, ann, cyr, peace, 74.5)).toBe(true);
    s.state.line[committee * 2 + peace] = Number.NaN;
    expect([bob, cyr, dan, eva].map((p) => onSide(s, ann, p, peace, 75))).toEqual([false, true, true, false]);
  });
});

describe('invitations', () => {
  it('go to the most trusted first, of those trusted enough', () => {
    const { s, slot } = paper();
    stand(s, [25, 25, 25, 25, 25]);
    setTie(s, bob, ann, 0.3);
    setTie(s, bob, cyr, 0.6);
    setTie(s, bob, dan, 0.2);
    invite(s, slot, bob, 0.2, 1);
    expect(marked(s, slot, Mark.asked)).toEqual([cyr]);
    invite(s, slot, bob, 0.2, 5);
    expect(marked(s, slot, Mark.asked)).toEqual([ann, cyr]);
  });

  it('never to those who have been asked, who stand on the other side, sit elsewhere, or are no single person', () => {
    const { s, slot } = paper();
    stand(s, [25, 25, 25, 75, 25, 25]);
    for (const p of [ann, cyr, dan, eva, union]) setTie(s, bob, p, 0.5);
    setMark(s, slot, ann, Mark.no);
    s.state.seat[committee * 6 + eva] = 0;
    invite(s, slot, bob, 0, 9);
    expect(marked(s, slot, Mark.asked)).toEqual([cyr]);
    expect(markOf(s, slot, ann)).toBe(Mark.no);
  });

  it('outside bodies, whoever is trusted may be asked; collective actors still not', () => {
    const { s, slot } = paper(25, -1);
    stand(s, [25, 25, 25, 25, 25, 25]);
    for (const p of [eva, union]) setTie(s, bob, p, 0.5);
    s.state.seat[committee * 6 + eva] = 0;
    invite(s, slot, bob, 0.1, 9);
    expect(marked(s, slot, Mark.asked)).toEqual([eva]);
  });

  it('of two trusted alike the same one is asked, in whatever order people are listed', () => {
    const first = (change: (s: Scene) => void): number => {
      const { s, slot } = paper();
      stand(s, [25, 25, 25, 25, 25]);
      for (const p of [ann, cyr, dan]) setTie(s, bob, p, 0.5);
      change(s);
      invite(s, slot, bob, 0, 1);
      return marked(s, slot, Mark.asked)[0];
    };
    const key = tinyScene().world.personKey;
    const least = [ann, cyr, dan].sort((a, b) => key[a] - key[b])[0];
    expect(first(() => {})).toBe(least);
    expect(
      first((s) => {
        // The edges of bob the other way round.
        const from = s.world.edgeStart[bob];
        s.world.edgeTo.subarray(from, s.world.edgeStart[bob + 1]).reverse();
        s.state.tie.subarray(from, s.world.edgeStart[bob + 1]).reverse();
      }),
    ).toBe(least);
  });
});

describe('whose turn it is', () => {
  it('the one most trusted by the leader, even if he fights them all; then by name; nobody if nobody is left', () => {
    const { s, slot } = paper();
    for (const p of [ann, cyr, dan]) setMark(s, slot, p, Mark.asked);
    setTie(s, bob, ann, -0.9);
    setTie(s, bob, cyr, -0.1);
    setTie(s, bob, dan, -0.5);
    expect(nextMarked(s, slot, Mark.asked, bob)).toBe(cyr);
    setMark(s, slot, cyr, Mark.yes);
    expect(nextMarked(s, slot, Mark.asked, bob)).toBe(dan);
    expect(nextMarked(s, slot, Mark.yes, bob)).toBe(cyr);
    expect(nextMarked(s, slot, Mark.no, bob)).toBe(-1);
  });

  it('without a leader, or for a body, by key; the leader himself if only he is left', () => {
    const { s, slot } = paper();
    for (const p of [ann, cyr, dan]) setMark(s, slot, p, Mark.asked);
    const key = s.world.personKey;
    const least = [ann, cyr, dan].sort((a, b) => key[a] - key[b])[0];
    expect(nextMarked(s, slot, Mark.asked, -1)).toBe(least);
    expect(nextMarked(s, slot, Mark.asked, s.world.people + committee)).toBe(least);
    setTie(s, bob, eva, 0);
    expect(nextMarked(s, slot, Mark.asked, bob)).toBe(least);
    for (const p of [ann, cyr, dan]) setMark(s, slot, p, Mark.none);
    setMark(s, slot, bob, Mark.asked);
    expect(nextMarked(s, slot, Mark.asked, bob)).toBe(bob);
  });
});

describe('signatures', () => {
  it('count with or without reservation; in a body only those of its voting members, with their votes', () => {
    const s = tinyScene({ size: Float64Array.of(1, 1, 3, 1, 1, 5) });
    setMark(s, 4, ann, Mark.asked);
    setMark(s, 4, bob, Mark.no);
    setMark(s, 4, cyr, Mark.yes);
    setMark(s, 4, dan, Mark.reserved);
    setMark(s, 4, union, Mark.yes);
    expect([signedVotes(s, 4, committee), signedVotes(s, 4, -1), signedVotes(s, 3, -1)]).toEqual([4, 9, 0]);
    s.state.seat[committee * 6 + dan] = 2;
    expect(signedVotes(s, 4, committee)).toBe(3);
    s.party.byCount = 3;
    fillSignatories(s, 4);
    expect([...s.party.by.subarray(0, s.party.byCount)]).toEqual([cyr, dan, union]);
    fillSignatories(s, 3);
    expect(s.party.byCount).toBe(0);
  });
});

describe('what standing under a paper means', () => {
  const means = (
    purpose: number,
    how: {
      reserved?: boolean;
      chance?: number;
      body?: number;
      issue?: number;
      value?: number;
      s?: Scene;
    } = {},
  ): Float64Array => {
    const row = new Float64Array(2 * meanWidth);
    clearMeaning(row, meanWidth);
    const {
      s = tinyScene(),
      reserved = false,
      chance = 0.5,
      body = committee,
      issue = peace,
      value = 25,
    } = how;
    meanPaper(s, bob, body, issue, value, purpose, reserved, chance, row, meanWidth);
    return row.slice(meanWidth);
  };

  it('it says where one stands: to everybody if one resigns or denies, else to many', () => {
    for (const [purpose, heard] of [
      [Purpose.protest, 0.6],
      [Purpose.resign, 1],
      [Purpose.denial, 1],
      [Purpose.ultimatum, 0.6],
    ] as const) {
      const row = means(purpose);
      expect([
        row[Mean.publicity],
        row[Mean.said],
        row[Mean.value],
        row[Mean.body],
        row[Mean.chance],
      ]).toEqual([heard, 25, 25, committee, 0.5]);
    }
  });

  it('resigning together is leaving where one decides, a voice elsewhere or where one stays', () => {
    expect(means(Purpose.resign)[Mean.bearing]).toBe(Bearing.leave);
    expect(means(Purpose.resign, { reserved: true })[Mean.bearing]).toBe(Bearing.voice);
    expect(means(Purpose.resign, { body: congress })[Mean.bearing]).toBe(Bearing.voice);
    expect(means(Purpose.resign, { body: -1 })[Mean.bearing]).toBe(Bearing.voice);
    expect(means(Purpose.protest)[Mean.bearing]).toBe(Bearing.voice);
    expect(means(Purpose.ultimatum)[Mean.bearing]).toBe(Bearing.press);
  });

  it('it costs the posts laid down, with the chance that it comes to that', () => {
    // Seat and post of bob are worth 0.48 + 0.4.
    expect(means(Purpose.resign)[Mean.posts]).toBeCloseTo(-0.44, 12);
    expect(means(Purpose.resign, { chance: 1 })[Mean.posts]).toBeCloseTo(-0.88, 12);
    expect(means(Purpose.resign, { reserved: true })[Mean.posts]).toBe(0);
    expect(means(Purpose.resign, { body: -1 })[Mean.posts]).toBe(0);
    expect(means(Purpose.protest)[Mean.posts]).toBe(0);
  });

  it('to stay is blamed less and strains less than to go; protesting less than either; a denial heals', () => {
    const [go, stay, protest, denial] = [
      means(Purpose.resign),
      means(Purpose.resign, { reserved: true }),
      means(Purpose.protest),
      means(Purpose.denial),
    ];
    for (const cell of [Mean.split, Mean.blame]) {
      expect(go[cell]).toBeGreaterThan(stay[cell]);
      expect(stay[cell]).toBeGreaterThan(protest[cell]);
      expect(protest[cell]).toBeGreaterThan(0);
      expect(denial[cell]).toBeLessThan(0);
    }
    expect(denial[Mean.breach]).toBe(0);
    // Who goes breaks the line half as much as who speaks against it and stays.
    expect(go[Mean.breach]).toBeCloseTo(0.25, 12);
    expect(stay[Mean.breach]).toBeCloseTo(0.5, 12);
  });

  it('who defends the line threatens others with the body’s power; who wants it changed, with going himself', () => {
    const change = means(Purpose.ultimatum, { value: 25 });
    const defend = means(Purpose.ultimatum, { value: 75 });
    expect(change[Mean.posts]).toBeCloseTo(-0.4 * 0.5 * 0.88, 12);
    expect(defend[Mean.posts]).toBe(0);
    expect(defend[Mean.split]).toBeGreaterThan(change[Mean.split]);
    expect(defend[Mean.blame]).toBeLessThan(change[Mean.blame]);
  });

  it('a norm against papers threatens as far as it comes to one', () => {
    const s = tinyScene({ normFrom: Float64Array.of(0), normTo: Float64Array.of(99) });
    expect(means(Purpose.protest, { s })[Mean.sanction]).toBeCloseTo(0.3, 12);
    expect(means(Purpose.protest)[Mean.sanction]).toBe(0);
  });

  it('without a point it bears on no line', () => {
    expect(means(Purpose.protest, { value: Number.NaN })[Mean.bearing]).toBe(Bearing.none);
  });
});
