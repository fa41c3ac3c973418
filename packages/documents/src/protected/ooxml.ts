/** Encrypted packages of Office 2007 and later ([MS-OFFCRYPTO] 2.3.4: standard and agile encryption) → the zip within. */
import { createDecipheriv, createHash, getHashes } from 'node:crypto';
import { readXml } from '../office/xml.ts';
import { digest, int32 } from './binary-key.ts';
import type { OleStreams } from './ole.ts';
import { unknownProtection } from './wrong.ts';

/** The file itself says how often a password is hashed; Office writes 100,000. */
const MOST_SPINS = 1_000_000;
const STANDARD_SPINS = 50_000;
const SEGMENT = 4096;

/** Undefined where the password is not the package's. @throws UnreadableInput where it is protected in a way not known here */
export function decryptPackage(streams: OleStreams, password: string): Uint8Array | undefined {
  const [info, sealed] = [streams.get('EncryptionInfo'), streams.get('EncryptedPackage')];
  if (!info || !sealed || info.length < 8 || sealed.length < 8) throw unknownProtection();
  const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)];
  const size = Number(sealed.readBigUInt64LE(0));
  const body = sealed.subarray(8);
  let plain: Uint8Array | undefined;
  if (major === 4 && minor === 4) plain = agile(info.subarray(8).toString('utf8'), body, password);
  else if (minor === 2 && major >= 2 && major <= 4) plain = standard(info.subarray(8), body, password);
  else throw unknownProtection();
  return plain?.subarray(0, size);
}

interface Cipher {
  readonly hash: string;
  readonly bits: number;
  readonly blockSize: number;
  readonly salt: Buffer;
}

function agile(xml: string, body: Buffer, password: string): Uint8Array | undefined {
  const found = new Map<string, Readonly<Record<string, string>>>();
  readXml(xml, { open: (name, attributes) => found.set(name, attributes) });
  const [data, key] = [found.get('keyData'), found.get('encryptedKey')];
  if (!data || !key) throw unknownProtection();
  const [ofData, ofKey] = [cipherOf(data), cipherOf(key)];
  const spins = Number(key.spinCount);
  if (!(spins >= 0 && spins <= MOST_SPINS)) throw unknownProtection();
  const base = spun(ofKey.hash, digest(ofKey.hash, ofKey.salt, Buffer.from(password, 'utf16le')), spins);
  const opened = (block: readonly number[], sealed: string | undefined): Buffer => {
    const made = fitted(digest(ofKey.hash, base, Buffer.from(block)), ofKey.bits >> 3);
    return decrypted(ofKey, made, ofKey.salt, Buffer.from(sealed ?? '', 'base64'));
  };
  const verifier = opened([0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79], key.encryptedVerifierHashInput);
  const expected = opened([0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e], key.encryptedVerifierHashValue);
  const actual = digest(ofKey.hash, verifier.subarray(0, ofKey.salt.length));
  if (!actual.equals(expected.subarray(0, actual.length))) return undefined;
  const secret = opened([0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6], key.encryptedKeyValue);
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += SEGMENT) {
    const start = digest(ofData.hash, ofData.salt, int32(at / SEGMENT));
    parts.push(decrypted(ofData, secret.subarray(0, ofData.bits >> 3), start, body.subarray(at, at + SEGMENT)));
  }
  return Buffer.concat(parts);
}

function cipherOf(attributes: Readonly<Record<string, string>>): Cipher {
  const hash = (attributes.hashAlgorithm ?? '').toLowerCase().replace('-', '');
  const [bits, blockSize] = [Number(attributes.keyBits), Number(attributes.blockSize)];
  const isKnown =
    getHashes().includes(hash) &&
    [128, 192, 256].includes(bits) &&
    blockSize === 16 &&
    attributes.cipherAlgorithm === 'AES' &&
    attributes.cipherChaining === 'ChainingModeCBC';
  if (!isKnown) throw unknownProtection();
  return { hash, bits, blockSize, salt: Buffer.from(attributes.saltValue ?? '', 'base64') };
}

function decrypted({ bits, blockSize }: Cipher, key: Buffer, start: Buffer, sealed: Buffer): Buffer {
  return aes(`aes-${bits}-cbc`, key, fitted(start, blockSize), sealed);
}

/** Whole blocks only: the end of a cut file is no block. */
function aes(name: string, key: Buffer, start: Buffer | null, sealed: Buffer): Buffer {
  const cipher = createDecipheriv(name, key, start).setAutoPadding(false);
  return Buffer.concat([cipher.update(sealed.subarray(0, sealed.length & ~15)), cipher.final()]);
}

/** Cut, or filled up with the byte that the format fills with. */
const fitted = (bytes: Buffer, length: number): Buffer =>
  bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)]);

function spun(hash: string, start: Buffer, times: number): Buffer {
  let value = start;
  const count = Buffer.alloc(4);
  for (let i = 0; i < times; i++) {
    count.writeUInt32LE(i);
    value = createHash(hash).update(count).update(value).digest();
  }
  return value;
}

function standard(info: Buffer, body: Buffer, password: string): Uint8Array | undefined {
  const size = info.readUInt32LE(0);
  const [algorithm, hash, declared] = [info.readUInt32LE(12), info.readUInt32LE(16), info.readUInt32LE(20)];
  if (algorithm < 0x660e || algorithm > 0x6610 || (hash !== 0 && hash !== 0x8004)) throw unknownProtection();
  const bits = [128, 192, 256].includes(declared) ? declared : 128;
  const verifier = info.subarray(4 + size);
  const salt = verifier.subarray(4, 20);
  const base = digest('sha1', salt, Buffer.from(password, 'utf16le'));
  const last = digest('sha1', spun('sha1', base, STANDARD_SPINS), int32(0));
  const masked = (mask: number): Buffer =>
    digest(
      'sha1',
      Buffer.alloc(64, mask).map((value, i) => value ^ (last[i] ?? 0)),
    );
  const key = Buffer.concat([masked(0x36), masked(0x5c)]).subarray(0, bits >> 3);
  const open = (sealed: Buffer): Buffer => aes(`aes-${bits}-ecb`, key, null, sealed);
  const expected = open(verifier.subarray(40, 72)).subarray(0, 20);
  return digest('sha1', open(verifier.subarray(20, 36))).equals(expected) ? open(body) : undefined;
}
