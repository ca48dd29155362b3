import { describe, expect, it } from 'vitest';
import { addressOf, nobody, nowhere, readAddress } from './address.ts';

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
  it('keeps the pins and days of the storyline, and whose beliefs are shown', () => {
    const seen = { ...place, pinned: ['anna', 'bruno'], span: [5663, 5670] as const, observer: 'anna' };
    expect(readAddress(addressOf(seen))).toEqual(seen);
    expect(addressOf(seen)).toContain('days=1985-07-04..1985-07-10');
    expect(readAddress(addressOf({ ...place, observer: nobody })).observer).toBe(nobody);
    expect(addressOf(place)).not.toMatch(/pinned|days|observer/);
  });
  it('shows all days where those it names are none, or the wrong way round', () => {
    for (const text of [
      '1985-07-04',
      '1985-07-04..',
      '1985-07-10..1985-07-04',
      '1985-07-04..1985-07-04',
      'a..b',
    ])
      expect(readAddress(`#/choir/storyline?days=${text}`).span).toBeUndefined();
  });
  it('with anything else there means what the question says', () => {
    for (const text of ['now', '1985', '1985-07-04x'])
      expect(readAddress(`#/choir/what-if?from=${text}`).from).toBe('asked');
  });
});
