/** Opening a store: a PostgreSQL server by its URL, or PostgreSQL in this process over a data folder. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { migrate } from './database/migrations.ts';
import type { Database } from './database/schema.ts';
import { type FileStore, openFiles } from './files.ts';
import { renewKinds } from './import/agencies.ts';
import { type Lock, takeLock } from './lock.ts';
import { type ObjectSettings, openObjects } from './objects.ts';
import { renewItemCounts } from './queries/item-counts.ts';
import { renewOverviews } from './queries/overview-counts.ts';

export interface StoreOptions {
  /** `postgres://…`; without it the data are in `dataDir/db`. */
  readonly databaseUrl?: string | undefined;
  /** Where the original files are kept, and the database where there is no server. */
  readonly dataDir: string;
  /** The object store that keeps the original files instead of `dataDir/files`. */
  readonly objects?: ObjectSettings | undefined;
  /** Connections to the server. */
  readonly connections?: number;
}

export interface Store {
  readonly engine: 'pglite' | 'postgres';
  readonly db: Kysely<Database>;
  readonly files: FileStore;
  close(): Promise<void>;
}

export class DatabaseIncomplete extends Error {
  override readonly name = 'DatabaseIncomplete';
}

/** @throws DataFolderInUse where another process has the embedded database open; DatabaseIncomplete where parts of it are gone; ObjectsRefused, FilesAway */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl, dataDir, objects, connections = 8 } = options;
  await mkdir(dataDir, { recursive: true });
  const files = objects ? await openObjects(objects) : openFiles(join(dataDir, 'files'));
  if (databaseUrl) {
    const { openPostgres } = await import('./database/postgres.ts');
    return ready('postgres', openPostgres(databaseUrl, connections), files);
  }
  const lock = await takeLock(join(dataDir, 'lock'));
  try {
    await assureWhole(dataDir);
    const { openPglite } = await import('./database/pglite.ts');
    return await ready('pglite', await openPglite(join(dataDir, 'db')), files, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database that lost its first file would be begun anew, empty over all that was published. An empty folder is nobody's. */
async function assureWhole(dataDir: string): Promise<void> {
  const folder = join(dataDir, 'db');
  const database = await readdir(folder).catch((): string[] => []);
  if (database.includes('PG_VERSION')) return;
  if (database.length === 0) return rm(folder, { recursive: true, force: true });
  throw new DatabaseIncomplete(
    `数据库不完整（${join(dataDir, 'db')} 里没有 PG_VERSION），没有启动，什么也没有改；请从备份恢复，或换一个数据文件夹。如果这里从未导入过资料，把 db 改名后再启动即可。`,
  );
}

async function ready(engine: Store['engine'], db: Kysely<Database>, files: FileStore, lock?: Lock): Promise<Store> {
  try {
    await migrate(db as unknown as Kysely<never>);
    await renewKinds(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    engine,
    db,
    files,
    close: async () => {
      await db.destroy();
      await lock?.release();
    },
  };
}

/**
 * Adds up what came in, and tells the planner what the tables hold. Done when many documents came in: without it questions over thousands of
 * disclosures are answered by the wrong way, and an embedded database never does it by itself.
 */
export async function maintain({ db, engine }: Pick<Store, 'db' | 'engine'>): Promise<void> {
  await renewItemCounts(db);
  await renewOverviews(db);
  await sql.raw(engine === 'pglite' ? 'vacuum analyze' : 'analyze').execute(db);
  // Nobody else shortens the log of an embedded database, and what was not shortened is read again at the next start.
  if (engine === 'pglite') await sql.raw('checkpoint').execute(db);
}
