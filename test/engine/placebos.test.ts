import { describe, expect, it } from 'vitest';
import { bundled, withIdler } from '../helpers/episodes.ts';
import { expectNothing, partsMost, placebosOf } from '../helpers/placebos.ts';

const choir = bundled('choir');

describe('what cannot matter does not', () => {
  it.each(placebosOf(withIdler(choir)))('$name', (placebo) => {
    expect(placebo.interventions.length).toBeGreaterThan(0);
    expectNothing(choir, placebo, 8);
  });

  it('while a change that matters parts the worlds', () => {
    const question = choir.questions.find((q) => q.id === 'no-bill');
    expect(partsMost(choir, question?.interventions ?? [], 8)).toBeGreaterThan(0.5);
  });
});
