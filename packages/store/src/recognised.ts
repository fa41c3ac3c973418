/** What was recognised of a scan, kept as a file of the store beside the original: a person's corrections stand at its places, and a later recogniser may put them elsewhere. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Recognised } from '@mingsuan/documents/read';
import type { Store } from './open.ts';

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

/** Keeps it, within a transaction that keeps files. @returns its hash; null of a file in which nothing is doubtful */
export async function keepRecognised(
  { files }: Pick<Store, 'files'>,
  recognised: Recognised | undefined,
): Promise<string | null> {
  if (!recognised) return null;
  const { pictures: _, ...layout } = recognised.layout;
  return files.put(await packed(JSON.stringify({ ...recognised, layout })));
}

/** Undefined where there is none. */
export async function keptRecognised(
  { files }: Pick<Store, 'files'>,
  sha256: string | null,
): Promise<Recognised | undefined> {
  const bytes = sha256 === null ? undefined : await files.get(sha256);
  return bytes && (JSON.parse((await unpacked(bytes)).toString()) as Recognised);
}
