import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, suggest } from './distance.ts';

describe('distance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['resign', 'resign', 0],
    ['resign', 'resing', 1],
    ['vote', 'voet', 1],
    ['vote', 'veto', 2],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    // Restricted: what was swapped is not changed again.
    ['ca', 'abc', 3],
    ['abcd', 'badc', 2],
  ])('%s and %s: %i', (a, b, far) => {
    expect(distance(a, b)).toBe(far);
    expect(distance(b, a)).toBe(far);
  });

  it('is given up beyond a limit, and exact up to it', () => {
    expect(distance('kitten', 'sitting', 3)).toBe(3);
    expect(distance('kitten', 'sitting', 2)).toBe(3);
    expect(distance('aaaaaaaa', 'bbbbbbbb', 2)).toBe(3);
    expect(distance('a', 'abcdef', 4)).toBe(5);
    expect(distance('abcdef', 'a', 5)).toBe(5);
  });

  it('a limit never changes an answer within it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(8), (a, b, most) => {
        const far = distance(a, b);
        const found = distance(a, b, most);
        expect(far <= most ? found === far : found > most).toBe(true);
        expect(far).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(far).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('suggestions', () => {
  const known = ['resign', 'resolution', 'vote', 'Motion'];
  it('the nearest known word, whatever its case; of two the first', () => {
    expect(suggest('resing', known)).toBe('resign');
    expect(suggest('motoin', known)).toBe('Motion');
    expect(suggest('VOTE', known)).toBe('vote');
    expect(suggest('cat', ['bat', 'car', 'cab'])).toBe('bat');
    expect(suggest('cart', ['bart', 'cat', 'cart'])).toBe('cart');
  });

  it('nothing that is too far to be meant: one letter in a short word, a third of a longer one, three at most', () => {
    expect(suggest('vo', ['ve'])).toBe('ve');
    expect(suggest('vo', ['xe'])).toBeUndefined();
    expect(suggest('abcdef', ['abcdxy'])).toBe('abcdxy');
    expect(suggest('abcdef', ['abcxyz'])).toBeUndefined();
    expect(suggest('abcdefghijkl', ['abcdefghixyz'])).toBe('abcdefghixyz');
    expect(suggest('abcdefghijklmno', ['abcdefghijkwxyz'])).toBeUndefined();
    expect(suggest('x', [])).toBeUndefined();
    expect(suggest('a'.repeat(60), ['a'.repeat(59)])).toBe('a'.repeat(59));
    expect(suggest('a'.repeat(61), ['a'.repeat(60)])).toBeUndefined();
  });
});
