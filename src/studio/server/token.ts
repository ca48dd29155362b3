import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret for one run of the server: 256 bits in 43 characters that a header and HTML can hold. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Compares in a time that says nothing of where two texts differ, or how long the secret is. */
export function sameToken(given: string | undefined, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(secret));
}
