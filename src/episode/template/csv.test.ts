import { describe, expect, it } from 'vitest';
import { readCsv, readTable } from './csv.ts';
import { slugOf } from './slug.ts';

describe('cells', () => {
  it('are divided by what the first line has most of: commas, semicolons or tabs', () => {
    expect(readCsv('a,b;c,d\n1,2')).toEqual([
      ['a', 'b;c', 'd'],
      ['1', '2'],
    ]);
    expect(readCsv('a;b,c;d\n1;2')).toEqual([
      ['a', 'b,c', 'd'],
      ['1', '2'],
    ]);
    expect(readCsv('a\tb\n1,5\t2;5')).toEqual([
      ['a', 'b'],
      ['1,5', '2;5'],
    ]);
    // Of two as frequent, the comma.
    expect(readCsv('a,b;c')).toEqual([['a', 'b;c']]);
  });

  it('are trimmed; quoted ones hold separators, line ends and doubled quotes', () => {
    expect(readCsv(' a , b \r\n"x, y" , "he said ""no"""\r\n"two\nlines",2')).toEqual([
      ['a', 'b'],
      ['x, y', 'he said "no"'],
      ['two\nlines', '2'],
    ]);
  });

  it('a quote within a word is a letter; a quoted cell may be empty', () => {
    expect(readCsv('5" gun,"",z')).toEqual([['5" gun', '', 'z']]);
    expect(readCsv('a,b\n"open, to the end')).toEqual([['a', 'b'], ['open, to the end']]);
  });

  it('blank lines and a byte-order mark are nothing; empty cells are kept', () => {
    expect(readCsv('\uFEFFa,b\n\n , \n1,\n,2\n')).toEqual([
      ['a', 'b'],
      ['1', ''],
      ['', '2'],
    ]);
    expect(readCsv('')).toEqual([]);
  });
});

describe('tables', () => {
  it('have rows by the names of the first line, in lower case, with underscores; empty cells are left out', () => {
    const rows = readTable('Name,Name RU,evidence-date,Note\nAnna,Анна,,x\nBoris,,1917\n');
    expect(rows.map((row) => Object.fromEntries(row))).toEqual([
      { name: 'Anna', name_ru: 'Анна', note: 'x' },
      { name: 'Boris', evidence_date: '1917' },
    ]);
    expect(readTable('name')).toEqual([]);
    expect(readTable('')).toEqual([]);
  });
});

describe('ids', () => {
  it.each([
    ['Каменев', 'kamenev'],
    ['Щербаков-Ёлкин', 'shcherbakov-elkin'],
    ['Объявление', 'obiavlenie'],
    ['Юлия Цой', 'iuliia-tsoi'],
    ['Zürich branch', 'zurich-branch'],
    ['--A  b__c--', 'a-b-c'],
    ['1917', 'x'],
    ['1917 congress', 'congress'],
    ['congress 1917', 'congress-1917'],
    ['constructor', 'x-constructor'],
    ['prototype', 'x-prototype'],
    ['…', 'x'],
  ])('%s → %s', (name, id) => expect(slugOf(name)).toBe(id));
});
