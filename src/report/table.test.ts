import { describe, expect, it } from 'vitest';
import { layoutTable } from './table.ts';
import { pad, width, wrap } from './width.ts';

describe('width', () => {
  it.each([
    ['Kamenev', 7],
    ['Каменев', 7],
    ['Артём', 5],
    ['Артём', 5],
    ['中央', 4],
    ['', 0],
  ])('%s takes %i columns', (text, columns) => expect(width(text)).toBe(columns));

  it('pads by columns, not by code units', () => {
    expect(pad('Артём', 7)).toBe('Артём  ');
    expect(pad('12', 5, 'right')).toBe('   12');
  });

  it('breaks between words and cuts what is longer than a line', () => {
    expect(wrap('the line of the committee', 10)).toEqual(['the line', 'of the', 'committee']);
    expect(wrap('неразрывное', 5)).toEqual(['нераз', 'рывно', 'е']);
    expect(wrap('one\ntwo', 10)).toEqual(['one', 'two']);
  });
});

describe('a table', () => {
  const heads = [{ title: 'Кто' }, { title: 'Что' }, { title: 'p', align: 'right' as const }];

  it('aligns Cyrillic', () => {
    expect(
      layoutTable(heads, [
        ['Ленин', 'за', '1'],
        ['Каменев', 'против', '22'],
      ]).join('\n'),
    ).toMatchInlineSnapshot(`
      "Кто      Что      p
      ───────  ──────  ──
      Ленин    за       1
      Каменев  против  22"
    `);
  });

  it('wraps its widest cells until it fits', () => {
    const rows = [
      ['Lenin', 'a government of the majority of the Congress of Soviets', '1'],
      ['Kamenev', 'no', '2'],
    ];
    const lines = layoutTable(heads, rows, 40);
    expect(lines.every((line) => width(line) <= 40)).toBe(true);
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "Кто      Что                           p
      ───────  ────────────────────────────  ─
      Lenin    a government of the majority  1
               of the Congress of Soviets
      Kamenev  no                            2"
    `);
  });

  it('lets a head wrap before the cells', () => {
    const lines = layoutTable([{ title: 'a b c d e f' }, { title: 'x' }], [['12', 'a longer text here']], 27);
    expect(lines.at(-1)).toBe('12       a longer text here');
  });
});
