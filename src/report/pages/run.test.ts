import { describe, expect, it } from 'vitest';
import { allActs } from '../../acts/index.ts';
import { digestOf } from '../../ensemble/digest.ts';
import type { EnsembleResult } from '../../ensemble/plan.ts';
import { loadEpisode, newEpisode } from '../../episode/index.ts';
import { compileOutcomes } from '../../questions/outcomes.ts';
import { summarise } from '../../questions/summarise.ts';
import { compileWorld } from '../../world/compile/compile.ts';
import { renderText } from '../page.ts';
import { subjectOf } from '../subject.ts';
import { runPage } from './run.ts';

const { episode } = loadEpisode(newEpisode('board'));
if (!episode) throw new Error('the template cannot be read');
const outcomes = compileOutcomes(episode, compileWorld(episode));

/** Four runs, the last of which failed. */
const result: EnsembleResult = {
  episode: 'board',
  seed: 7,
  first: 0,
  runs: 4,
  fingerprint: '00000000',
  with: [],
  parted: new Float64Array(4).fill(Number.NaN),
  through: new Float64Array(4).fill(Number.NaN),
  without: outcomes.map(() => Float64Array.of(1, 1, 0, Number.NaN)),
  actCounts: new Uint16Array(allActs().length * 4),
  failed: [{ run: 3, seed: 7, day: episode.meta.starts + 30, step: 12, message: 'a share became NaN' }],
  work: { points: 0, choices: 0, options: 0, solves: 0, acts: 0 },
  forced: { carriedOut: 0, refused: 0, refusals: [] },
};

describe('failed runs', () => {
  const page = (lang: 'en' | 'ru') =>
    runPage(
      subjectOf(episode, 'abc', './board', 'plenum run ./board --runs 4 --seed 7', lang),
      digestOf(result),
      outcomes,
      summarise(outcomes, result.without, undefined),
    );
  const part = (lang: 'en' | 'ru', from: string): string =>
    renderText(page(lang).blocks).split('\n').slice(0, -1).join('\n').split(from)[1] ?? '';

  it('are named with seed, step and message; the others count', () => {
    const shown = part('en', '\n1 RUN FAILED\n').split('\n\n').slice(0, 2).join('\n\n');
    expect(shown).toMatchInlineSnapshot(`
      "The other runs are complete and counted. Each failed run can be repeated by its number; please
      report it.

      Run  Seed  Acts done  Day              What went wrong
      ───  ────  ─────────  ───────────────  ──────────────────
        3     7         12  31 January 1928  a share became NaN"
    `);
  });

  it('in Russian', () => {
    expect(part('ru', '\nСОРВАЛСЯ 1 ПРОГОН\n').split('\n\n').slice(0, 2).join('\n\n')).toMatchInlineSnapshot(`
      "Остальные прогоны завершены и учтены. Каждый сорвавшийся можно повторить по номеру; пожалуйста,
      сообщите о нём.

      Прогон  Зерно  Действий  День            Что случилось
      ──────  ─────  ────────  ──────────────  ──────────────────
           3      7        12  31 января 1928  a share became NaN"
    `);
  });

  it('for programs', () => {
    expect(page('en').data['failed']).toEqual([
      { run: 3, seed: 7, step: 12, day: '1928-01-31', message: 'a share became NaN' },
    ]);
  });
});
