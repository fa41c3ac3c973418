/** Stores to test on: one of each engine for a test file, emptied between tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@mingsuan/store';
import { sql } from 'kysely';
import { openNewStore } from './new-database.ts';
import { startPostgres, type TestServer } from './postgres.ts';

export type Engine = Store['engine'];
export const ENGINES: readonly Engine[] = ['pglite', 'postgres'];

export interface Backend {
  readonly store: Store;
  /** Another store of the same engine, empty; opened at the first call. */
  other(): Promise<Store>;
  /** What opens this very store once more, in another process too. */
  readonly options: { readonly dataDir: string; readonly databaseUrl?: string };
  close(): Promise<void>;
}

/** The backend, or why there is none here. */
export async function openBackend(engine: Engine): Promise<Backend | string> {
  const server = engine === 'postgres' ? startPostgres() : undefined;
  if (typeof server === 'string') return server;
  const folder = mkdtempSync(join(tmpdir(), 'mingsuan-store-'));
  const options = optionsOf(folder, 'store', server);
  const store = await open(options);
  let second: Promise<Store> | undefined;
  return {
    store,
    options,
    other: () => {
      second ??= open(optionsOf(folder, 'other', server));
      return second;
    },
    close: async () => {
      await store.close();
      await (await second)?.close();
      server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const open = (options: Backend['options']): Promise<Store> =>
  options.databaseUrl === undefined ? openNewStore(options.dataDir) : openStore(options);

function optionsOf(folder: string, name: string, server: TestServer | undefined): Backend['options'] {
  const dataDir = join(folder, name);
  return server ? { dataDir, databaseUrl: server.createDatabase(name) } : { dataDir };
}

/**
 * Deleting few rows is much quicker than truncating many tables, and a table that never had a row is passed over. As a replica
 * the database fires no triggers: neither those of references, so that order is no matter, nor those that keep what stands.
 */
export async function empty({ db }: Store): Promise<void> {
  await sql`
    do $$
    declare name text;
    begin
      set local session_replication_role = replica;
      for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
        if pg_relation_size(name::regclass) > 0 then execute 'delete from ' || name; end if;
      end loop;
    end $$`.execute(db);
}
