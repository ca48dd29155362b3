import { isoDay } from '../../episode/dates/index.ts';
import { suggest } from '../../episode/distance.ts';
import { decodeFile } from '../../episode/load/decode.ts';
import type { EpisodeFileInput } from '../../episode/load/files.ts';
import { type Places, placesIn } from '../../episode/load/places.ts';
import { schemaFindings } from '../../episode/load/schema-problems.ts';
import { type Located, toPlain } from '../../episode/load/tree.ts';
import { readYaml } from '../../episode/load/yaml.ts';
import type { Loaded } from '../../episode/load.ts';
import { type Finding, finding, type Problem, sortProblems } from '../../episode/problems.ts';
import type { Episode, Path } from '../../episode/types.ts';
import { ComposedPage } from './composed-schema.ts';

export interface ReadComposed {
  /** Absent where there are problems. */
  readonly page?: ComposedPage;
  /** All of them, with their places in the file. Wording of codes of its own: `composedMessages`. */
  readonly problems: readonly Problem[];
}

type Readable = Pick<Loaded, 'readMore'>;

/**
 * Reads a composed page against the episode that it belongs to: its form, then every id in it, then its changes, as the episode's own
 * questions are read. Never throws on what the file holds.
 */
export function readComposed(file: EpisodeFileInput, e: Episode, loaded: Readable): ReadComposed {
  const decoded = decodeFile(file);
  const tree =
    decoded.problem === undefined ? readYaml(file.path, decoded.text) : { problems: [decoded.problem] };
  const root = ('root' in tree ? tree.root : undefined) ?? nothing(file.path);
  const places = placesIn(root, new Map([[file.path, decoded.text]]));
  if (tree.problems.length > 0) return { problems: tree.problems.map(places.problemAt) };
  const plain = toPlain(root);
  if (typeof plain !== 'object' || plain === null || !('format' in plain) || plain.format !== 'plenum-page')
    return { problems: [own('not-a-page', [], {}, places)] };
  const parsed = ComposedPage.safeParse(plain, { reportInput: true });
  if (!parsed.success)
    return { problems: sortProblems(schemaFindings(parsed.error.issues, root).map(places.problemOf)) };
  const page = parsed.data;
  if (page.episode !== e.id)
    return { problems: [own('other-episode', ['episode'], { page: page.episode, episode: e.id }, places)] };
  const problems = [
    ...idFindings(page, e).map(places.problemOf),
    ...dayProblems(page, e, places),
    ...page.blocks.flatMap((b, k) =>
      'changes' in b ? changeProblems(b.changes, ['blocks', k, 'changes'], { e, loaded, places }) : [],
    ),
  ];
  return problems.length > 0 ? { problems: sortProblems(problems) } : { page, problems };
}

/** Problems that only composed pages have. */
export type ComposedCode = 'not-a-page' | 'other-episode' | 'day-outside';

const own = (code: ComposedCode, path: Path, params: Problem['params'], places: Places): Problem => {
  const { file, line, column } = places.locate(path);
  return { code, severity: 'error', file, line, column, path, params };
};

function idFindings(page: ComposedPage, e: Episode): readonly Finding[] {
  const outcomes = e.outcomes.map((o) => o.id);
  const sources = e.sources.map((s) => s.id);
  const issues = e.issues.map((i) => i.id);
  const questions = e.questions.map((q) => q.id);
  const unknown = (kind: string, id: string, known: readonly string[], path: Path): readonly Finding[] =>
    known.includes(id) ? [] : [finding('unknown-id', path, { kind, id, suggestion: suggest(id, known) })];
  return page.blocks.flatMap((b, k) => {
    const at = ['blocks', k];
    const before = page.blocks.findIndex((other) => other.id === b.id);
    return [
      ...(before < k
        ? [finding('duplicate-id', [...at, 'id'], { id: b.id, other: `blocks[${before}]` })]
        : []),
      ...('outcome' in b ? unknown('outcome', b.outcome, outcomes, [...at, 'outcome']) : []),
      ...('issue' in b && b.issue !== undefined ? unknown('issue', b.issue, issues, [...at, 'issue']) : []),
      ...('ids' in b ? b.ids.flatMap((id, n) => unknown('source', id, sources, [...at, 'ids', n])) : []),
      ...('changes' in b
        ? b.changes.flatMap((c, n) =>
            'question' in c
              ? unknown('question', String(c['question']), questions, [...at, 'changes', n, 'question'])
              : [],
          )
        : []),
    ];
  });
}

/** History can be kept up to a day of the episode only. */
function dayProblems(page: ComposedPage, { meta }: Episode, places: Places): readonly Problem[] {
  return page.blocks.flatMap((b, k) => {
    if (!('from' in b) || b.from === undefined || b.from === 'start') return [];
    const day = Math.round(Date.parse(`${b.from}T00:00:00Z`) / 86_400_000);
    if (day >= meta.starts && day <= meta.ends) return [];
    const params = { day: b.from, starts: isoDay(meta.starts), ends: isoDay(meta.ends) };
    return [own('day-outside', ['blocks', k, 'from'], params, places)];
  });
}

/** Those that are written out, not named by a question, read by the episode's own loader. */
function changeProblems(
  changes: readonly Readonly<Record<string, unknown>>[],
  path: Path,
  { e, loaded, places }: { readonly e: Episode; readonly loaded: Readable; readonly places: Places },
): readonly Problem[] {
  const at = changes.flatMap((c, k) => ('question' in c ? [] : [k]));
  if (at.length === 0) return [];
  const question = {
    id: 'page',
    ask: { en: 'page', ru: 'страница' },
    interventions: at.map((k) => changes[k]),
    outcomes: e.outcomes.slice(0, 1).map((o) => o.id),
  };
  const text = JSON.stringify({ questions: [question] });
  return (loaded.readMore?.({ path: 'page.yaml', text }).problems ?? [])
    .filter((p) => p.severity === 'error')
    .map((p) => {
      const [, , , number, ...rest] = p.path;
      const place = [...path, at[Number(number)] ?? 0, ...rest];
      const { file, line, column } = places.locate(place);
      return { ...p, file, line, column, path: place };
    });
}

const nothing = (file: string): Located => ({ file, start: 0, end: 0, value: new Map() });
