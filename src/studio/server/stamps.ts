import { createHash } from 'node:crypto';

/** A hash of bytes, to tell whether they changed: 32 hexadecimal digits of SHA-256. */
export const stampOf = (data: Uint8Array | string): string =>
  createHash('sha256').update(data).digest('hex').slice(0, 32);

/** Text without loss: the byte order mark stays. Undefined if the bytes are no UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
