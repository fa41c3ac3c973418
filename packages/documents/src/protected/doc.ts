/** Protected documents of Word 97–2003 ([MS-DOC] 2.2.6): RC4 and RC4 of CryptoAPI → the same streams, plain. */
import { decipher, keysOf } from './binary-key.ts';
import type { OleStreams } from './ole.ts';
import { unknownProtection } from './wrong.ts';

const BLOCK = 512;
/** The first bytes of the main stream are never encrypted. */
const PLAIN_HEAD = 68;
const ENCRYPTED = 0x0100;
const OBFUSCATED = 0x8000;
const IN_TABLE_1 = 0x0200;

/** Whether the main stream says that the document is encrypted. */
export const isProtectedDoc = (main: Buffer | undefined): boolean =>
  main !== undefined && main.length > PLAIN_HEAD && (main.readUInt16LE(10) & ENCRYPTED) !== 0;

/** The streams without protection; undefined where the password is not theirs. */
export function decryptDoc(streams: OleStreams, password: string): OleStreams | undefined {
  const main = streams.get('WordDocument')!;
  const flags = main.readUInt16LE(10);
  const tableName = flags & IN_TABLE_1 ? '1Table' : '0Table';
  const table = streams.get(tableName);
  if (!table || flags & OBFUSCATED) throw unknownProtection();
  const keys = keysOf(table.subarray(0, main.readUInt32LE(14)), password);
  if (!keys) return undefined;
  const plain = new Map(
    [...streams].map(([name, stream]): [string, Buffer] => {
      const isCiphered = name === 'WordDocument' || name === tableName || name === 'Data';
      return [name, isCiphered ? Buffer.from(decipher(stream, keys, BLOCK)) : stream];
    }),
  );
  const head = plain.get('WordDocument')!;
  head.set(main.subarray(0, PLAIN_HEAD));
  head.writeUInt16LE(flags & ~ENCRYPTED, 10);
  return plain;
}
