/**
 * Protected OpenDocument packages (ODF 1.2 part 3, 3.4) → the package without protection: parts that are encrypted one by one
 * (AES-CBC, the key by PBKDF2), or the whole package as one part (AES-GCM, the key by Argon2id, as LibreOffice 24.8 and later write).
 * Blowfish, as OpenOffice 1–3 wrote, is not known to Node and told as unknown.
 */
import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { readXml } from '../office/xml.ts';
import { damaged, MAX_UNPACKED, rezipped, unzip, type ZipParts } from '../office/zip.ts';
import { digest } from './binary-key.ts';
import { unknownProtection } from './wrong.ts';

/** The file itself says how often a password is hashed and how much memory that takes (kB); LibreOffice writes 100,000, and 3 and 65,536. */
const MOST_ITERATIONS = 1_000_000;
const MOST_PASSES = 10;
const MOST_MEMORY = 131_072;
const MOST_LANES = 16;
/** Bytes of a checksum are of so many of the part, packed. */
const CHECKED = 1024;
const TAG = 16;
/** The part that is a whole package. */
const WHOLE = 'encrypted-package';

type Attributes = Readonly<Record<string, string>>;

/** What the manifest says of one part's protection. */
interface Sealed {
  readonly path: string;
  readonly data: Attributes;
  readonly algorithm: Attributes;
  readonly key: Attributes;
  readonly start: Attributes;
}

/** Whether a package has parts that only a password opens. */
export const isProtectedOdf = (bytes: Uint8Array): boolean =>
  sealedIn(unzip(bytes, (path) => path === MANIFEST)).length > 0;

const MANIFEST = 'meta-inf/manifest.xml';

/** The package without protection; undefined where the password is not its own. @throws UnreadableInput where it is protected in a way not known here */
export async function decryptOdf(bytes: Uint8Array, password: string): Promise<Uint8Array | undefined> {
  const parts = unzip(bytes, () => true);
  const sealed = sealedIn(parts);
  const keys = new Map<string, Promise<Buffer>>();
  const keyFor = (each: Sealed): Promise<Buffer> => {
    // Most parts have salts of their own, some writers one for all.
    const name = JSON.stringify([each.key, each.start]);
    if (!keys.has(name)) keys.set(name, keyOf(each, password));
    return keys.get(name)!;
  };
  const opened = new Map<string, Uint8Array>();
  let total = 0;
  for (const each of sealed) {
    const part = parts.bytes(each.path);
    if (!part) continue;
    const plain = open(each, Buffer.from(part), await keyFor(each));
    if (!plain) return undefined;
    total += plain.length;
    if (total > MAX_UNPACKED) throw damaged();
    if (each.path.toLowerCase() === WHOLE) return plain;
    opened.set(each.path.toLowerCase(), plain);
  }
  const manifest = Buffer.from((parts.text(MANIFEST) ?? '').replace(ENCRYPTION, ''));
  return rezipped(parts, new Map([...opened, [MANIFEST, manifest]]));
}

const ENCRYPTION = /<([\w:]*encryption-data)\b[\s\S]*?<\/\1\s*>/g;

function sealedIn(parts: ZipParts): Sealed[] {
  const found: Sealed[] = [];
  let path = '';
  let now: Record<string, Attributes> | undefined;
  readXml(parts.text(MANIFEST) ?? '<none/>', {
    open(name, attributes) {
      if (name === 'file-entry') path = attributes['full-path'] ?? '';
      if (name === 'encryption-data') now = { data: attributes };
      else if (now) now[name] = attributes;
    },
    close(name) {
      if (name !== 'encryption-data' || !now) return;
      const { data = {}, algorithm = {} } = now;
      found.push({ path, data, algorithm, key: now['key-derivation'] ?? {}, start: now['start-key-generation'] ?? {} });
      now = undefined;
    },
  });
  return found;
}

/** A name in the manifest is a word, or the last word of an address: SHA256, …#sha256, …#sha256-1k. */
const wordOf = (name = ''): string => name.slice(name.search(/[^#:/]*$/)).toLowerCase();

async function keyOf({ key, start }: Sealed, password: string): Promise<Buffer> {
  const hash = wordOf(start['start-key-generation-name']) || 'sha1';
  if (hash !== 'sha1' && hash !== 'sha256') throw unknownProtection();
  const first = digest(hash, Buffer.from(password, 'utf8'));
  const salt = Buffer.from(key.salt ?? '', 'base64');
  const length = Number(key['key-size'] ?? 16);
  if (![16, 24, 32].includes(length) || salt.length < 8) throw unknownProtection();
  switch (wordOf(key['key-derivation-name'])) {
    case 'pbkdf2': {
      const iterations = Number(key['iteration-count']);
      if (!(iterations >= 1 && iterations <= MOST_ITERATIONS)) throw unknownProtection();
      return pbkdf2Sync(first, salt, Math.floor(iterations), length, 'sha1');
    }
    case 'argon2id':
      return argon2(first, salt, length, key);
    default:
      throw unknownProtection();
  }
}

async function argon2(password: Buffer, salt: Buffer, hashLength: number, said: Attributes): Promise<Buffer> {
  const [iterations, memorySize, parallelism] = ['argon2-iterations', 'argon2-memory', 'argon2-lanes'].map((name) =>
    Math.floor(Number(said[name])),
  ) as [number, number, number];
  const isBounded =
    iterations >= 1 &&
    iterations <= MOST_PASSES &&
    parallelism >= 1 &&
    parallelism <= MOST_LANES &&
    memorySize >= 8 * parallelism &&
    memorySize <= MOST_MEMORY;
  if (!isBounded) throw unknownProtection();
  const { argon2id } = await import('hash-wasm');
  return Buffer.from(
    await argon2id({ password, salt, iterations, memorySize, parallelism, hashLength, outputType: 'binary' }),
  );
}

/** A part deciphered and unpacked; undefined where the key is another's. */
function open({ data, algorithm }: Sealed, part: Buffer, key: Buffer): Uint8Array | undefined {
  const cipher = wordOf(algorithm['algorithm-name']);
  const start = Buffer.from(algorithm['initialisation-vector'] ?? '', 'base64');
  const bits = 8 * key.length;
  if (cipher === `aes${bits}-gcm` && start.length === 12) {
    const plain = unsealed(`aes-${bits}-gcm` as 'aes-256-gcm', part, key, start);
    return plain && unpacked(plain);
  }
  if (cipher !== `aes${bits}-cbc` || start.length !== 16) throw unknownProtection();
  const decipher = createDecipheriv(`aes-${bits}-cbc`, key, start).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(part.subarray(0, part.length & ~15)), decipher.final()]);
  // The last byte tells how many were added to fill the last block.
  const packed = padded.subarray(0, Math.max(0, padded.length - (padded.at(-1) ?? 0)));
  if (!isChecked(data, packed)) return undefined;
  return unpacked(packed);
}

function unsealed(cipher: 'aes-256-gcm', part: Buffer, key: Buffer, start: Buffer): Buffer | undefined {
  // XML encryption writes the vector before what it enciphers.
  const body = part.subarray(0, start.length).equals(start) ? part.subarray(start.length) : part;
  if (body.length < TAG) return undefined;
  const decipher = createDecipheriv(cipher, key, start).setAuthTag(body.subarray(-TAG));
  const plain = decipher.update(body.subarray(0, -TAG));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}

function isChecked(data: Attributes, packed: Buffer): boolean {
  const [hash, amount] = wordOf(data['checksum-type']).replace('/', '-').split('-');
  if (hash !== 'sha1' && hash !== 'sha256' && hash !== '1k') return true;
  const checked = amount === '1k' || hash === '1k' ? packed.subarray(0, CHECKED) : packed;
  return digest(hash === '1k' ? 'sha1' : hash, checked).equals(Buffer.from(data.checksum ?? '', 'base64'));
}

/** What was deflated before it was enciphered; undefined where a wrong key left none. */
function unpacked(packed: Buffer): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: MAX_UNPACKED });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw damaged(error);
    return undefined;
  }
}
