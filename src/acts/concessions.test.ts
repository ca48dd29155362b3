import { describe, expect, it } from 'vitest';
import { believe, stand, unionDemands } from '../../test/helpers/committee.ts';
import {
  ann,
  bob,
  committee,
  cyr,
  dan,
  eva,
  moveOf,
  peace,
  secretary,
  tempo,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import { openProcedure } from '../world/procedures.ts';
import type { Scene } from '../world/scene.ts';
import { seat } from '../world/seats.ts';
import { concessionOn, demanderOn, heat, holdsLine, mayConcede } from './concessions.ts';
import { procedureNumber } from './index.ts';
import { chiefIssue, lineOf, meanVoicing } from './issues.ts';
import { Bearing, clearMeaning, Mean, meanWidth } from './meaning.ts';

/** Nobody executes anything and nobody is in the chair, so that only numbers and names count. */
const plain = (at: readonly number[]): Scene => {
  const s = tinyScene({ issueExecutors: [[], []] });
  s.state.holder.fill(-1);
  stand(s, at);
  return s;
};

describe('who holds the line (75)', () => {
  it('an executor and the chair, if they do not want it to move that way', () => {
    const s = tinyScene();
    stand(s, [75, 25, 25, 50, 80]);
    expect(holdsLine(s, ann, peace, 50)).toBe(true);
    s.state.work[ann * 2 + peace] = 65;
    expect(holdsLine(s, ann, peace, 50)).toBe(true);
    s.state.work[ann * 2 + peace] = 64;
    expect(holdsLine(s, ann, peace, 50)).toBe(false);
    expect(holdsLine(s, ann, peace, 100)).toBe(true);
    s.state.line[committee * 2 + peace] = Number.NaN;
    expect(holdsLine(s, ann, peace, 50)).toBe(false);
    // The secretary chairs the committee, and tempo has no executor.
    const chaired = tinyScene();
    chaired.state.holder[secretary] = dan;
    expect([holdsLine(chaired, dan, tempo, 25), holdsLine(chaired, ann, tempo, 25)]).toEqual([true, false]);
  });

  it('else the member of most authority of those who hold out, if they have half of the votes', () => {
    const s = plain([75, 70, 80, 25, 25]);
    s.state.authority.set([0.5, 0.9, 0.4, 1, 1, 1]);
    expect([ann, bob, cyr, dan].map((p) => holdsLine(s, p, peace, 50))).toEqual([false, true, false, false]);
    const few = plain([75, 70, 25, 25, 25]);
    few.state.authority.set([0.5, 0.9, 0.4, 1, 1, 1]);
    expect(holdsLine(few, bob, peace, 50)).toBe(false);
    // Half is enough.
    few.state.seat[committee * 6 + cyr] = 0;
    seat(few, committee, union, 2);
    few.state.memberCount[committee] = 4;
    few.state.memberList.set([ann, bob, dan, eva], 0);
    expect(holdsLine(few, bob, peace, 50)).toBe(true);
    few.state.seat[committee * 6 + bob] = 0;
    expect(holdsLine(few, bob, peace, 50)).toBe(false);
  });

  it('may concede: whoever could hold the line one way or the other', () => {
    const s = plain([75, 70, 80, 25, 25]);
    s.state.authority.set([0.5, 0.9, 0.4, 1, 1, 1]);
    expect([ann, bob, union].map((p) => mayConcede(s, p, peace))).toEqual([false, true, false]);
    const executor = tinyScene();
    expect([mayConcede(executor, ann, peace), mayConcede(executor, ann, tempo)]).toEqual([true, true]);
    // A quick look that never misses anybody.
    for (const scene of [s, executor, tinyScene()])
      for (const p of [ann, bob, cyr, dan, eva, union])
        for (const value of [0, 25, 50, 100])
          if (holdsLine(scene, p, peace, value)) expect(mayConcede(scene, p, peace)).toBe(true);
  });
});

describe('to whom ground is given', () => {
  it('to whoever presses hardest for something else; else to the weightiest believed against the line', () => {
    const s = tinyScene();
    stand(s, [75, 25, 54, 56, 80]);
    s.state.authority.set([1, 0.3, 0.6, 0.9, 0.9, 0.9]);
    expect(demanderOn(s, ann, peace)).toBe(cyr);
    believe(s, ann, cyr, 60);
    expect(demanderOn(s, ann, peace)).toBe(bob);
    believe(s, ann, eva, 95);
    expect(demanderOn(s, ann, peace)).toBe(eva);
    const slot = unionDemands(s, 0.5);
    expect(demanderOn(s, ann, peace)).toBe(union);
    s.state.procValue[slot] = 60;
    expect(demanderOn(s, ann, peace)).toBe(eva);
    const calm = tinyScene();
    stand(calm, [75, 75, 75, 75, 75]);
    expect(demanderOn(calm, ann, peace)).toBe(-1);
  });

  it('the quarrel is as hot as the strain or the demand', () => {
    const s = tinyScene();
    s.state.strain[0] = 0.3;
    expect(heat(s, peace)).toBeCloseTo(0.3, 12);
    unionDemands(s, 0.7);
    expect(heat(s, peace)).toBeCloseTo(0.7, 12);
    expect(heat(s, tempo)).toBe(s.state.strain[0]);
  });

  it('the concession in force is found by its issue', () => {
    const s = tinyScene();
    expect(concessionOn(s, peace)).toBe(-1);
    openProcedure(s, procedureNumber('motion'), moveOf('motion', { by: bob, issue: peace }), 0, 1);
    const slot = openProcedure(
      s,
      procedureNumber('concession'),
      moveOf('concede', { by: ann, issue: peace }),
      0,
      1,
    );
    expect([concessionOn(s, peace), concessionOn(s, tempo)]).toEqual([slot, -1]);
  });
});

describe('issues', () => {
  it('what presses most: salience times five points and the way from the line; nothing that hardly matters', () => {
    const s = tinyScene();
    expect(lineOf(s, peace)).toBe(75);
    // Bob: 0.8 × (5 + 50) against 0.3 × 5.
    expect([chiefIssue(s, bob), chiefIssue(s, bob, peace), chiefIssue(s, bob, peace, tempo)]).toEqual([
      peace,
      tempo,
      -1,
    ]);
    s.state.workSalience[bob * 2 + tempo] = 0.19;
    expect(chiefIssue(s, bob, peace)).toBe(-1);
    s.state.workSalience[bob * 2 + tempo] = 0.2;
    expect(chiefIssue(s, bob, peace)).toBe(tempo);
    s.state.work[eva * 2 + peace] = 75;
    s.state.workSalience[eva * 2 + peace] = 0.3;
    s.state.work[eva * 2 + tempo] = 51;
    expect(chiefIssue(s, eva)).toBe(tempo);
    s.state.line[committee * 2 + tempo] = Number.NaN;
    s.state.workSalience[eva * 2 + tempo] = 0.29;
    expect(chiefIssue(s, eva)).toBe(peace);
  });

  it('saying again what one is known to stand for is heard less and moves fewer', () => {
    const voiced = (stance: number): Float64Array => {
      const s = tinyScene();
      s.state.stance[bob * 2 + peace] = stance;
      const row = new Float64Array(2 * meanWidth);
      clearMeaning(row, meanWidth);
      meanVoicing(s, bob, peace, 25, 0.5, row, meanWidth);
      return row.slice(meanWidth);
    };
    const first = voiced(Number.NaN);
    expect([
      first[Mean.bearing],
      first[Mean.body],
      first[Mean.publicity],
      first[Mean.chance],
      first[Mean.breach],
    ]).toEqual([Bearing.voice, committee, 1, 0.5, 0.5]);
    const again = voiced(29.9);
    expect([again[Mean.publicity], again[Mean.chance]]).toEqual([0.3, 0.15]);
    expect(voiced(30)[Mean.publicity]).toBe(1);
  });
});
