import { expect, test } from 'vitest';
import type { Survey } from '../../ensemble/survey.ts';
import { renderText } from '../page.ts';
import { preflightPage } from './preflight.ts';

const survey: Survey = {
  episode: { id: 'board', title: { en: 'The board', ru: 'Правление' }, hash: 'abc' },
  ask: { en: 'What if?', ru: 'А если?' },
  twins: true,
  runs: 10_000,
  missing: 4000,
  seed: 1,
  workers: 8,
  seconds: 5400,
  secondsPerRun: 0.5,
  folder: 'kept',
  bytes: 12_000_000,
  checks: [
    { id: 'episode', passed: true, needed: true, numbers: { warnings: 2 } },
    { id: 'changes', passed: true, needed: true, numbers: { changes: 1 } },
    { id: 'forced', passed: false, needed: false, numbers: { carriedOut: 0, refused: 15 } },
    { id: 'sample', passed: true, needed: false, numbers: { tried: 15, failed: 0 } },
    { id: 'folder', passed: true, needed: true, numbers: {} },
    { id: 'room', passed: false, needed: true, numbers: { needed: 12_000_000, free: 5_000_000 } },
  ],
};

test('the list says what, how many, how long, how much, and what was checked', () => {
  expect(renderText(preflightPage(survey, 'en').blocks)).toMatchInlineSnapshot(`
    "BEFORE THE WORK BEGINS
      What     The board: What if?
      Runs     4,000 pairs of twins to do, 6,000 done already
      Workers  8
      Time     about 1.5 hours (500 ms a run; measured just now on this machine)
      Disk     about 12 MB in kept

    · passed: the episode has no errors (2 warnings; “plenum check” lists them)
    · passed: the changes name what exists (1)
    · NOT PASSED: of the forced acts 0 were carried out and 15 refused by the rules in the runs tried
    · passed: 15 runs tried, 0 failed
    · passed: the folder can be written
    · NOT PASSED: room on the disk: 12 MB needed, 5.0 MB free
    "
  `);
  expect(renderText(preflightPage(survey, 'ru').blocks)).toMatchInlineSnapshot(`
    "ПЕРЕД НАЧАЛОМ РАБОТЫ
      Что      Правление: А если?
      Прогоны  предстоит пар: 4000, уже сделано: 6000
      Потоки   8
      Время    около 1,5 часа (500 мс на прогон; измерено сейчас на этой машине)
      Диск     около 12 МБ в kept

    · в порядке: в эпизоде нет ошибок (замечаний: 2; их перечислит «plenum check»)
    · в порядке: всё, что меняется, существует (изменений: 1)
    · НЕ В ПОРЯДКЕ: навязанных действий в пробных прогонах: исполнено 0, отклонено правилами 15
    · в порядке: пробных прогонов: 15, из них сорвалось: 0
    · в порядке: в папку можно писать
    · НЕ В ПОРЯДКЕ: место на диске: нужно 12 МБ, свободно 5,0 МБ
    "
  `);
});

test('what is not kept is said, and for long work how to keep it', () => {
  const page = preflightPage({ ...survey, folder: undefined, bytes: undefined, checks: [] }, 'en');
  expect(renderText(page.blocks)).toContain('nothing is kept: only the answer is shown');
  expect(renderText(page.blocks)).toContain('--out <folder> would keep the runs');
  const short = preflightPage({ ...survey, folder: undefined, bytes: undefined, seconds: 5 }, 'en');
  expect(renderText(short.blocks)).not.toContain('would keep');
});
