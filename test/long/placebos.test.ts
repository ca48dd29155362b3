import { describe, expect, it } from 'vitest';
import { bundled, bundledIds, withIdler } from '../helpers/episodes.ts';
import { expectNothing, placebosOf } from '../helpers/placebos.ts';

/** Enough in the short episode that one differing pair in a hundred would show; in the long ones a pair costs up to a second. */
const runs = { choir: 200, 'november-1917': 25, 'soviet-1928': 4 } as const;

describe.each(bundledIds)('placebos, many runs: %s', (id) => {
  const episode = bundled(id);
  it.each(placebosOf(withIdler(episode)))(
    '$name',
    (placebo) => {
      expect(placebo.interventions.length).toBeGreaterThan(0);
      expectNothing(episode, placebo, runs[id]);
    },
    600_000,
  );
});
