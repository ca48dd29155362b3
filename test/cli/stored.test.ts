import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { plenum, root, workFolder } from './cli.ts';

const cwd = workFolder();
const go = (args: string, lang?: string) => plenum(args, { cwd, ...(lang === undefined ? {} : { lang }) });
const ask = 'ask choir no-bill --runs 40';
const text = (file: string): string => readFileSync(join(cwd, file), 'utf8');

beforeAll(async () => {
  expect(await go(`${ask} --out kept --workers 1`)).toMatchObject({ code: 0, err: '' });
});

describe('runs that are kept', () => {
  it('give the same answer, to the byte, as runs that are not', async () => {
    const kept = await go(`${ask} --out kept --resume --json`);
    expect(kept).toMatchObject({ code: 0, err: '' });
    expect(kept.out).toBe((await go(`${ask} --json`)).out);
    const plain = await go('run choir --runs 20 --json');
    expect((await go('run choir --runs 20 --out plain --json')).out).toBe(plain.out);
  });

  it('are finished after some were lost, by any number of workers', async () => {
    await go(`${ask} --out lost`);
    rmSync(join(cwd, 'lost/shards/runs-000000016-000000031.parquet'));
    const listed = JSON.parse((await go('runs lost --json')).out);
    expect(listed).toMatchObject({
      runs: 40,
      finished: 24,
      damaged: [{ from: 16, to: 31, file: 'runs-000000016-000000031.parquet' }],
    });
    await go(`${ask} --out lost --resume --workers 2`);
    for (const name of ['manifest.json', ...readdirSync(join(cwd, 'kept/shards')).map((f) => `shards/${f}`)])
      expect(text(`lost/${name}`), name).toBe(text(`kept/${name}`));
  });

  it('are listed', async () => {
    const { out } = await go('runs kept');
    expect(out).toMatch(/Stored runs in kept\n\n {2}Episode +The choir of Lower Meadow \([0-9a-f]{12}\)\n/);
    expect(out).toMatch(/Finished +40 of 40 runs\n {2}Failed +0\n {2}Missing +none\n {2}On disk +3 files, /);
    const table = (await go('runs kept --csv')).out.split('\r\n');
    expect(table[0]).toBe('from,to,runs,state,failed,file,bytes');
    expect(table[3]).toMatch(/^32,39,8,finished,0,runs-000000032-000000039\.parquet,\d+$/);
    expect((await go('runs kept --lang ru')).out).toMatch(/Завершено +40 из 40\n/);
  });
});

describe('a folder that cannot be used', () => {
  it('holds these runs already', async () => {
    expect(await go(`${ask} --out kept`)).toMatchObject({
      code: 1,
      out: '',
      err: '"kept" holds these 40 runs already, all finished. Add --resume to answer from them, or choose another folder.\n',
    });
  });

  it('holds others: what differs, and what to do', async () => {
    const { code, err } = await go('ask choir no-bill --runs 50 --seed 2 --out kept --resume');
    expect(code).toBe(1);
    expect(err).toBe(
      [
        '"kept" holds 40 runs of something else; runs of two kinds are never mixed. What differs:',
        '  seed: 1 in the folder, 2 asked for',
        '  number of runs: 40 in the folder, 50 asked for',
        'Choose another folder with --out. The runs in this one came from: plenum ask choir no-bill --runs 40 --out kept\n',
      ].join('\n'),
    );
    const changed = await go('run choir --runs 40 --out kept', 'ru_RU.UTF-8');
    expect(changed.err).toContain('  вопрос: в папке "no-bill", а нужно null\n');
    expect(changed.err).toContain('  изменения: в папке [{');
  });

  it.each([
    ['run choir --runs 8 --out episodes', 1, '"episodes" has other files in it.'],
    ['runs episodes', 1, '"episodes" holds no stored runs: there is no manifest.json in it.'],
    ['run choir --runs 8 --out people.csv', 1, '"people.csv" holds no stored runs'],
    ['run choir --runs 8 --out people.csv/runs', 1, '"people.csv/runs" cannot be written: '],
    [
      'run choir --runs 8 --resume',
      2,
      '--resume goes on with the runs of a folder: say which with --out <folder>.',
    ],
    ['run choir --only 3 --out x', 2, '--only tells a single run and keeps nothing'],
    ['export kept', 2, 'Say in which form: --to parquet, --to csv or --to arrow.'],
    ['export kept --to csv --out people.csv', 1, '"people.csv" is there already.'],
    ['export kept --to csv --out people.csv/x.csv', 1, '"people.csv/x.csv" cannot be written: '],
  ])('%s', async (args, code, message) => {
    const answer = await go(args);
    expect([answer.code, answer.out]).toEqual([code, '']);
    expect(answer.err.startsWith(message), answer.err).toBe(true);
  });
});

describe('before the work', () => {
  it('--preflight says what, how many, how long, how much room, and does nothing', async () => {
    const { code, out, err } = await go(
      'ask choir no-bill --runs 5000 --out planned --workers 2 --preflight',
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/What +The choir of Lower Meadow: What if the bill for the hall had not come\?\n/);
    expect(out).toMatch(
      /Runs +5,000 pairs of twins to do\n {2}Workers +2\n {2}Time +about \d+ (s|min|hours?) /,
    );
    expect(out).toMatch(/Disk +about [\d.]+ MB in planned\n/);
    expect(out).toMatch(/· passed: \d+ runs tried, 0 failed\n· passed: the folder can be written\n/);
    expect(readdirSync(cwd)).not.toContain('planned');
  });

  it('ends with 1 if the folder is for other work', async () => {
    const { code, out } = await go(`${ask} --seed 2 --out kept --resume --preflight`);
    expect(code).toBe(1);
    expect(out).toContain('· NOT PASSED: the folder holds other runs, or these without --resume');
  });

  it('counts what is there already, and speaks Russian', async () => {
    const { out } = await go(`${ask} --out kept --resume --preflight --lang ru`);
    expect(out).toMatch(/Прогоны +предстоит пар: 0, уже сделано: 40\n/);
    expect(JSON.parse((await go('run choir --runs 500 --preflight --json')).out)).toMatchObject({
      document: 'preflight',
      missing: 500,
      bytes: null,
      checks: expect.arrayContaining([expect.objectContaining({ id: 'memory', passed: true })]),
    });
  });
});

describe('export', () => {
  it('writes CSV with a dictionary that knows every column, the failed runs and a README', async () => {
    const { code, out } = await go('export kept --to csv --out tables/pairs.csv');
    expect(code).toBe(0);
    for (const file of ['csv', 'failed.csv', 'dictionary.json', 'dictionary.md', 'README.md'])
      expect(out).toContain(`tables/pairs.${file}`);
    const [head = '', ...rows] = text('tables/pairs.csv').trimEnd().split('\r\n');
    expect(rows).toHaveLength(40);
    expect(rows.map((row) => row.split(',')[0])).toEqual(rows.map((_, k) => String(k)));
    const dictionary = JSON.parse(text('tables/pairs.dictionary.json'));
    expect(dictionary.columns.map((c: { name: string }) => c.name)).toEqual(head.split(','));
    for (const column of dictionary.columns) {
      expect(column.meaning.en, column.name).toMatch(/\w/);
      expect(column.meaning.ru, column.name).toMatch(/[а-я]/);
      expect(text('tables/pairs.dictionary.md')).toContain(`| \`${column.name}\` |`);
    }
    expect(text('tables/pairs.failed.csv')).toBe('run,seed,stopped,stopped_day,acts_done,message\r\n');
    expect(text('tables/pairs.README.md')).toContain(`plenum ${ask}\n`);
  });

  it('gives the same bytes for the same runs', async () => {
    for (const form of ['csv', 'parquet', 'arrow']) {
      await go(`export kept --to ${form} --out first/runs.${form}`);
      await go(`export kept --to ${form} --out second/runs.${form}`);
      expect(
        readFileSync(join(cwd, `second/runs.${form}`)).equals(readFileSync(join(cwd, `first/runs.${form}`))),
      ).toBe(true);
    }
  });

  it('refuses a folder with a damaged file, and leaves nothing behind', async () => {
    await go('run choir --runs 20 --out damaged');
    writeFileSync(join(cwd, 'damaged/shards/runs-000000016-000000019.parquet'), 'x');
    const { code, err } = await go('export damaged --to csv --out tables/damaged.csv');
    expect(code).toBe(1);
    expect(err).toContain(
      'The file runs-000000016-000000019.parquet in "damaged" is not the one that was written.',
    );
    expect(readdirSync(join(cwd, 'tables')).filter((name) => name.startsWith('damaged'))).toEqual([]);
  });
});

it('the folder of the project is left alone', () => {
  expect(readdirSync(root)).not.toContain('kept');
});
