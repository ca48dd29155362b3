import { describe, expect, it } from 'vitest';
import { Rule } from '../../src/acts/rules.ts';
import type { EnsemblePlan, EnsembleResult } from '../../src/ensemble/plan.ts';
import { type Prepared, prepare, runShard } from '../../src/ensemble/shard.ts';
import type { Episode, Intervention, MoveSpec } from '../../src/episode/index.ts';
import { compileInterventions } from '../../src/questions/interventions.ts';
import { simulate } from '../../src/run/run.ts';
import { acts, bundled, engineFor, withIdler } from '../helpers/episodes.ts';

const choir = bundled('choir');
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const move = (m: Partial<MoveSpec> & { act: string }): MoveSpec => ({ by: [], to: [], ...m });
const force = (m: Partial<MoveSpec> & { act: string }, at?: string): Intervention => ({
  kind: 'force',
  path: [],
  move: move(m),
  at: at === undefined ? undefined : day(at),
  whenever: false,
});
const forbid = (
  m: Partial<MoveSpec> & { act: string },
  from = choir.meta.starts,
  until = choir.meta.ends,
): Intervention => ({
  kind: 'forbid',
  path: [],
  move: move(m),
  from,
  until,
});

function plan(interventions: readonly Intervention[], episode: Episode = choir): EnsemblePlan {
  return { episode, seed: 51, first: 0, runs: 0, interventions, parameters: {} };
}

const run = (p: Prepared, runs: number): ReturnType<typeof runShard> => runShard(p, { first: 0, runs });

/** Twins from the first day on, as if the intervention might matter at once. */
const fromTheStart = (p: Prepared): Prepared => ({
  ...p,
  intervention: p.intervention && { ...p.intervention, parts: Number.NEGATIVE_INFINITY },
});

const ofKind = (lines: readonly string[], kind: string): readonly string[] =>
  lines.filter((a) => a.split(' | ')[2] === kind);

describe('sham twins', () => {
  const same = (r: Pick<EnsembleResult, 'without' | 'with' | 'parted'>): void => {
    expect(r.with).toEqual(r.without);
    expect([...r.parted].every(Number.isNaN)).toBe(true);
  };

  it('are identical if the intervention is empty: forbidding an act that is never taken', () => {
    same(run(prepare(plan([forbid({ act: 'split', by: ['agnes'], to: ['agnes'] })])), 40));
  });

  it('are identical if a value is set to what it is', () => {
    const pressure: Intervention = {
      kind: 'set',
      path: [],
      target: { kind: 'pressure', pressure: 'tickets' },
      value: 0,
      at: day('1985-05-20'),
    };
    same(run(prepare(plan([pressure])), 25));
  });

  it('are identical if the intervention comes on the last day’s midnight or later', () => {
    for (const late of [1, 2, 400]) {
      const set: Intervention = {
        kind: 'set',
        path: [],
        target: { kind: 'tie', from: 'bruno', to: 'clara' },
        value: 0.123,
        at: choir.meta.ends + late,
      };
      same(run(prepare(plan([set])), 8));
    }
  });

  it('are at least 99 % identical if the trait of somebody without a part is changed', () => {
    const e = withIdler(choir);
    for (const trait of ['tempo', 'ambition', 'authority'] as const) {
      const set: Intervention = {
        kind: 'set',
        path: [],
        target: { kind: 'trait', person: 'zz-idler', trait },
        value: trait === 'tempo' ? 20 : 1,
        at: e.meta.starts,
      };
      const r = run(prepare(plan([set], e)), 40);
      expect(r.with).toEqual(r.without);
      expect([...r.parted].filter((d) => !Number.isNaN(d)).length / 40).toBeLessThanOrEqual(0.01);
    }
  });
});

describe('a shared prefix', () => {
  const cases: readonly (readonly [string, readonly Intervention[]])[] = [
    ['a forced act', [force({ act: 'resign', by: ['bruno'], office: 'conductor' }, '1985-06-20')]],
    ['a prohibition', [forbid({ act: 'motion' }, day('1985-06-01'))]],
    [
      'a changed trait',
      [
        {
          kind: 'set',
          path: [],
          target: { kind: 'trait', person: 'clara', trait: 'tempo' },
          value: 12,
          at: day('1985-06-03'),
        },
      ],
    ],
    [
      'a changed tie',
      [
        {
          kind: 'set',
          path: [],
          target: { kind: 'tie', from: 'bruno', to: 'clara' },
          value: 0.9,
          at: day('1985-05-20'),
        },
      ],
    ],
    [
      'a changed belief',
      [
        {
          kind: 'set',
          path: [],
          target: { kind: 'belief', who: 'bruno', about: 'gustav', issue: 'programme' },
          value: 20,
          at: day('1985-06-10'),
        },
      ],
    ],
    [
      'a changed line',
      [
        {
          kind: 'set',
          path: [],
          target: { kind: 'line', body: 'committee', issue: 'programme' },
          value: 100,
          at: day('1985-07-10'),
        },
      ],
    ],
    ['an event that does not come', [{ kind: 'remove', path: [], what: 'event', id: 'hall-bill' }]],
    ['a meeting that is not held', [{ kind: 'remove', path: [], what: 'meeting', id: 'june-meeting' }]],
    [
      'two things at once',
      [
        { kind: 'remove', path: [], what: 'event', id: 'hall-bill' },
        force({ act: 'resign', by: ['bruno'], office: 'conductor' }, '1985-06-20'),
      ],
    ],
  ];
  it.each(cases)('gives the same pairs as two whole runs: %s', (_name, interventions) => {
    const shared = prepare(plan(interventions));
    expect(shared.intervention?.parts).toBeGreaterThan(choir.meta.starts);
    const a = run(shared, 10);
    const b = run(fromTheStart(prepare(plan(interventions))), 10);
    expect(a.with).toEqual(b.with);
    expect(a.without).toEqual(b.without);
    expect(a.parted).toEqual(b.parted);
    expect(a.forced).toEqual(b.forced);
    for (const d of a.parted)
      if (!Number.isNaN(d)) expect(d).toBeGreaterThanOrEqual(Math.floor(shared.intervention?.parts ?? 0));
  });
});

describe('forcing', () => {
  it('what the rules forbid at that moment is an error: the pair fails, with the rule, and gives no answer', () => {
    const p = prepare(plan([force({ act: 'resign', by: ['agnes'], office: 'conductor' }, '1985-05-02')]));
    const r = run(p, 20);
    expect(r.forced.carriedOut).toBe(0);
    expect(r.forced.refused).toBe(20);
    const by = choir.people.findIndex((p) => p.id === 'agnes');
    expect(r.forced.refusals).toEqual([{ change: 0, by, rule: Rule.noOffice, times: 20 }]);
    expect(r.failed.map((f) => f.run)).toEqual(Array.from({ length: 20 }, (_, k) => k));
    expect(r.failed[0]?.message).toBe(
      'on 1985-05-02 the rules forbid the forced act "resign" by agnes: holds no such post',
    );
    for (const column of [...r.with, ...r.without, r.parted])
      expect([...column].every(Number.isNaN)).toBe(true);
  });

  it('what is legal is done once a run, on the day named', () => {
    const p = prepare(plan([force({ act: 'resign', by: ['bruno'], office: 'conductor' }, '1985-05-01')]));
    const r = run(p, 30);
    expect(r.forced.carriedOut + r.forced.refused).toBe(30);
    expect(r.forced.carriedOut).toBeGreaterThan(25);
    expect(r.failed.length).toBe(r.forced.refused);
    const leaves = p.outcomes.findIndex((o) => o.id === 'bruno-leaves');
    const first = p.outcomes.findIndex((o) => o.id === 'first-resignation');
    expect([...(r.with[leaves] ?? [])].filter((v) => v === 1).length).toBe(r.forced.carriedOut);
    for (const d of (r.with[first] ?? []).filter((v) => !Number.isNaN(v)))
      expect(d).toBeLessThanOrEqual(day('1985-05-01'));
  });

  it('names that nobody bears are refused when the question is compiled', () => {
    const world = prepare(plan([])).engine.scene.world;
    expect(() => compileInterventions(choir, world, [force({ act: 'dance', by: ['agnes'] })])).toThrow(
      /dance/,
    );
    expect(() =>
      compileInterventions(choir, world, [force({ act: 'reply', by: ['agnes'], option: 'shrug' })]),
    ).toThrow(/shrug/);
    expect(() => compileInterventions(choir, world, [forbid({ act: 'dance' })])).toThrow(/dance/);
  });
});

describe('forbidding', () => {
  const never = (m: MoveSpec['act'], by: readonly string[], until: string): readonly string[] => {
    const { twin } = prepare(plan([forbid({ act: m, by }, choir.meta.starts, day(until))]));
    if (!twin) throw new Error('no twin');
    const seen = new Set<string>();
    for (let k = 0; k < 25; k++) {
      simulate(twin, 51, k);
      for (const a of ofKind(acts(twin), m))
        seen.add(`${a.split(' | ')[1]} ${a.slice(0, 10) > until ? 'after' : 'before'}`);
    }
    return [...seen].sort();
  };

  it('to everybody, for ever', () => {
    expect(never('declare', [], '1985-09-30')).toEqual([]);
    expect(never('publish', [], '1985-09-30')).toEqual([]);
  });

  it('to one, for a time', () => {
    const seen = never('declare', ['clara', 'gustav'], '1985-07-15');
    for (const who of ['clara', 'gustav']) {
      expect(seen).not.toContain(`${who} before`);
      expect(seen).toContain(`${who} after`);
    }
    expect(seen).toContain('bruno before');
  });

  // A prohibition is looked up when a menu is filled. What follows from another act (each signatory's going after a joint
  // resignation, a body's act after its motion, the motion after an enforced ultimatum) asks the rules only.
  it('what follows from another act, too', () => {
    expect(never('resign', [], '1985-09-30')).toEqual([]);
  });
});

describe('changed worlds', () => {
  it('a rule, a ballot, a meeting or an event more: compiled into a world of its own', () => {
    const engine = engineFor(choir);
    const w = engine.scene.world;
    const set = (what: 'rule' | 'ballot' | 'authority' | 'quorum', value: unknown): Intervention =>
      ({
        kind: 'set',
        path: [],
        target: { kind: 'rule', body: 'committee', what },
        value,
        at: choir.meta.starts,
      }) as Intervention;
    expect(compileInterventions(choir, w, [set('ballot', 'secret')]).world.secret[0]).toBe(1);
    expect(compileInterventions(choir, w, [set('quorum', 7)]).world.quorum[0]).toBe(7);
    expect(
      compileInterventions(choir, w, [set('authority', 0.9)]).world.inputs.find(
        (s) => s.id === 'authority.committee',
      )?.distribution,
    ).toEqual({ kind: 'point', value: 0.9 });
    expect(compileInterventions(choir, w, []).world).toBe(w);
    expect(w.secret[0]).toBe(0);
  });
});
