import { describe, expect, it } from 'vitest';
import { loadEpisode, newEpisode } from '../../../episode/index.ts';
import type { Episode } from '../../../episode/types.ts';
import { contradictionsOf, coverageOf, filters, passes, subjectsOf, widthOf } from './ledger.ts';

const base = newEpisode('test')[0]?.text ?? '';
const episodeOf = (text: string): Episode =>
  loadEpisode([
    { path: 'e.yaml', text },
    { path: 'sources.json', text: '[{"id":"minutes","type":"book"}]' },
  ]).episode!;
const e = episodeOf(
  base.replace(
    'fees: {value: 80 ± 10, confidence: judgement}',
    'fees: {claims: [{value: 10 ± 2, source: minutes p. 1}, {value: 90, rank: preferred, confidence: disputed}]}',
  ),
);
const labelled = (label: string) => e.claims.filter((c) => c.label === label);

describe('the ledger', () => {
  it('puts first, of claims that contradict each other, the one that runs use', () => {
    const [group] = contradictionsOf(e);
    const used = e.positions.find((p) => p.person === 'anna')?.value.claimId;
    expect(group?.[0]?.id).toBe(used);
    expect(group).toHaveLength(2);
  });
  it('filters by what a claim rests on', () => {
    const [first, second] = labelled('position of anna on fees');
    const of = (c = first!) => filters.filter((f) => passes(c, f));
    expect(of(first)).toEqual(['all', 'single', 'contradictory']);
    expect(of(second)).toEqual(['all', 'unsourced', 'contradictory', 'disputed']);
    expect(of(labelled('caution of anna')[0])).toEqual(['default']);
  });
  it('measures width as a share of the scale', () => {
    const [narrow, point] = labelled('position of anna on fees');
    expect(widthOf(narrow!)).toBeCloseTo(0.066, 2);
    expect(widthOf(labelled('position of boris on fees')[0]!)).toBeGreaterThan(0.2);
    expect(widthOf(point!)).toBeGreaterThanOrEqual(0);
  });
  it('knows whom ties, terms and acts are about', () => {
    expect(subjectsOf(e, labelled('tie of anna to boris')[0]!)).toEqual(['anna', 'boris']);
    expect(subjectsOf(e, e.claims.find((c) => c.label === 'the term of anna in board')!)).toEqual([
      'anna',
      'board',
    ]);
    expect(subjectsOf(e, labelled('the act motion')[0]!)).toContain('anna');
  });
  it('counts what is covered by sources', () => {
    const positions = coverageOf(e).find((c) => c.kind === 'positions');
    expect(positions).toEqual({ kind: 'positions', claims: 3, sourced: 1, judgement: 1 });
  });
});
