/** Uploads that wait for their import: one folder each, below `inbox` of the data folder. */
import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { type FilePayload, IMPORT_FILE, openPayloads, type Store } from '@mingsuan/store';

/** An upload is written before its jobs are entered: what is younger may be on its way. */
const DAY_MS = 24 * 3600 * 1000;

/** The store keeps the original; what an upload brought is not needed again. The last of its batch takes the folder along. */
export async function takeAway(inbox: string, path: string | undefined): Promise<void> {
  if (!path?.startsWith(inbox + sep)) return;
  await rm(dirname(path), { recursive: true, force: true });
  await rmdir(dirname(dirname(path))).catch(() => {});
}

/** Removes what no open job asks for, as a process that was killed leaves it. @returns how many batches went */
export async function sweepInbox(inbox: string, store: Pick<Store, 'db'>, now = Date.now()): Promise<number> {
  const batches = await readdir(inbox).catch((): string[] => []);
  if (batches.length === 0) return 0;
  const payloads = (await openPayloads(store, IMPORT_FILE)) as readonly Partial<FilePayload>[];
  const needed = new Set(payloads.map(({ path }) => path && dirname(dirname(path))));
  let gone = 0;
  for (const name of batches) {
    const folder = join(inbox, name);
    if (needed.has(folder) || now - (await stat(folder)).mtimeMs < DAY_MS) continue;
    await rm(folder, { recursive: true, force: true });
    gone += 1;
  }
  return gone;
}
