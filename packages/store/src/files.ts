/**
 * The original files, kept by the hash of their bytes: the same file is kept once, and a kept file never changes. In a folder, or, for
 * several machines, in an object store (`objects.ts`).
 */
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from './durable.ts';

export interface FileStore {
  /** Keeps the bytes and gives their hash; after it returns they outlive a loss of power. */
  put(bytes: Uint8Array): Promise<string>;
  /** Undefined where nothing of this hash is kept: other bytes under its name are not it. */
  get(sha256: string): Promise<Uint8Array | undefined>;
  /** What nothing refers to any more; see `forgetFiles`. */
  remove(sha256: string): Promise<void>;
  /** Asked before work that needs files begins. @throws FilesAway where they cannot be reached now */
  assureThere(): Promise<void>;
}

/** The files cannot be reached now: nothing is said of any of them, and the same may succeed in a while. */
export class FilesAway extends Error {
  override readonly name = 'FilesAway';
}

/** The hash that a file is known by, in hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const HASH = /^[0-9a-f]{64}$/;

/** Where a file stands below a folder or in a bucket, the same in both: a folder may be copied into a bucket. Undefined for what is no hash. */
export const pathOfHash = (sha256: string): string | undefined =>
  HASH.test(sha256) ? `${sha256.slice(0, 2)}/${sha256}` : undefined;

/** The kept originals of a folder, made when first needed. */
export function openFiles(folder: string): FileStore {
  const get = async (sha256: string): Promise<Uint8Array | undefined> => {
    const path = pathOfHash(sha256);
    if (path === undefined) return undefined;
    const bytes = await readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return bytes && sha256Of(bytes) === sha256 ? bytes : undefined;
  };
  return {
    put: async (bytes) => {
      const sha256 = sha256Of(bytes);
      if (!(await get(sha256))) await writeAtomically(join(folder, pathOfHash(sha256)!), bytes);
      return sha256;
    },
    get,
    remove: async (sha256) => {
      const path = pathOfHash(sha256);
      if (path !== undefined) await rm(join(folder, path), { force: true });
    },
    assureThere: async () => {},
  };
}
