import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { philox, uniformAt, wordsToUniform } from './philox.ts';

const rows = readFileSync(new URL('./kat_vectors.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('philox4x32-10'))
  .map((line) =>
    line
      .split(' ')
      .slice(1)
      .map((word) => Number.parseInt(word, 16)),
  );

describe('Philox4x32-10', () => {
  test('the file has the three published rows', () => expect(rows).toHaveLength(3));

  test.each(rows)('known answer for counter %#', (...row) => {
    const out = new Uint32Array(4);
    const [c0 = 0, c1 = 0, c2 = 0, c3 = 0, k0 = 0, k1 = 0] = row;
    philox(c0, c1, c2, c3, k0, k1, out);
    expect(Array.from(out)).toEqual(row.slice(6));
    expect(uniformAt(c0, c1, c2, c3, k0, k1)).toBe(wordsToUniform(out[0] ?? 0, out[1] ?? 0));
  });

  test('signed and unsigned words are the same words', () => {
    expect(uniformAt(-1, -2, -3, -4, -5, -6)).toBe(
      uniformAt(2 ** 32 - 1, 2 ** 32 - 2, 2 ** 32 - 3, 2 ** 32 - 4, 2 ** 32 - 5, 2 ** 32 - 6),
    );
  });
});

describe('words to a uniform', () => {
  test('never 0, never 1, symmetric', () => {
    expect(wordsToUniform(0, 0)).toBe(2 ** -53);
    expect(wordsToUniform(0xffffffff, 0xffffffff)).toBe(1 - 2 ** -53);
    expect(wordsToUniform(0x80000000, 0) + wordsToUniform(0x7fffffff, 0xffffffff)).toBe(1);
  });
});
