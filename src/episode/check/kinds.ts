import { suggest } from '../distance.ts';
import { type Finding, finding } from '../problems.ts';
import type { Path } from '../types.ts';
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
  ];
};

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
