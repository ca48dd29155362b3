import type { EpisodeFileInput } from './load.ts';

/** For tests: a complete small episode without warnings, to which a test adds a second file. */
export const baseText = `plenum: 1
episode: {id: base, title: Base, calendar: gregorian, starts: 1928-01-01, ends: 1928-12-31}
organisations:
  club: {name: Club, unity: {value: 0.5, confidence: judgement}}
people:
  anna: {name: Anna, organisation: club}
  boris: {name: Boris, organisation: club}
  vera: {name: Vera, organisation: club}
bodies:
  board: {name: Board, seats: 3, confidence: judgement}
  council: {name: Council, seats: 3, confidence: judgement}
offices:
  chair: {name: Chair, body: board, confidence: judgement}
issues:
  fee: {name: Fee, body: board, scale: {0: none, 100: all}}
terms:
  - {person: anna, body: board, confidence: judgement}
  - {person: boris, body: board, confidence: judgement}
  - {person: vera, body: board, role: candidate, confidence: judgement}
`;

export const withExtra = (extra: string, base = baseText): readonly EpisodeFileInput[] => [
  { path: 'episode.yaml', text: base },
  { path: 'extra.yaml', text: extra },
];
