import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AddressBar } from './address-bar.ts';

/** As much of a browser as an address needs. */
const written: string[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  written.length = 0;
  vi.stubGlobal('location', { hash: '#/a' });
  vi.stubGlobal('history', {
    replaceState: (_: unknown, __: string, address: string) => {
      written.push(address);
      location.hash = address;
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the address', () => {
  it('is written at once', () => {
    const bar = new AddressBar();
    bar.replace('#/a?day=3');
    expect(written).toEqual(['#/a?day=3']);
    vi.advanceTimersByTime(60_000);
    expect(written).toEqual(['#/a?day=3']);
  });

  it('is written fewer than a hundred times in half a minute, and ends with the last place', () => {
    const bar = new AddressBar();
    for (let day = 0; day < 300; day++) {
      bar.replace(`#/a?day=${day}`);
      expect(bar.current).toBe(`#/a?day=${day}`);
      vi.advanceTimersByTime(100);
    }
    expect(written.length).toBeLessThan(100);
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe('#/a?day=299');
  });

  it('is whole before another entry is made, so that the way back leads to the last place', () => {
    const bar = new AddressBar();
    bar.replace('#/a?day=3');
    bar.replace('#/a?day=4');
    bar.push('#/b');
    expect(written).toEqual(['#/a?day=3', '#/a?day=4']);
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe('#/b');
  });

  it('is left alone once the browser has gone elsewhere', () => {
    const bar = new AddressBar();
    bar.replace('#/a?day=3');
    bar.replace('#/a?day=4');
    location.hash = '#/c';
    bar.drop();
    vi.advanceTimersByTime(1000);
    expect([written, bar.current]).toEqual([['#/a?day=3'], '#/c']);
  });
});
