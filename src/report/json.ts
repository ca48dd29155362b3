import { version } from '../version.ts';
import type { Json } from './page.ts';

/** A document for other programs: says which version wrote it and what it is; numbers that do not exist are null. */
export function toJson(kind: string, data: { readonly [key: string]: Json }): string {
  return `${JSON.stringify({ plenum: version, document: kind, ...data }, finite, 2)}\n`;
}

const finite = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? null : value;
