import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { schemaComment } from './json-schema.ts';
import { loadEpisode } from './load.ts';
import { formatProblem } from './problems.ts';

const folders = readdirSync('episodes', { withFileTypes: true }).filter((entry) => entry.isDirectory());

it.each(folders.map((entry) => entry.name))('%s has no errors', (id) => {
  const folder = `episodes/${id}`;
  const files = readdirSync(folder).map((name) => ({
    path: `${folder}/${name}`,
    bytes: readFileSync(`${folder}/${name}`),
  }));
  const { ok, problems } = loadEpisode(files);
  const errors = problems
    .filter((problem) => problem.severity === 'error')
    .map((problem) => formatProblem(problem, 'en'));
  expect(errors).toEqual([]);
  expect(ok).toBe(true);
  for (const file of files.filter(({ path }) => path.endsWith('.yaml'))) {
    expect(new TextDecoder().decode(file.bytes).split('\n')[0]).toBe(schemaComment);
  }
});

it('the tutorial has no warnings either', () => {
  const files = readdirSync('episodes/choir').map((path) => ({
    path,
    text: readFileSync(`episodes/choir/${path}`, 'utf8'),
  }));
  expect(loadEpisode(files).problems.map((problem) => formatProblem(problem, 'en'))).toEqual([]);
});
