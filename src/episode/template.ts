import { schemaComment } from './json-schema.ts';
import type { TextFile } from './patch/target.ts';

export { fromTables, type TableOptions } from './template/tables.ts';

/** A small new episode that checks clean: two people, one body, one question. Comments say what to put where. */
export function newEpisode(id: string): readonly TextFile[] {
  return [
    { path: 'episode.yaml', text: episodeText(id) },
    { path: 'sources.json', text: '[]\n' },
  ];
}

const episodeText = (id: string): string => `${schemaComment}
# A new episode. Everything behind "#" is a comment and may be deleted.
# "plenum check ${id}" lists what is wrong or missing, with the line. The format is described in docs/episode-format.md.
plenum: 1

episode:
  id: ${id}
  title: {en: The title of the episode}     # add ru: … for a second language
  calendar: gregorian                       # or julian: the calendar of all dates below
  starts: 1928-01-01                        # the first and the last day of every run
  ends: 1928-12-31

# Who takes part. The key (anna) is the id: it never changes; everything else refers to it.
people:
  anna:
    name: {en: Anna Petrova}
    gender: f
    organisation: club
    traits:
      # 0 to 1. A number with a spread ("0.7 ± 0.1") is drawn anew in each run.
      attachment: {value: 0.7 ± 0.1, confidence: judgement}
  boris:
    name: {en: Boris Ivanov}
    organisation: club

organisations:
  club: {name: {en: The club}}

# Where decisions are taken.
bodies:
  board:
    name: {en: The board}
    organisation: club
    seats: 3
    rule: majority
    confidence: judgement
    meets: {every: 30}

# Who sat where, and from when (from:, to:) if it changed.
terms:
  - {person: anna, body: board, confidence: judgement}
  - {person: boris, body: board, confidence: judgement}

# What is in dispute: a scale from 0 to 100 whose points have names.
issues:
  fees:
    name: {en: The membership fee}
    body: board
    scale:
      0: {en: leave it}
      50: {en: a small rise}
      100: {en: double it}

# Where people stand privately. Put the source into the claim: {value: 80 ± 10, source: minutes p. 3}; the word
# before the first space ("minutes") is the id of a work in sources.json.
positions:
  anna:
    fees: {value: 80 ± 10, confidence: judgement}
  boris:
    fees: {value: 20..50, confidence: judgement}

# Trust (1) and enmity (-1).
ties:
  - {from: anna, to: boris, value: 0.3 ± 0.2, mutual: true, confidence: judgement}

# What happened, act by act. The kinds of act are listed in docs/acts.md.
record:
  - id: motion
    act: motion
    by: anna
    in: board
    issue: fees
    value: 100
    on: 1928-03-01
    confidence: judgement

# What you want to know of each run.
outcomes:
  - id: doubled
    ask: {en: Is the fee doubled?}
    measure: {line: {body: board, issue: fees, at: end, atLeast: 75}}

# What if?
questions:
  - id: no-motion
    ask: {en: What if Anna had moved nothing?}
    interventions:
      - forbid: {act: motion, by: anna}
    outcomes: [doubled]
`;
