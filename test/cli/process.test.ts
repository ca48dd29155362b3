import { describe, expect, it } from 'vitest';
import { plenum, spawned } from './cli.ts';

describe('as a process of its own', () => {
  it('writes and ends as within this one', async () => {
    const args = 'replay choir --at 1985-07-01';
    expect(await spawned(args)).toEqual(await plenum(args));
  });

  it('hands its exit code to the shell', async () => {
    expect((await spawned('run choir --rnus 3')).code).toBe(2);
    expect((await spawned('run chior')).code).toBe(1);
  });

  it.each(['1', '2'])('Ctrl-C on %s worker(s) ends with 130 and no half answer', async (workers) => {
    const { code, out, err } = await spawned(
      `run choir --runs 2000 --progress --workers ${workers}`,
      (kill) => kill('SIGINT'),
    );
    expect([code, out]).toEqual([130, '']);
    // On a slow machine this is long work, and the list before it comes first.
    expect(err).toMatch(
      /^(BEFORE THE WORK[\s\S]*\n\n)?([\d,]+ of 2,000 runs.*\n)?Cancelled\. Nothing was kept; the same command starts again from the beginning\.\n$/,
    );
  });
});
