import type { Finding } from './problems.ts';
import type { EpisodeInput } from './schema/index.ts';
import type { Located } from './load/tree.ts';
import { readBodies, readTerms } from './normalise/bodies.ts';
import { readBranches, readOffices, readOrganisations, readPeople, readResources } from './normalise/cast.ts';
import { beginContext, readMeta } from './normalise/meta.ts';
import {
  readBeliefs,
  readIssues,
  readPledges,
  readPositions,
  readSalience,
  readStances,
  readTies,
} from './normalise/minds.ts';
import { readOutcomes } from './normalise/outcomes.ts';
import { readEvents, readMeetings, readNorms, readObservation, readPressures } from './normalise/outside.ts';
import { readQuestions } from './normalise/questions.ts';
import { readRecord } from './normalise/record.ts';
import type { Episode, Path, Position, Source } from './types.ts';

export interface Normalised {
  readonly episode: Episode;
  readonly findings: readonly Finding[];
}

/** From the short forms of the file to the one long form. What cannot be read is reported and replaced by a harmless value. */
export function normalise(
  input: EpisodeInput,
  root: Located,
  sources: readonly Source[],
  locate: (path: Path) => Position,
): Normalised {
  const context = beginContext(input, root, locate);
  const people = readPeople(context);
  const terms = readTerms(context);
  const bodies = readBodies(context, people, terms);
  const positions = readPositions(context);
  const episode: Episode = {
    id: input.episode.id,
    meta: readMeta(context),
    people,
    organisations: readOrganisations(context),
    bodies,
    offices: readOffices(context),
    terms,
    issues: readIssues(context),
    positions,
    salience: readSalience(context, positions),
    stances: readStances(context),
    pledges: readPledges(context),
    ties: readTies(context),
    beliefs: readBeliefs(context),
    resources: readResources(context),
    branches: readBranches(context),
    pressures: readPressures(context),
    events: readEvents(context),
    meetings: readMeetings(context, bodies),
    norms: readNorms(context),
    observation: readObservation(context),
    record: readRecord(context),
    outcomes: readOutcomes(context),
    questions: readQuestions(context),
    claims: context.claims,
    sources,
  };
  return { episode, findings: context.findings };
}
