import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Plain, toPlain } from './load/tree.ts';
import { readYaml } from './load/yaml.ts';
import { applySplices, type Edit, patchEpisode, type TextFile } from './patch.ts';
import type { Path } from './types.ts';

type Tree = { [key: string]: Tree | Plain } | (Tree | Plain)[];

const folder = (id: string): readonly TextFile[] =>
  readdirSync(`episodes/${id}`)
    .filter((name) => name.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(`episodes/${id}/${path}`, 'utf8') }));

const treeOf = (file: TextFile): Plain => {
  const { root, problems } = readYaml(file.path, file.text);
  expect(problems).toEqual([]);
  return root === undefined ? null : toPlain(root);
};

/** Paths of everything below the sections of one file. Only sections that stand in this file alone are taken. */
function paths(value: Plain, path: Path = []): readonly Path[] {
  if (value === null || typeof value !== 'object') return [path];
  const entries: readonly (readonly [string | number, Plain])[] = Array.isArray(value)
    ? value.map((item: Plain, at) => [at, item] as const)
    : Object.entries(value);
  return [
    ...(path.length > 1 ? [path] : []),
    ...entries.flatMap(([step, child]) => paths(child, [...path, step])),
  ];
}

/** The same edit on plain data. */
function edited(value: Plain, edit: Edit): Plain {
  const copy = structuredClone(value) as Tree;
  const steps = edit.path.slice(0, -1);
  const last = edit.path.at(-1) ?? '';
  const parent = steps.reduce<Tree>(
    (node, step) => (node as Record<string | number, Tree>)[step] as Tree,
    copy,
  );
  if (edit.kind === 'delete') {
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete parent[last];
  } else if (edit.kind === 'insert' && Array.isArray(parent)) parent.splice(Number(last), 0, edit.value);
  else (parent as Record<string | number, Plain>)[last] = edit.value;
  return copy as Plain;
}

function holds(files: readonly TextFile[], file: TextFile, edit: Edit, keepsComments = true): void {
  const { files: after, inverse, changed } = patchEpisode(files, [edit]);
  expect(changed).toEqual([file.path]);
  const now = after.find((one) => one.path === file.path) as TextFile;
  expect(treeOf(now), JSON.stringify(edit)).toEqual(edited(treeOf(file), edit));
  expect(applySplices(after, inverse)).toEqual(files);
  // Comments stay, except inside a block that was replaced or deleted as a whole.
  const comments = (text: string): number => text.split('\n').filter((line) => /^\s*#/.test(line)).length;
  if (keepsComments) expect(comments(now.text)).toBe(comments(file.text));
}

const values: readonly Plain[] = [
  0.5,
  'plain words',
  'a: b, {c} # d',
  "it's",
  '60 ± 10',
  true,
  '12',
  '',
  'two\nlines',
  { value: 3, source: 'p35 n. 1, 2' },
  ['a', 'b'],
  { a: { b: { c: [1, 2] } } },
];

describe.each(['choir', 'soviet-1928'])('edits anywhere in %s', (id) => {
  const files = folder(id);
  const targets = files.flatMap((file) =>
    paths(treeOf(file))
      .filter((path) => path.length > 1)
      .map((path) => ({ file, path })),
  );
  // Among the long tests three times as often.
  const runs = (id === 'choir' ? 30 : 4) * (process.env.LONG_FUZZ === 'yes' ? 3 : 1);

  it('set', () => {
    fc.assert(
      fc.property(fc.nat(targets.length - 1), fc.constantFrom(...values), (at, value) => {
        const { file, path } = targets[at] as (typeof targets)[number];
        const isBlock = targets[at + 1]?.path.length === path.length + 1;
        holds([file], file, { kind: 'set', path, value }, !isBlock);
      }),
      { numRuns: runs, seed: 1 },
    );
  });
  it('delete', () => {
    fc.assert(
      fc.property(fc.nat(targets.length - 1), (at) => {
        const { file, path } = targets[at] as (typeof targets)[number];
        holds([file], file, { kind: 'delete', path }, false);
      }),
      { numRuns: runs, seed: 2 },
    );
  });
  it('insert', () => {
    fc.assert(
      fc.property(fc.nat(targets.length - 1), fc.constantFrom(...values), (at, value) => {
        const { file, path } = targets[at] as (typeof targets)[number];
        const isItem = typeof path.at(-1) === 'number';
        const edit: Edit = isItem
          ? { kind: 'insert', path, value }
          : { kind: 'set', path: [...path.slice(0, -1), 'zz-new'], value };
        holds([file], file, edit);
      }),
      { numRuns: runs, seed: 3 },
    );
  });
});
