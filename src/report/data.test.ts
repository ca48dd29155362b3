import { describe, expect, it } from 'vitest';
import { version } from '../version.ts';
import { toCsv } from './csv.ts';
import { toJson } from './json.ts';

describe('CSV', () => {
  it('follows RFC 4180', () => {
    expect(
      toCsv({
        columns: ['a', 'b'],
        rows: [
          ['x, y', 'he said "no"'],
          ['two\nlines', 1.5],
          [null, true],
        ],
      }),
    ).toBe('a,b\r\n"x, y","he said ""no"""\r\n"two\nlines",1.5\r\n,true\r\n');
  });

  it('gives spreadsheets no formulas, but lets numbers be negative', () => {
    const rows = ['=1+1', '+1', '-1', '@x', '\tx'].map((text) => [text]);
    expect(toCsv({ columns: ['a'], rows: [...rows, [-1]] })).toBe(
      "a\r\n'=1+1\r\n'+1\r\n'-1\r\n'@x\r\n'\tx\r\n-1\r\n",
    );
  });

  it('leaves cells without a number empty', () =>
    expect(toCsv({ columns: ['a', 'b'], rows: [[Number.NaN, 2]] })).toBe('a,b\r\n,2\r\n'));
});

describe('JSON', () => {
  it('says which version wrote it, and has null for numbers that do not exist', () => {
    const document: unknown = JSON.parse(
      toJson('test', { value: Number.NaN, list: [1, Number.POSITIVE_INFINITY] }),
    );
    expect(document).toEqual({ plenum: version, document: 'test', value: null, list: [1, null] });
  });
});
