/** One process at a time on a file that several may change: each reads what the one before wrote. */
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 20;
/** Nobody holds a file so long; whoever did was killed. */
const STALE_MS = 30_000;

/** Does `work` while no other process does any on the same file. @throws the system's error where nothing can be written beside it */
export async function exclusively<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  while (!(await taken(lock))) {
    await removeStale(lock);
    await sleep(PAUSE_MS * (0.5 + Math.random()));
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function taken(lock: string): Promise<boolean> {
  try {
    await (await open(lock, 'wx')).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

const isStale = async (lock: string): Promise<boolean> =>
  stat(lock).then(
    ({ mtimeMs }) => Date.now() - mtimeMs > STALE_MS,
    () => false,
  );

/** Moved first and looked at again, so that one just taken is put back. */
async function removeStale(lock: string): Promise<void> {
  if (!(await isStale(lock))) return;
  const aside = `${lock}.${process.pid}`;
  await rename(lock, aside).catch(() => {});
  if (!(await isStale(aside))) await link(aside, lock).catch(() => {});
  await rm(aside, { force: true });
}
