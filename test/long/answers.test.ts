import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plenum, workFolder } from '../cli/cli.ts';

const typed = 'answers choir --runs 5 --particles 3';

describe('plenum answers, where three particles cannot tell', () => {
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
