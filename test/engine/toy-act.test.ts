import { afterAll, expect, it } from 'vitest';
import { allActs, defineAct } from '../../src/acts/index.ts';
import { Mean } from '../../src/acts/meaning.ts';
import { writeAct } from '../../src/world/record.ts';
import { isAway } from '../../src/world/scene.ts';
import { initialParameters } from '../../src/choice/parameters.ts';
import { compileHistory } from '../../src/run/history/compile.ts';
import { replayEpisode } from '../../src/questions/history.ts';
import { simulate } from '../../src/run/run.ts';
import { acts, bundled, countKinds, engineFor } from '../helpers/episodes.ts';

/** An act that the program does not know: singing a serenade to a colleague, loudly or softly. Registered from here. */
const serenade = defineAct({
  kind: 'serenade',
  class: 'talk',
  options: ['loudly', 'softly'],
  base: -1,
  because: 'A toy: one in four.',
  propose: (s, person, menu) => {
    for (let other = 0; other < s.world.people; other++) {
      for (const option of [0, 1]) {
        const m = menu.start(serenade.number, person);
        m.to = other;
        m.option = option;
        menu.offer(s);
      }
    }
  },
  legal: (s, m) => (m.to === m.by ? 16 : isAway(s, m.to) ? 3 : 0),
  mean: (_s, m, row, at) => {
    row[at + Mean.with] = m.to;
    row[at + Mean.warmth] = m.option === 0 ? 1 : 0.5;
  },
  apply: (s, m) => {
    const e = s.world.edgeMatrix[m.to * s.world.people + m.by] ?? -1;
    if (e >= 0) s.state.tie[e] = Math.min(1, (s.state.tie[e] ?? 0) + 0.1);
    return writeAct(s, m);
  },
  sentence: {
    en: (w) => `${w.by.nom} serenades ${w.to?.nom} ${w.option}`,
    ru: (w) => `${w.by.nom} поёт серенаду: ${w.to?.nom}`,
  },
});

afterAll(() => expect(allActs().at(-1)?.kind).toBe('serenade'));

it('has a number, a base that can be overridden, and a place in every run', () => {
  expect(allActs()[serenade.number]?.kind).toBe('serenade');
  const g = engineFor(bundled('choir'));
  let often = 0;
  for (let run = 0; run < 5; run++) {
    simulate(g, 3, run);
    often += countKinds(g).get('serenade') ?? 0;
  }
  expect(often).toBeGreaterThan(20);
  expect(acts(g).some((a) => /\| serenade \| \w+ \| (loudly|softly) \|/.test(a))).toBe(true);
  const silent = engineFor(bundled('choir'), initialParameters({ 'base.serenade': -50 }));
  simulate(silent, 3, 0);
  expect(countKinds(silent).get('serenade')).toBeUndefined();
});

it('is sung to friends rather than foes', () => {
  const g = engineFor(bundled('choir'));
  const to = { david: 0, clara: 0 };
  for (let run = 0; run < 40; run++) {
    simulate(g, 4, run);
    for (const a of acts(g)) {
      if (a.includes('david | serenade | bruno')) to.david++;
      if (a.includes('clara | serenade | bruno')) to.clara++;
    }
  }
  expect(to.david).toBeGreaterThan(to.clara);
});

it('replays', () => {
  const e = bundled('choir');
  const [first] = e.record;
  if (!first) throw new Error('the choir has a record');
  const sung = {
    ...first,
    id: 'serenade-1',
    kind: 'serenade',
    by: ['david'],
    to: ['bruno'],
    option: 'softly',
    in: undefined,
    issue: undefined,
    value: undefined,
    after: [],
  };
  const toHimself = { ...sung, id: 'serenade-2', by: ['bruno'] };
  const sings = { ...e, record: [sung, toHimself, ...e.record] };
  expect(compileHistory(sings)[0]?.kind).toBe(serenade.number);
  const [a, b] = replayEpisode(sings).acts;
  expect(a?.seen).toBe('chosen');
  expect(a?.probability).toBeGreaterThan(0.001);
  expect(a?.probability).toBeLessThan(0.5);
  expect(b?.seen).toBe('off-model');
  expect(b?.rule).toBe(16);
});
