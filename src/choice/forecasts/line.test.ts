import { describe, expect, it } from 'vitest';
import { afresh, forecasts, rowOf, stand, unionDemands } from '../../../test/helpers/committee.ts';
import {
  ann,
  bob,
  committee,
  congress,
  cyr,
  dan,
  eva,
  peace,
  setTie,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { Bearing, Mean } from '../../acts/meaning.ts';
import type { Scene } from '../../world/scene.ts';
import { seat } from '../../world/seats.ts';
import type { Forecasts } from './constants.ts';
import { expectedLine, lineAfter, pressWeight } from './line.ts';
import { forgetPanels } from './panel.ts';

const expected = afresh(expectedLine);
const lineNext = afresh(lineAfter);
const weightOf = afresh(pressWeight);

/** The committee decides again with an even chance; whoever presses is yielded to with an even chance. */
const even = { again: 0.5, yieldSlope: 0, yieldBar: 0 };
type Cells = readonly (readonly [cell: number, value: number])[];
const option = (bearing: number, value: number, more: Cells = []): Float64Array =>
  rowOf([[Mean.issue, peace], [Mean.body, committee], [Mean.bearing, bearing], [Mean.value, value], ...more]);

/** The line is 80, everybody else stands at 20, and ann, who looks, at 80. */
function scene(line = 80): Scene {
  const s = tinyScene();
  stand(s, [80, 20, 20, 20, 20]);
  s.state.line[committee * 2 + peace] = line;
  return s;
}
const noLine = (s: Scene): Scene => {
  s.state.line[committee * 2 + peace] = Number.NaN;
  return s;
};

describe('the line expected', () => {
  it('lies between the line and the median as the chance of deciding again', () => {
    // The median: four members spread from 12 to 28, of whom two and a half lie below 22.
    expect(expected(scene(), forecasts({ again: 0.25 }), ann, peace)).toBeCloseTo(80 - 0.25 * 58, 2);
    expect(expected(scene(), forecasts({ again: 0 }), ann, peace)).toBe(80);
    expect(expected(noLine(scene()), forecasts({ again: 0.25 }), ann, peace)).toBeCloseTo(22, 2);
  });

  it('what is demanded draws it as far as it is believed', () => {
    const s = tinyScene();
    stand(s, [75, 75, 75, 75, 75]);
    unionDemands(s, 1);
    // The line is 75: if the committee decides again, half-way to the demand, 25.
    expect(expected(s, forecasts(even), ann, peace)).toBeCloseTo(0.5 * 75 + 0.5 * 50, 6);
    expect(expected(noLine(s), forecasts(even), ann, peace)).toBeCloseTo(50, 6);
  });

  it('a body without voting members keeps its line, and yields from there', () => {
    const s = scene();
    for (const p of [ann, bob, cyr, dan, eva]) s.state.seat[committee * 6 + p] = 0;
    expect(expected(s, forecasts(even), ann, peace)).toBe(80);
    unionDemands(s, 1, 20);
    expect(expected(s, forecasts(even), ann, peace)).toBeCloseTo(0.5 * 80 + 0.5 * 50, 6);
  });
});

describe('after an option (60 is expected of waiting)', () => {
  const f = (): Forecasts =>
    forecasts({ ...even, yieldWeight: 0.5, practiceWeight: 0.25, persuasion: 1, voiceWeight: 0.5 });
  const to = (row: Float64Array, adopted = 0, s = scene(), how = f()): number =>
    lineNext(s, how, ann, row, 0, 60, adopted);

  it('nothing, if it does not bear on the line', () => {
    expect(to(option(Bearing.none, 20))).toBe(60);
  });

  it('a line set: the point, and a quarter of what the old one is still expected to draw it back', () => {
    expect(to(option(Bearing.set, 20))).toBe(20 + 0.25 * (60 - 80));
    expect(to(option(Bearing.set, 20, [[Mean.chance, 0.5]]))).toBe(60 + 0.5 * (15 - 60));
    expect(to(option(Bearing.set, 2))).toBe(0);
    expect(to(option(Bearing.set, 98), 0, scene(20))).toBe(100);
    expect(to(option(Bearing.set, 20), 0, noLine(scene()))).toBe(20);
  });

  it('a motion: the same, by the chance of its adoption rather than its own', () => {
    const motion = option(Bearing.motion, 20, [[Mean.chance, 0]]);
    expect([0, 0.4, 1].map((p) => to(motion, p))).toEqual([60, 42, 15]);
  });

  it('yielding, practice and speaking: part of the way, by their constants', () => {
    const half: Cells = [[Mean.chance, 0.5]];
    expect(to(option(Bearing.yield, 20))).toBe(40);
    expect(to(option(Bearing.yield, 20, half))).toBe(50);
    expect(to(option(Bearing.practise, 20, half))).toBe(50);
    const s = scene();
    s.state.authority[ann] = 0.8;
    s.state.authority[bob] = 0;
    expect(to(option(Bearing.voice, 20), 0, s)).toBeCloseTo(60 - 0.4 * 40, 12);
    expect(to(option(Bearing.voice, 20, half), 0, s)).toBeCloseTo(60 - 0.2 * 40, 12);
  });

  it('pressing: half of the way, if the threat is believed', () => {
    expect(to(option(Bearing.press, 20))).toBe(40);
    expect(to(option(Bearing.press, 20, [[Mean.chance, 0.5]]))).toBe(50);
  });

  it('leaving: one’s vote is lost, and what one stands for becomes a demand', () => {
    const s = tinyScene();
    stand(s, [20, 20, 20, 80, 80]);
    s.state.line[committee * 2 + peace] = 80;
    // Without ann two stand at 20 and two at 80: the mean of 50. Nothing is demanded if nobody believes her.
    expect(to(option(Bearing.leave, 20, [[Mean.chance, 0]]), 0, s)).toBe(0.5 * 80 + 0.5 * 50);
    // Believed, she draws half of what is decided to 20.
    expect(to(option(Bearing.leave, 20), 0, s)).toBe(0.5 * 80 + 0.5 * (0.5 * 50 + 0.5 * 20));
  });

  it('leaving with demands open: both press, as independent chances', () => {
    const how = f();
    how.kappa = 0.5;
    how.demand = 100;
    // ½, then half of what is left, together for (½·100 + ¼·40)/¾ = 80; the others stand at 20.
    expect(to(option(Bearing.leave, 40), 0, scene(), how)).toBeCloseTo(
      0.5 * 80 + 0.5 * (0.25 * 20 + 0.75 * 80),
      2,
    );
    expect(how.demand).toBeCloseTo(80, 12);
    expect(how.without[peace]).toBeCloseTo(20, 2);
  });

  it('what is left without him is worked out once an occasion', () => {
    const how = f();
    how.without[peace] = 30;
    expect(to(option(Bearing.leave, 20, [[Mean.chance, 0]]), 0, scene(), how)).toBe(0.5 * 80 + 0.5 * 30);
  });

  it('persuading: the waverer comes as far as he trusts his suitor', () => {
    const s = scene();
    // Bob alone has a vote, so that the median is where he stands.
    for (const p of [ann, cyr, dan, eva]) s.state.seat[committee * 6 + p] = 0;
    const court = (trust: number, chance = 1): number => {
      setTie(s, bob, ann, trust);
      setTie(s, ann, bob, -trust);
      return to(
        option(Bearing.persuade, 60, [
          [Mean.target, bob],
          [Mean.chance, chance],
        ]),
        0,
        s,
      );
    };
    expect(court(1)).toBeCloseTo(0.5 * 80 + 0.5 * 60, 2);
    expect(court(0)).toBeCloseTo(0.5 * 80 + 0.5 * 40, 2);
    expect(court(0, 0.5)).toBeCloseTo(0.5 * 80 + 0.5 * 30, 2);
    expect(court(-1)).toBeCloseTo(0.5 * 80 + 0.5 * 20, 2);
  });

  it('persuading moves him from where he is known to stand, not from where the suitor thinks', () => {
    const s = scene();
    for (const p of [ann, cyr, dan, eva]) s.state.seat[committee * 6 + p] = 0;
    s.state.work[bob * 2 + peace] = 100;
    setTie(s, bob, ann, 1);
    expect(
      to(
        option(Bearing.persuade, 60, [
          [Mean.target, bob],
          [Mean.chance, 0.5],
        ]),
        0,
        s,
      ),
    ).toBeCloseTo(60, 2);
  });

  it('excluding: his vote is lost with the chance that it comes to that', () => {
    const s = tinyScene();
    stand(s, [20, 20, 20, 80, 80]);
    s.state.line[committee * 2 + peace] = 80;
    const out = (chance: number): number =>
      to(
        option(Bearing.exclude, Number.NaN, [
          [Mean.target, bob],
          [Mean.chance, chance],
        ]),
        0,
        s,
      );
    expect(out(1)).toBe(0.5 * 80 + 0.5 * 50);
    expect(out(0.4)).toBeCloseTo(60 + 0.4 * (65 - 60), 12);
    expect(out(0)).toBe(60);
  });

  it('what is open already goes on pressing when somebody is persuaded or excluded', () => {
    const pressed = (bearing: number): number => {
      const how = f();
      how.kappa = 0.5;
      how.demand = 100;
      return to(option(bearing, 20, [[Mean.target, bob]]), 0, scene(), how);
    };
    // Persuading bob of 20, where he stands, leaves the median at 22; without him it is 12 + 16 × ⅔.
    expect(pressed(Bearing.persuade)).toBeCloseTo(0.5 * 80 + 0.5 * (0.5 * 22 + 0.5 * 100), 2);
    expect(pressed(Bearing.exclude)).toBeCloseTo(0.5 * 80 + 0.5 * (0.5 * (12 + 32 / 3) + 0.5 * 100), 2);
  });

  it('a body or nobody cannot be persuaded or excluded', () => {
    const s = scene();
    for (const bearing of [Bearing.persuade, Bearing.exclude])
      for (const target of [-1, s.world.people, s.world.people + committee])
        expect(to(option(bearing, 20, [[Mean.target, target]]), 0, s)).toBe(60);
  });

  it('reads its own row of a menu', () => {
    const rows = new Float64Array(60);
    rows.set(option(Bearing.none, 0), 0);
    rows.set(option(Bearing.yield, 20), 20);
    rows.set(option(Bearing.none, 0), 40);
    expect(lineNext(scene(), f(), ann, rows, 20, 60, 0)).toBe(40);
  });
});

it('an issue of another body is that body’s: its line, its members', () => {
  const s = tinyScene({ issueBody: Int32Array.of(congress, congress) });
  for (const p of [bob, cyr, dan]) seat(s, congress, p, 1);
  stand(s, [80, 20, 20, 20, 90]);
  s.state.line[congress * 2 + peace] = 60;
  const f = forecasts(even);
  expect(expected(s, f, ann, peace)).toBeCloseTo(0.5 * 60 + 0.5 * 20, 2);
  expect(lineNext(s, f, ann, option(Bearing.set, 10), 0, 40, 0)).toBe(10 + 0.25 * (40 - 60));
  stand(s, [80, 20, 20, 50, 90]);
  // Without bob, 20 and 50 are left.
  const out = lineNext(s, f, ann, option(Bearing.exclude, 10, [[Mean.target, bob]]), 0, 40, 0);
  expect(out).toBeCloseTo(0.5 * 60 + 0.5 * 35, 2);
});

describe('the weight of one’s own demand', () => {
  it('credibility × σ(slope × (dependence − way) − bar)', () => {
    const s = tinyScene();
    const f = forecasts({ yieldSlope: 10, yieldBar: 0 });
    // The committee depends on bob by 0.73; from 75 to 25 is half of the scale.
    expect(weightOf(s, f, bob, committee, 75, 25, 0.8)).toBeCloseTo(0.8 / (1 + Math.exp(-2.3)), 12);
    expect(weightOf(s, f, bob, committee, 25, 75, 0.8)).toBeCloseTo(0.8 / (1 + Math.exp(-2.3)), 12);
    expect(weightOf(s, f, bob, committee, Number.NaN, 25, 0.8)).toBeCloseTo(0.8 / (1 + Math.exp(-7.3)), 12);
    const barred = forecasts({ yieldSlope: 10, yieldBar: 2.3 });
    expect(weightOf(s, barred, bob, committee, 75, 25, 1)).toBeCloseTo(0.5, 12);
  });

  it('how far a body depends on somebody is asked once an occasion, for each person and body', () => {
    const s = tinyScene();
    const f = forecasts({ yieldSlope: 1, yieldBar: 0 });
    const ask = (person: number, body = committee): number => pressWeight(s, f, person, body, 75, 75, 1);
    forgetPanels();
    const first = [ask(bob), ask(cyr), ask(bob), ask(bob, 1), ask(bob)];
    const alone = [bob, cyr, bob].map((p) => weightOf(s, f, p, committee, 75, 75, 1));
    expect(first).toEqual([alone[0], alone[1], alone[0], weightOf(s, f, bob, 1, 75, 75, 1), alone[0]]);
    expect(new Set(first).size).toBe(3);
    forgetPanels();
    const before = ask(bob);
    s.state.authority[bob] = 1;
    expect(ask(bob)).toBe(before);
    forgetPanels();
    expect(ask(bob)).toBeGreaterThan(before);
  });
});
