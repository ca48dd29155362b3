import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../src/version.ts';
import { bundled } from '../helpers/episodes.ts';
import { plenum, root } from './cli.ts';

describe('plenum answers', () => {
  const typed = 'answers choir --runs 5 --particles 3';

  it('is reproduced byte for byte by the command that it prints, with any number of workers', async () => {
    const { code, out } = await plenum(`${typed} --workers 2`);
    expect(code).toBe(0);
    const printed = /^plenum (answers .*)$/m.exec(out)?.[1];
    expect(printed).toBe(typed);
    expect((await plenum(`${printed} --workers 1`)).out).toBe(out);
  });

  it('answers each question as the command beside it does', async () => {
    const { out } = await plenum(`${typed} --json`);
    const { data } = JSON.parse(out);
    const all = (data ?? JSON.parse(out)).questions;
    for (const q of all) {
      const alone = JSON.parse((await plenum(`${q.command.replace(/^plenum /, '')} --json`)).out);
      expect((alone.data ?? alone).effects).toEqual(q.effects);
    }
  });
});

/** In form only: their numbers take minutes, so `npm run answers -- --check` compares those. */
describe.each([
  ['docs/answers-1917.md', 'november-1917'],
  ['docs/answers-1928.md', 'soviet-1928'],
] as const)('%s', (path, id) => {
  const file = join(root, path);
  const episode = bundled(id);
  it.skipIf(!existsSync(file))(
    'answers every question of its episode, by commands that this version knows',
    async () => {
      const page = readFileSync(file, 'utf8');
      expect(page).toMatch(
        new RegExp(`^Plenum ${version.replaceAll('.', '\\.')}, episode ${id} \\([0-9a-f]{12}\\), seed`, 'm'),
      );
      expect(page).toMatch(new RegExp(`^plenum answers ${id} --runs \\d+`, 'm'));
      expect([...page.matchAll(/^## (.*)$/gm)].map((m) => m[1]).slice(0, episode.questions.length)).toEqual(
        episode.questions.map((q) => q.ask.en),
      );
      for (const q of episode.questions) {
        expect(page).toContain(`\nplenum ask ${id} ${q.id} --runs`);
        for (const o of q.outcomes)
          expect(page).toContain(`| ${episode.outcomes.find((x) => x.id === o)?.ask.en} |`);
      }
    },
  );
});
