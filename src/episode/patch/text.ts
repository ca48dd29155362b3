import { stringify } from 'yaml';
import type { Plain } from '../load/tree.ts';

/** How a new text must be written to fit where it goes. */
export interface Style {
  readonly json: boolean;
  /** Inside [ ] or { }. */
  readonly flow: boolean;
  /** Quotes that the value replaced had, if it was a text. */
  readonly quotes?: 'single' | 'double' | undefined;
}

/** A value on one line. */
export function inlineText(value: Plain, style: Style): string {
  if (style.json) return JSON.stringify(value);
  if (typeof value === 'string') return stringText(value, style);
  if (value === null || typeof value !== 'object') return String(value);
  const inner: Style = { json: false, flow: true };
  if (Array.isArray(value)) return `[${value.map((item: Plain) => inlineText(item, inner)).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${stringText(key, inner)}: ${inlineText(item, inner)}`)
    .join(', ')}}`;
}

function stringText(value: string, style: Style): string {
  if (style.quotes === 'double' || /[\n\r\t]/.test(value)) return JSON.stringify(value);
  const single = `'${value.replaceAll("'", "''")}'`;
  if (style.quotes === 'single' || (style.flow && /[,[\]{}]/.test(value))) return single;
  const plain = stringify(value, {
    lineWidth: 0,
    defaultStringType: 'PLAIN',
    defaultKeyType: 'PLAIN',
  }).trimEnd();
  return plain.includes('\n') ? JSON.stringify(value) : plain;
}

/** A value as indented lines, without the indentation of the first one and without a last line end. */
export function blockText(value: Plain, indent: number): string {
  const text = stringify(value, { lineWidth: 0, flowCollectionPadding: false, indentSeq: true }).trimEnd();
  return text.replaceAll('\n', `\n${' '.repeat(indent)}`).replaceAll(/\n +(?=\n)/g, '\n');
}

/** Short collections of plain values go on one line, as people write them: {value: 70, source: p35}. */
export function fitsOnLine(value: Plain): boolean {
  if (value === null || typeof value !== 'object') return true;
  return (
    inlineText(value, { json: false, flow: true }).length <= 70 &&
    Object.values(value).every((item) => !isDeep(item))
  );
}

function isDeep(item: Plain): boolean {
  return (
    item !== null &&
    typeof item === 'object' &&
    Object.values(item).some((inner) => inner !== null && typeof inner === 'object')
  );
}

export const isEmptyCollection = (value: Plain): boolean =>
  value !== null && typeof value === 'object' && Object.keys(value).length === 0;
