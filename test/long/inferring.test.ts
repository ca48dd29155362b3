import { expect, it } from 'vitest';
import { inferPast } from '../../src/ensemble/past.ts';
import type { EnsemblePlan } from '../../src/ensemble/plan.ts';
import { bundled } from '../helpers/episodes.ts';

/** As built, since its threads are. */
const built = new URL('../../dist/ensemble/node/inferring.js', import.meta.url).href;
const { inferAll } = (await import(built)) as typeof import('../../src/ensemble/node/inferring.ts');

const e = bundled('choir');
const day = (iso: string): number => Math.floor(Date.parse(iso) / 86_400_000);

const plan = (until: string): EnsemblePlan => ({
  episode: e,
  seed: 4,
  first: 0,
  runs: 1,
  interventions: [],
  parameters: {},
  past: { until: day(until), particles: 8, moves: 1 },
});

it('the luck of several dates comes out as of each alone, in the order asked, on any number of threads', async () => {
  const plans = ['1985-06-15', '1985-07-04', '1985-06-08', '1985-06-24', '1985-06-15'].map(plan);
  const alone = await Promise.all(plans.map(async (p) => (await inferPast(p)).inferred));
  for (const workers of [1, 2, 3, 9]) {
    const shares: number[] = [];
    expect(await inferAll(plans, workers, (share) => shares.push(share))).toEqual(alone);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  }
});

it('what has no past is refused, and a cancelled inference ends', async () => {
  await expect(inferAll([{ ...plan('1985-06-08'), past: undefined }], 2)).rejects.toThrow(/without a past/);
  const stop = new AbortController();
  const going = inferAll([plan('1985-07-04'), plan('1985-06-24')], 2, () => stop.abort(), stop.signal);
  await expect(going).rejects.toThrow(/cancelled|abort/i);
});
