import { expect, test } from 'vitest';
import { hangsOn } from '../../src/questions/hangs-on/hangs-on.ts';
import { rowsOf } from '../../src/questions/hangs-on/design.ts';
import { factorsOf } from '../../src/questions/hangs-on/factors.ts';
import { singleThreaded } from '../../src/ensemble/single.ts';
import { compileOutcomes } from '../../src/questions/outcomes.ts';
import { compileWorld } from '../../src/world/compile/compile.ts';
import { bundled } from '../helpers/episodes.ts';

test('a Sobol analysis of 40 inputs at N = 1,024 runs whole, with progress: the first days of the choir', async () => {
  const choir = bundled('choir');
  const episode = { ...choir, meta: { ...choir.meta, ends: choir.meta.starts + 5 } };
  const world = compileWorld(episode);
  const factors = factorsOf(episode, world, 'claim').slice(0, 40);
  expect(factors.length).toBe(40);
  const design = { basePoints: 1024, factors: factors.map((f) => f.inputs), weights: true };
  const plan = {
    episode,
    seed: 1,
    first: 0,
    runs: rowsOf(design),
    interventions: [],
    parameters: {},
    design,
  };
  let told = 0;
  const result = await singleThreaded.execute(plan, () => {
    told++;
  });
  expect(result.failed).toEqual([]);
  expect(told).toBeGreaterThan(20);
  const [outcome] = compileOutcomes(episode, world);
  if (!outcome) throw new Error('no outcome');
  const luck = { id: 'luck', kind: 'luck', inputs: [], claims: [] } as const;
  const weights = { id: 'weights', kind: 'weights', inputs: [], claims: [] } as const;
  const found = hangsOn(outcome, result.without[0]!, [...factors, weights, luck], 1);
  expect(found.shares.length).toBe(factors.length + 2);
  expect(result.without[0]!.length).toBe(rowsOf(design));
  expect(result.without[0]!.every((v) => !Number.isNaN(v)) || outcome.kind === 'date').toBe(true);
});
