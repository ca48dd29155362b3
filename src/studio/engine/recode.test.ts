import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { patchEpisode } from '../../episode/index.ts';
import { lookAt } from './day.ts';
import { openFiles, type Ready } from './opened.ts';
import type { Recoding, StudioFile } from './protocol.ts';
import { recode } from './recode.ts';
import { changeTerm } from './terms.ts';
import { tieSpells } from './ties.ts';

const folder = join(import.meta.dirname, '../../../episodes/november-1917');
let files: readonly StudioFile[];
let ready: Ready;

beforeAll(() => {
  files = readdirSync(folder)
    .filter((f) => /\.(ya?ml|json)$/.test(f))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  ready = openFiles(files).ready!;
});

const position = (person: string, issue: string) =>
  ready.episode.positions.find((p) => p.person === person && p.issue === issue)!.value;

function applied(recoding: Recoding) {
  if (recoding.kind === 'refused') throw new Error(recoding.why.en);
  const { opened } = openFiles(patchEpisode(files, recoding.edits).files);
  expect(opened.problems.filter((p) => p.severity === 'error')).toEqual([]);
  return opened.episode!;
}

describe('moving a coded value', () => {
  it('keeps its spread, its source and its place among contradicting claims', () => {
    const { claimId } = position('lenin', 'government');
    const recoding = recode(ready, claimId, 40, '');
    expect(recoding).toMatchObject({ before: '25 ± 8', after: '40 ± 8' });
    const changed = applied(recoding);
    const moved = changed.positions.find((p) => p.person === 'lenin' && p.issue === 'government')!;
    expect(moved.value.distribution).toMatchObject({ kind: 'normal', mean: 40, sd: 8 });
    const { position: _, distribution: __, ...backing } = ready.episode.claims[claimId]!;
    expect(changed.claims[moved.value.claimId]).toMatchObject(backing);
  });

  it('puts a note behind the one that is there', () => {
    const { claimId } = position('lenin', 'government');
    const changed = applied(recode(ready, claimId, 40, 'Moved on the screen.'));
    expect(changed.claims[claimId]?.note).toBe(`${ready.episode.claims[claimId]!.note} Moved on the screen.`);
  });

  it('touches nothing else in the files', () => {
    const recoding = recode(ready, position('lenin', 'talks').claimId, 30, '');
    const edits = recoding.kind === 'edits' ? recoding.edits : [];
    const patched = patchEpisode(files, edits);
    expect(patched.changed).toEqual(['issues.yaml']);
    const lines = (all: readonly StudioFile[]) => all.find((f) => f.path === 'issues.yaml')!.text.split('\n');
    const old = lines(files);
    expect(lines(patched.files).filter((l, k) => l !== old[k])).toHaveLength(1);
  });

  it('is refused where nobody coded anything', () => {
    const byDefault = ready.episode.claims.find((c) => c.origin !== 'coded' && c.distribution)!;
    expect(recode(ready, byDefault.id, 0.5, '').kind).toBe('refused');
  });
});

describe('changing a term', () => {
  const term = 'zinoviev.cc';
  const coded = () => ready.episode.terms.find((t) => t.id === term)!;
  const starts = () => ready.episode.meta.starts;
  const ends = () => ready.episode.meta.ends;

  it('moves its last day', () => {
    const changed = applied(changeTerm(ready, term, { kind: 'to', day: ends() - 2 }));
    expect(changed.terms.find((t) => t.id === term)).toMatchObject({ from: coded().from, to: ends() - 2 });
  });

  it('makes two of it that follow each other', () => {
    const changed = applied(changeTerm(ready, term, { kind: 'split', day: starts() + 5 }));
    const both = changed.terms.filter((t) => t.person === 'zinoviev' && t.body === 'cc');
    expect(both.map((t) => [t.from, t.to])).toEqual([
      [coded().from, starts() + 4],
      [starts() + 5, coded().to],
    ]);
    expect(changed.claims[both[1]!.claimId]?.anchors).toEqual(ready.episode.claims[coded().claimId]?.anchors);
  });

  it('is refused where it would end before it begins', () => {
    expect(changeTerm(ready, term, { kind: 'to', day: coded().from - 1 }).kind).toBe('refused');
  });
});

describe('the ties of a course', () => {
  it('are on every day those of the day', () => {
    const name = { kind: 'run', seed: 1, run: 0, changes: [] } as const;
    const spells = tieSpells(ready, name);
    for (const ago of [0, 12]) {
      const day = ready.episode.meta.ends - ago;
      const { ties } = lookAt(ready, name, day, -1);
      const then = spells.filter((s) => s.start <= day && day < s.end);
      expect(then).toHaveLength(ties.length);
      for (const t of ties)
        expect(then.find((s) => s.from === t.from && s.to === t.to)!.value).toBeCloseTo(t.value, 1);
    }
  });

  it('never overlap for one pair', () => {
    const spells = tieSpells(ready, { kind: 'history' });
    spells.forEach((s, k) => {
      const next = spells[k + 1];
      if (next && next.from === s.from && next.to === s.to) expect(next.start).toBeGreaterThanOrEqual(s.end);
    });
    expect(spells.some((s) => s.value < 0) && spells.some((s) => s.value > 0)).toBe(true);
  });
});
