import { describe, expect, it } from 'vitest';
import { aCall, opened } from '../../../../test/helpers/studio.ts';
import type { Change } from '../../engine/protocol.ts';
import { blank, changeOf, type Draft, finished, scaleOf, sorts } from './draft.ts';

const { all } = await opened('november-1917');
const kinds = await all.vocabulary(aCall);
const iso = (day: number): string => new Date((day - 13) * 86_400_000).toISOString().slice(0, 10);
/** 4 November 1917 in the Julian calendar, which the episode counts by. */
const day = Date.UTC(1917, 10, 17) / 86_400_000;
const drafted = (more: Partial<Draft>): Change => changeOf({ ...blank, ...more }, kinds, iso);
const problems = async (change: Change) => (await all.changes(aCall, [change])).problems.map((p) => p.en);

/** One of every sort, as the pickers would leave them. */
const samples: Readonly<Record<(typeof sorts)[number], Partial<Draft>>> = {
  force: { act: 'resign', by: ['kamenev', 'rykov'], in: 'cc', day },
  forbid: { act: 'ultimatum', in: 'cc', day, until: day + 3 },
  trait: { person: 'kamenev', trait: 'caution', to_: 0.3 },
  position: { person: 'lenin', issue: 'government', to_: 60, day },
  salience: { person: 'lenin', issue: 'government', to_: 0.4 },
  tie: { person: 'kamenev', other: 'zinoviev', to_: -0.5 },
  belief: { person: 'kamenev', other: 'lenin', issue: 'government', to_: 25 },
  line: { body: 'cc', issue: 'government', to_: 45, day },
  pressure: { pressure: 'kerensky', to_: 0.9, day },
  resource: { resource: 'opposition-paper', other: 'kamenev' },
  rule: { body: 'cc', part: 'rule', rule: 'two-thirds' },
  'add-event': { name: 'Kerensky returns', pressure: 'kerensky', to_: 0.8, day },
  'add-meeting': { body: 'cc', issue: 'government', day },
  'remove-event': { item: 'pulkovo' },
  'remove-meeting': {},
  'remove-term': { item: 'kamenev.cc' },
};

describe('a draft', () => {
  for (const sort of sorts.filter((s) => s !== 'remove-meeting'))
    it(`of the sort ${sort} becomes a change that the checker accepts`, async () => {
      expect(await problems(drafted({ sort, ...samples[sort] }))).toEqual([]);
    });

  it('writes days in the episode’s calendar, and leaves open what is left open', () => {
    expect(drafted({ sort: 'force', ...samples.force })).toEqual({
      force: { act: 'resign', by: ['kamenev', 'rykov'], in: 'cc' },
      at: '1917-11-04',
    });
    expect(drafted({ sort: 'forbid', act: 'exit' })).toEqual({ forbid: { act: 'exit' } });
  });

  it('gives an act no field that such acts do not have', () => {
    const change = drafted({ sort: 'force', act: 'exit', by: ['kamenev'], issue: 'government', office: 'x' });
    expect(change).toEqual({ force: { act: 'exit', by: 'kamenev' } });
  });

  it('that is not finished is refused with words, not with a crash', async () => {
    for (const sort of sorts) expect(await problems(drafted({ sort, act: '' }))).not.toEqual([]);
  });

  it('is finished when the samples are, and not before', () => {
    for (const sort of sorts.filter((s) => s !== 'remove-meeting')) {
      expect(finished({ ...blank, sort, ...samples[sort] }), sort).toBe(true);
      expect(finished({ ...blank, act: '', sort }), sort).toBe(false);
    }
  });

  it('has a scale on which its values are allowed', async () => {
    for (const sort of ['trait', 'position', 'salience', 'tie', 'line', 'pressure'] as const)
      for (const end of [0, 1] as const) {
        const sample = { sort, ...samples[sort] };
        const [low, high] = scaleOf({ ...blank, ...sample });
        expect(await problems(drafted({ ...sample, to_: end === 0 ? low : high })), sort).toEqual([]);
      }
  });
});
