import { z } from 'zod';
import { EpisodeFile } from './schema/index.ts';

/** The line that begins every YAML file of an episode two folders below the root. */
export const schemaComment = '# yaml-language-server: $schema=../../schema/episode.schema.json';

/**
 * JSON Schema (draft-07, which yaml-language-server knows best) of one file. An episode may be spread over several files,
 * so no top-level key is required here; the loader requires them of the whole.
 */
export function episodeJsonSchema(): Readonly<Record<string, unknown>> {
  const {
    $schema,
    required: _,
    ...schema
  } = z.toJSONSchema(EpisodeFile, { io: 'input', target: 'draft-7', reused: 'ref' });
  return { $schema, title: 'Plenum episode', ...schema };
}

/** As committed: with line ends and indentation. */
export function episodeJsonSchemaText(): string {
  return `${JSON.stringify(episodeJsonSchema(), null, 2)}\n`;
}
