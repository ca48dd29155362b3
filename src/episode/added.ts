import { type CheckOptions, checkRules } from './check.ts';
import { knownIds } from './check/known.ts';
import { decodeFile } from './load/decode.ts';
import type { EpisodeFileInput } from './load/files.ts';
import { notMaps } from './load/merge.ts';
import { placesIn } from './load/places.ts';
import { schemaFindings } from './load/schema-problems.ts';
import { isMap, type Located, toPlain } from './load/tree.ts';
import { readYaml } from './load/yaml.ts';
import { beginContext } from './normalise/meta.ts';
import { readQuestions } from './normalise/questions.ts';
import { type Problem, sortProblems } from './problems.ts';
import { EpisodeFile, type EpisodeInput } from './schema/index.ts';
import type { Episode, Question } from './types.ts';
import { actKinds, motionSubjects } from './vocabulary.ts';

/** Questions that are not in the episode's files, read against it. Paths count from the first of them. */
export interface Added {
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
}

const QuestionsOnly = EpisodeFile.pick({ questions: true });

/**
 * Reads a file that holds nothing but `questions` as if it lay beside the episode's own, with the same checks and messages, without
 * reading those again. `input` is what the episode was normalised from.
 */
export function readAdded(
  file: EpisodeFileInput,
  episode: Episode,
  input: EpisodeInput,
  options: CheckOptions = {},
): Added {
  const decoded = decodeFile(file);
  const tree =
    decoded.problem === undefined ? readYaml(file.path, decoded.text) : { problems: [decoded.problem] };
  const root = 'root' in tree ? tree.root : undefined;
  const places = placesIn(root ?? nothing(file.path), new Map([[file.path, decoded.text]]));
  const troubles = [...tree.problems, ...notMaps(root === undefined ? [] : [root])];
  if (troubles.length > 0 || root === undefined || !isMap(root))
    return { questions: [], problems: troubles.map(places.problemAt) };
  const parsed = QuestionsOnly.safeParse(toPlain(root), { reportInput: true });
  if (!parsed.success)
    return { questions: [], problems: schemaFindings(parsed.error.issues, root).map(places.problemOf) };
  const context = beginContext({ ...input, questions: parsed.data.questions }, root, places.locate);
  // Claims of added events are numbered behind those of the episode.
  context.claims.push(...episode.claims);
  const before = context.findings.length;
  const questions = readQuestions(context);
  const only = { ...episode, ...noLists, questions, claims: context.claims.slice(episode.claims.length) };
  const findings = [...context.findings.slice(before), ...checked(only, episode, options)];
  return { questions, problems: sortProblems(findings.map(places.problemOf)) };
}

/** Lists whose entries have been checked with the episode itself. */
const noLists = { record: [], events: [], meetings: [], terms: [], ties: [], positions: [], beliefs: [] };

/** Every rule of the checker, on the questions alone; ids are looked up in the whole episode. */
function checked(only: Episode, whole: Episode, options: CheckOptions) {
  const context = {
    episode: only,
    known: knownIds(whole),
    kinds: new Set(options.vocabulary?.kinds ?? actKinds),
    subjects: new Set<string>(motionSubjects),
  };
  return checkRules.flatMap((rule) => rule(context)).filter((one) => one.path[0] === 'questions');
}

const nothing = (path: string): Located => ({ file: path, start: 0, end: 0, value: null });
