import type { Block } from './page.ts';

/** The blocks as Markdown: headings from `level` on. Plain spaces, one empty line between blocks. Ends with a line break. */
export function renderMarkdown(blocks: readonly Block[], level = 1): string {
  return `${blocks
    .map((b) => blockOf(b, level))
    .join('\n\n')
    .replaceAll('\u00A0', ' ')}\n`;
}

function blockOf(block: Block, level: number): string {
  switch (block.kind) {
    case 'title':
      return `${'#'.repeat(level)} ${block.text}`;
    case 'heading':
      return `${'#'.repeat(level + 1)} ${block.text}`;
    case 'text':
      return escaped(block.text);
    case 'list':
      return block.items.map((item) => `- ${escaped(item)}`).join('\n');
    case 'lines':
      return ['```text', ...block.lines, '```'].join('\n');
    case 'code':
      return ['```sh', ...block.lines, '```'].join('\n');
    case 'table':
      return tableOf(block);
  }
}

function tableOf(block: Extract<Block, { readonly kind: 'table' }>): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cellOf).join(' | ')} |`;
  return [
    line(block.columns.map((c) => c.title)),
    line(block.columns.map((c) => (c.align === 'right' ? '---:' : '---'))),
    ...block.rows.map(line),
  ].join('\n');
}

const cellOf = (cell: string): string => escaped(cell).replaceAll('|', '\\|').replaceAll('\n', '<br>');

/** What Markdown would take for its own. */
const escaped = (text: string): string => text.replaceAll(/([*_<>])/g, '\\$1');
