import { describe, expect, it } from 'vitest';
import { assemblyOf, jointlyActing, voterRule } from '../../src/acts/assemblies.ts';
import { actNumber } from '../../src/acts/index.ts';
import { MotionOption } from '../../src/acts/kinds/motion.ts';
import { isAdopted } from '../../src/acts/procedures/motion.ts';
import { Rule } from '../../src/acts/rules.ts';
import { lexicon } from '../../src/report/lexicon.ts';
import { actSentence, historicalSentence, recordRow } from '../../src/report/acts.ts';
import { holdBallot } from '../../src/run/ballot.ts';
import { beginRun, createEngine, type Engine } from '../../src/run/engine.ts';
import { compileHistory } from '../../src/run/history/compile.ts';
import { beginReplay, replay } from '../../src/run/history/replay.ts';
import { holdMeeting } from '../../src/run/meeting.ts';
import { continueRun } from '../../src/run/run.ts';
import { isQuorate, sit, votesOf } from '../../src/world/assembly.ts';
import { procedureOfAct } from '../../src/world/procedures.ts';
import { tallyOf } from '../../src/world/record.ts';
import { copyState } from '../../src/world/state.ts';
import type { Assembly, CalendarItem, World } from '../../src/world/world.ts';
import { bundled, engineFor } from '../helpers/episodes.ts';
import {
  ann,
  apply,
  bob,
  committee,
  congress as commission,
  cyr,
  dan,
  eva,
  legal,
  moveOf,
  peace,
  tinyScene,
  union,
} from '../helpers/tiny-world.ts';

/** Ann, bob, cyr, dan and eva sit in the committee; eva and the union's bloc in the commission that sits with it. */
const both = (more: Partial<Assembly> = {}): Assembly => ({
  bodies: [committee, commission],
  quorum: 0,
  candidates: false,
  ...more,
});
const meeting = (
  id: string,
  body: number,
  assembly: Assembly,
  agenda: readonly number[] = [],
): CalendarItem => ({
  id,
  kind: 1,
  day: 50,
  latest: 50,
  timed: true,
  key: 7,
  body,
  assembly,
  agenda,
  effects: [],
});

function jointWorld(power: Assembly | undefined, change: Partial<World> = {}): Engine {
  const seats = [ann, bob, cyr, dan, eva].map((person) => ({ body: committee, person, role: 1 as const }));
  const scene = tinyScene({
    convened: Uint8Array.of(1, 1),
    size: Float64Array.of(1, 1, 1, 1, 1, 3),
    seats: [...seats, ...[eva, union].map((person) => ({ body: commission, person, role: 1 as const }))],
    powersJointly: [power ? new Map([['expel', power]]) : new Map(), new Map()],
    calendar: [
      meeting('alone', committee, { bodies: [committee], quorum: 0, candidates: false }),
      meeting('together', committee, both(), [peace]),
    ],
    ...change,
  });
  const g = createEngine(scene.world);
  copyState(scene.state, g.scene.state);
  return g;
}

const moveExpulsion = (g: Engine): number =>
  procedureOfAct(
    g.scene,
    apply(g.scene, moveOf('motion', { by: ann, to: bob, body: committee, option: MotionOption.expel })),
  );
const voters = (g: Engine, slot: number): readonly number[] => {
  g.box.open(slot);
  return [...g.box.voter.subarray(0, g.box.n)].sort((a, b) => a - b);
};
const resolutions = (g: Engine): readonly number[] => {
  const x = g.scene.state;
  return [...x.actKind.subarray(0, x.counters[0]).keys()].filter(
    (k) => x.actKind[k] === actNumber('resolution'),
  );
};

describe('a power that two bodies have together', () => {
  it('everybody in either votes, and who sits in both votes once', () => {
    const g = jointWorld(both());
    const slot = moveExpulsion(g);
    expect(voters(g, slot)).toEqual([ann, bob, cyr, dan, eva, union]);
    expect(votesOf(g.scene, assemblyOf(g.scene, slot), false)).toBe(8);
    holdBallot(g, slot);
    const at = resolutions(g)[0] ?? -1;
    const { yes = 0, no = 0, abstain = 0 } = tallyOf(g.scene.state, at) ?? {};
    expect(yes + no + abstain).toBe(8);
    expect(jointlyActing(g.scene, at)).toEqual([committee, commission]);
  });

  it('candidates vote where the power says so', () => {
    for (const candidates of [false, true]) {
      const g = jointWorld(both({ candidates }));
      g.scene.state.seat[committee * 6 + dan] = 2;
      expect(voters(g, moveExpulsion(g)).includes(dan)).toBe(candidates);
    }
  });

  it('two thirds are two thirds of all who sit there', () => {
    const rule = { share: 2 / 3, base: 2, strict: false, count: 0 } as const;
    const g = jointWorld(both(), { powers: [new Map([['expel', rule]]), new Map()] });
    const slot = moveExpulsion(g);
    expect([5, 6].map((yes) => isAdopted(g.scene, slot, yes, 0, 0))).toEqual([false, true]);
  });

  it('each body must be there, and as many votes as the power asks for', () => {
    const g = jointWorld(both());
    const a = assemblyOf(g.scene, moveExpulsion(g));
    const { away } = g.scene.state;
    expect(isQuorate(g.scene, a)).toBe(true);
    away[eva] = away[union] = 1;
    expect(isQuorate(g.scene, a)).toBe(false);
    away[union] = 0;
    expect(isQuorate(g.scene, a)).toBe(true);
    // Three of the committee's five are its own quorum.
    away[ann] = away[bob] = 1;
    expect(isQuorate(g.scene, a)).toBe(false);
    away.fill(0);
    expect([8, 9].map((quorum) => isQuorate(g.scene, both({ quorum })))).toEqual([true, false]);
  });

  it('members of the other body may put the motion; who sits in neither has neither voice nor vote', () => {
    const g = jointWorld(both(), {
      seats: [
        ...[ann, bob, cyr].map((person) => ({ body: committee, person, role: 1 as const })),
        { body: commission, person: eva, role: 1 as const },
      ],
    });
    const by = (person: number): number =>
      legal(g.scene, moveOf('motion', { by: person, to: bob, body: committee, option: MotionOption.expel }));
    expect([by(ann), by(eva), by(dan)]).toEqual([Rule.allowed, Rule.allowed, Rule.noSeat]);
    const slot = moveExpulsion(g);
    expect([voterRule(g.scene, slot, eva), voterRule(g.scene, slot, dan)]).toEqual([0, Rule.noSeat]);
  });

  it('it is not put at a sitting of the one body, but at the next of both', () => {
    const g = jointWorld(both());
    const [alone, together] = g.scene.world.calendar;
    moveExpulsion(g);
    if (alone) holdMeeting(g, alone);
    expect(resolutions(g)).toEqual([]);
    if (together) holdMeeting(g, together);
    expect(resolutions(g)).toHaveLength(1);
    expect([...g.scene.state.sitting]).toEqual([0, 0]);
  });

  it('with a body that has not been convened it cannot be moved', () => {
    const g = jointWorld(both(), { convened: Uint8Array.of(1, 0) });
    expect(
      legal(g.scene, moveOf('motion', { by: ann, to: bob, body: committee, option: MotionOption.expel })),
    ).toBe(Rule.notConvened);
  });
});

describe('a joint meeting', () => {
  const motionOnPeace = (g: Engine): number =>
    procedureOfAct(
      g.scene,
      apply(g.scene, moveOf('motion', { by: bob, body: committee, issue: peace, value: 25, option: 0 })),
    );

  it('decides what is pending in its host by the votes of both', () => {
    const g = jointWorld(undefined);
    motionOnPeace(g);
    const [alone, together] = g.scene.world.calendar;
    if (together) holdMeeting(g, together);
    const [at = -1] = resolutions(g);
    const { yes = 0, no = 0, abstain = 0 } = tallyOf(g.scene.state, at) ?? {};
    expect([yes + no + abstain, jointlyActing(g.scene, at)]).toEqual([8, [committee, commission]]);
    motionOnPeace(g);
    if (alone) holdMeeting(g, alone);
    const [, next = -1] = resolutions(g);
    const alone5 = tallyOf(g.scene.state, next) ?? { yes: 0, no: 0, abstain: 0 };
    expect([alone5.yes + alone5.no + alone5.abstain, jointlyActing(g.scene, next)]).toEqual([5, []]);
  });

  it('what is said there both bodies hear', () => {
    const heard = (joint: boolean): boolean => {
      const g = jointWorld(undefined);
      const x = g.scene.state;
      const before = [...x.beliefMean];
      if (joint) sit(g.scene, 1, true);
      apply(g.scene, moveOf('declare', { by: bob, body: committee, issue: peace, value: 90 }));
      const w = g.scene.world;
      for (let e = 0; e < w.edges; e++)
        if (w.edgeFrom[e] === union && w.edgeTo[e] === bob)
          return !Object.is(x.beliefMean[e * w.issues + peace], before[e * w.issues + peace]);
      throw new Error('no such edge');
    };
    expect([heard(false), heard(true)]).toEqual([false, true]);
  });
});

describe('the joint plenum of 1928, from the file to the sentence', () => {
  const e = bundled('soviet-1928');

  it('a run: an expulsion moved in the Central Committee is decided by both, candidates included', () => {
    const g = engineFor(e);
    const w = g.scene.world;
    beginRun(g, 3, 0);
    const [cc, ccc] = [w.bodyId.indexOf('cc'), w.bodyId.indexOf('ccc')];
    const [stalin, bukharin] = [w.personId.indexOf('stalin'), w.personId.indexOf('bukharin')];
    const opened = apply(
      g.scene,
      moveOf('motion', { by: stalin, to: bukharin, body: cc, option: MotionOption.expel }),
    );
    const a = assemblyOf(g.scene, procedureOfAct(g.scene, opened));
    expect(a).toMatchObject({ bodies: [cc, ccc], candidates: true });
    expect(votesOf(g.scene, a, false)).toBe(71 + 50 + 195);
    continueRun(g, { planned: 0 }, w.starts + 9);
    const at = resolutions(g).find((k) => g.scene.state.actAnswers[k] === opened) ?? -1;
    const votes = tallyOf(g.scene.state, at) ?? { yes: 0, no: 0, abstain: 0 };
    expect(votes.yes + votes.no + votes.abstain).toBeGreaterThan(250);
    const told = (lang: 'en' | 'ru'): string => actSentence(recordRow(g.scene, at), lexicon(e, lang));
    expect(told('en')).toMatch(/^The CC and the CCC, sitting jointly, (adopt|reject) /);
    expect(told('ru')).toMatch(/^ЦК и ЦКК \(совместное заседание\): (принято|отклонено)/);
  });

  it('the record: on 9 February 1929 the Presidium of the Control Commission votes with the Politburo', () => {
    const g = engineFor(e);
    beginReplay(g);
    const w = g.scene.world;
    const presidium = w.bodyId.indexOf('ccc-presidium');
    let written = -1;
    let voting: readonly number[] = [];
    for (const seen of replay(g, compileHistory(e))) {
      if (seen.act.id !== 'resolution-february') continue;
      written = seen.written;
      voting = [...g.box.voter.subarray(0, g.box.n)];
    }
    expect(voting).toContain(w.personId.indexOf('yaroslavsky'));
    expect(jointlyActing(g.scene, written)).toEqual([w.bodyId.indexOf('pb'), presidium]);
    expect([...g.scene.state.sitting].every((s) => s === 0)).toBe(true);
    const act = compileHistory(e).find((one) => one.id === 'resolution-february');
    if (!act) throw new Error('not in the record');
    const unsaid = { ...act, source: { ...act.source, say: undefined } };
    expect(historicalSentence(unsaid, lexicon(e, 'en'))).toMatch(/^The PB and .*, sitting jointly, adopt/);
  });
});
