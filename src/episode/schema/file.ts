import { z } from 'zod';
import { Body, Branch, Office, Organisation, Person, Resource, Term } from './cast.ts';
import {
  Belief,
  ByPersonIssue,
  Issue,
  Meeting,
  Norm,
  Observation,
  OutsideEvent,
  Pledge,
  Pressure,
  Stance,
  Tie,
} from './minds.ts';
import { Outcome, Question, RecordedAct } from './record.ts';
import { DateText, Quantity, Slug, Words } from './values.ts';

/** The version of the episode format that this program writes. */
export const formatVersion = 1;

const Meta = z.strictObject({
  id: Slug,
  title: Words,
  summary: Words.optional(),
  calendar: z.enum(['julian', 'gregorian']).describe('Calendar of bare dates.'),
  calendarSwitch: DateText.optional().describe(
    'First Gregorian day of an episode that begins in the Julian calendar; "russia" is 1918-02-14.',
  ),
  starts: DateText.describe('First day of every run.'),
  ends: DateText.describe('Last day of every run.'),
  languages: z.array(z.string()).optional(),
  coders: z.array(z.strictObject({ id: Slug, name: z.string(), orcid: z.string().optional() })).optional(),
  licence: z.string().max(60).optional(),
  places: z.record(Slug, Words).optional(),
  defaults: z
    .strictObject({
      positionSpread: z
        .number()
        .positive()
        .optional()
        .describe('Standard deviation for positions coded as bare numbers (0: exact).')
        .or(z.literal(0))
        .optional(),
      tempo: Quantity.optional(),
      salience: Quantity.optional(),
      attachment: Quantity.optional(),
      ambition: Quantity.optional(),
      caution: Quantity.optional(),
      authority: Quantity.optional(),
      circa: z.number().positive().optional().describe('Days on either side meant by "~" in a date.'),
    })
    .optional(),
  note: z.string().max(4000).optional(),
});

/** One episode: the top-level keys may be spread over several YAML files of one folder. */
export const EpisodeFile = z
  .strictObject({
    plenum: z.literal(formatVersion).describe('Version of the format.'),
    episode: Meta,
    people: z.record(Slug, Person),
    organisations: z.record(Slug, Organisation).optional(),
    bodies: z.record(Slug, Body),
    offices: z.record(Slug, Office).optional(),
    terms: z.array(Term).optional(),
    issues: z.record(Slug, Issue),
    positions: ByPersonIssue.optional(),
    salience: ByPersonIssue.optional(),
    stances: z.array(Stance).optional(),
    pledges: z.array(Pledge).optional(),
    ties: z.array(Tie).optional(),
    beliefs: z.array(Belief).optional(),
    resources: z.record(Slug, Resource).optional(),
    branches: z.record(Slug, Branch).optional(),
    pressures: z.record(Slug, Pressure).optional(),
    events: z.array(OutsideEvent).optional(),
    meetings: z.array(Meeting).optional(),
    norms: z.array(Norm).optional(),
    observation: z.array(Observation).optional(),
    record: z.array(RecordedAct).optional(),
    outcomes: z.array(Outcome).optional(),
    questions: z.array(Question).optional(),
  })
  .describe('A Plenum episode.');

export type EpisodeInput = z.infer<typeof EpisodeFile>;
