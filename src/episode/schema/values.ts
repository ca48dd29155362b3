import { z } from 'zod';

/** A slug: lower-case Latin letters, digits and hyphens. It never changes once published. */
export const Slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .describe(
    'A short name that never changes: lower-case Latin letters, digits, hyphens (kamenev, cc, press-decree).',
  );

/** Text in one or more languages: a plain string stands for every language. */
export const Words = z
  .union([z.string().min(1), z.strictObject({ en: z.string().min(1), ru: z.string().min(1).optional() })])
  .describe('Text: one string, or one per language ({en: …, ru: …}).');

/** EDTF level 1 text, as written, in the episode's default calendar unless `calendar` says otherwise. */
export const DateText = z
  .union([
    z.string().min(4).max(64),
    z.number().int().min(1000).max(2200).describe('A bare year.'),
    z.strictObject({
      edtf: z.string().min(4).max(64).describe('EDTF level 1: 1917-11-04, 1917-11~, 1917-11-04/1917-11-06.'),
      calendar: z.enum(['julian', 'gregorian']).optional(),
      time: z
        .string()
        .regex(/^\d{1,2}:\d{2}$/)
        .optional()
        .describe('Time of day if the source gives it; orders the acts of one day.'),
      basis: z.enum(['stated', 'context', 'order-of-telling', 'other-source']).optional(),
      asWritten: z.string().max(120).optional().describe('The words of the source: "4 ноября".'),
    }),
    z.strictObject({
      after: Slug.optional().describe('Counted from the date of this act.'),
      before: Slug.optional(),
      days: z.number().min(0).max(4000).describe('How many days.'),
      give: z.number().min(0).max(400).optional().describe('Plus or minus how many days.'),
      basis: z.enum(['stated', 'context', 'order-of-telling', 'other-source']).optional(),
      asWritten: z.string().max(120).optional(),
    }),
  ])
  .describe(
    'A date: EDTF text in the default calendar, {edtf, calendar}, or relative ({after: act, days: 20, give: 3}).',
  );

const pair = z.tuple([z.number(), z.number()]);

/** A number known exactly, within a range, with a spread, or by a named distribution. */
export const Quantity = z
  .union([
    z.number(),
    z
      .string()
      .max(60)
      .describe(
        '"40..80" for a range (uniform), "60 ± 10" or "60 +- 10" for a value with its standard deviation.',
      ),
    z.strictObject({ range: pair.describe('Uniform between the two.') }),
    z.strictObject({
      mean: z.number(),
      sd: z.number().positive(),
      low: z.number().optional(),
      high: z.number().optional(),
    }),
    z.strictObject({ triangular: z.tuple([z.number(), z.number(), z.number()]).describe('low, mode, high') }),
    z.strictObject({ beta: pair.describe('a, b'), low: z.number().optional(), high: z.number().optional() }),
    z.strictObject({ discrete: z.array(pair).min(1).describe('Pairs of value and probability.') }),
  ])
  .describe('A number, a range "40..80", a value with its spread "60 ± 10", or a distribution.');

export const Confidence = z.enum(['sure', 'probable', 'disputed', 'judgement']);

export const Anchor = z.strictObject({
  source: Slug.describe('The id of a work in sources.json.'),
  locator: z.string().max(200).optional().describe('Page, note, line: "p. 44", "n. 21".'),
  quote: z
    .string()
    .max(160)
    .optional()
    .describe('A few words from the source, for finding the place. Never a whole sentence in copyright.'),
  via: z
    .string()
    .max(300)
    .optional()
    .describe('The chain of transmission, if the words reached us through others.'),
});

/** What every claim may carry beside its value. */
export const claimFields = {
  source: z
    .union([z.string().max(200), Anchor, z.array(z.union([z.string().max(200), Anchor])).max(20)])
    .optional()
    .describe(
      'Where it rests: "p35 n. 21" (source id, then the locator), {source, locator, quote}, or a list.',
    ),
  confidence: Confidence.optional(),
  evidence: DateText.optional().describe(
    'The date of the latest evidence used. Later than the act it explains is hindsight.',
  ),
  inferredFrom: z
    .union([Slug, z.array(Slug)])
    .optional()
    .describe('Acts of the record from which the value was inferred (marked as hindsight by the scores).'),
  status: z.enum(['suggested', 'accepted', 'disputed', 'withdrawn']).optional(),
  rank: z.enum(['preferred', 'normal', 'deprecated']).optional(),
  coder: Slug.optional(),
  coded: DateText.optional().describe('When it was coded.'),
  note: z.string().max(2000).optional(),
} as const;

const ClaimOf = z.strictObject({ value: Quantity, ...claimFields });

/** A coded number: bare, or a claim with its source, or several contradicting claims of which one is preferred. */
export const Claim = z
  .union([Quantity, ClaimOf, z.strictObject({ claims: z.array(ClaimOf).min(2).max(12) })])
  .describe(
    'A number or a claim {value, source, confidence, note}; {claims: […]} where sources contradict each other.',
  );

export const PersonList = z.union([Slug, z.array(Slug).min(1)]);
