import type { Finding } from '../problems.ts';
import { type CheckContext, type CheckRule, expectId, expectIds, type Known } from './known.ts';

/** Ids named by people, bodies, offices, terms, resources and branches. */
export const castReferences: CheckRule = (context) => {
  const { episode, known } = context;
  return [
    ...episode.people.flatMap((person) => [
      ...expectIds(known, 'organisation', person.organisations, [...person.path, 'organisation']),
      ...expectId(known, 'place', person.place, [...person.path, 'place']),
    ]),
    ...bodies(context),
    ...episode.offices.flatMap((office) => [
      ...expectId(known, 'body', office.body, [...office.path, 'body']),
      ...(office.filledBy === office.body
        ? []
        : expectId(known, 'body', office.filledBy, [...office.path, 'filledBy'])),
      ...expectIds(known, 'resource', office.carries, [...office.path, 'carries']),
    ]),
    ...terms(context),
    ...resources(context, known),
  ];
};

function bodies({ episode, known }: CheckContext): readonly Finding[] {
  return episode.bodies.flatMap((body) => [
    ...expectId(known, 'organisation', body.organisation, [...body.path, 'organisation']),
    ...expectId(known, 'body', body.superior, [...body.path, 'superior']),
    ...expectIds(known, 'body', body.binds, [...body.path, 'binds']),
    ...body.powers.flatMap((power) =>
      expectIds(known, 'body', power.jointly, [...body.path, 'powers', power.act, 'jointly']),
    ),
  ]);
}

function terms({ episode, known }: CheckContext): readonly Finding[] {
  return episode.terms.flatMap((term) => [
    ...expectId(known, 'person', term.person, [...term.path, 'person']),
    ...expectId(known, 'body', term.body, [...term.path, 'body']),
    ...expectId(known, 'office', term.office, [...term.path, 'office']),
    ...expectId(known, 'person', term.replacedBy, [...term.path, 'replacedBy']),
  ]);
}

function resources({ episode }: CheckContext, known: Known): readonly Finding[] {
  return [
    ...episode.resources.flatMap((resource) =>
      expectId(known, 'holder', resource.holder, [...resource.path, 'holder']),
    ),
    ...episode.branches.flatMap((branch) => [
      ...branch.leans.flatMap((lean) =>
        expectId(known, 'issue', lean.issue, [...branch.path, 'leans', lean.issue]),
      ),
      ...expectId(known, 'person', branch.secretary, [...branch.path, 'secretary']),
      ...expectId(known, 'body', branch.body, [...branch.path, 'body']),
    ]),
  ];
}
