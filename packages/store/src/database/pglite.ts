/** PostgreSQL in this process (PGlite), and the few lines by which Kysely speaks to it. */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { dataDir } from '@electric-sql/pglite-prepopulatedfs';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { unpackTar } from 'modern-tar/fs';
import { syncFolder, syncTree } from '../durable.ts';
import { noNul } from './no-nul.ts';
import { BIGINT, safeInteger } from './numbers.ts';
import type { Database } from './schema.ts';
import { syncedOptions } from './synced-folder.ts';

/** Opens the database in a folder; where there is none, an empty one is put there first. */
export async function openPglite(folder: string): Promise<Kysely<Database>> {
  if (!existsSync(folder)) await makeDatabase(folder);
  const client = await PGlite.create({ ...syncedOptions(folder), parsers: { [BIGINT]: safeInteger } });
  return new Kysely<Database>({
    plugins: [noNul],
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PgliteDriver(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

/**
 * A database is made beside its place and put there when it is whole and on the disk: a first start that is cut off leaves none.
 * It is unpacked, not made by PostgreSQL itself, which would take 0.9 GB for it.
 */
async function makeDatabase(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  const packed = Readable.fromWeb((await dataDir()).stream() as ReadableStream);
  await pipeline(packed, createGunzip(), unpackTar(draft, { dmode: 0o700, fmode: 0o600 }));
  await syncTree(draft);
  await rename(draft, folder);
  await syncFolder(dirname(folder));
}

/** There is one connection: whoever has it keeps it for a query or a transaction, the others wait in turn. */
class PgliteDriver implements Driver {
  readonly #client: PGlite;
  #last: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(client: PGlite) {
    this.#client = client;
  }

  async init(): Promise<void> {
    await this.#client.waitReady;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let release = () => {};
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return new PgliteConnection(this.#client);
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    await this.#client.close();
  }
}

class PgliteConnection implements DatabaseConnection {
  readonly #client: PGlite;

  constructor(client: PGlite) {
    this.#client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await this.#client.query<R>(sql, [...parameters]);
    return { rows, ...(affectedRows === undefined ? {} : { numAffectedRows: BigInt(affectedRows) }) };
  }

  // biome-ignore lint/correctness/useYield: PGlite hands out whole results only
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('PGlite does not stream');
  }
}
