/** The original files, kept by the hash of their bytes: the same file is kept once, and a kept file never changes. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface FileStore {
  /** Keeps the bytes and gives their hash; after it returns they outlive a loss of power. */
  put(bytes: Uint8Array): Promise<string>;
  /** Undefined where nothing of this hash is kept. */
  get(sha256: string): Promise<Uint8Array | undefined>;
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
  };
}

/** A reader sees the old file or the whole new one, also after a crash. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${randomUUID()}`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    await syncFolder(folder);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Makes a rename last; some systems cannot open a folder and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
