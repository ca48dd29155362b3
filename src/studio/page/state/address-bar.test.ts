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
  it('is written once, with the last place, when there is calm', () => {
    const bar = new AddressBar();
    for (let day = 0; day < 150; day++) {
      bar.replace(`#/a?day=${day}`);
      vi.advanceTimersByTime(200);
    }
    expect(written).toEqual([]);
    expect(bar.current).toBe('#/a?day=149');
    vi.advanceTimersByTime(1000);
    expect(written).toEqual(['#/a?day=149']);
    expect(bar.current).toBe('#/a?day=149');
  });

  it('is whole before another entry is made, so that the way back leads to the last place', () => {
    const bar = new AddressBar();
    bar.replace('#/a?day=3');
    bar.push('#/b');
    expect(written).toEqual(['#/a?day=3']);
    vi.advanceTimersByTime(1000);
    expect(location.hash).toBe('#/b');
  });

  it('is left alone once the browser has gone elsewhere', () => {
    const bar = new AddressBar();
    bar.replace('#/a?day=3');
    location.hash = '#/c';
    bar.drop();
    vi.advanceTimersByTime(1000);
    expect([written, bar.current]).toEqual([[], '#/c']);
  });
});
