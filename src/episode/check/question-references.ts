import { suggest } from '../distance.ts';
import { type Finding, finding } from '../problems.ts';
import type { Intervention, Question, SetTarget } from '../types.ts';
import { type CheckRule, expectId, type Known } from './known.ts';
import { eventReferences, matchReferences, meetingReferences } from './record-references.ts';

/** Ids named by questions. A question whose outcome is missing still runs, so that is a warning. */
export const questionReferences: CheckRule = ({ episode, known }) => {
  const outcomes = new Set(episode.outcomes.map((outcome) => outcome.id));
  return episode.questions.flatMap((question) => [
    ...missingOutcomes(question, outcomes),
    ...question.interventions.flatMap((one) => interventionReferences(one, known)),
    ...question.raisedBy.flatMap((anchor, at) =>
      expectId(known, 'source', anchor.source, [...question.path, 'raisedBy', at]),
    ),
  ]);
};

function missingOutcomes(question: Question, outcomes: ReadonlySet<string>): readonly Finding[] {
  return question.outcomes.flatMap((id, at) =>
    outcomes.has(id)
      ? []
      : [
          finding('unknown-outcome', [...question.path, 'outcomes', at], {
            id,
            suggestion: suggest(id, outcomes),
          }),
        ],
  );
}

const interventionReferences = (one: Intervention, known: Known): readonly Finding[] => [
  ...('when' in one && one.when ? matchReferences(one.when, known, [...one.path, 'when']) : []),
  ...changeReferences(one, known),
];

function changeReferences(one: Intervention, known: Known): readonly Finding[] {
  switch (one.kind) {
    case 'force':
    case 'forbid':
      return matchReferences(one.move, known, [...one.path, one.kind]);
    case 'set':
      return targetReferences(one.target, known, [...one.path, 'set', one.target.kind]);
    case 'remove':
      return expectId(known, one.what, one.id, [...one.path, 'remove', one.what]);
    case 'add-term':
      return [
        ...expectId(known, 'person', one.person, [...one.path, 'add', 'term', 'person']),
        ...(one.body === undefined
          ? []
          : expectId(known, 'body', one.body, [...one.path, 'add', 'term', 'body'])),
        ...(one.office === undefined
          ? []
          : expectId(known, 'office', one.office, [...one.path, 'add', 'term', 'office'])),
      ];
    case 'add-event':
      return eventReferences(one.event, known);
    case 'add-meeting':
      return meetingReferences(one.meeting, known);
  }
}

function targetReferences(target: SetTarget, known: Known, path: Intervention['path']): readonly Finding[] {
  return [
    ...('person' in target ? expectId(known, 'person', target.person, path) : []),
    ...('issue' in target ? expectId(known, 'issue', target.issue, path) : []),
    ...('body' in target ? expectId(known, 'body', target.body, path) : []),
    ...('who' in target && target.who !== 'public' ? expectId(known, 'person', target.who, path) : []),
    ...('about' in target ? expectId(known, 'believed', target.about, path) : []),
    ...('from' in target
      ? [...expectId(known, 'person', target.from, path), ...expectId(known, 'person', target.to, path)]
      : []),
    ...('resource' in target ? expectId(known, 'resource', target.resource, path) : []),
    ...('pressure' in target ? expectId(known, 'pressure', target.pressure, path) : []),
  ];
}
