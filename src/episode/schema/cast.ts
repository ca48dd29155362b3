import { z } from 'zod';
import { Claim, claimFields, DateText, Quantity, Slug, Words } from './values.ts';

const NameRecord = z.strictObject({
  form: z.string().min(1).max(120),
  lang: z.string().min(2).max(8),
  script: z.string().max(8).optional(),
  kind: z.enum(['birth', 'party', 'pen', 'nickname', 'official']).optional(),
  scheme: z.string().max(40).optional().describe('Transliteration scheme, if any.'),
});

export const Person = z
  .strictObject({
    name: Words.describe('Full name, per language.'),
    short: Words.optional().describe('As tables and charts call him: Kamenev.'),
    names: z.array(NameRecord).optional().describe('Other names: birth name, pseudonyms, scripts.'),
    forms: z
      .record(z.string(), z.string())
      .optional()
      .describe('Overrides of declined forms (ru: gen, dat, acc, ins, pre).'),
    gender: z.enum(['m', 'f']).optional(),
    born: DateText.optional(),
    sameAs: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z]+:\S+$/),
          by: z.string().optional(),
          on: DateText.optional(),
        }),
      )
      .optional(),
    collective: z
      .strictObject({
        size: z.number().int().min(1).max(100000).describe('How many votes or members it stands for.'),
        cohesion: Claim.optional().describe('0 to 1: 1 votes as one, 0 as independent members.'),
      })
      .optional()
      .describe(
        'A collective actor (a party fraction, a union, the rest of an assembly) instead of one person.',
      ),
    organisation: z
      .union([Slug, z.array(Slug)])
      .optional()
      .describe('What he belongs to at the start.'),
    outsider: z
      .boolean()
      .optional()
      .describe('Stands outside the organisation: acts only through talks, offers, demands.'),
    place: Slug.optional(),
    away: z
      .array(
        z.strictObject({
          from: DateText.optional(),
          to: DateText.optional(),
          where: Words.optional(),
          ...claimFields,
        }),
      )
      .optional()
      .describe('Periods in which he could not attend.'),
    traits: z
      .strictObject({
        attachment: Claim.optional().describe('0 to 1: what belonging to the organisation is worth to him.'),
        ambition: Claim.optional().describe('0 to 1: how much posts count.'),
        caution: Claim.optional().describe('0 to 1: how much a risked punishment counts.'),
        authority: Claim.optional().describe('0 to 1: how much his urging moves those who defer to him.'),
        tempo: Claim.optional().describe('Candidate moments for initiative per week (about 0.5 to 5).'),
      })
      .optional(),
    note: z.string().max(2000).optional(),
  })
  .describe('A person or a collective actor.');

export const Organisation = z.strictObject({
  name: Words,
  unity: Claim.optional().describe('0 to 1: how costly a split would be to those who belong.'),
  note: z.string().max(2000).optional(),
});

export const Rule = z.union([
  z.enum(['majority', 'majority-of-members', 'two-thirds', 'two-thirds-of-members', 'unanimity']),
  z.strictObject({
    share: z.number().gt(0).max(1).optional(),
    count: z.number().int().positive().optional(),
    of: z.enum(['cast', 'present', 'members']).optional(),
  }),
]);

const Quorum = z.number().min(0).max(5000);
const Voice = z.enum(['hear', 'speak', 'move']);

export const Body = z
  .strictObject({
    name: Words,
    short: Words.optional(),
    organisation: Slug.optional(),
    superior: Slug.optional().describe('The body to which one can appeal against it.'),
    seats: z.number().int().min(1).max(5000).optional().describe('Number of voting seats by its rules.'),
    quorum: Quorum.optional().describe('How many must be present (a count; below 1: a share of the seats).'),
    rule: Rule.optional().describe(
      'How it decides unless a power says otherwise. Default: majority of votes cast.',
    ),
    ballot: z.enum(['open', 'secret']).optional(),
    sitting: z
      .enum(['in-person', 'by-telephone', 'either'])
      .optional()
      .describe(
        'Whether those who are away vote: no; yes; or only between its meetings, when a question goes round.',
      ),
    consultative: z
      .strictObject({ candidates: Voice.optional(), guests: Voice.optional() })
      .optional()
      .describe(
        'What those without a vote may do: hear, speak, or also move. Default: candidates move, guests speak.',
      ),
    authority: Claim.optional().describe('0 to 1: how strongly its decisions bind its members.'),
    binds: z
      .array(Slug)
      .optional()
      .describe('Bodies in which its members must vote its line (a fraction bound by discipline).'),
    ownCase: z.enum(['may-vote', 'recused']).optional().describe('May a member vote on his own case?'),
    powers: z
      .record(
        Slug,
        z.union([
          z.literal(true),
          z.strictObject({
            rule: Rule.optional(),
            jointly: z
              .array(Slug)
              .optional()
              .describe(
                'Bodies that sit with this one as one to decide it; whoever sits in several votes once.',
              ),
            quorum: Quorum.optional().describe(
              'How many must be present at the joint sitting (a count; below 1: a share of all its seats).',
            ),
            candidatesVote: z.boolean().optional().describe('Candidate members vote on it, too.'),
            note: z.string().optional(),
          }),
        ]),
      )
      .optional()
      .describe(
        'Acts it may decide (expel, remove, appoint, coopt, call-congress, readmit, …), with another rule or a joint sitting if need be.',
      ),
    meets: z
      .strictObject({
        every: z.number().positive().describe('Days between ordinary meetings.'),
        first: DateText.optional(),
      })
      .optional(),
    convened: z
      .boolean()
      .optional()
      .describe('False for a body that exists only once called (a congress). Default true.'),
    note: z.string().max(2000).optional(),
    ...sourceOnly(),
  })
  .describe('Seats that decide by a rule.');

export const Office = z
  .strictObject({
    name: Words,
    body: Slug.describe('The body to which the office belongs.'),
    filledBy: Slug.optional().describe('The body that fills and empties it. Default: its body.'),
    worth: Claim.optional().describe('0 to 1: how much the post is worth to its holder.'),
    carries: z.array(Slug).optional().describe('Resources that go with the office.'),
    note: z.string().max(2000).optional(),
    ...sourceOnly(),
  })
  .describe('A named post with one holder.');

export const Term = z
  .strictObject({
    person: Slug,
    body: Slug.optional(),
    office: Slug.optional(),
    role: z
      .enum(['member', 'candidate', 'guest'])
      .optional()
      .describe('In a body; candidates speak but do not vote.'),
    from: DateText.optional(),
    to: DateText.optional(),
    began: z.enum(['elected', 'appointed', 'coopted', 'founded', 'ex-officio', 'unknown']).optional(),
    ended: z
      .enum(['resigned', 'removed', 'expelled', 'dissolved', 'died', 'replaced', 'transferred', 'unknown'])
      .optional(),
    replacedBy: Slug.optional(),
    ...claimFields,
  })
  .describe(
    'Who held which seat or office, and when. Terms in force at the start seed every run; later changes come from acts.',
  );

export const Resource = z.strictObject({
  name: Words,
  kind: z.enum(['press', 'apparatus', 'force', 'delegates', 'money', 'state', 'allies']),
  holder: Slug.optional().describe('Person, body or office that holds it at the start.'),
  weight: Claim.optional().describe('0 to 1: how much it moves others.'),
  note: z.string().max(2000).optional(),
  ...sourceOnly(),
});

export const Branch = z.strictObject({
  name: Words,
  kind: z.enum(['region', 'garrison', 'union', 'press', 'ministry', 'other']).optional(),
  delegates: Quantity.optional().describe('Delegates at a congress, or its share of members (0 to 1).'),
  leans: z.record(Slug, Claim).describe('Where it leans, by issue (0 to 100).'),
  secretary: Slug.optional().describe('Who runs it.'),
  body: Slug.optional(),
  note: z.string().max(2000).optional(),
  ...sourceOnly(),
});

function sourceOnly(): Pick<typeof claimFields, 'source' | 'confidence'> {
  return { source: claimFields.source, confidence: claimFields.confidence };
}
