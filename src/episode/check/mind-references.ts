import type { Finding } from '../problems.ts';
import type { PersonIssueValue } from '../types.ts';
import { type CheckContext, type CheckRule, expectId, expectIds, type Known, onKey } from './known.ts';

/** Ids named by issues, positions, ties, beliefs, pledges and stances. */
export const mindReferences: CheckRule = (context) => [
  ...issues(context),
  ...grid(context, 'positions', context.episode.positions),
  ...grid(
    context,
    'salience',
    context.episode.salience.filter((one) => isCoded(context, one)),
  ),
  ...ties(context),
  ...statements(context),
];

const isCoded = ({ episode }: CheckContext, one: PersonIssueValue): boolean =>
  episode.claims[one.value.claimId]?.origin === 'coded';

function issues({ episode, known }: CheckContext): readonly Finding[] {
  return episode.issues.flatMap((issue) => [
    ...expectId(known, 'body', issue.body, [...issue.path, 'body']),
    ...issue.lines.flatMap((line) =>
      onKey(expectId(known, 'body', line.body, [...issue.path, 'lines', line.body])),
    ),
    ...expectIds(known, 'believed', issue.executors, [...issue.path, 'executor']),
    ...expectId(known, 'person-or-office', issue.about, [...issue.path, 'about']),
  ]);
}

function grid({ known }: CheckContext, key: string, values: readonly PersonIssueValue[]): readonly Finding[] {
  const people = new Set(values.map((value) => value.person));
  return [
    ...[...people].flatMap((person) => onKey(expectId(known, 'person', person, [key, person]))),
    ...values.flatMap(({ person, issue }) => onKey(expectId(known, 'issue', issue, [key, person, issue]))),
  ];
}

function ties({ episode, known }: CheckContext): readonly Finding[] {
  const seen = new Set<number>();
  return episode.ties.flatMap((tie) => {
    // The second half of a mutual tie stands at the same place of the file.
    if (seen.has(tie.value.claimId)) return [];
    seen.add(tie.value.claimId);
    return [
      ...expectId(known, 'person', tie.from, [...tie.path, 'from']),
      ...expectId(known, 'person', tie.to, [...tie.path, 'to']),
    ];
  });
}

function statements({ episode, known }: CheckContext): readonly Finding[] {
  return [
    ...unique(episode.beliefs.flatMap((belief) => beliefReferences(belief, known))),
    ...episode.stances.flatMap((stance) => [
      ...expectId(known, 'person', stance.person, [...stance.path, 'who']),
      ...expectId(known, 'issue', stance.issue, [...stance.path, 'issue']),
      ...(stance.before === 'public'
        ? []
        : expectId(known, 'body', stance.before, [...stance.path, 'before'])),
    ]),
    ...episode.pledges.flatMap((pledge) => [
      ...expectId(known, 'person', pledge.who, [...pledge.path, 'who']),
      ...expectId(known, 'addressee', pledge.to, [...pledge.path, 'to']),
      ...expectId(known, 'issue', pledge.issue, [...pledge.path, 'issue']),
    ]),
  ];
}

function beliefReferences(
  belief: CheckContext['episode']['beliefs'][number],
  known: Known,
): readonly Finding[] {
  return [
    ...(belief.who === 'public' ? [] : expectId(known, 'person', belief.who, [...belief.path, 'who'])),
    ...expectId(known, 'believed', belief.about, [...belief.path, 'about']),
    ...expectId(known, 'issue', belief.issue, [...belief.path, 'issue']),
  ];
}

/** One belief of the file may stand for many pairs. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map(findings.map((one) => [JSON.stringify([one.path, one.params.id]), one]));
  return [...seen.values()];
}
