import { describe, expect, it } from 'vitest';
import type { Turning, Turnings } from '../../engine/protocol.ts';
import { type Branch, branchesOf, nothingMore, tooRare, typicalAndOddest } from './branches.ts';

const act = (kind: string, by = 'anna', time = 5): Turning => ({
  kind,
  kindName: { en: kind, ru: kind },
  by,
  body: '',
  time,
});
const runs = (...courses: readonly (readonly string[])[]): readonly Turnings[] =>
  courses.map((kinds, run) => ({ run, acts: kinds.map((k) => act(k)) }));
const counts = (b: Branch): readonly (readonly [string, number])[] =>
  b.children.map((c) => [c.kind, c.runs.length] as const);

describe('the tree of courses', () => {
  const tree = branchesOf(
    runs(['a', 'b'], ['a', 'c'], ['a', 'b'], ['b'], ['c'], [], ['a']),
    [act('a'), act('b')],
    3,
    2,
  );

  it('parts by the first act that differs, and loses no run', () => {
    expect(tree.runs).toHaveLength(7);
    expect(counts(tree)).toEqual([
      ['a', 4],
      [nothingMore, 1],
      [tooRare, 2],
    ]);
    for (const b of [tree, ...tree.children])
      if (b.children.length > 0)
        expect(b.children.reduce((n, c) => n + c.runs.length, 0)).toBe(b.runs.length);
  });

  it('marks the branches that history takes, and no others', () => {
    const taken = tree.children.filter((b) => b.history);
    expect(taken.map((b) => b.kind)).toEqual(['a']);
    expect(taken[0]?.children.filter((b) => b.history).map((b) => b.kind)).toEqual(['b']);
  });

  it('stops at its depth', () => {
    expect(branchesOf(runs(['a', 'b', 'c']), [], 1, 1).children[0]?.children).toEqual([]);
  });

  it('says who and when', () => {
    const courses = [
      { run: 0, acts: [act('a', 'anna', 3)] },
      { run: 1, acts: [act('a', 'vera', 9)] },
      { run: 2, acts: [act('a', 'vera', 7)] },
    ];
    const [only] = branchesOf(courses, [], 2, 1).children;
    expect(only?.by).toEqual([
      ['vera', 2],
      ['anna', 1],
    ]);
    expect(only?.time).toBe(7);
  });
});

describe('typical and oddest', () => {
  const column = (...v: readonly number[]): Float64Array => Float64Array.from(v);

  it('are the nearest to all and the farthest from all', () => {
    const columns = [column(0, 1, 1, 1, 1), column(30, 20, 21, 22, Number.NaN)];
    const found = typicalAndOddest(columns, [0, 1, 2, 3, 4]);
    expect(found?.typical).toBe(2);
    expect([0, 4]).toContain(found?.oddest);
  });

  it('stay within the group', () => {
    const columns = [column(0, 5, 9, 100)];
    expect(typicalAndOddest(columns, [1, 2])?.typical).not.toBe(3);
    expect(typicalAndOddest(columns, [])).toBeUndefined();
  });
});
