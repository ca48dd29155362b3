import { z } from 'zod';
import { figureKinds, hangsOnBy, hangsOnPoints, limits } from './page-limits.ts';

/** A composed page as the Page screen saves it (`studio/page/pages/format.ts` has its types). Nothing else may be in it. */
const Text = z.string().max(limits.text);
const Words = z.strictObject({ en: Text, ru: Text });
const Id = z.string().min(1).max(200);
const Changes = z.array(z.record(z.string(), z.unknown())).max(limits.changes);
/** From where the runs start; left out: as the questions among the changes say. */
const From = z.union([z.literal('start'), z.iso.date()]).optional();
const Share = z.number().min(0).max(1).optional();

const Block = z.union([
  z.strictObject({ id: Id, kind: z.enum(['heading', 'text']), words: Words }),
  z.strictObject({
    id: Id,
    kind: z.literal('figure'),
    figure: z.enum(figureKinds),
    outcome: Id,
    changes: Changes,
    from: From,
    caption: Words,
    issue: Id.optional(),
    run: z.int().min(0).max(1_000_000).optional(),
    by: z.enum(hangsOnBy).optional(),
    points: z.literal(hangsOnPoints).optional(),
  }),
  z.strictObject({
    id: Id,
    kind: z.literal('bet'),
    ask: Words,
    outcome: Id,
    changes: Changes,
    from: From,
    options: z.array(z.strictObject({ words: Words, low: Share, high: Share })).max(limits.blocks),
  }),
  z.strictObject({ id: Id, kind: z.literal('sources'), ids: z.array(Id).max(10_000) }),
]);

export const ComposedPage = z.strictObject({
  format: z.literal('plenum-page'),
  version: z.literal(1),
  episode: Id,
  hash: Text,
  title: Words,
  authors: Text,
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  runs: z.int().min(1).max(limits.runs),
  blocks: z.array(Block).max(limits.blocks),
});

export type ComposedPage = z.infer<typeof ComposedPage>;
