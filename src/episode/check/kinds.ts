import { suggest } from '../distance.ts';
import { type Finding, finding } from '../problems.ts';
import type { Path } from '../types.ts';
import { actOptions, isActKind } from '../vocabulary.ts';
import type { CheckContext, CheckRule } from './known.ts';

/** Kinds of act that the vocabulary does not have, wherever a kind may stand. */
export const kindRules: CheckRule = (context) => {
  const { episode } = context;
  const all = [...context.kinds, ...context.subjects];
  const kind = (word: string, path: Path): readonly Finding[] => unknown(word, context.kinds, path);
  const kindsOf = (words: readonly string[] | 'all', path: Path): readonly Finding[] =>
    typeof words === 'string' ? [] : words.flatMap((word, at) => kind(word, [...path, at]));
  return [
    ...episode.record.flatMap((act) => kind(act.kind, [...act.path, 'act'])),
    ...episode.bodies.flatMap((body) =>
      body.powers.flatMap((power) =>
        onKey(unknown(power.act, new Set(all), [...body.path, 'powers', power.act])),
      ),
    ),
    ...episode.norms.flatMap((norm) => kindsOf(norm.forbids, [...norm.path, 'forbids'])),
    ...episode.observation.flatMap((cell) => kindsOf(cell.acts, [...cell.path, 'acts'])),
    ...episode.outcomes.flatMap(({ measure, path }) =>
      'match' in measure ? kindsOf(measure.match.acts, [...path, 'measure', measure.kind, 'act']) : [],
    ),
    ...interventionKinds(context),
    ...optionsOf(context),
  ];
};

/** Options that a kind of act does not have: of a record they are left out, of a question they cannot be carried out. */
function optionsOf({ episode, kinds }: CheckContext): readonly Finding[] {
  const moves = episode.questions.flatMap(({ interventions }) =>
    interventions.flatMap((one) =>
      'move' in one
        ? option(kinds, one.move.act, one.move.option, [...one.path, one.kind, 'option'], 'unknown-option')
        : [],
    ),
  );
  const record = episode.record.flatMap((act) =>
    option(kinds, act.kind, act.option, [...act.path, 'option'], 'option-ignored'),
  );
  return [...record, ...moves];
}

function option(
  kinds: ReadonlySet<string>,
  kind: string,
  word: string | undefined,
  path: Path,
  code: 'unknown-option' | 'option-ignored',
): readonly Finding[] {
  if (word === undefined || !kinds.has(kind) || !isActKind(kind)) return [];
  const known = actOptions[kind] ?? [];
  if (known.includes(word)) return [];
  return [
    finding(code, path, { option: word, kind, known: known.join(', '), suggestion: suggest(word, known) }),
  ];
}

function interventionKinds({ episode, kinds }: CheckContext): readonly Finding[] {
  return episode.questions.flatMap((question) =>
    question.interventions.flatMap((one) =>
      'move' in one ? unknown(one.move.act, kinds, [...one.path, one.kind, 'act']) : [],
    ),
  );
}

function unknown(kind: string, known: ReadonlySet<string>, path: Path): readonly Finding[] {
  return known.has(kind)
    ? []
    : [finding('unknown-act-kind', path, { kind, suggestion: suggest(kind, known) })];
}

const onKey = (findings: readonly Finding[]): readonly Finding[] =>
  findings.map((one) => ({ ...one, onKey: true }));
