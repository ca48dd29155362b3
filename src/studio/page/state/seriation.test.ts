import { describe, expect, it } from 'vitest';
import { gexf } from './gexf.ts';
import { forced, type Link, seriate } from './seriation.ts';

/** Two camps, taken turn about: 0 2 4 … against 1 3 5 … */
const camps = (n: number): readonly Link[] => {
  const links: Link[] = [];
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++)
      if (a !== b && (a + 2 * b) % 3 !== 0)
        links.push({ from: a, to: b, value: (a + b) % 2 === 0 ? 0.6 : -0.5 });
  return links;
};

describe('seriation', () => {
  it('puts camps that were mixed up next to each other', () => {
    const { order, camps: found } = seriate(10, camps(10));
    const sides = order.map((p) => p % 2);
    expect(sides.filter((s, k) => k > 0 && s !== sides[k - 1])).toHaveLength(1);
    for (let p = 0; p < 10; p++) expect(found[p]).toBe(p % 2);
  });

  it('finds two groups of friends where nobody fights', () => {
    const friends = camps(8).filter((l) => l.value > 0);
    const { camps: found } = seriate(8, friends);
    expect([0, 2, 4, 6].map((p) => found[p])).toEqual([0, 0, 0, 0]);
    expect([1, 3, 5, 7].map((p) => found[p])).toEqual([1, 1, 1, 1]);
  });

  it('orders everybody once, also without any tie', () => {
    expect([...seriate(5, []).order].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(seriate(0, []).order).toEqual([]);
  });

  it('does not depend on the order in which ties come', () => {
    expect(seriate(10, [...camps(10)].reverse()).order).toEqual(seriate(10, camps(10)).order);
  });
});

describe('the node-link drawing', () => {
  it('draws friends nearer than foes, the same every time', () => {
    const links = camps(10);
    const place = forced(10, links, seriate(10, links).order);
    const mean = (of: readonly Link[]): number =>
      of.reduce(
        (sum, l) => sum + Math.hypot(place[l.from]!.x - place[l.to]!.x, place[l.from]!.y - place[l.to]!.y),
        0,
      ) / of.length;
    expect(mean(links.filter((l) => l.value > 0))).toBeLessThan(mean(links.filter((l) => l.value < 0)));
    expect(forced(10, links, seriate(10, links).order)).toEqual(place);
  });
});

describe('GEXF', () => {
  it('is well formed whatever names hold, signed and dated', () => {
    const text = gexf(
      'A <b> & "c"',
      "it's",
      [{ id: 'a', label: '<script>' }],
      [{ from: 'a', to: 'a', value: -0.4, start: '1917-11-01', end: '1917-11-04' }],
    );
    expect(text).not.toContain('<script>');
    expect(text).toContain('A &lt;b&gt; &amp; &quot;c&quot;');
    expect(text).toContain('weight="0.400" start="1917-11-01" end="1917-11-04"');
    expect(text).toContain('<attvalue for="sign" value="-1"/>');
  });
});
