/** A year of the office taken out while the server runs: a file of the moment, handed out and deleted. */
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackupError, type Doer, exportYear, type Store } from '@mingsuan/store';
import { Fault } from '../../fault.ts';

/** The file goes when it was read, or when reading it broke off. @throws Fault `not-yet` where the office has nothing of the year, or lacks a file */
export async function yearFile(
  store: Store,
  year: number,
  doer: Doer,
): Promise<{ readonly size: number; readonly stream: ReadStream }> {
  const folder = await mkdtemp(join(tmpdir(), 'mingsuan-year-'));
  const forget = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'year.gz');
    await exportYear(store, year, path, doer);
    const { size } = await stat(path);
    const stream = createReadStream(path);
    stream.once('close', () => void forget());
    return { size, stream };
  } catch (error) {
    await forget();
    throw error instanceof BackupError ? new Fault('not-yet', error.message) : error;
  }
}
