import type { Source } from '../types.ts';
import type { Params, ProblemCode } from '../problems.ts';
import type { TextFinding } from './files.ts';
import { isList, isMap, type Located, type Plain, toPlain } from './tree.ts';

export interface ReadSources {
  readonly sources: readonly Source[];
  readonly nodes: readonly Located[];
  readonly problems: readonly TextFinding[];
}

/** The CSL-JSON items of sources.json. Items that are not usable are reported and left out. */
export function readSources(roots: readonly Located[]): ReadSources {
  const problems: TextFinding[] = [];
  const report = (code: ProblemCode, node: Located, params: Params): void => {
    problems.push({ code, params, file: node.file, offset: node.start, path: ['sources'] });
  };
  const found = new Map<string, { readonly source: Source; readonly node: Located }>();
  for (const root of roots) {
    if (!isList(root)) report('sources-shape', root, { detail: 'not-a-list' });
    else for (const node of root.value) addSource(found, node, report);
  }
  const all = [...found.values()];
  return { sources: all.map(({ source }) => source), nodes: all.map(({ node }) => node), problems };
}

function addSource(
  found: Map<string, { readonly source: Source; readonly node: Located }>,
  node: Located,
  report: (code: ProblemCode, node: Located, params: Params) => void,
): void {
  const idNode = isMap(node) ? node.value.get('id') : undefined;
  const id = idNode?.value;
  const type = isMap(node) ? node.value.get('type')?.value : undefined;
  if (typeof id !== 'string' || id === '') report('sources-shape', node, { detail: 'no-id' });
  else if (typeof type !== 'string') report('sources-shape', node, { detail: 'no-type', id });
  else if (found.has(id)) report('duplicate-id', idNode ?? node, { id, other: 'sources.json' });
  else found.set(id, { source: sourceOf(id, type, toPlain(node) as CslItem, found.size), node });
}

type CslItem = { readonly [key: string]: Plain };

function sourceOf(id: string, type: string, csl: CslItem, index: number): Source {
  return {
    id,
    path: ['sources', index],
    type,
    title: text(csl.title),
    authors: names(csl.author ?? csl.editor),
    year: yearOf(csl.issued),
    rights: text(csl.rights ?? csl.license),
    csl,
  };
}

const text = (value: Plain | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

function names(value: Plain | undefined): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((name: Plain) => {
    if (name === null || typeof name !== 'object' || Array.isArray(name)) return [];
    const { literal, family, given } = name as CslItem;
    return [text(literal) ?? [text(given), text(family)].filter((part) => part !== undefined).join(' ')];
  });
}

function yearOf(issued: Plain | undefined): number | undefined {
  const parts = (issued as CslItem | undefined)?.['date-parts'];
  const first = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : undefined;
  const year = Number(first);
  return first !== undefined && first !== null && Number.isInteger(year) ? year : undefined;
}
