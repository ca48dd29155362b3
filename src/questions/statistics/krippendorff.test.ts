import { describe, expect, it } from 'vitest';
import { alphaInterval } from './krippendorff.ts';

const none = Number.NaN;
/** Four observers, twelve units (Krippendorff 2004, p. 230; Krippendorff 2011, "Computing Krippendorff's alpha-reliability"). */
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
  [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
];
const units = observers[0]!.map((_, u) => observers.map((o) => o[u]!).filter((v) => !Number.isNaN(v)));

describe('alpha', () => {
  it('is 0.849 for the published example', () => {
    expect(alphaInterval(units)).toBeCloseTo(0.849, 3);
  });
  it('does not depend on origin, unit or order', () => {
    const turned = units.map((u) => [...u].reverse().map((v) => 1000 - 7 * v));
    expect(alphaInterval(turned)).toBeCloseTo(alphaInterval(units), 12);
  });
  it('is 1 for agreement, below 0 for systematic disagreement', () => {
    expect(
      alphaInterval([
        [1, 1],
        [5, 5, 5],
      ]),
    ).toBe(1);
    expect(
      alphaInterval([
        [1, 5],
        [5, 1],
      ]),
    ).toBeLessThan(0);
  });
  it('has nothing to say where nothing can be compared', () => {
    expect(alphaInterval([])).toBeNaN();
    expect(alphaInterval([[3], [4]])).toBeNaN();
    expect(alphaInterval([[3, 3]])).toBeNaN();
  });
});
