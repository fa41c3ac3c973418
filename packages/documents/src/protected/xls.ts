/** Protected workbooks of Excel 97–2003 ([MS-XLS] 2.2.10): XOR obfuscation, RC4, RC4 of CryptoAPI → the plain stream of records. */
import { type KeyOf, keysOf } from './binary-key.ts';
import { rc4 } from './rc4.ts';
import { unknownProtection } from './wrong.ts';

const FILE_PASS = 0x2f;
const BOUND_SHEET = 0x85;
/** Records whose content is never encrypted: where a stream begins, how it is protected, who has it open. */
const PLAIN = new Set([0x809, FILE_PASS, 0xe1, 0x194, 0x195, 0x196, 0x138]);
const BLOCK = 1024;
/** What is marked in a sheet: a record that readers pass over, whatever its length. */
const IGNORED = 0x1d;

/** The protection of a workbook's stream; undefined where it has none. */
export function filePassOf(stream: Buffer): Buffer | undefined {
  for (const { type, start, end } of recordsOf(stream)) {
    if (type === FILE_PASS) return stream.subarray(start, end);
    if (type === BOUND_SHEET) return undefined;
  }
  return undefined;
}

/** The stream without its protection; undefined where the password is not its own. */
export function decryptWorkbook(stream: Buffer, password: string): Uint8Array | undefined {
  const pass = filePassOf(stream);
  if (!pass || pass.length < 6) throw unknownProtection();
  const open = pass.readUInt16LE(0) === 0 ? obfuscation(pass, password) : ciphered(pass.subarray(2), password);
  if (!open) return undefined;
  const plain = Buffer.from(stream);
  for (const { type, start, end } of recordsOf(stream)) {
    if (type === FILE_PASS) plain.writeUInt16LE(IGNORED, start - 4);
    if (PLAIN.has(type)) continue;
    // Where a sheet's records begin is written plain.
    const from = type === BOUND_SHEET ? Math.min(start + 4, end) : start;
    plain.set(open(stream.subarray(from, end), from, end + from - start), from);
  }
  return plain;
}

function* recordsOf(stream: Buffer): Generator<{ type: number; start: number; end: number }> {
  for (let at = 0; at + 4 <= stream.length; ) {
    const start = at + 4;
    const end = Math.min(start + stream.readUInt16LE(at + 2), stream.length);
    yield { type: stream.readUInt16LE(at), start, end };
    at = end;
  }
}

/** A record's content made plain: it stands at `from` in the stream; `turn` is where the obfuscation's array begins. */
type Open = (content: Uint8Array, from: number, turn: number) => Uint8Array;

function ciphered(header: Buffer, password: string): Open | undefined {
  const keys = keysOf(header, password);
  return keys && ((content, from) => acrossBlocks(content, from, keys));
}

function acrossBlocks(content: Uint8Array, from: number, keys: KeyOf): Uint8Array {
  const plain = new Uint8Array(content.length);
  for (let at = 0; at < content.length; ) {
    const [block, skip] = [Math.floor((from + at) / BLOCK), (from + at) % BLOCK];
    const part = content.subarray(at, at + BLOCK - skip);
    plain.set(rc4(keys(block), part, skip), at);
    at += part.length;
  }
  return plain;
}

/** What Excel fills a short password up with. */
const FILL = [0xbb, 0xff, 0xff, 0xba, 0xff, 0xff, 0xb9, 0x80, 0x00, 0xbe, 0x0f, 0x00, 0xbf, 0x0f, 0x00, 0x00];

const turnedLeft = (value: number, by: number): number => ((value << by) | (value >> (8 - by))) & 255;

/** Method 1 of [MS-OFFCRYPTO] 2.3.7: the file holds the key, the password is only compared. */
function obfuscation(pass: Buffer, password: string): Open | undefined {
  const bytes = Uint8Array.from([...password].slice(0, 15), (character) => {
    const code = character.charCodeAt(0);
    return code & 255 || code >> 8;
  });
  const [key, verifier] = [pass.readUInt16LE(2), pass.readUInt16LE(4)];
  if (verifierOf(bytes) !== verifier) return undefined;
  const array = [...bytes, ...FILL]
    .slice(0, 16)
    .map((value, i) => turnedLeft(value ^ ((i % 2 === 0 ? key : key >> 8) & 255), 2));
  return (content, _, turn) => content.map((value, i) => turnedLeft(value, 3) ^ array[(turn + i) & 15]!);
}

function verifierOf(password: Uint8Array): number {
  const turn = (value: number): number => ((value << 1) & 0x7fff) | ((value >> 14) & 1);
  const hash = password.reduceRight((sum, byte) => turn(sum) ^ byte, 0);
  return turn(hash) ^ password.length ^ 0xce4b;
}
