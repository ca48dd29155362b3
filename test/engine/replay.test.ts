import { describe, expect, it } from 'vitest';
import { compileHistory } from '../../src/run/history/compile.ts';
import { type Replayed, replayEpisode } from '../../src/questions/history.ts';
import type { Episode, HistoricalAnswer } from '../../src/episode/index.ts';
import { ActFlag, Counter } from '../../src/world/state.ts';
import { bundled, bundledIds } from '../helpers/episodes.ts';
import { Watch } from '../helpers/watch.ts';

const replays = new Map<string, Replayed>();
function replayed(id: (typeof bundledIds)[number]): Replayed {
  const r = replays.get(id) ?? replayEpisode(bundled(id));
  replays.set(id, r);
  return r;
}

/** An answer of the sources in the outcome's own numbers. */
function coded(e: Episode, answer: HistoricalAnswer): number {
  switch (answer.kind) {
    case 'number':
      return answer.value;
    case 'yes-no':
      return answer.value ? 1 : 0;
    case 'date':
      return answer.date.day;
    case 'never':
      return Number.NaN;
    case 'id':
      return e.people.findIndex((p) => p.id === answer.id);
  }
}

/**
 * Decisions to which the model gives no chance at all: nobody in the body as coded has a vote. MODEL.md §8 calls such acts
 * imposed; here they count no surprise.
 */
const noChance: Readonly<Record<(typeof bundledIds)[number], readonly string[]>> = {
  choir: [],
  'november-1917': [],
  'soviet-1928': ['resolution-nominees'],
};

/** Outcomes that the replayed record answers otherwise than the sources do: each is a gap between coding and rules, known by name. */
const known: Readonly<Record<(typeof bundledIds)[number], readonly string[]>> = {
  choir: [],
  'november-1917': [],
  'soviet-1928': [],
};

/** Acts that the rules as coded forbid: each is explained in the episode's README. */
const offModel: Readonly<Record<(typeof bundledIds)[number], readonly string[]>> = {
  choir: [],
  'november-1917': ['motion-pc-nov2', 'motion-pravda-lenin', 'motion-pravda-stasova', 'motion-theses'],
  'soviet-1928': [
    'leaflet',
    'stalin-sharing-by-half',
    'motion-conference-plan',
    'motion-science-board',
    'bulletin-prints-letter',
    'april-resolution-abroad',
  ],
};

/** Most acts that may lie outside the candidates; those there are are named in the README. */
const outside: Readonly<Record<(typeof bundledIds)[number], number>> = {
  choir: 0,
  'november-1917': 13,
  'soviet-1928': 18,
};

describe.each(bundledIds)('%s', (id) => {
  const e = bundled(id);

  it('replays its whole record, every act once for each who did it, in the order of time', () => {
    const { acts } = replayed(id);
    const order = [...new Set(acts.map((a) => a.act.id))];
    expect(order).toEqual(
      compileHistory(e)
        .filter((a) => a.time < e.meta.ends + 1)
        .map((a) => a.id),
    );
    for (const a of acts)
      if (a.act.answers !== undefined)
        expect(order.indexOf(a.act.answers)).toBeLessThan(order.indexOf(a.act.id));
  });

  it('finds its acts among the candidates, and within the rules, but for those that are explained', () => {
    const seen = (what: string): readonly string[] =>
      replayed(id)
        .acts.filter((a) => a.seen === what)
        .map((a) => a.act.id);
    expect(seen('off-model')).toEqual(offModel[id]);
    expect(seen('outside-candidates').length).toBeLessThanOrEqual(outside[id]);
    // An option that differs from the record in a detail stands for it only if it is of the same kind and by the same person.
    for (const a of replayed(id).acts)
      if (a.near) expect([a.seen, a.probability > 0, a.row >= 0]).toEqual(['chosen', true, true]);
  });

  it('knows every kind of act in it', () => {
    expect(
      replayed(id)
        .acts.filter((a) => a.seen === 'unknown-kind')
        .map((a) => `${a.act.id}: ${a.act.source.kind}`),
    ).toEqual([]);
  });

  it('carries out all that occurred and nothing else; what the rules forbid is flagged', () => {
    const { acts, engine } = replayed(id);
    const x = engine.scene.state;
    for (const a of acts) {
      const occurred = a.act.source.mode === 'occurred';
      expect([a.act.id, a.written >= 0]).toEqual([a.act.id, occurred && a.seen !== 'unknown-kind']);
      if (!occurred) continue;
      expect([a.act.id, ((x.actFlags[a.written] ?? 0) & ActFlag.offModel) !== 0]).toEqual([
        a.act.id,
        a.seen === 'off-model',
      ]);
      expect([a.act.id, a.rule !== 0]).toEqual([a.act.id, a.seen === 'off-model']);
    }
  });

  it('gives what was chosen a probability, and the options seen sum to no more than one', () => {
    const { acts, bits } = replayed(id);
    let sum = 0;
    const impossible = new Set<string>();
    for (const a of acts) {
      if (a.seen !== 'chosen') continue;
      if (a.probability === 0) {
        impossible.add(a.act.id);
        continue;
      }
      expect([a.act.id, a.probability > 0 && a.probability <= 1 + 1e-12]).toEqual([a.act.id, true]);
      expect(a.bits).toBeCloseTo(-Math.log2(a.probability), 9);
      expect(a.options.reduce((s, o) => s + o.probability, 0)).toBeLessThanOrEqual(1 + 1e-9);
      sum += a.bits;
    }
    expect(bits).toBeCloseTo(sum, 6);
    expect([...impossible]).toEqual(noChance[id]);
  });

  it('ends in a consistent state', () => {
    const { engine } = replayed(id);
    const watch = new Watch();
    watch.look(engine);
    // Procedures of a record wait for what the record says: they are never due.
    const broken = [...watch.broken].filter(([what]) => !/is never due/.test(what));
    expect(broken).toEqual([]);
    expect(engine.scene.state.counters[Counter.acts]).toBeGreaterThan(0);
  });

  it('comes to the same state up to a day, whether or not later acts are in the record', () => {
    const middle = Math.floor((e.meta.starts + e.meta.ends) / 2);
    const cut = { ...e, record: e.record.filter((a) => a.date.day <= middle) };
    const a = replayEpisode(e, middle).engine.scene.state;
    const b = replayEpisode(cut, middle).engine.scene.state;
    expect(Buffer.from(b.bytes).equals(Buffer.from(a.bytes))).toBe(true);
  });

  it('answers its outcomes as the sources do, but for those known by name', () => {
    const { outcomes } = replayed(id);
    const otherwise: string[] = [];
    e.outcomes.forEach((o, k) => {
      if (o.history === undefined) return;
      const want = coded(e, o.history);
      const got = outcomes[k] ?? Number.NaN;
      const near =
        o.history.kind === 'date'
          ? Math.abs(got - want) <= 1
          : Object.is(got, want) || Math.abs(got - want) < 0.5;
      if (!near) otherwise.push(`${o.id}: ${want}, replayed ${got}`);
    });
    expect(otherwise).toEqual(known[id]);
  });
});
