import { expect, it } from 'vitest';
import { allActs } from '../../src/acts/index.ts';
import { actKinds, actOptions } from '../../src/episode/vocabulary.ts';

it('the options that the checker knows are those of the acts', () => {
  const options = Object.fromEntries(
    allActs().flatMap((a) => (a.options === undefined ? [] : [[a.kind, [...a.options]]])),
  );
  expect(actOptions).toEqual(options);
  expect(new Set(allActs().map((a) => a.kind))).toEqual(new Set(actKinds));
});
