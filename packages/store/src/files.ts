/** The original files, kept by the hash of their bytes: the same file is kept once, and a kept file never changes. */
import { createHash } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from './durable.ts';

export interface FileStore {
  /** Keeps the bytes and gives their hash; after it returns they outlive a loss of power. */
  put(bytes: Uint8Array): Promise<string>;
  /** Undefined where nothing of this hash is kept. */
  get(sha256: string): Promise<Uint8Array | undefined>;
  /** What nothing refers to any more; see `forgetFiles`. */
  remove(sha256: string): Promise<void>;
}

/** The hash that a file is known by, in hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const HASH = /^[0-9a-f]{64}$/;

/** The kept originals of a folder, made when first needed. */
export function openFiles(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    put: async (bytes) => {
      const sha256 = sha256Of(bytes);
      const path = pathOf(sha256);
      const kept = await stat(path).catch(() => undefined);
      if (kept?.size !== bytes.length) await writeAtomically(path, bytes);
      return sha256;
    },
    get: async (sha256) => {
      if (!HASH.test(sha256)) return undefined;
      return readFile(pathOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
    },
    remove: async (sha256) => {
      if (HASH.test(sha256)) await rm(pathOf(sha256), { force: true });
    },
  };
}
