import { monthsEn, monthsRuGenitive, monthsRuNominative } from './format.ts';

export interface WrittenDate {
  readonly year?: number | undefined;
  readonly month: number;
  readonly day?: number | undefined;
}

const dayFirst = /^(?:(\d{1,2})\s+)?([a-zа-яё]+)\.?(?:,?\s+(\d{4})(?:\s*(?:г|года|г\.|year)\.?)?)?$/i;

/** Reads "4 ноября", "11 июля 1928 г.", "July 1928": what a source writes. The year often stands elsewhere. */
export function parseWritten(text: string): WrittenDate | undefined {
  const found = dayFirst.exec(text.trim());
  if (found === null) return undefined;
  const [, day, name, year] = found;
  const month = monthNumber((name ?? '').toLowerCase());
  if (month === 0) return undefined;
  return {
    month,
    day: day === undefined ? undefined : Number(day),
    year: year === undefined ? undefined : Number(year),
  };
}

/** EDTF text of a written date, the year taken from the context if the text has none; undefined without a year. */
export function edtfOfWritten(written: WrittenDate, contextYear?: number): string | undefined {
  const year = written.year ?? contextYear;
  if (year === undefined) return undefined;
  const two = (n: number): string => String(n).padStart(2, '0');
  const month = `${String(year).padStart(4, '0')}-${two(written.month)}`;
  return written.day === undefined ? month : `${month}-${two(written.day)}`;
}

function monthNumber(name: string): number {
  for (const list of [monthsEn, monthsRuGenitive, monthsRuNominative]) {
    const at = list.findIndex((month) => month.toLowerCase() === name);
    if (at >= 0) return at + 1;
  }
  return 0;
}
