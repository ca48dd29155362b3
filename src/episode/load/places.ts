import { type Finding, type Problem, severities } from '../problems.ts';
import type { Path, Position } from '../types.ts';
import { lineStarts, placeOf, type TextFinding } from './files.ts';
import { type Located, nearest } from './tree.ts';

/** Turns paths and offsets into lines and columns of the files that were read. */
export interface Places {
  readonly locate: (path: Path, onKey?: boolean) => Position;
  readonly problemOf: (finding: Finding) => Problem;
  readonly problemAt: (finding: TextFinding) => Problem;
}

export function placesIn(root: Located, texts: ReadonlyMap<string, string>): Places {
  const starts = new Map([...texts].map(([file, text]) => [file, lineStarts(text)]));
  const place = (file: string, offset: number) => placeOf(starts.get(file) ?? [0], offset);
  const locate = (path: Path, onKey = false): Position => {
    const { node, exact } = nearest(root, path);
    const [start, end] = rangeOf(node, onKey || !exact);
    const from = place(node.file, start);
    const to = place(node.file, end);
    return { file: node.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
  const problem = (
    code: Finding['code'],
    file: string,
    line: number,
    column: number,
    finding: Finding,
  ): Problem => ({
    code,
    severity: severities[code],
    file,
    line,
    column,
    path: finding.path,
    params: finding.params,
  });
  return {
    locate,
    problemOf: (finding) => {
      const { file, line, column } = locate(finding.path, finding.onKey);
      return problem(finding.code, file, line, column, finding);
    },
    problemAt: (finding) => {
      const { line, column } = place(finding.file, finding.offset);
      return problem(finding.code, finding.file, line, column, finding);
    },
  };
}

/** Of a scalar its own range; of a list or a map its key, because the value begins somewhere below. */
function rangeOf(node: Located, onKey: boolean): readonly [start: number, end: number] {
  const compound = node.value !== null && typeof node.value === 'object';
  if (node.keyStart !== undefined && node.keyEnd !== undefined && (onKey || compound))
    return [node.keyStart, onKey ? node.keyEnd : node.end];
  return [node.start, node.end];
}
