import { describe, expect, it } from 'vitest';
import { plenum } from '../cli/cli.ts';

interface Answer {
  readonly fingerprint: string;
  readonly question: { readonly ofFreeRuns: boolean };
  readonly fromHistory: {
    readonly until: string;
    readonly acts: number;
    readonly particles: number;
    readonly effectiveSampleSize: number;
    readonly cannotTell: boolean;
    readonly imposed: readonly { readonly act: string }[];
    readonly answersAsHistory: { readonly of: number };
  } | null;
  readonly effects: readonly { readonly clear: boolean }[];
}

const ask = async (args: string): Promise<Answer> => {
  const { code, out, err } = await plenum(`${args} --json`);
  expect([code, err.replace(/^Understood.*\n/, '')]).toEqual([0, '']);
  return JSON.parse(out) as Answer;
};

describe('a question from history', () => {
  it('starts where the question says, and says what it rests on', async () => {
    const { code, out } = await plenum('ask choir comply --runs 6 --particles 6');
    expect(code).toBe(0);
    expect(out).toContain('FROM HISTORY');
    expect(out).toContain('Given: everything up to and including 4 July 1985, 3 acts.');
    expect(out).toContain('History is left on 5 July 1985.');
    expect(out).toMatch(/6 particles with an effective sample\s+size of \d/);
    expect(out).toContain('No act had to be imposed');
    expect(out).toMatch(/Without the change \d+ of 6 runs answer all these outcomes as history did/);
  });

  it('the same in Russian', async () => {
    const { code, out } = await plenum('ask choir comply --runs 3 --particles 3 --lang ru');
    expect(code).toBe(0);
    expect(out).toContain('ОТ ИСТОРИИ');
    expect(out).toContain('Дано: всё по 4 июля 1985 включительно, 3 действия.');
  });

  it('cannot tell where its particles are worth too few, and then calls nothing clear', async () => {
    const few = await ask('ask choir comply --runs 4 --particles 4');
    expect(few.fromHistory?.effectiveSampleSize).toBeLessThan(8);
    expect(few.fromHistory?.cannotTell).toBe(true);
    expect(few.effects.some((e) => e.clear)).toBe(false);
    const { out } = await plenum('ask choir comply --runs 4 --particles 4');
    expect(out).toMatch(/Cannot tell\. The luck that fits the record is known too poorly: 4 particles/);
    expect(out).not.toContain('IN WORDS');
  });

  it('for programs: the date, the acts, the particles', async () => {
    const a = await ask('ask choir no-bill --from history --until 1985-06-20 --runs 6 --particles 6');
    expect(a.fromHistory).toMatchObject({ until: '1985-06-20', acts: 2, particles: 6 });
    expect(a.fromHistory?.answersAsHistory.of).toBe(6);
    expect(a.question.ofFreeRuns).toBe(false);
    const free = await ask('ask november-1917 stay-and-wait --free --runs 2');
    expect(free.fromHistory).toBeNull();
    expect(free.question.ofFreeRuns).toBe(true);
  });

  it('comes out the same with one worker and with two', async () => {
    const one = await ask(
      'ask choir no-bill --from history --until 1985-06-14 --runs 64 --particles 4 --workers 1',
    );
    const two = await ask(
      'ask choir no-bill --from history --until 1985-06-14 --runs 64 --particles 4 --workers 2',
    );
    expect(two).toEqual(one);
  });
});

it('runs from history without a change', async () => {
  const { code, out } = await plenum('run choir --from history --until 1985-06-14 --runs 6 --particles 6');
  expect(code).toBe(0);
  expect(out).toContain('FROM HISTORY');
  expect(out).toContain('Every run has history’s own luck up to the date');
});

it.each([
  ['ask choir no-bill --until 1985-06-20', /--from history/],
  ['ask choir no-bill --from history', /--until/],
  ['ask choir no-bill --particles 8', /--from history/],
  ['ask choir comply --free --from history', /one of --free and --from history/],
  ['run choir --from history --until 1985-06-20 --only 3', /--only/],
  ['run choir --from history --until 1985-06-20 --out kept', /in memory only/],
  ['ask choir comply --preflight', /in memory only/],
  ['ask choir comply --out kept --lang ru', /только в памяти/],
  ['ask choir no-bill --from history --until 1999-01-01', /outside the episode/],
  ['ask choir no-bill --from history --until yesterday', /YYYY-MM-DD/],
] as const)('%s says what is wrong', async (args, message) => {
  const { code, err, out } = await plenum(args);
  expect(code).not.toBe(0);
  expect(out).toBe('');
  expect(err).toMatch(message);
});
