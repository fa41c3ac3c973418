/**
 * One process a data folder: PGlite itself lets a second one write and damage it. The lock is a file that names its
 * holder; a holder that is gone, however it ended, holds nothing.
 */
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';

export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as far as the system tells: process ids are used again. */
  readonly began: string;
}

export interface Lock {
  release(): Promise<void>;
}

/** On another host (a container that shares the folder) only the lock's age tells that its holder lives. */
const BEAT_MS = 5_000;
const STALE_MS = 20_000;

/** @throws DataFolderInUse where another process, or another store of this one, has the folder open */
export async function takeLock(path: string): Promise<Lock> {
  const own: Holder = { pid: process.pid, host: hostname(), began: await beganOf(process.pid) };
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await create(path, own)) return hold(path);
    await removeStale(path);
  }
  throw inUse(path, undefined);
}

async function create(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${holder.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(draft, JSON.stringify(holder));
  try {
    // A link appears with its content at once: nobody reads a half written lock.
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

function hold(path: string): Lock {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, BEAT_MS);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      await rm(path, { force: true });
    },
  };
}

/** Takes a dead holder's lock away. Moved first and looked at again, so that a living one just taken is put back. */
async function removeStale(path: string): Promise<void> {
  const holder = await holderOf(path);
  if (holder && (await isAlive(holder, path))) throw inUse(path, holder);
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const moved = await holderOf(aside);
  if (moved && (await isAlive(moved, aside))) {
    await link(aside, path).catch(() => {});
    await rm(aside, { force: true });
    throw inUse(path, moved);
  }
  await rm(aside, { force: true });
}

async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

async function isAlive({ pid, host, began }: Holder, path: string): Promise<boolean> {
  if (host !== hostname()) {
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => STALE_MS,
    );
    return age < STALE_MS;
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return (await beganOf(pid)) === began;
}

/** The start time in /proc, where there is one; elsewhere the process id alone has to do. */
async function beganOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function inUse(path: string, holder: Holder | undefined): DataFolderInUse {
  const who = holder ? `（进程 ${holder.pid}，主机 ${holder.host}）` : '';
  return new DataFolderInUse(
    `数据文件夹正被另一个明算进程使用${who}，请先停止它，或用 DATABASE_URL 改用 PostgreSQL（锁文件：${path}）。`,
  );
}
