import { describe, expect, test } from 'vitest';
import { finalise, hashText, mixKey } from './keys.ts';

describe('keys', () => {
  test('mixKey is MurmurHash3_x86_32 of four bytes (published vectors)', () => {
    expect(mixKey(0, 0)).toBe(0x2362f9de);
    expect(mixKey(0, 0xffffffff)).toBe(0x76293b50);
    expect(mixKey(0, 0x87654321)).toBe(0xf55b516b);
    expect(mixKey(0x5082edee, 0x87654321)).toBe(0x2362f9de);
  });

  test('hashText is the finalised FNV-1a (published: "" 811c9dc5, "a" e40c292c, "foobar" bf9cf968)', () => {
    expect(hashText('')).toBe(finalise(0x811c9dc5));
    expect(hashText('a')).toBe(finalise(0xe40c292c));
    expect(hashText('foobar')).toBe(finalise(0xbf9cf968));
  });

  test('values never move', () => {
    expect([hashText('choice'), hashText('Зиновьев'), mixKey(1, 2), mixKey(2, 1)]).toMatchInlineSnapshot(`
      [
        429896998,
        563882580,
        3684335244,
        332615954,
      ]
    `);
  });

  test('one changed bit changes half of the output', () => {
    let flips = 0;
    for (let bit = 0; bit < 32; bit++)
      for (let i = 0; i < 64; i++) {
        let d = mixKey(7, i) ^ mixKey(7, i ^ (1 << bit));
        for (; d !== 0; d &= d - 1) flips++;
      }
    expect(flips / (32 * 64)).toBeGreaterThan(15.7);
    expect(flips / (32 * 64)).toBeLessThan(16.3);
  });
});
