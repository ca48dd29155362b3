import { formatPath, type Finding, finding } from '../problems.ts';
import type { Entity } from '../types.ts';
import type { CheckRule } from './known.ts';

/** Ids that are used twice. Whoever can act or hold something shares one name space, because fields such as `by` take any of them. */
export const duplicateIds: CheckRule = ({ episode }) => {
  const actors = [
    ...episode.people,
    ...episode.bodies,
    ...episode.branches,
    ...episode.offices,
    ...episode.organisations,
  ];
  const coded = episode.meetings.filter((meeting) => meeting.kind === 'coded');
  const spaces = [
    actors,
    episode.record,
    episode.events,
    coded,
    episode.norms,
    episode.outcomes,
    episode.questions,
  ];
  return spaces.flatMap(twice);
};

function twice(entities: readonly Entity[]): readonly Finding[] {
  const first = new Map<string, Entity>();
  return entities.flatMap((entity) => {
    const other = first.get(entity.id);
    if (other === undefined) {
      first.set(entity.id, entity);
      return [];
    }
    const inList = typeof entity.path.at(-1) === 'number';
    return [
      finding('duplicate-id', inList ? [...entity.path, 'id'] : entity.path, {
        id: entity.id,
        other: formatPath(other.path),
      }),
    ];
  });
}
