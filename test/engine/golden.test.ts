import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { singleThreaded } from '../../src/ensemble/single.ts';
import { replayEpisode } from '../../src/questions/history.ts';
import { acts, bundled, bundledIds, engineFor } from '../helpers/episodes.ts';
import { attempt } from '../helpers/nuisances.ts';

/*
 * Golden runs: the values of this version, as readable text. `npm run golden` writes them afresh; read the difference before you
 * commit it, and put it under Values in the changelog.
 */
const writing = process.env['PLENUM_GOLDEN'] === 'write';
const folder = fileURLToPath(new URL('../golden/', import.meta.url));

function golden(name: string, text: string): void {
  if (writing) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + name, text);
  }
  expect(
    existsSync(folder + name) ? readFileSync(folder + name, 'utf8').split('\n') : 'run npm run golden first',
  ).toEqual(text.split('\n'));
}

const seed = 1;
const runs = { choir: 40, 'november-1917': 2, 'soviet-1928': 1 } as const;

it('run 1 of the choir, act by act', () => {
  const g = engineFor(bundled('choir'));
  attempt(g, seed, 1);
  golden('choir-run-1.txt', `date | who | act | target | option | value\n${acts(g).join('\n')}\n`);
});

it('fingerprints of an ensemble of every episode: outcomes, and every act of run 1', async () => {
  const all: Record<string, unknown> = {};
  for (const id of bundledIds) {
    const episode = bundled(id);
    const result = await singleThreaded.execute({
      episode,
      seed,
      first: 0,
      runs: runs[id],
      interventions: [],
      parameters: {},
    });
    const g = engineFor(episode);
    attempt(g, seed, 1);
    all[id] = {
      runs: runs[id],
      seed,
      outcomes: result.fingerprint,
      failed: result.failed.length,
      acts: result.work.acts,
      choices: result.work.choices,
      run1: createHash('sha256').update(acts(g).join('\n')).digest('hex').slice(0, 16),
    };
  }
  golden('fingerprints.json', `${JSON.stringify(all, null, 2)}\n`);
});

/** How the model saw each act of the record: what lies outside its candidates or its rules is a report on the model. */
describe.each(bundledIds)('%s', (id) => {
  it('replayed, act by act', () => {
    const lines = replayEpisode(bundled(id)).acts.map((a) =>
      [a.act.source.date.edtf, a.act.id, a.seen, a.seen === 'chosen' ? a.probability.toFixed(4) : '-'].join(
        ' | ',
      ),
    );
    golden(`${id}-replay.txt`, `date | act | seen | probability\n${lines.join('\n')}\n`);
  });
});
