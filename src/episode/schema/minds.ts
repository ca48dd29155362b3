import { z } from 'zod';
import { Claim, claimFields, DateText, PersonList, Quantity, Slug, Words } from './values.ts';

export const Issue = z
  .strictObject({
    name: Words,
    scale: z
      .record(z.string().regex(/^\d{1,3}$/), Words)
      .describe(
        'Named points between 0 and 100. They are also what can be proposed: the declared contents of motions, offers, concessions.',
      ),
    body: Slug.describe('The body whose line on this counts.'),
    lines: z.record(Slug, Claim).optional().describe('Lines already adopted at the start, by body.'),
    practised: Claim.optional().describe(
      'The line actually practised at the start, if it differs from the one adopted.',
    ),
    executor: PersonList.optional().describe('Who carries the line out, and so can practise another one.'),
    about: Slug.optional().describe(
      'The person (or office) whose removal the issue is, if it is one (0 keep, 100 remove).',
    ),
    horizon: z
      .number()
      .positive()
      .optional()
      .describe('Days within which the body is expected to decide again.'),
    note: z.string().max(2000).optional(),
  })
  .describe('A question in dispute: a scale from 0 to 100.');

/** positions.kamenev.government: 70 ± 8 */
export const ByPersonIssue = z.record(Slug, z.record(Slug, Claim));

export const Stance = z.strictObject({
  who: Slug,
  issue: Slug,
  value: Quantity,
  on: DateText.optional(),
  before: z
    .union([z.literal('public'), Slug])
    .optional()
    .describe('Audience: public, or a body.'),
  ...claimFields,
});

export const Tie = z.strictObject({
  from: Slug,
  to: Slug,
  value: Quantity.describe('-1 fights, 0 indifferent, +1 trusts.'),
  mutual: z.boolean().optional().describe('Holds in both directions.'),
  defers: z
    .union([z.boolean(), z.number().min(0).max(1)])
    .optional()
    .describe('0 to 1: how far `from` follows the urging of `to`.'),
  since: DateText.optional(),
  until: DateText.optional(),
  ...claimFields,
});

export const Belief = z.strictObject({
  who: z
    .union([z.literal('public'), PersonList])
    .describe('Who believes it; "public" is what everybody took for granted.'),
  about: PersonList.describe('Whose position; or a body (its majority).'),
  issue: Slug,
  value: Quantity.describe('Where he believes the other stands, with how sure he is (the spread).'),
  ...claimFields,
});

export const Pledge = z.strictObject({
  who: Slug,
  to: Slug,
  issue: Slug.optional(),
  value: Quantity.optional(),
  what: Words.optional(),
  on: DateText.optional(),
  secret: z.boolean().optional(),
  ...claimFields,
});

export const Pressure = z.strictObject({
  name: Words,
  initial: Claim.optional().describe('0 to 1 at the start (default 0).'),
  halfLife: z
    .number()
    .positive()
    .optional()
    .describe('Days in which it halves by itself; absent: it lasts until an event changes it.'),
  moves: z
    .array(
      z.strictObject({
        what: z
          .enum(['position', 'salience', 'split-cost', 'threat'])
          .describe(
            'position: added to the working position (points per unit); salience; believed cost of a split; credibility of those outside (threat).',
          ),
        who: z.union([z.literal('all'), PersonList]).optional(),
        issue: Slug.optional(),
        by: Claim.describe('Change per unit of pressure.'),
      }),
    )
    .optional(),
  note: z.string().max(2000).optional(),
});

export const OutsideEvent = z.strictObject({
  id: Slug,
  on: DateText,
  what: Words,
  pressure: z
    .record(
      Slug,
      z.union([z.number(), z.strictObject({ set: z.number() }), z.strictObject({ add: z.number() })]),
    )
    .optional()
    .describe('What it does to pressures: {set: 0.4}, {add: 0.2}; a bare number adds.'),
  resource: z.record(Slug, Slug).optional().describe('Resource → new holder.'),
  arrives: PersonList.optional(),
  leaves: PersonList.optional(),
  asks: z
    .array(z.strictObject({ by: Slug, of: Slug.describe('Body addressed.'), issue: Slug, value: z.number() }))
    .optional()
    .describe('An outsider puts a demand (opens talks).'),
  ...claimFields,
});

export const Meeting = z.strictObject({
  id: Slug,
  body: Slug,
  on: DateText,
  agenda: z
    .array(z.union([Slug, z.strictObject({ issue: Slug, with: Slug.optional() })]))
    .min(1)
    .describe('Issues on the agenda.'),
  jointly: z.array(Slug).optional(),
  what: Words.optional(),
  ...claimFields,
});

export const Norm = z.strictObject({
  id: Slug,
  name: Words,
  from: DateText.optional(),
  to: DateText.optional(),
  forbids: z.array(Slug).optional().describe('Kinds of act that it forbids.'),
  severity: Claim.optional().describe('0 to 1: punishment expected for a breach that becomes known.'),
  ...claimFields,
});

export const Observation = z.strictObject({
  acts: z.union([z.literal('all'), z.array(Slug).min(1)]),
  people: z.union([z.literal('all'), PersonList]).optional(),
  from: DateText.optional(),
  to: DateText.optional(),
  record: z.enum(['complete', 'partial', 'silent']),
  detection: Claim.optional().describe('For partial: the chance that such an act left a trace that we have.'),
  note: z.string().max(2000).optional(),
});
