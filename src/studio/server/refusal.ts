import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ErrorAnswer } from '../contract.ts';

/** Every way in which the server says no, with the status it answers. */
export const statuses = {
  host: 403,
  origin: 403,
  token: 403,
  'no-page': 404,
  'no-episode': 404,
  method: 405,
  'not-json': 415,
  shape: 400,
  'too-large': 413,
  'file-name': 403,
  'file-twice': 400,
  'file-link': 403,
  'file-large': 413,
  'file-utf8': 422,
  'file-control': 422,
  'file-damaged': 422,
  bundled: 403,
  'read-only': 403,
  'leads-out': 403,
  unreadable: 500,
  disk: 500,
  streams: 429,
  bug: 500,
} as const satisfies Record<string, ContentfulStatusCode>;

export type RefusalCode = keyof typeof statuses;
export type RefusalParams = Readonly<Record<string, string | number>>;

/** A request that was not carried out, as data. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly code: RefusalCode;
  readonly params: RefusalParams;
}

export type RefusalTexts = Readonly<Record<RefusalCode, (p: RefusalParams) => ErrorAnswer['error']>>;

export const refuse = (code: RefusalCode, params: RefusalParams = {}): Refusal => ({
  kind: 'refusal',
  code,
  params,
});

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refusal';
