/** RFC 4180, with comma, semicolon or tab, whichever the first line has most of. Cells are data, whatever they look like. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const clean = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(clean.split(/\r?\n/, 1)[0] ?? '');
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < clean.length; at++) {
    const char = clean[at] ?? '';
    if (quoted && char === '"' && clean[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (char === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted;
      if (quoted) cell = '';
    } else if (quoted) cell += char;
    else if (char === separator) endCell();
    else if (char === '\n') {
      endCell();
      rows.push([]);
    } else if (char !== '\r') cell += char;
  }
  endCell();
  return rows.filter((row) => row.some((value) => value !== ''));
}

function separatorOf(header: string): string {
  const count = (char: string): number => header.split(char).length;
  return [',', ';', '\t'].reduce((best, char) => (count(char) > count(best) ? char : best));
}

export type Row = ReadonlyMap<string, string>;

/** Rows by the names in the first line, in lower case; empty cells are left out. */
export function readTable(text: string): readonly Row[] {
  const [header = [], ...rows] = readCsv(text);
  const names = header.map((name) => name.toLowerCase().replace(/[\s-]+/g, '_'));
  return rows.map(
    (row) =>
      new Map(names.flatMap((name, at) => ((row[at] ?? '') === '' ? [] : [[name, row[at] ?? ''] as const]))),
  );
}
