import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { toPlain } from './load/tree.ts';
import { readYaml } from './load/yaml.ts';
import { Claim, EpisodeFile } from './schema/index.ts';

const text = readFileSync('docs/episode-format.md', 'utf8');
const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((found) => found[1] ?? '');
const partial = EpisodeFile.partial();
const claims = z.record(z.string(), Claim);

it.each(blocks.map((block, at) => [at + 1, block] as const))(
  'example %i of the format is valid',
  (_, block) => {
    const { root, problems } = readYaml('docs', block);
    expect(problems).toEqual([]);
    const plain = root === undefined ? {} : toPlain(root);
    const isSection = Object.keys(plain ?? {}).some((key) => key in EpisodeFile.shape);
    const parsed = (isSection ? partial : claims).safeParse(plain);
    expect(parsed.error?.issues ?? []).toEqual([]);
  },
);

it('names every section', () => {
  for (const section of Object.keys(EpisodeFile.shape)) expect(text).toMatch(new RegExp(`\\b${section}\\b`));
});
