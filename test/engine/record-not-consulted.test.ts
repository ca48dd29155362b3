import { describe, expect, it } from 'vitest';
import { beginRun } from '../../src/run/engine.ts';
import { continueRun } from '../../src/run/run.ts';
import { bundled, bundledIds, engineFor, withoutRecord } from '../helpers/episodes.ts';

/** Long episodes are compared up to a day: byte by byte there, everything after follows. */
const days = { choir: 200, 'november-1917': 25, 'soviet-1928': 60 } as const;

describe.each(bundledIds)('%s', (id) => {
  it('runs byte for byte alike with the record, the outcomes and the questions deleted', () => {
    const e = bundled(id);
    const full = engineFor(e);
    const empty = engineFor(withoutRecord(e));
    for (const run of id === 'choir' ? [0, 1, 2, 3, 4] : [0, 1]) {
      for (const g of [full, empty]) {
        beginRun(g, 3, run);
        continueRun(g, { planned: 0 }, g.scene.world.starts + days[id]);
      }
      expect(full.scene.state.counters[0]).toBeGreaterThan(0);
      expect(Buffer.from(empty.scene.state.bytes).equals(Buffer.from(full.scene.state.bytes))).toBe(true);
    }
  });
});
