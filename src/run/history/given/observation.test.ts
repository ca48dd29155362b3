import { expect, it } from 'vitest';
import { actNumber } from '../../../acts/index.ts';
import { bundled } from '../../../../test/helpers/episodes.ts';
import { compileWorld } from '../../../world/compile/compile.ts';
import { detectionOf } from './observation.ts';

const e = bundled('soviet-1928');
const w = compileWorld(e);
const chance = detectionOf(e, w);
const of = (act: string, person: string): number =>
  chance(actNumber(act), w.personId.indexOf(person), e.meta.starts + 9);

it('a cell that names people goes before one that does not', () => {
  expect(of('approach', 'bukharin')).toBeCloseTo(0.5, 2);
  expect(of('approach', 'stalin')).toBeCloseTo(0.12, 2);
  expect(of('declare', 'stalin')).toBeCloseTo(0.6, 1);
  expect(of('declare', 'cc-middle')).toBe(0);
});

it('is complete where the episode says so, or nothing', () => {
  expect(of('enforce', 'stalin')).toBe(1);
  const silent = detectionOf({ ...e, observation: [] }, w);
  expect(silent(actNumber('court'), 0, e.meta.starts)).toBe(1);
});

it('what leads to a decision or to signatures is noticed at least as surely as they are', () => {
  expect(of('motion', 'bukharin')).toBe(1);
  expect(of('offer-resign', 'bukharin')).toBe(1);
  expect(of('draft-statement', 'bukharin')).toBeCloseTo(0.7, 1);
});
