import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../src/version.ts';
import { bundled } from '../helpers/episodes.ts';
import { plenum, root, workFolder } from './cli.ts';

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

  describe('where three particles cannot tell', () => {
    const cwd = workFolder();
    const file = join(cwd, 'episodes/choir/record.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('- id: no-bill', '- id: no-bill\n    until: 1985-06-20'));
    const go = (args: string) => plenum(args.replace('choir', 'episodes/choir'), { cwd });

    it('asks of free runs, too, and prints the command; or says that the rules forbid it', async () => {
      const page = (await go(typed)).out;
      const [bill, comply] = JSON.parse((await go(`${typed} --json`)).out).questions;
      expect(bill.fromHistory.cannotTell).toBe(true);
      expect(bill.freeRuns.fromHistory).toBeNull();
      const printed = /\(`plenum (ask episodes\/choir no-bill --runs 5 --particles 3 --free)`\)/.exec(
        page,
      )?.[1];
      expect(JSON.parse((await plenum(`${printed} --json`, { cwd })).out).effects).toEqual(
        bill.freeRuns.effects,
      );
      expect(comply.freeRuns.effects[0].difference.runs).toBe(0);
      expect(page).toContain('Of free runs there is no answer either: the rules forbid');
      const rows = (await go(`${typed} --csv`)).out.split('\r\n').filter((row) => row.startsWith('no-bill'));
      expect(rows.map((row) => row.split(',')[1])).toEqual(['history', 'history', 'start', 'start']);
    });
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
