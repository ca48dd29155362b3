import { describe, expect, it } from 'vitest';
import { hashText } from '../../src/chance/keys.ts';
import { initialParameters, weights } from '../../src/choice/parameters.ts';
import { singleThreaded } from '../../src/ensemble/single.ts';
import { type DesignPlan, quantileOf, rowSource, rowsOf } from '../../src/questions/hangs-on/design.ts';
import { factorsOf } from '../../src/questions/hangs-on/factors.ts';
import { answersOf, hangsOn, ranked } from '../../src/questions/hangs-on/hangs-on.ts';
import { compileOutcomes } from '../../src/questions/outcomes.ts';
import { compileWorld } from '../../src/world/compile/compile.ts';
import { bundled, bundledIds } from '../helpers/episodes.ts';

const choir = bundled('choir');
const world = compileWorld(choir);
const factors = factorsOf(choir, world, 'kind');
const design: DesignPlan = { basePoints: 4, factors: factors.map((f) => f.inputs), weights: true };
const plan = (d: DesignPlan) => ({
  episode: choir,
  seed: 3,
  first: 0,
  runs: rowsOf(d),
  interventions: [],
  parameters: {},
  design: d,
});

describe('the factors', () => {
  it.each(bundledIds)('of %s hold every uncertain input once, however they are grouped', (id) => {
    const w = compileWorld(bundled(id));
    const uncertain = new Set(w.inputs.filter((s) => s.distribution.kind !== 'point').map((s) => s.id));
    for (const by of ['person', 'kind', 'source', 'claim'] as const) {
      const inputs = factorsOf(bundled(id), w, by).flatMap((f) => f.inputs);
      expect(inputs.length).toBe(uncertain.size);
      expect(new Set(inputs)).toEqual(uncertain);
    }
  });
});

describe('a row of the design', () => {
  const parameters = initialParameters();
  const source = rowSource(design, hashText, 3);
  const perBase = source.factors + 2;
  const inputs = design.factors.flat();
  const enter = (row: number) => {
    const noise = source.enter(row, parameters);
    return {
      noise,
      inputs: inputs.map((id) => source.quantile(hashText(id))),
      weights: [...parameters.weights],
    };
  };
  const a = enter(0);

  it('differs from the first of its base point in one factor only', () => {
    let at = 0;
    design.factors.forEach((group, g) => {
      const row = enter(1 + g);
      const changed = inputs.filter((_, k) => row.inputs[k] !== a.inputs[k]);
      expect(changed).toEqual(inputs.slice(at, at + group.length));
      expect(row.weights).toEqual(a.weights);
      expect(row.noise).toBe(a.noise);
      at += group.length;
    });
    const weighed = enter(1 + design.factors.length);
    expect(weighed.inputs).toEqual(a.inputs);
    expect(weighed.weights).not.toEqual(a.weights);
    const lucky = enter(2 + design.factors.length);
    expect(lucky.inputs).toEqual(a.inputs);
    expect(lucky.weights).toEqual(a.weights);
    expect(lucky.noise).not.toBe(a.noise);
  });

  it('leaves the unit of the base rate alone, and draws weights from their priors', () => {
    const base = weights.findIndex((w) => w.id === 'weight.base');
    for (let row = 0; row < perBase; row++) {
      const { weights: drawn } = enter(row);
      expect(drawn[base]).toBe(1);
      expect(Math.min(...drawn)).toBeGreaterThan(0);
    }
    expect(quantileOf(weights[0]!, 0.5)).toBeCloseTo(0.6745 * 6, 3);
  });
});

describe('what an answer hangs on', () => {
  it('does not depend on how the rows are cut into shards, and twins share the row', async () => {
    const whole = await singleThreaded.execute(plan(design));
    const half = Math.floor(rowsOf(design) / 2);
    const late = await singleThreaded.execute({ ...plan(design), first: half, runs: rowsOf(design) - half });
    whole.without.forEach((column, o) => expect(column.slice(half)).toEqual(late.without[o]));
    const sham = await singleThreaded.execute({
      ...plan(design),
      interventions: [
        {
          kind: 'forbid',
          path: [],
          move: { act: 'exit', by: [], to: [] },
          from: choir.meta.ends + 1,
          until: choir.meta.ends + 1,
        },
      ],
    });
    sham.with.forEach((column, o) => expect(column).toEqual(whole.without[o]));
  });

  it('is luck alone where no factor matters', async () => {
    const outcomes = compileOutcomes(choir, world);
    const nothing: DesignPlan = { basePoints: 32, factors: [['nobody.coded.this']], weights: false };
    const result = await singleThreaded.execute(plan(nothing));
    const at = outcomes.findIndex((o) => o.kind === 'number' || o.kind === 'yes-no');
    const certain = { id: 'nothing', kind: 'kind', inputs: ['nobody.coded.this'], claims: [] } as const;
    const luck = { id: 'luck', kind: 'luck', inputs: [], claims: [] } as const;
    const h = hangsOn(
      outcomes[at]!,
      answersOf(outcomes[at]!, result.without[at]!, undefined),
      [certain, luck],
      1,
    );
    expect(h.shares[0]!.total.value).toBe(0);
    expect(h.luck.value).toBeGreaterThan(0.5);
    expect(ranked(h).map((s) => s.factor.id)).toEqual(['nothing']);
  });
});
