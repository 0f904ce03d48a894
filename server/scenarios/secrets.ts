import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 128 random bits: nobody guesses it. */
export const newIdentifier = (): string => randomBytes(16).toString('base64url');

/** 256 random bits, given out once; what stays is `hashOf` it. So many bits need no slow hash. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** What no secret hashes to: comparing with it takes as long as comparing with a true one. */
const NO_HASH = '0'.repeat(64);

/** Whether a secret is the one whose hash is kept, in a time that tells nothing; never where none is kept. */
export function isSecret(given: string | undefined, kept: string | undefined): boolean {
  const same = timingSafeEqual(Buffer.from(hashOf(given ?? '')), Buffer.from(kept ?? NO_HASH));
  return same && given !== undefined && kept !== undefined;
}
