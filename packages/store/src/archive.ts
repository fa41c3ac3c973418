/**
 * A file that holds rows and originals: gzipped lines; a header; for each batch of rows a line that names the table and a line with the
 * rows as a JSON array; for each original file a line with its bytes; a last line that says that it is whole.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { pipeline as finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from './database/schema.ts';
import { sha256Of } from './files.ts';
import type { Store } from './open.ts';

type Db = Kysely<Database>;
export type TableName = keyof Database;

const BATCH_ROWS = 500;

/** What is no archive, is not whole, or does not fit: one Chinese sentence. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** What an archive says of itself. */
export interface Header {
  readonly format: string;
  readonly migrations: readonly string[];
  /** Of an archive of one year. */
  readonly year?: number;
}

type Line =
  | Header
  | { readonly table: TableName }
  | { readonly file: string; readonly bytes: string }
  | { readonly end: true };

/** Rows of a table, by a query that gives them. */
export interface TableRows {
  readonly table: TableName;
  readonly rows: RawBuilder<unknown>;
}

/** An original that comes along, by its hash. */
export interface KeptFile {
  readonly sha256: string;
  readonly name: string;
}

/** What goes into an archive; both are asked within one transaction, which sees one moment. */
export interface Contents {
  readonly header: Omit<Header, 'migrations'>;
  readonly tables: (tx: Db) => Promise<readonly TableRows[]>;
  readonly files: (tx: Db) => Promise<readonly KeptFile[]>;
  /** Others work in the store meanwhile: where it has one connection, they wait for the rows, not for packing them. Takes the rows' room on the disk. */
  readonly besideOthers?: boolean;
}

/** `path` appears when the archive is whole. @throws BackupError where an original is missing */
export async function writeArchive(store: Store, path: string, contents: Contents): Promise<void> {
  const draft = `${path}.part`;
  const plain = contents.besideOthers && store.engine === 'pglite' ? `${path}.rows` : undefined;
  try {
    const rows = rowsOf(store, contents);
    if (plain !== undefined) await finished(rows.lines, createWriteStream(plain));
    const lines = plain === undefined ? rows.lines : createReadStream(plain);
    await finished(archiveOf(store, contents, lines, rows.kept), createGzip({ level: 6 }), createWriteStream(draft));
    const file = await open(draft, 'r');
    await file.sync();
    await file.close();
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    if (plain !== undefined) await rm(plain, { force: true });
  }
}

/** The header, what is given of rows, the originals, and that it is whole. */
async function* archiveOf(
  store: Store,
  { header }: Contents,
  rows: AsyncIterable<string | Buffer>,
  kept: readonly KeptFile[],
): AsyncGenerator<string | Buffer> {
  yield lineOf({ ...header, migrations: await migrationsOf(store.db) });
  yield* rows;
  for (const { sha256, name } of kept) {
    const bytes = await store.files.get(sha256);
    if (!bytes) throw new BackupError(`缺少原件“${name}”（${sha256}），请先从旧备份找回数据文件夹里的 files，再备份。`);
    yield lineOf({ file: sha256, bytes: Buffer.from(bytes).toString('base64') });
  }
  yield lineOf({ end: true });
}

const lineOf = (value: Line): string => `${JSON.stringify(value)}\n`;

/** All rows as lines, read within one transaction, and the originals that it names: known when all lines were taken. */
function rowsOf(store: Store, { tables, files }: Contents) {
  const kept: KeptFile[] = [];
  async function* read(): AsyncGenerator<string> {
    const transaction = await store.db.startTransaction().setIsolationLevel('repeatable read').execute();
    try {
      for (const { table, rows } of await tables(transaction)) {
        for await (const batch of batchesOf(transaction, rows)) yield `${lineOf({ table })}${batch}\n`;
      }
      kept.push(...(await files(transaction)));
      await transaction.commit().execute();
    } finally {
      if (!transaction.isCommitted) await transaction.rollback().execute();
    }
  }
  return { lines: read(), kept };
}

async function* batchesOf(db: Db, query: RawBuilder<unknown>): AsyncGenerator<string> {
  await sql`declare archive_rows no scroll cursor for
    select cast(row_to_json(t) as text) as row from (${query}) t`.execute(db);
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.raw(String(BATCH_ROWS))} from archive_rows`.execute(db);
    // Between the values of JSON a line break is a space, and within them there is none.
    if (rows.length > 0) yield `[${rows.map(({ row }) => row.replaceAll('\n', ' ')).join(',')}]`;
    if (rows.length < BATCH_ROWS) break;
  }
  await sql`close archive_rows`.execute(db);
}

/** What an archive has to be. */
export interface Wanted {
  readonly format: string;
  /** Tables that it may bring rows of. */
  readonly tables: readonly TableName[];
}

/** Brings all that an archive holds, within a transaction that ends well or not at all. @returns its header @throws BackupError */
export async function readArchive(store: Store, tx: Db, path: string, { format, tables }: Wanted): Promise<Header> {
  const migrations = await migrationsOf(tx);
  let header: Header | undefined;
  let whole = false;
  let table: TableName | undefined;
  for await (const text of linesIn(path)) {
    if (table) {
      await sql`insert into ${sql.table(table)} select * from json_populate_recordset(
          cast(null as ${sql.table(table)}), cast(cast(${text} as text) as json))`.execute(tx);
      table = undefined;
      continue;
    }
    const line = parse(text);
    if ('format' in line) header = fitting(line, format, migrations);
    else if ('table' in line) table = knownTable(line.table, tables);
    else if ('file' in line) await keep(store, line);
    else whole = line.end;
  }
  if (!whole || !header) throw new BackupError('备份文件不完整，可能没有写完或被截断，请换一份备份。');
  await renumber(tx, tables);
  return header;
}

/** What is added from now on has numbers behind those that came. */
async function renumber(tx: Db, tables: readonly TableName[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = current_schema() and table_name in (${sql.join(tables)}) and column_name = 'id' and is_identity = 'YES'`.execute(
    tx,
  );
  for (const { name } of rows) {
    await sql`select setval(pg_get_serial_sequence(${name}, 'id'), coalesce(max(id), 0) + 1, false)
        from ${sql.table(name)}`.execute(tx);
  }
}

async function* linesIn(path: string): AsyncGenerator<string> {
  const text = pipeline(createReadStream(path), createGunzip(), () => {}).setEncoding('utf8');
  let parts: string[] = [];
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const [first = '', ...others] = chunk.split('\n');
      parts.push(first);
      for (const other of others) {
        yield parts.join('');
        parts = [other];
      }
    }
  } catch (cause) {
    throw cause instanceof BackupError ? cause : damaged(cause);
  }
}

const damaged = (cause: unknown) => new BackupError('备份文件读不出来，不是明算的备份或已损坏。', { cause });

function parse(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch (cause) {
    throw damaged(cause);
  }
}

function fitting(header: Header, format: string, own: readonly string[]): Header {
  if (header.format !== format) throw damaged(undefined);
  if (header.migrations.join() !== own.join()) {
    throw new BackupError('备份来自另一个版本的明算，请用备份时的版本恢复，再升级。');
  }
  return header;
}

function knownTable(name: TableName, tables: readonly TableName[]): TableName {
  if (!tables.includes(name)) throw damaged(undefined);
  return name;
}

async function keep(store: Store, { file, bytes }: { file: string; bytes: string }): Promise<void> {
  const original = Buffer.from(bytes, 'base64');
  if (sha256Of(original) !== file) throw damaged(undefined);
  await store.files.put(original);
}

async function migrationsOf(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}
