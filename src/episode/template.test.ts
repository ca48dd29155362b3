import { describe, expect, it } from 'vitest';
import { loadEpisode } from './load.ts';
import { formatProblem } from './problems.ts';
import { fromTables, newEpisode } from './template.ts';
import { readCsv } from './template/csv.ts';
import { slugOf } from './template/slug.ts';

const said = (files: Parameters<typeof loadEpisode>[0]): readonly string[] =>
  loadEpisode(files).problems.map((problem) => formatProblem(problem, 'en'));

describe('a new episode', () => {
  it('checks clean', () => {
    expect(said(newEpisode('fees-1928'))).toEqual([]);
  });
});

describe('from tables', () => {
  const people =
    'name,name_ru,short,gender,organisation,note\nAnna Petrova,Анна Петрова,Anna,f,The Club,"=HYPERLINK(""x"")"\n"Ivanov, Boris",,Boris,m,The Club,\nКатя,,,,,\n';
  const positions =
    'person;issue;value;source;note\nAnna;Fee level;80 ± 10;Minutes p. 3;"first, then less"\nIvanov, Boris;Fee level;"12,5";;=1+1\nКатя;Hall;40..60;;\n';
  const ties = 'from\tto\tvalue\tmutual\nAnna\tBoris\t-0.5\tyes\nКатя\tAnna\t0.2\t\n';

  it('loads without problems', () => {
    const files = fromTables(people, positions, ties, { id: 'club' });
    expect(said(files)).toEqual([]);
    const { episode } = loadEpisode(files);
    expect(episode?.people.map((person) => [person.id, person.name.ru])).toEqual([
      ['anna', 'Анна Петрова'],
      ['boris', 'Ivanov, Boris'],
      ['katia', 'Катя'],
    ]);
    expect(episode?.people[0]?.note).toBe('=HYPERLINK("x")');
    expect(
      episode?.positions.map(({ person, issue, value }) => [person, issue, value.distribution.kind]),
    ).toEqual([
      ['anna', 'fee-level', 'normal'],
      ['boris', 'fee-level', 'normal'],
      ['katia', 'hall', 'uniform'],
    ]);
    expect(episode?.ties).toHaveLength(3);
  });
  it('loads what is empty, and reports what is wrong', () => {
    expect(loadEpisode(fromTables('name\nA\nA\n', '', '', { id: 'Mein Buch' })).ok).toBe(true);
    expect(loadEpisode(fromTables('name\nA', 'person,issue,value\nB,x,much', '', { id: 'x' })).ok).toBe(
      false,
    );
  });
});

it('CSV: quotes, line ends, blank lines', () => {
  expect(readCsv('\uFEFFa,b\r\n"x ""y""\nz",2\r\n\r\n3')).toEqual([['a', 'b'], ['x "y"\nz', '2'], ['3']]);
});

it('slugs', () => {
  expect(['Каменев', 'Zürich branch', '1917!', '', 'constructor', 'Щукин'].map(slugOf)).toEqual([
    'kamenev',
    'zurich-branch',
    'x',
    'x',
    'x-constructor',
    'shchukin',
  ]);
});
