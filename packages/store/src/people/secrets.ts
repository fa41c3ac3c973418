/** Passwords as argon2id hashes, and random tokens of which only the hash is kept. */
import { createHash, randomBytes } from 'node:crypto';

/** OWASP's second recommendation: 19 MiB, twice over; about 40 ms. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const;

/** `$argon2id$v=19$m=19456,t=2,p=1$…` */
export async function hashPassword(password: string): Promise<string> {
  const { argon2id } = await import('hash-wasm');
  return argon2id({ ...COST, password: password.normalize('NFC'), salt: randomBytes(16), outputType: 'encoded' });
}

/** Of nobody's password: who is not known takes as long to refuse as who is. */
const NOBODY = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Whether the password is that of the hash; never of null, which takes as long. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const { argon2Verify } = await import('hash-wasm');
  // Of no password nothing can be worked out, and it is nobody's.
  const fits = await argon2Verify({ password: password.normalize('NFC') || ' ', hash: hash ?? NOBODY });
  return fits && hash !== null;
}

/** 256 random bits for a link or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
