import { describe, expect, it } from 'vitest';
import { addressOf, nowhere, readAddress } from './address.ts';

const place = {
  ...nowhere,
  episode: 'choir',
  screen: 'what-if',
  changes: [{ question: 'no-bill' }],
} as const;

describe('an address', () => {
  it.each(['asked', 'start', 5663] as const)('keeps from where the runs start: %s', (from) => {
    expect(readAddress(addressOf({ ...place, from }))).toEqual({ ...place, from });
  });
  it('names the day up to which history is kept, and nothing where the question says it', () => {
    expect(addressOf({ ...place, from: 5663 })).toContain('from=1985-07-04');
    expect(addressOf(place)).not.toContain('from');
  });
  it('with anything else there means what the question says', () => {
    for (const text of ['now', '1985', '1985-07-04x'])
      expect(readAddress(`#/choir/what-if?from=${text}`).from).toBe('asked');
  });
});
