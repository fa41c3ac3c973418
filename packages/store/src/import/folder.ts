/** Taking in a folder: one job for each file, so that it goes on where it was when the process ended. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { extensionOf, isSought, kindsByName } from '@mingsuan/documents/input/kinds';
import { checkSize } from '@mingsuan/documents/input/limits';
import { sniffSignature } from '@mingsuan/documents/input/sniff';
import { UnreadableInput } from '@mingsuan/documents/unreadable';
import { replaceDocument } from '../identity/rule.ts';
import { enqueue, enqueueIn, passJob } from '../jobs/queue.ts';
import { type Handler, PASSED_ON } from '../jobs/work.ts';
import { keepingFiles } from '../kept-files.ts';
import type { Store } from '../open.ts';
import { importDocument } from './document.ts';
import { type FilePayload, IMPORT_FILE, IMPORT_LOCAL } from './file-jobs.ts';
import type { DocumentInput, Prepare } from './prepare.ts';

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
    IMPORT_LOCAL,
    basename(root),
    paths.map((path): FilePayload => ({ path })),
  );
}

/** Enters files as a batch that any process with this store may take in: each is kept, and its job names it by its hash. */
export function importFiles(
  store: Store,
  title: string,
  files: readonly DocumentInput[],
  replaces?: FilePayload['replaces'],
): Promise<number> {
  return store.db.transaction().execute(async (tx) => {
    await keepingFiles(tx);
    const payloads: FilePayload[] = [];
    for (const { name, bytes, ruling } of files) {
      const sha256 = await store.files.put(bytes);
      payloads.push({ sha256, name, ...(ruling ? { ruling } : {}), ...(replaces ? { replaces } : {}) });
    }
    return enqueueIn(tx, IMPORT_FILE, title, payloads);
  });
}

/** Takes files in, those of this machine too. */
export function importHandlers(
  store: Store,
  prepare?: Prepare,
): Readonly<Record<typeof IMPORT_FILE | typeof IMPORT_LOCAL, Handler>> {
  const takeIn: Handler = async ({ payload }) => {
    const { ruling, replaces, ...place } = payload as FilePayload;
    const { name, bytes } = await load(store, place);
    const { documentId, isNew, held } = await importDocument(
      store,
      { name, bytes, ...(ruling ? { ruling } : {}) },
      prepare,
    );
    if (replaces) await replaceDocument(store, replaces.document, documentId, replaces);
    return { documentId, isNew, held: held.length };
  };
  return { [IMPORT_FILE]: takeIn, [IMPORT_LOCAL]: takeIn };
}

/** Makes each file of this machine one that any process may take in: kept in the store, the job names it by its hash. */
export const handingOver = (store: Store): Readonly<Record<typeof IMPORT_LOCAL, Handler>> => ({
  [IMPORT_LOCAL]: async (job) => {
    const { path, ...others } = job.payload as FilePayload;
    const { name, bytes } = await load(store, { ...others, ...(path === undefined ? {} : { path }) });
    await store.db.transaction().execute(async (tx) => {
      await keepingFiles(tx);
      const handed: FilePayload = { ...others, name, sha256: await store.files.put(bytes) };
      await passJob({ db: tx }, job, IMPORT_FILE, handed);
    });
    return PASSED_ON;
  },
});

async function load(store: Store, place: Pick<FilePayload, 'path' | 'sha256' | 'name'>) {
  const { path, sha256, name = basename(path ?? '') } = place;
  if (path !== undefined) return { name, bytes: await loadPath(path) };
  const bytes = await store.files.get(sha256!);
  if (!bytes) throw new UnreadableInput('missing', '等着导入的原件不见了，请重新上传。');
  checkSize(sniffSignature(bytes), bytes.length);
  return { name, bytes };
}

async function loadPath(path: string): Promise<Uint8Array> {
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
