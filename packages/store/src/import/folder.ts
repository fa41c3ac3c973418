/** Taking in a folder: one job for each file, so that it goes on where it was when the process ended. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { extensionOf, isSought, kindsByName } from '@mingsuan/documents/input/kinds';
import { checkSize } from '@mingsuan/documents/input/limits';
import { sniffSignature } from '@mingsuan/documents/input/sniff';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import type { Author } from '../identity/changes.ts';
import { replaceDocument } from '../identity/rule.ts';
import type { Ruling } from '../identity/ruling.ts';
import { enqueue } from '../jobs/queue.ts';
import type { Handler } from '../jobs/work.ts';
import type { Store } from '../open.ts';
import { importDocument } from './document.ts';
import type { Prepare } from './prepare.ts';

export const IMPORT_FILE = 'import-file';

/** What a job of `IMPORT_FILE` is given. */
export interface FilePayload {
  readonly path: string;
  /** What the file is called, where that is not the path's last part. */
  readonly name?: string;
  /** What an operator ruled of it before it came in, as where it replaces another. */
  readonly ruling?: Ruling;
  /** The document that it replaces, and who says so. */
  readonly replaces?: Author & { readonly document: number };
}

/** Enters the folder's readable files, also of folders within it, as a batch. @returns its number, for `batchProgress` */
export async function importFolder(store: Store, folder: string): Promise<number> {
  const root = resolve(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && kindsByName(entry.name).some(isSought) && extensionOf(entry.name) !== '')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return enqueue(
    store,
    IMPORT_FILE,
    basename(root),
    paths.map((path): FilePayload => ({ path })),
  );
}

/** Does the jobs of `importFolder`. */
export function importHandlers(store: Store, prepare?: Prepare): Readonly<Record<typeof IMPORT_FILE, Handler>> {
  return {
    [IMPORT_FILE]: async ({ payload }) => {
      const { path, name = basename(path), ruling, replaces } = payload as FilePayload;
      const bytes = await load(path);
      const { documentId, isNew, held } = await importDocument(
        store,
        { name, bytes, ...(ruling ? { ruling } : {}) },
        prepare,
      );
      if (replaces) await replaceDocument(store, replaces.document, documentId, replaces);
      return { documentId, isNew, held: held.length };
    },
  };
}

async function load(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    const bytes = await readFile(path);
    checkSize(sniffSignature(bytes), size);
    return bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new UnreadableInput('missing', `没有这个文件：${path}，请检查它是否移走或改名。`);
  }
}
