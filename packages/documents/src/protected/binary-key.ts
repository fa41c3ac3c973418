/** The keys of protected Office 97–2003 files ([MS-OFFCRYPTO] 2.3.5 CryptoAPI, 2.3.6 RC4): one for each block of a stream. */
import { createHash } from 'node:crypto';
import { rc4 } from './rc4.ts';
import { unknownProtection } from './wrong.ts';

/** The hash of several parts one after the other, by an algorithm that Node knows. */
export const digest = (algorithm: string, ...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** A number as four bytes, the lowest first. */
export const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** The key of a block, counted from 0. */
export type KeyOf = (block: number) => Uint8Array;

/**
 * The keys that an encryption header (version first) and a password give; undefined where the password is not the header's.
 * @throws UnreadableInput where the header is of another kind
 */
export function keysOf(header: Buffer, password: string): KeyOf | undefined {
  const [major, minor] = [header.readUInt16LE(0), header.readUInt16LE(2)];
  if (major === 1 && minor === 1)
    return verified(simpleKeys(header.subarray(4, 20), password), header.subarray(20), 16);
  if (minor !== 2 || major < 2 || major > 4) throw unknownProtection();
  const size = header.readUInt32LE(8);
  const bits = header.readUInt32LE(12 + 16) || 40;
  const verifier = header.subarray(12 + size);
  return verified(cryptoApiKeys(verifier.subarray(4, 20), bits, password), withoutLength(verifier.subarray(20)), 20);
}

function simpleKeys(salt: Uint8Array, password: string): KeyOf {
  const short = digest('md5', Buffer.from(password, 'utf16le')).subarray(0, 5);
  const mixed = digest('md5', ...new Array(16).fill([short, salt]).flat()).subarray(0, 5);
  return (block) => digest('md5', mixed, int32(block));
}

function cryptoApiKeys(salt: Uint8Array, bits: number, password: string): KeyOf {
  const base = digest('sha1', salt, Buffer.from(password, 'utf16le'));
  return (block) => {
    const key = digest('sha1', base, int32(block)).subarray(0, bits >> 3);
    return bits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
}

/** CryptoAPI writes the length of the hash between the verifier and its hash. */
const withoutLength = (verifier: Buffer): Buffer => Buffer.concat([verifier.subarray(0, 16), verifier.subarray(20)]);

function verified(keys: KeyOf, verifier: Buffer, hashLength: number): KeyOf | undefined {
  const plain = rc4(keys(0), verifier.subarray(0, 16 + hashLength));
  const expected = digest(hashLength === 16 ? 'md5' : 'sha1', plain.subarray(0, 16));
  return expected.equals(plain.subarray(16)) ? keys : undefined;
}

/** A stream made plain; block n of `blockSize` bytes has the key n. */
export function decipher(stream: Uint8Array, keys: KeyOf, blockSize: number): Uint8Array {
  const plain = new Uint8Array(stream.length);
  for (let at = 0; at < stream.length; at += blockSize)
    plain.set(rc4(keys(at / blockSize), stream.subarray(at, at + blockSize)), at);
  return plain;
}
