import { type Added, readAdded } from './added.ts';
import { type CheckOptions, checkEpisode, findingsOf } from './check.ts';
import { decodeFile } from './load/decode.ts';
import { type EpisodeFileInput, limits, type TextFinding } from './load/files.ts';
import { type Conflict, mergeFiles, notMaps } from './load/merge.ts';
import { placesIn, type Places } from './load/places.ts';
import { schemaFindings } from './load/schema-problems.ts';
import { salvage } from './load/salvage.ts';
import { type ReadSources, readSources } from './load/sources.ts';
import { isMap, type Located, toPlain } from './load/tree.ts';
import { readYaml } from './load/yaml.ts';
import { normalise } from './normalise.ts';
import { type Finding, finding, hasErrors, type Problem, severities, sortProblems } from './problems.ts';
import { EpisodeFile, type EpisodeInput, formatVersion } from './schema/index.ts';
import type { Episode, Path, Position } from './types.ts';

export type { EpisodeFileInput } from './load/files.ts';

export interface Loaded {
  /** There as soon as the files fit the format; run it only if `ok`. */
  readonly episode?: Episode;
  /** No errors; warnings there may be. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** Where a path of the merged files stands, or its nearest ancestor. */
  readonly locate: (path: Path) => Position;
  /** Reads a file of further questions against the episode, without reading its own files again. There with `episode`. */
  readonly readMore?: (file: EpisodeFileInput) => Added;
  /** What the episode was normalised from, for `readAdded`. There with `episode`. */
  readonly input?: EpisodeInput;
}

/**
 * Reads, merges, checks and normalises the files of one folder: every .yaml or .yml as a part of the episode, every .json
 * as CSL-JSON sources; other files are passed over. Never throws on what the files hold.
 */
export function loadEpisode(files: readonly EpisodeFileInput[], options: CheckOptions = {}): Loaded {
  const read = readFiles(files);
  const sources = readSources(read.sources);
  const merged = mergeFiles(read.episode.filter(isMap));
  const root = withSources(merged.root, sources.nodes);
  const places = placesIn(root, read.texts);
  const problems = [...read.problems, ...notMaps(read.episode), ...sources.problems].map(places.problemAt);
  problems.push(...merged.conflicts.map((conflict) => conflictProblem(conflict, places)));
  if (read.episode.length === 0 && problems.length === 0)
    problems.push(places.problemOf(finding('no-files', [])));
  if (hasErrors(problems)) return done(problems, places);
  const version = versionFinding(root);
  if (version !== undefined) return done([...problems, places.problemOf(version)], places);
  const parsed = EpisodeFile.safeParse(toPlain(merged.root), { reportInput: true });
  if (!parsed.success) {
    const found = schemaFindings(parsed.error.issues, root).slice(0, limits.problems);
    const more = salvagedFindings(merged.root, sources, found, options);
    return done([...problems, ...[...found, ...more].map(places.problemOf)], places);
  }
  const { episode, findings } = normalise(parsed.data, root, sources.sources, places.locate);
  problems.push(...findings.map(places.problemOf), ...checkEpisode(episode, places, options));
  const readMore = (file: EpisodeFileInput): Added => readAdded(file, episode, parsed.data, options);
  return { ...done(problems, places), episode, readMore, input: parsed.data };
}

/** Errors in the entries that do fit the format, when others do not. */
function salvagedFindings(
  root: Located,
  { sources, nodes }: ReadSources,
  found: readonly Finding[],
  options: CheckOptions,
): readonly Finding[] {
  const left = salvage(root, found);
  const parsed = left === undefined ? undefined : EpisodeFile.safeParse(toPlain(left.root));
  if (left === undefined || !parsed?.success) return [];
  const { locate } = placesIn(withSources(left.root, nodes), new Map());
  const { episode, findings } = normalise(parsed.data, left.root, sources, locate);
  const all = [...findings, ...findingsOf(episode, options.vocabulary)];
  return left.honest(all.filter((one) => severities[one.code] === 'error'));
}

function done(problems: readonly Problem[], places: Places): Loaded {
  const sorted = sortProblems(problems).slice(0, limits.problems);
  return { ok: !hasErrors(sorted), problems: sorted, locate: (path) => places.locate(path) };
}

interface ReadFiles {
  readonly texts: ReadonlyMap<string, string>;
  readonly episode: readonly Located[];
  readonly sources: readonly Located[];
  readonly problems: readonly TextFinding[];
}

/** File order: episode.yaml first, then by name, so that lists do not depend on how a disk lists a folder. */
function readFiles(files: readonly EpisodeFileInput[]): ReadFiles {
  const texts = new Map<string, string>();
  const episode: Located[] = [];
  const sources: Located[] = [];
  const problems: TextFinding[] = [];
  for (const file of [...files].filter((one) => kindOf(one.path) !== 'other').sort(byName)) {
    const decoded = decodeFile(file);
    texts.set(file.path, decoded.text);
    const tree =
      decoded.problem === undefined ? readYaml(file.path, decoded.text) : { problems: [decoded.problem] };
    problems.push(...tree.problems);
    const root = 'root' in tree ? tree.root : undefined;
    if (root !== undefined) (kindOf(file.path) === 'json' ? sources : episode).push(root);
  }
  return { texts, episode, sources, problems };
}

function kindOf(path: string): 'yaml' | 'json' | 'other' {
  if (/\.ya?ml$/i.test(path)) return 'yaml';
  return /\.json$/i.test(path) ? 'json' : 'other';
}

function byName(a: EpisodeFileInput, b: EpisodeFileInput): number {
  const rank = (path: string): string => (/(^|\/)episode\.ya?ml$/i.test(path) ? `0${path}` : `1${path}`);
  return rank(a.path) < rank(b.path) ? -1 : rank(a.path) > rank(b.path) ? 1 : 0;
}

/** Sources get a place in the tree, so that findings about them have one too. */
function withSources(root: Located, nodes: readonly Located[]): Located {
  const entries = new Map(isMap(root) ? root.value : []);
  const [first] = nodes;
  if (first !== undefined) entries.set('sources', { file: first.file, start: 0, end: 0, value: nodes });
  return { ...root, value: entries };
}

function conflictProblem({ key, here, there }: Conflict, places: Places): Problem {
  const at = (node: Located) =>
    places.problemAt({
      code: 'duplicate-entry',
      path: [],
      params: {},
      file: node.file,
      offset: node.keyStart ?? node.start,
    });
  const problem = at(here);
  return { ...problem, params: { key, file: there.file, line: at(there).line } };
}

function versionFinding(root: Located): Finding | undefined {
  const node = isMap(root) ? root.value.get('plenum') : undefined;
  if (node === undefined) return finding('format-missing', []);
  const found = node.value;
  if (typeof found !== 'number' || found === formatVersion) return undefined;
  return finding(found < formatVersion ? 'format-older' : 'format-newer', ['plenum'], {
    found,
    current: formatVersion,
  });
}
