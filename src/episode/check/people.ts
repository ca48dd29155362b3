import { mean } from '../../chance/distributions.ts';
import { finding } from '../problems.ts';
import type { Episode } from '../types.ts';
import type { CheckRule } from './known.ts';

/** People to whom a question matters and who stand nowhere on it; people who can do nothing. */
export const peopleRules: CheckRule = ({ episode }) => {
  const placed = new Set(episode.positions.map(({ person, issue }) => `${person} ${issue}`));
  const active = activePeople(episode);
  return [
    ...episode.salience
      .filter(
        ({ person, issue, value }) => mean(value.distribution) >= 0.1 && !placed.has(`${person} ${issue}`),
      )
      .map(({ person, issue }) => finding('no-position', ['salience', person, issue], { person, issue })),
    ...episode.people
      .filter((person) => !active.has(person.id))
      .map((person) => ({ ...finding('unused-person', person.path, { id: person.id }), onKey: true })),
  ];
};

function activePeople(episode: Episode): ReadonlySet<string> {
  return new Set([
    ...episode.terms.map((term) => term.person),
    ...episode.positions.map((position) => position.person),
    ...episode.branches.map((branch) => branch.secretary ?? ''),
    ...episode.resources.map((resource) => resource.holder ?? ''),
    ...episode.events.flatMap((event) => [
      ...event.arrives,
      ...event.leaves,
      ...event.asks.map((ask) => ask.by),
    ]),
    ...episode.record.flatMap((act) => [
      ...act.by,
      ...act.to,
      ...Object.values(act.votes?.names ?? {}).flat(),
    ]),
  ]);
}
