import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { episodeJsonSchema, episodeJsonSchemaText } from './json-schema.ts';

const file = 'schema/episode.schema.json';

it('the committed schema is the generated one (UPDATE_SCHEMA=1 writes it)', () => {
  if (process.env.UPDATE_SCHEMA === '1') writeFileSync(file, episodeJsonSchemaText());
  expect(readFileSync(file, 'utf8')).toBe(episodeJsonSchemaText());
});

it('allows partial files and refuses unknown keys', () => {
  const schema = episodeJsonSchema();
  expect(schema.required).toBeUndefined();
  expect(schema.additionalProperties).toBe(false);
  expect(Object.keys(schema.properties as object)).toContain('record');
});
