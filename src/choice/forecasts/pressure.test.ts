import { describe, expect, it } from 'vitest';
import { forecasts, unionDemands } from '../../../test/helpers/committee.ts';
import {
  ann,
  apply,
  bob,
  committee,
  congress,
  cyr,
  moveOf,
  peace,
  tempo,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { Threat } from '../../acts/demands.ts';
import { procedureNumber } from '../../acts/define.ts';
import { openProcedure, procedureOfAct } from '../../world/procedures.ts';
import type { Scene } from '../../world/scene.ts';
import type { Forecasts } from './constants.ts';
import { pressureBehind } from './pressure.ts';

/** However little one depends on those who press, and whatever it costs, an even chance of yielding to what is believed. */
const even = { yieldSlope: 0, yieldBar: 0 };
function pressed(s: Scene, f: Forecasts = forecasts(even), viewer = ann, issue = peace, body = committee) {
  pressureBehind(s, f, viewer, body, issue);
  return { kappa: f.kappa, demand: f.demand };
}
/** A procedure opened by hand. */
function opened(s: Scene, kind: string, by: number, value: number, option = 0): number {
  const m = moveOf(kind, { by, body: committee, issue: peace, value, option });
  return openProcedure(s, procedureNumber(kind), m, 0, 100);
}

describe('demands of outsiders', () => {
  it('none: no pressure, and what is left of an earlier question is forgotten', () => {
    const f = forecasts(even);
    f.kappa = 0.7;
    f.demand = 3;
    expect(pressed(tinyScene(), f)).toEqual({ kappa: 0, demand: 50 });
  });

  it('half of the force, where yielding is as likely as not', () => {
    const s = tinyScene();
    unionDemands(s, 0.6);
    expect(pressed(s)).toEqual({ kappa: 0.3, demand: 25 });
  });

  it('two press as independent chances, and ask together for something between', () => {
    const s = tinyScene();
    s.state.procForce[opened(s, 'demand', union, 20)] = 1;
    s.state.procForce[opened(s, 'demand', cyr, 80)] = 1;
    // ½, then half of what is left: (½·20 + ¼·80) / ¾.
    expect(pressed(s)).toEqual({ kappa: 0.75, demand: 40 });
  });

  it('a threat in the air adds to the force, up to certainty and down to none', () => {
    const with_ = (force: number, threat: number): number => {
      const s = tinyScene();
      unionDemands(s, force);
      s.state.threat[0] = threat;
      return pressed(s).kappa;
    };
    expect(with_(0.4, 0.2)).toBeCloseTo(0.3, 12);
    expect(with_(0.9, 0.9)).toBe(0.5);
    expect(with_(0.2, -0.9)).toBe(0);
  });

  it('only on the issue and the body concerned, and not on him who presses', () => {
    const s = tinyScene();
    unionDemands(s, 1);
    expect(pressed(s).kappa).toBe(0.5);
    expect(pressed(s, forecasts(even), ann, tempo).kappa).toBe(0);
    expect(pressed(s, forecasts(even), ann, peace, congress).kappa).toBe(0);
    expect(pressed(s, forecasts(even), union).kappa).toBe(0);
  });

  it('without a point there is nothing to yield to; a closed procedure presses no more', () => {
    const s = tinyScene();
    s.state.procForce[opened(s, 'demand', union, Number.NaN)] = 1;
    expect(pressed(s)).toEqual({ kappa: 0, demand: 50 });
    const slot = unionDemands(s, 1);
    expect(pressed(s).kappa).toBe(0.5);
    s.state.procKind[slot] = -1;
    expect(pressed(s).kappa).toBe(0);
  });

  it('the cost is the way from the line: σ(slope × (force − way) − bar)', () => {
    const s = tinyScene();
    const slot = unionDemands(s, 0.5);
    // The line is 75, the way half of the scale, so that need and cost balance and the bar alone decides: σ(−ln 3) = ¼.
    const f = forecasts({ yieldSlope: 6, yieldBar: Math.log(3) });
    expect(pressed(s, f).kappa).toBeCloseTo(0.125, 12);
    s.state.line[committee * 2 + peace] = Number.NaN;
    // Without a line yielding costs nothing: σ(6·½ − ln 3) = 1/(1 + 3e⁻³).
    expect(pressed(s, f).kappa).toBeCloseTo(0.5 / (1 + 3 * Math.exp(-3)), 12);
    s.state.line[committee * 2 + peace] = 0;
    s.state.procValue[slot] = 100;
    expect(pressed(s, f).kappa).toBeCloseTo(0.5 / (1 + 3 * Math.exp(3)), 12);
  });
});

describe('threats of one’s own people', () => {
  it('a resignation threatened is meant by half', () => {
    const s = tinyScene();
    apply(s, moveOf('threaten-resign', { by: bob, body: committee }));
    const slot = 0;
    s.state.procIssue[slot] = peace;
    s.state.procValue[slot] = 25;
    expect(pressed(s)).toEqual({ kappa: 0.25, demand: 25 });
    expect(pressed(s, forecasts(even), bob).kappa).toBe(0);
  });

  it('it weighs more, the more the body depends on him: bob 0.73, cyr 0.4, at half of the scale', () => {
    const f = forecasts({ yieldSlope: 10, yieldBar: 0 });
    const of = (person: number): number => {
      const s = tinyScene();
      opened(s, 'resignation', person, 25);
      return pressed(s, f).kappa;
    };
    expect(of(bob)).toBeCloseTo(0.5 / (1 + Math.exp(-2.3)), 12);
    expect(of(cyr)).toBeCloseTo(0.5 / (1 + Math.exp(1)), 12);
  });

  it('so an ultimatum that threatens to resign, and no other', () => {
    for (const [name, threat] of Object.entries(Threat)) {
      const s = tinyScene();
      opened(s, 'ultimatum', bob, 25, threat);
      expect([name, pressed(s).kappa]).toEqual([name, name === 'resign' ? 0.25 : 0]);
    }
  });

  it('a body that threatens to resign presses nobody, nor does a motion', () => {
    const s = tinyScene();
    opened(s, 'ultimatum', s.world.people + committee, 25, Threat.resign);
    opened(s, 'motion', bob, 25);
    expect(pressed(s).kappa).toBe(0);
  });
});

it('an act opens what presses', () => {
  const s = tinyScene();
  const act = apply(s, moveOf('threaten-resign', { by: bob, body: committee }));
  expect(procedureOfAct(s, act)).toBeGreaterThanOrEqual(0);
  expect(pressed(s).kappa).toBeGreaterThan(0);
});
