/** DuckDB, which is installed only when someone keeps facts in a lake (`npm run lake`): found and loaded here, and nowhere else. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineRow } from '../ask.ts';

/** What is asked for is not installed here: one Chinese sentence. */
export class EngineMissing extends Error {
  override readonly name = 'EngineMissing';
}

/** The part of the package that is used. */
interface Package {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<Instance>;
  };
}
interface Instance {
  connect(): Promise<Connection>;
  closeSync(): void;
}
interface Connection {
  runAndReadAll(sql: string): Promise<{ getRowObjectsJS(): readonly EngineRow[] }>;
  closeSync(): void;
}

export interface DuckDb {
  /** Answers with a connection that nobody else has meanwhile. */
  with<T>(use: (run: (sql: string) => Promise<readonly EngineRow[]>) => Promise<T>): Promise<T>;
  close(): void;
}

const LIMITS = { memory_limit: '400MB', threads: '2', preserve_insertion_order: 'false' } as const;

/** Whether it is installed: in the folder that MINGSUAN_LAKE_ENGINE names, or in `lake` beside the program or above it. */
export function duckDbFolder(): string | undefined {
  const named = process.env.MINGSUAN_LAKE_ENGINE;
  const folders = named ? [named] : [];
  for (let at = dirname(fileURLToPath(import.meta.url)); !named; at = dirname(at)) {
    folders.push(join(at, 'lake'));
    if (dirname(at) === at) break;
  }
  return folders.find((folder) => existsSync(join(folder, 'node_modules/@duckdb/node-api')));
}

/** Opens it; what does not fit into memory goes to the folder `spill`. @throws EngineMissing */
export async function openDuckDb(spill: string): Promise<DuckDb> {
  const folder = duckDbFolder();
  if (folder === undefined)
    throw new EngineMissing('读写数据湖要用 DuckDB，这里没有装：请先运行 npm run lake，或者不设 MINGSUAN_FACTS。');
  const require = createRequire(join(folder, 'package.json'));
  const { DuckDBInstance } = require('@duckdb/node-api') as Package;
  const instance = await DuckDBInstance.create(':memory:', { ...LIMITS, temp_directory: spill });
  return {
    with: async (use) => {
      const connection = await instance.connect();
      try {
        return await use(async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS());
      } finally {
        connection.closeSync();
      }
    },
    close: () => instance.closeSync(),
  };
}

/** A word, or a path, in its SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
