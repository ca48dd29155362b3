import { describe, expect, it } from 'vitest';
import { Rule } from '../../src/acts/rules.ts';
import { throughOf } from '../../src/ensemble/parting.ts';
import { prepare, runShard } from '../../src/ensemble/shard.ts';
import { stepOf, tellPair } from '../../src/ensemble/told-pair.ts';
import type { Episode } from '../../src/episode/index.ts';
import { hasErrors, loadEpisode } from '../../src/episode/index.ts';
import { allActs } from '../../src/acts/index.ts';
import { namesOf } from '../../src/world/compile/compile.ts';
import { acts, bundled, bundledFiles } from '../helpers/episodes.ts';

/** The choir with one more question, written as a user would write it. */
function asking(interventions: string): Episode {
  const question = `questions:\n  - {id: mine, ask: mine, outcomes: [bruno-leaves], interventions: [${interventions}]}\n`;
  const loaded = loadEpisode([...bundledFiles('choir'), { path: 'mine.yaml', text: question }]);
  if (!loaded.episode || hasErrors(loaded.problems))
    throw new Error(JSON.stringify(loaded.problems.filter((p) => p.severity === 'error')));
  return loaded.episode;
}

const planOf = (episode: Episode, runs = 12) => ({
  episode,
  seed: 8,
  first: 0,
  runs,
  interventions: episode.questions.find((q) => q.id === 'mine')?.interventions ?? [],
  parameters: {},
});

function pairs(interventions: string, runs = 12) {
  const p = prepare(planOf(asking(interventions), runs));
  return { p, r: runShard(p, { first: 0, runs }) };
}

/** The twin's state after its run. */
function twinOf(interventions: string, run = 0) {
  const p = prepare(planOf(asking(interventions)));
  const pair = tellPair(p, run);
  return { pair, engine: pair.with.engine, n: namesOf(p.plan.episode), e: p.plan.episode };
}

const forcedActs = (lines: readonly string[], who: string, kind: string): readonly string[] =>
  lines.filter((line) => line.includes(` | ${who} | ${kind} | `));

describe('every kind of change can be written in a file', () => {
  it('an act forced on a day: done that evening, and not counted as what parts the worlds', () => {
    const { r } = pairs('{force: {act: resign, by: bruno, office: conductor}, at: 1985-05-20}');
    expect(r.forced.carriedOut).toBe(12 - r.forced.refused);
    const resign = allActs().findIndex((a) => a.kind === 'resign');
    for (const code of r.through)
      if (!Number.isNaN(code))
        expect(throughOf(code)).not.toMatchObject({ act: resign, side: 'with', by: 1 });
  });

  it('an act forced on an occasion: the evening of the first such act', () => {
    const { engine } = twinOf(
      '{force: {act: declare, by: agnes, issue: programme, value: 100}, when: {act: motion}}',
    );
    const lines = acts(engine);
    const motion = lines.find((line) => line.includes(' | motion | '));
    const said = forcedActs(lines, 'agnes', 'declare').filter((line) =>
      line.startsWith(motion?.slice(0, 10) ?? '-'),
    );
    expect(motion).toBeDefined();
    expect(said.length).toBeGreaterThan(0);
  });

  it('an act forced whenever it can be: once each, from a day on', () => {
    const { pair } = twinOf(
      '{force: {act: resign, by: bruno, office: conductor}, at: 1985-06-01, whenever: true}',
    );
    const lines = acts(pair.with.engine);
    expect(forcedActs(lines, 'bruno', 'resign').length).toBe(1);
    const early = forcedActs(acts(pair.without.engine), 'bruno', 'resign')[0];
    if (early === undefined || early > '1985-06-01')
      expect(forcedActs(lines, 'bruno', 'resign')[0]?.slice(0, 10)).toBe('1985-06-01');
  });

  it('an answer forced whenever asked', () => {
    const { engine } = twinOf(
      '{force: {act: vote, by: [agnes, clara, david, emil, frieda, gustav], option: "no"}, whenever: true}',
    );
    const votes = acts(engine).filter((line) => line.includes(' | vote | ') && !line.includes(' | bruno | '));
    expect(votes.length).toBeGreaterThan(5);
    for (const line of votes) expect(line).toContain(' | no');
  });

  it('an act forbidden for a time', () => {
    const { engine } = twinOf('{forbid: {act: motion}, from: 1985-05-10, until: 1985-08-01}');
    for (const line of acts(engine).filter((l) => l.includes(' | motion | ')))
      expect(line < '1985-05-10' || line > '1985-08-02').toBe(true);
  });

  it.each([
    [
      'a trait',
      '{set: {trait: clara.caution, to: 0.9}, at: 1985-09-30}',
      (x: ReturnType<typeof twinOf>) => x.engine.scene.state.caution[x.n.person.get('clara') ?? -1],
      0.9,
    ],
    [
      'a position',
      '{set: {position: clara.programme, to: 77}, at: 1985-09-30}',
      (x: ReturnType<typeof twinOf>) =>
        x.engine.scene.state.position[(x.n.person.get('clara') ?? -1) * x.e.issues.length],
      77,
    ],
    [
      'a rule',
      '{set: {rule: committee.quorum, to: 6}}',
      (x: ReturnType<typeof twinOf>) => x.engine.scene.world.quorum[0],
      6,
    ],
    [
      'a resource',
      '{set: {resource: newsletter, to: clara}, at: 1985-09-30}',
      (x: ReturnType<typeof twinOf>) => x.engine.scene.state.resourceHolder[0],
      2,
    ],
    [
      'a line',
      '{set: {line: committee.programme, to: 64}, at: 1985-09-30}',
      (x: ReturnType<typeof twinOf>) => x.engine.scene.state.line[0],
      64,
    ],
    [
      'a tie',
      '{set: {tie: clara.emil, to: -0.75}, at: 1985-09-30}',
      (x: ReturnType<typeof twinOf>) => ([...x.engine.scene.state.tie].includes(-0.75) ? -0.75 : 0),
      -0.75,
    ],
    [
      'a belief',
      '{set: {belief: public.clara.programme, to: 81}, at: 1985-09-30}',
      (x: ReturnType<typeof twinOf>) => x.engine.scene.state.publicMean[2 * x.e.issues.length],
      81,
    ],
  ] as const)('%s is set from a day on', (_name, written, read, value) => {
    expect(read(twinOf(written))).toBeCloseTo(value, 9);
  });

  it('a value is set on an occasion', () => {
    const { engine } = twinOf('{set: {resource: newsletter, to: bruno}, when: {act: motion}}');
    expect(engine.scene.state.resourceHolder[0]).toBe(1);
    const never = twinOf('{set: {resource: newsletter, to: bruno}, when: {act: found-rival, by: agnes}}');
    expect(never.engine.scene.state.resourceHolder[0]).not.toBe(1);
  });

  it('an event or a meeting is taken away, another added', () => {
    const { p } = pairs(
      '{remove: {event: hall-bill}}, {remove: {meeting: june-meeting}}, {add: {event: {id: gift, on: 1985-06-02, what: a gift, pressure: {tickets: {set: 0.4}}}}}, {add: {meeting: {id: extra, body: committee, on: 1985-06-20, agenda: [programme]}}}',
      1,
    );
    const ids = p.twin?.scene.world.calendar.map((c) => c.id) ?? [];
    expect(ids).toContain('gift');
    expect(ids).toContain('extra');
    expect(p.twin?.plan.drops('hall-bill')).toBe(true);
    expect(p.twin?.plan.drops('june-meeting')).toBe(true);
  });

  it('a seat or an office is taken, or given, from the first day or from another', () => {
    const seats = (x: ReturnType<typeof twinOf>, who: string): number =>
      x.engine.scene.state.seat[x.n.person.get(who) ?? -1] ?? -1;
    expect(seats(twinOf('{remove: {term: emil.committee}}'), 'emil')).toBe(0);
    const votes = acts(twinOf('{remove: {term: emil.committee}}').engine);
    expect(forcedActs(votes, 'emil', 'vote')).toEqual([]);
    const later = acts(twinOf('{remove: {term: emil.committee}, at: 1985-07-20}').engine);
    for (const line of forcedActs(later, 'emil', 'vote')) expect(line < '1985-07-20').toBe(true);
    const chair = twinOf('{add: {term: {person: clara, office: chair}}, at: 1985-09-30}');
    expect(chair.engine.scene.state.holder[chair.n.office.get('chair') ?? -1]).toBe(
      chair.n.person.get('clara'),
    );
    const candidate = twinOf(
      '{remove: {term: emil.committee}, at: 1985-09-30}, {add: {term: {person: emil, body: committee, role: candidate}}, at: 1985-09-30}',
    );
    expect(seats(candidate, 'emil')).toBe(2);
  });

  it('several at once', () => {
    const x = twinOf(
      '{force: {act: resign, by: bruno, office: conductor}, at: 1985-05-02}, {set: {trait: clara.caution, to: 0.9}, at: 1985-09-30}, {remove: {event: hall-bill}}, {forbid: {act: publish}}',
    );
    expect(forcedActs(acts(x.engine), 'bruno', 'resign').length).toBeGreaterThan(0);
    expect(acts(x.engine).some((line) => line.includes(' | publish | '))).toBe(false);
  });
});

describe('what cannot be', () => {
  it('a forced act that the rules never allow: every pair fails, with the rule', () => {
    const { r } = pairs('{force: {act: resign, by: clara, office: conductor}, whenever: true}', 4);
    expect(r.forced).toEqual({
      carriedOut: 0,
      refused: 4,
      refusals: [{ change: 0, by: 2, rule: Rule.noOffice, times: 4 }],
    });
    expect(r.failed[0]?.message).toContain('on 1985-09-30 the rules forbid the forced act "resign" by clara');
  });

  it('an occasion that never comes changes nothing', () => {
    const { r } = pairs('{force: {act: exit, by: clara}, when: {act: found-rival, by: agnes}}', 6);
    expect(r.forced.refused).toBe(0);
    expect(r.with).toEqual(r.without);
  });

  it('a term of nobody, a place that is neither: said when the file is read', () => {
    const problems = (text: string) =>
      loadEpisode([
        ...bundledFiles('choir'),
        {
          path: 'mine.yaml',
          text: `questions:\n  - {id: m, ask: m, outcomes: [bruno-leaves], interventions: [${text}]}\n`,
        },
      ]).problems.filter((p) => p.file === 'mine.yaml' && p.severity === 'error');
    expect(problems('{add: {term: {person: nobody, body: committee}}}').length).toBe(1);
    expect(problems('{add: {term: {person: clara}}}').length).toBe(1);
    expect(problems('{add: {term: {person: clara, office: chair, body: committee}}}').length).toBe(1);
    expect(problems('{force: {act: exit, by: clara}, when: {act: motion, by: nobody}}').length).toBe(1);
  });
});

describe('a pair told again', () => {
  const e = bundled('choir');
  const question = e.questions.find((q) => q.id === 'no-bill');
  const plan = {
    episode: e,
    seed: 3,
    first: 0,
    runs: 14,
    interventions: question?.interventions ?? [],
    parameters: {},
  };

  it('parts where the ensemble says, and the choice behind it is that person’s', () => {
    const p = prepare(plan);
    const r = runShard(p, { first: 0, runs: 14 });
    let explained = 0;
    for (let run = 0; run < 14; run++) {
      const { parting, ...worlds } = tellPair(p, run);
      expect(parting?.time ?? Number.NaN).toEqual(r.parted[run]);
      if (!parting) continue;
      expect(throughOf(r.through[run] ?? 0)).toEqual({
        by: parting.by,
        act: parting.act,
        side: parting.side,
      });
      const world = worlds[parting.side === 'without' ? 'without' : 'with'];
      const step = stepOf(world, parting.index);
      if (step === undefined) continue;
      explained++;
      expect(world.choices[step - 1]?.choice.person).toBe(parting.by);
    }
    expect(explained).toBeGreaterThan(0);
  });
});
