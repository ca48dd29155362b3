import { type Column, layoutTable } from './table.ts';
import { wrap } from './width.ts';

/** A piece of a page, independent of where it is shown. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly indent?: number }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      /** Rows alone, indented: for lists of words and their meaning. */
      readonly bare?: boolean;
    };

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Cell = string | number | boolean | null;

/** A flat table for other programs; the unit of a column stands in its name or in `units` of the document. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a command answers: for reading, for programs, for spreadsheets. */
export interface Page {
  readonly blocks: readonly Block[];
  readonly data: { readonly [key: string]: Json };
  readonly table: DataTable;
}

export const text = (content: string, indent = 0): Block => ({ kind: 'text', text: content, indent });
export const heading = (content: string): Block => ({ kind: 'heading', text: content });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
export const code = (...lines: readonly string[]): Block => ({ kind: 'code', lines });
/** Words and what they mean, without a head. */
export const pairs = (rows: readonly (readonly [string, string])[]): Block => ({
  kind: 'table',
  columns: [{ title: '' }, { title: '' }],
  rows,
  bare: true,
});

export const table = (columns: readonly Column[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  columns,
  rows,
});

/** Lines that other programs read: never broken. */
export const lines = (content: readonly string[]): Block => ({ kind: 'lines', lines: content });

/** The blocks as plain text of at most `columns`, with an empty line between blocks. Ends with a line break. */
export function renderText(blocks: readonly Block[], columns = 100): string {
  const parts: string[] = [];
  blocks.forEach((block, k) => {
    if (
      k > 0 &&
      !(blocks[k - 1]?.kind === 'heading' || (block.kind === 'text' && blocks[k - 1]?.kind === 'title'))
    )
      parts.push('');
    parts.push(...renderBlock(block, columns));
  });
  return `${parts.join('\n').replaceAll('\u00A0', ' ')}\n`;
}

function renderBlock(block: Block, columns: number): readonly string[] {
  switch (block.kind) {
    case 'title':
      return wrap(block.text, columns);
    case 'heading':
      return wrap(block.text.toLocaleUpperCase('ru'), columns);
    case 'text':
      return wrap(block.text, columns - (block.indent ?? 0)).map((line) =>
        line === '' ? '' : ' '.repeat(block.indent ?? 0) + line,
      );
    case 'list':
      return block.items.flatMap((item) =>
        wrap(item, columns - 2).map((line, n) => (n === 0 ? '· ' : '  ') + line),
      );
    case 'lines':
      return block.lines;
    case 'code':
      return block.lines.map((line) => `  ${line}`);
    case 'table':
      return layoutTable(block.columns, block.rows, columns, block.bare);
    default:
      return unreachable(block);
  }
}

function unreachable(block: never): never {
  throw new Error(`unhandled block ${JSON.stringify(block)}`);
}
