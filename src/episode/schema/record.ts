import { z } from 'zod';
import { claimFields, DateText, PersonList, Quantity, Slug, Words } from './values.ts';

export const Mode = z.enum(['occurred', 'negated', 'threatened', 'reported', 'conjectured', 'hypothetical']);

export const Votes = z.strictObject({
  for: z.number().int().min(0).optional(),
  against: z.number().int().min(0).optional(),
  abstain: z.number().int().min(0).optional(),
  names: z
    .strictObject({
      for: z.array(Slug).optional(),
      against: z.array(Slug).optional(),
      abstain: z.array(Slug).optional(),
      absent: z.array(Slug).optional(),
    })
    .optional(),
});

/** One act of the record. Which fields a kind of act uses is listed in docs/acts.md. */
export const RecordedAct = z.strictObject({
  id: Slug,
  act: Slug.describe('The kind of act: motion, resolution, ultimatum, reply, resign, …'),
  by: PersonList.describe('Who did it: a person, several, or a body.'),
  to: PersonList.optional().describe('To whom: persons or a body.'),
  in: Slug.optional().describe('The body in which it was done.'),
  on: DateText,
  issue: Slug.optional(),
  value: Quantity.optional().describe('The point on the issue that the act stands for (0 to 100).'),
  office: Slug.optional(),
  organ: Slug.optional().describe('The press organ or other resource concerned.'),
  branch: Slug.optional(),
  answers: Slug.optional().describe(
    'The act (its id) to which this one responds: the motion voted on, the ultimatum replied to.',
  ),
  option: Slug.optional().describe(
    'The answer chosen: yes, no, comply, refuse, evade, silence, sign, decline, …',
  ),
  votes: Votes.optional(),
  outcome: z.enum(['adopted', 'rejected', 'withdrawn', 'no-quorum']).optional(),
  open: z.boolean().optional().describe('False: done in secret. Default: as the kind of act has it.'),
  known: PersonList.optional().describe('Who knew of it, if not everybody in its body.'),
  reserved: z.boolean().optional().describe('Signed, but with a reservation.'),
  deadline: DateText.optional(),
  terms: z
    .array(Words)
    .max(20)
    .optional()
    .describe('The terms of an offer, a demand or a resolution, in our own words.'),
  mode: Mode.optional(),
  reportedBy: z.string().max(300).optional(),
  fidelity: z.enum(['verbatim', 'abridged', 'translated', 'back-translated', 'summary']).optional(),
  say: Words.optional().describe('One line for timelines, in our own words.'),
  ...claimFields,
});

const Match = z.strictObject({
  act: z.union([Slug, z.array(Slug)]),
  by: PersonList.optional(),
  to: PersonList.optional(),
  in: Slug.optional(),
  issue: Slug.optional(),
  office: Slug.optional(),
  option: z.union([Slug, z.array(Slug)]).optional(),
  outcome: z.enum(['adopted', 'rejected', 'withdrawn', 'no-quorum']).optional(),
  atLeast: z.number().optional().describe('Its value is at least this.'),
  atMost: z.number().optional(),
  from: DateText.optional(),
  until: DateText.optional(),
});

const When = z.union([z.literal('end'), DateText]);

export const Measure = z.union([
  z.strictObject({ any: Match }).describe('Yes if at least one such act occurs.'),
  z.strictObject({ count: Match }).describe('How many such acts occur.'),
  z.strictObject({ people: Match }).describe('How many different people do such an act.'),
  z.strictObject({ first: Match }).describe('The date of the first such act.'),
  z
    .strictObject({ holds: z.strictObject({ person: Slug.optional(), office: Slug, at: When }) })
    .describe('Does he hold the office (or: who holds it)?'),
  z
    .strictObject({ sits: z.strictObject({ person: PersonList, body: Slug, at: When }) })
    .describe('How many of them sit in the body then?'),
  z.strictObject({ belongs: z.strictObject({ person: PersonList, organisation: Slug, at: When }) }),
  z
    .strictObject({
      line: z.strictObject({
        body: Slug,
        issue: Slug,
        at: When,
        atLeast: z.number().optional(),
        atMost: z.number().optional(),
      }),
    })
    .describe('The line then; with a threshold: yes or no.'),
  z.strictObject({
    practised: z.strictObject({
      issue: Slug,
      at: When,
      atLeast: z.number().optional(),
      atMost: z.number().optional(),
    }),
  }),
  z.strictObject({ resource: z.strictObject({ resource: Slug, holder: Slug, at: When }) }),
  z
    .strictObject({ open: z.strictObject({ procedure: Slug, at: When }) })
    .describe('Is such a procedure (pact, talks, …) in force?'),
]);

export const Outcome = z.strictObject({
  id: Slug,
  ask: Words.describe('The question as a sentence.'),
  measure: Measure,
  unit: Words.optional(),
  history: z
    .union([z.number(), z.boolean(), z.string()])
    .optional()
    .describe('What the sources say the answer was; the checker compares it with the replayed record.'),
  note: z.string().max(2000).optional(),
});

const MoveSpec = z.strictObject({
  act: Slug,
  by: PersonList.optional(),
  to: PersonList.optional(),
  in: Slug.optional(),
  issue: Slug.optional(),
  value: z.number().optional(),
  office: Slug.optional(),
  organ: Slug.optional(),
  option: Slug.optional(),
});

export const Intervention = z.union([
  z.strictObject({
    force: MoveSpec,
    at: DateText.optional(),
    whenever: z
      .boolean()
      .optional()
      .describe('As soon as the rules allow, and as the answer or vote of whoever is asked; from `at` on.'),
    when: Match.optional().describe('On the day of the first such act.'),
  }),
  z.strictObject({
    forbid: MoveSpec,
    at: DateText.optional(),
    from: DateText.optional(),
    until: DateText.optional(),
  }),
  z.strictObject({
    set: z.strictObject({
      trait: z.string().max(60).optional().describe('person.trait: kamenev.attachment'),
      position: z.string().max(80).optional().describe('person.issue'),
      salience: z.string().max(80).optional(),
      belief: z.string().max(120).optional().describe('who.about.issue'),
      tie: z.string().max(80).optional().describe('from.to'),
      rule: z.string().max(80).optional().describe('body.rule, body.ballot, body.authority'),
      resource: Slug.optional(),
      pressure: Slug.optional(),
      line: z.string().max(80).optional().describe('body.issue'),
      to: z.union([z.number(), z.string().max(60)]),
    }),
    at: DateText.optional(),
    when: Match.optional(),
  }),
  z.strictObject({
    remove: z.strictObject({
      event: Slug.optional(),
      meeting: Slug.optional(),
      term: z.string().max(80).optional().describe('person.body or person.office'),
    }),
    at: DateText.optional().describe('Of a term: from this day on.'),
    when: Match.optional(),
  }),
  z.strictObject({
    add: z.strictObject({
      event: z.unknown().optional(),
      meeting: z.unknown().optional(),
      term: z
        .strictObject({
          person: Slug,
          body: Slug.optional(),
          office: Slug.optional(),
          role: z.enum(['member', 'candidate', 'guest']).optional(),
        })
        .optional(),
    }),
    at: DateText.optional().describe('Of a term: from this day on.'),
    when: Match.optional(),
  }),
]);

export const Question = z.strictObject({
  id: Slug,
  ask: Words,
  interventions: z.array(Intervention).min(1).max(20),
  outcomes: z.array(Slug).min(1),
  until: DateText.optional().describe(
    'From history: everything that happened up to this date is kept (needs abduction).',
  ),
  raisedBy: claimFields.source,
  note: z.string().max(2000).optional(),
});
