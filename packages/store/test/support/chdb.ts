/** ClickHouse in this process: chdb, half a gigabyte that is not installed for everybody. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clickhouse, quoted, SETTINGS } from '../../src/facts/clickhouse/engine.ts';

interface Session {
  query(sql: string, format?: string): string;
  close(): void;
}

/** An engine over a folder, or why there is none here. */
export function openChdb(folder: string): Clickhouse | string {
  const home = process.env.MINGSUAN_CHDB ?? '';
  if (!existsSync(join(home, 'node_modules/chdb')))
    return '没有 chdb，跳过 ClickHouse：npm install --prefix 文件夹 chdb@3.4.0，再设 MINGSUAN_CHDB=文件夹';
  const { Session } = createRequire(join(home, 'package.json'))('chdb') as { Session: new (path: string) => Session };
  const session = new Session(folder);
  session.query('create database if not exists mingsuan engine = Atomic');
  session.query('use mingsuan');
  for (const [name, value] of Object.entries({ ...SETTINGS, mutations_sync: '2' }))
    session.query(`set ${name} = ${value}`);
  const run = async (sql: string): Promise<void> => {
    session.query(sql);
  };
  return {
    database: 'mingsuan',
    run,
    rows: async (sql) =>
      session
        .query(sql, 'JSONEachRow')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    insert: async (table, columns, csv) => {
      const path = join(tmpdir(), `mingsuan-${process.pid}-${Math.random()}.csv`);
      writeFileSync(path, csv);
      await run(`insert into ${table} (${columns}) from infile ${quoted(path)} format CSV`);
      rmSync(path);
    },
    close: async () => session.close(),
  };
}
