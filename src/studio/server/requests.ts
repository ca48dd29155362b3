import { z } from 'zod';
import type { SaveRequest } from '../contract.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Most bytes of a request to write: two files of the largest size, with JSON's escapes to spare. */
export const mostBytes = 32_000_000;

const SaveBody = z.strictObject({
  files: z
    .array(z.strictObject({ path: z.string(), text: z.string(), stamp: z.string().nullable() }))
    .min(1)
    .max(64),
});

/** The request to save that a text is, or why it is none. */
export function readSave(body: string): SaveRequest | Refusal {
  let data: unknown;
  try {
    data = JSON.parse(body);
  } catch {
    return refuse('not-json');
  }
  const parsed = SaveBody.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return refuse('shape', { detail: issue?.path.join('.') || 'files' });
}

export const isJson = (contentType: string | undefined): boolean =>
  /^application\/json\s*(;|$)/i.test(contentType ?? '');
