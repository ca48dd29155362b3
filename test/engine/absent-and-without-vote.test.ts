import { describe, expect, it } from 'vitest';
import { voterRule } from '../../src/acts/assemblies.ts';
import { voiceRule } from '../../src/acts/common.ts';
import { actNumber } from '../../src/acts/index.ts';
import { Rule } from '../../src/acts/rules.ts';
import { holdBallot } from '../../src/run/ballot.ts';
import { createEngine, type Engine } from '../../src/run/engine.ts';
import { holdMeeting } from '../../src/run/meeting.ts';
import { compileWorld } from '../../src/world/compile/compile.ts';
import { sit, Voice } from '../../src/world/assembly.ts';
import { procedureOfAct } from '../../src/world/procedures.ts';
import { tallyOf } from '../../src/world/record.ts';
import { presentVotes } from '../../src/world/seats.ts';
import { copyState } from '../../src/world/state.ts';
import type { World } from '../../src/world/world.ts';
import { episodeOf } from '../helpers/episodes.ts';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  dan,
  eva,
  legal,
  menuOf,
  moveOf,
  peace,
  rowsOf,
  tinyScene,
  tieBetween,
  union,
} from '../helpers/tiny-world.ts';

const meets = {
  id: 'sitting',
  kind: 1,
  day: 50,
  latest: 50,
  timed: true,
  key: 7,
  body: committee,
  assembly: { bodies: [committee], quorum: 0, candidates: false },
  agenda: [peace],
  effects: [],
} as const;

function engine(change: Partial<World> = {}): Engine {
  const scene = tinyScene({ calendar: [meets], ...change });
  const g = createEngine(scene.world);
  copyState(scene.state, g.scene.state);
  return g;
}

const peaceMotion = (g: Engine, by = bob): number =>
  procedureOfAct(
    g.scene,
    apply(g.scene, moveOf('motion', { by, body: committee, issue: peace, value: 25, option: 0 })),
  );
const voters = (g: Engine, slot: number): readonly number[] => {
  g.box.open(slot);
  return [...g.box.voter.subarray(0, g.box.n)].sort((a, b) => a - b);
};
const way = { person: 0, telephone: 1, either: 2 } as const;

describe('those who are away', () => {
  // By way of deciding: who votes and how many count for the quorum, between meetings and at one.
  it.each([
    ['person', [ann, bob, cyr], [ann, bob, cyr]],
    ['telephone', [ann, bob, cyr, dan, eva], [ann, bob, cyr, dan, eva]],
    ['either', [ann, bob, cyr, dan, eva], [ann, bob, cyr]],
  ] as const)('%s', (name, between, at) => {
    const g = engine({ telephone: Uint8Array.of(way[name], 0) });
    g.scene.state.away[dan] = g.scene.state.away[eva] = 1;
    const slot = peaceMotion(g);
    for (const inSession of [false, true]) {
      sit(g.scene, 0, inSession);
      const there: readonly number[] = inSession ? at : between;
      expect(voters(g, slot)).toEqual(there);
      expect(presentVotes(g.scene, committee)).toBe(there.length);
      expect(voterRule(g.scene, slot, dan)).toBe(there.includes(dan) ? Rule.allowed : Rule.away);
    }
  });

  it('a quorum that the absent make up by telephone only: the motion waits or is decided', () => {
    for (const telephone of [way.person, way.telephone]) {
      const g = engine({ telephone: Uint8Array.of(telephone, 0), calendar: [{ ...meets, agenda: [] }] });
      for (const p of [cyr, dan, eva]) g.scene.state.away[p] = 1;
      const slot = peaceMotion(g);
      const [item] = g.scene.world.calendar;
      if (item) holdMeeting(g, item);
      const x = g.scene.state;
      const decided = x.lastActOf[actNumber('resolution')] ?? -1;
      expect([decided >= 0, x.procKind[slot] === -1]).toEqual(
        telephone === way.telephone ? [true, true] : [false, false],
      );
    }
  });

  it('who is away puts nothing on the table of a sitting', () => {
    const g = engine({ telephone: Uint8Array.of(way.either, 0) });
    const x = g.scene.state;
    for (const p of [ann, bob, cyr, dan, eva]) x.away[p] = 1;
    const [item] = g.scene.world.calendar;
    let asked = 0;
    g.chooser = {
      choose: (_engine, o) => {
        if (o.kind === 3) asked++;
        return -1;
      },
    };
    if (item) holdMeeting(g, item);
    expect(asked).toBe(0);
    x.away.fill(0);
    if (item) holdMeeting(g, item);
    // Those whom the line suits have nothing to move.
    expect(asked).toBe(3);
  });
});

describe('those without a vote', () => {
  const attending = (change: Partial<World> = {}): Engine => {
    const g = engine({
      seats: [ann, bob, cyr, dan].map((person) => ({ body: committee, person, role: 1 as const })),
      guests: [{ body: committee, person: eva }],
      guestOf: [[], [], [], [], [committee], []],
      ...change,
    });
    g.scene.state.seat[committee * 6 + dan] = 2;
    // The line does not suit her, so that she has something to say.
    g.scene.state.work[eva * g.scene.world.issues + peace] = 25;
    return g;
  };

  it('neither vote nor count for the quorum', () => {
    const g = attending();
    const slot = peaceMotion(g);
    expect(voters(g, slot)).toEqual([ann, bob, cyr]);
    expect(presentVotes(g.scene, committee)).toBe(3);
    expect([voterRule(g.scene, slot, dan), voterRule(g.scene, slot, eva)]).toEqual([
      Rule.noVote,
      Rule.noVote,
    ]);
    holdBallot(g, slot);
    const x = g.scene.state;
    const tally = tallyOf(x, x.lastActOf[actNumber('resolution')] ?? -1);
    expect((tally?.yes ?? 0) + (tally?.no ?? 0) + (tally?.abstain ?? 0)).toBe(3);
  });

  it('hear what is said; those outside do not', () => {
    const g = attending();
    const { world: w, state: x } = g.scene;
    apply(g.scene, moveOf('declare', { by: bob, body: committee, issue: peace, value: 95 }));
    const heard = (person: number): boolean => {
      for (let e = 0; e < w.edges; e++)
        if (w.edgeFrom[e] === person && w.edgeTo[e] === bob)
          return !Number.isNaN(x.beliefMean[e * w.issues + peace] ?? Number.NaN);
      return false;
    };
    expect([dan, eva, union].map(heard)).toEqual([true, true, false]);
    expect(tieBetween(g.scene, eva, bob)).toBeCloseTo(0.1);
  });

  it.each([
    ['hear', Rule.mayNotSpeak, Rule.mayNotMove],
    ['speak', Rule.allowed, Rule.mayNotMove],
    ['move', Rule.allowed, Rule.allowed],
  ] as const)('may what the body lets them: %s', (name, speaks, moves) => {
    const voice = Uint8Array.of(Voice[name], 0);
    const g = attending({ candidateVoice: voice, guestVoice: voice });
    for (const person of [dan, eva]) {
      expect(voiceRule(g.scene, committee, person)).toBe(speaks);
      const motion = moveOf('motion', { by: person, body: committee, issue: peace, value: 25, option: 0 });
      expect(legal(g.scene, motion)).toBe(moves);
      const menu = menuOf(g.scene, person);
      const moved = rowsOf(menu, 'motion').filter((k) => menu.body[k] === committee);
      expect(moved.length > 0).toBe(name === 'move');
      const spoken = rowsOf(menu, 'declare').filter((k) => menu.body[k] === committee);
      expect(spoken.length > 0).toBe(name !== 'hear');
    }
    expect(voiceRule(g.scene, committee, union)).toBe(Rule.noSeat);
  });

  it('have their turn at a meeting if they may move', () => {
    for (const voice of [Voice.speak, Voice.move]) {
      const g = attending({ candidateVoice: Uint8Array.of(voice, 0), guestVoice: Uint8Array.of(voice, 0) });
      const asked: number[] = [];
      g.chooser = {
        choose: (_engine, o) => {
          if (o.kind === 3) asked.push(o.person);
          return -1;
        },
      };
      const [item] = g.scene.world.calendar;
      if (item) holdMeeting(g, item);
      expect(asked.sort((a, b) => a - b)).toEqual(voice === Voice.move ? [bob, cyr, dan, eva] : [bob, cyr]);
    }
  });

  it('are read from the file, with what the body lets them do', () => {
    const w = compileWorld(
      episodeOf(`plenum: 1
episode: {id: base, title: Base, calendar: gregorian, starts: 1928-01-01, ends: 1928-12-31}
people:
  anna: {name: Anna}
  boris: {name: Boris}
  vera: {name: Vera}
bodies:
  board: {name: Board, confidence: judgement, consultative: {candidates: speak, guests: hear}}
  council: {name: Council, confidence: judgement, sitting: by-telephone}
issues:
  fee: {name: Fee, body: board, scale: {0: none, 100: all}}
terms:
  - {person: anna, body: board, confidence: judgement}
  - {person: boris, body: board, role: candidate, confidence: judgement}
  - {person: vera, body: board, role: guest, confidence: judgement}
`),
    );
    expect(w.guests).toEqual([{ body: 0, person: 2 }]);
    expect([...w.candidateVoice, ...w.guestVoice]).toEqual([
      Voice.speak,
      Voice.move,
      Voice.hear,
      Voice.speak,
    ]);
    expect([...w.telephone]).toEqual([0, 1]);
    // The guest and those who sit there know each other.
    expect([...w.edgeFrom].map((a, k) => `${a}${w.edgeTo[k]}`)).toEqual(['01', '02', '10', '12', '20', '21']);
  });
});
