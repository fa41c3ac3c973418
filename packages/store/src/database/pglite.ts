/** PostgreSQL in this process (PGlite), and the few lines by which Kysely speaks to it. */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
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
import { syncFolder, syncTree } from '../durable.ts';
import { noNul } from './no-nul.ts';
import { BIGINT, safeInteger } from './numbers.ts';
import type { Database } from './schema.ts';
import { syncedOptions } from './synced-folder.ts';

/** `folder` is absent for a database in memory; `snapshot` is what a new one begins with. */
export async function openPglite(folder?: string, snapshot?: Blob): Promise<Kysely<Database>> {
  if (folder !== undefined && !existsSync(folder)) await makeDatabase(folder, snapshot);
  const client = await PGlite.create({
    ...(folder === undefined ? startingWith(snapshot) : syncedOptions(folder)),
    parsers: { [BIGINT]: safeInteger },
  });
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

/** A database is made beside its place and put there when it is whole and on the disk: a first start that is cut off leaves none. */
async function makeDatabase(folder: string, snapshot?: Blob): Promise<void> {
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await (await PGlite.create({ dataDir: draft, ...startingWith(snapshot) })).close();
  await syncTree(draft);
  await rename(draft, folder);
  await syncFolder(dirname(folder));
}

const startingWith = (snapshot?: Blob) => (snapshot === undefined ? {} : { loadDataDir: snapshot });

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
