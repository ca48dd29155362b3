import { describe, expect, it } from 'vitest';
import { replayEpisode } from '../../src/questions/history.ts';
import { countOf, judge, voteRule } from '../../src/questions/votes/held.ts';
import { votesOfRecord } from '../../src/questions/votes/of-record.ts';
import { votesOfRun } from '../../src/questions/votes/of-run.ts';
import { alternatives } from '../../src/questions/votes/outvote.ts';
import { bundled, engineFor } from '../helpers/episodes.ts';

const november = bundled('november-1917');

describe('votes of the record', () => {
  it('ten to five: a third each for those who carried it, nothing for those against', () => {
    const vote = votesOfRecord(november)
      .map(judge)
      .find((v) => countOf(v.voters).yes === 10);
    if (!vote) throw new Error('the vote of 2 November is gone');
    const of = (id: string) => {
      const k = vote.voters.findIndex((v) => november.people[v.person]?.id === id);
      return vote.responsibility[k];
    };
    expect(vote.follows).toBe(true);
    // Two of the ten otherwise make it 8 to 7: then one more decides.
    expect(of('lenin')).toEqual({ value: 1 / 3, changes: 2, pivotal: false });
    expect(of('kamenev')?.value).toBe(0);
    expect(vote.fewest).toBe(3);
  });

  it('four to ten, without names: the ten are alike', () => {
    const vote = votesOfRecord(november)
      .map(judge)
      .find((v) => countOf(v.voters).no === 10);
    expect(vote?.adopted).toBe(false);
    expect(vote?.voters.map((v) => [v.person, v.vote, v.votes])).toContainEqual([-1, 'no', 10]);
    expect(vote?.responsibility[vote.voters.findIndex((v) => v.vote === 'no')]?.value).toBe(1 / 4);
  });

  it('a vote of which only those against are counted tells nothing', () => {
    for (const v of votesOfRecord(november)) {
      const { yes, no } = countOf(v.voters);
      expect(v.adopted ? yes : no).toBeGreaterThan(0);
    }
  });
});

describe('votes of a run', () => {
  it('are all there, with the result that the rule gives', () => {
    const engine = engineFor(november);
    const votes = votesOfRun(engine, 1, 3).map(judge);
    expect(votes.length).toBeGreaterThan(3);
    expect(votes.filter((v) => !v.follows)).toEqual([]);
    expect([...votes].sort((a, b) => a.time - b.time)).toEqual(votes);
    // Whoever is pivotal is on the side that won, or abstained.
    for (const v of votes)
      v.voters.forEach((x, k) => {
        if (v.responsibility[k]?.pivotal) expect(x.vote).not.toBe(v.adopted ? 'no' : 'yes');
      });
  });
});

describe('who could have outvoted whom', () => {
  const { scene } = replayEpisode(bundled('soviet-1928'), Date.UTC(1928, 6, 4) / 86_400_000).engine;
  const { episodeId, all } = { episodeId: bundled('soviet-1928'), all: alternatives(scene) };
  const issue = (id: string): number => episodeId.issues.findIndex((i) => i.id === id);

  it('everybody with a vote is on one side, or undecided', () => {
    expect(all.length).toBeGreaterThan(5);
    for (const a of all)
      for (const l of [a.privately, a.publicly]) {
        const people = [...l.for, ...l.against, ...l.undecided];
        expect(new Set(people).size).toBe(people.length);
        expect(people.length).toBe(scene.state.memberCount[a.body]! - candidates(a.body));
      }
  });

  it('a bloc that is all there carries, one that is empty fails, and the undecided are needed in between', () => {
    const removal = all.find((a) => a.issue === issue('leadership'));
    expect(removal?.privately.reach.verdict).toBe('carries');
    const back = all.find((a) => a.issue === issue('old-opposition') && a.privately.for.length === 0);
    expect(back?.privately.reach.verdict).toBe('fails');
  });

  function candidates(body: number): number {
    const { people } = scene.world;
    return scene.state.seat.subarray(body * people, (body + 1) * people).filter((role) => role === 2).length;
  }
});

describe('rules as arithmetic', () => {
  it.each([
    [
      { share: 0.5, base: 0, strict: true, count: 0 },
      { kind: 'share-of-votes', up: 1, down: 1, need: 1 },
    ],
    [
      { share: 2 / 3, base: 0, strict: false, count: 0 },
      { kind: 'share-of-votes', up: 1, down: 2, need: 0 },
    ],
    [
      { share: 0.55, base: 0, strict: false, count: 0 },
      { kind: 'share-of-votes', up: 9, down: 11, need: 0 },
    ],
    [
      { share: 0.5, base: 2, strict: true, count: 0 },
      { kind: 'quota', quota: 11 },
    ],
    [
      { share: 0.55, base: 1, strict: false, count: 0 },
      { kind: 'quota', quota: 6 },
    ],
    [
      { share: 0, base: 0, strict: false, count: 7 },
      { kind: 'quota', quota: 7 },
    ],
  ] as const)('%o', (rule, wanted) => {
    expect(voteRule(rule, 10, 20)).toEqual(wanted);
  });
});
