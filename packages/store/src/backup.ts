/**
 * A store in one file, the same for both engines: made from an embedded store it can be restored into a PostgreSQL server,
 * and the other way. Gzipped lines: a header; for each batch of rows a line that names the table and a line with the rows
 * as a JSON array; for each original file a line with its bytes.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { pipeline as finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database/schema.ts';
import { sha256Of } from './files.ts';
import { keptFiles } from './kept-files.ts';
import type { Store } from './open.ts';

const FORMAT = 'mingsuan-backup';
const BATCH_ROWS = 500;

/** In the order of their references; departments stand before the units that name them. */
const TABLES: readonly (keyof Database)[] = [
  'documents',
  'agencies',
  'former_agencies',
  'disclosures',
  'statements',
  'facts',
  'stale_levels',
  'explanation',
  'records',
  'mentions',
  'measure_values',
  'class_totals',
  'findings',
  'rechecks',
  'dismissals',
  'releases',
  'answers',
  'roster',
  'yardsticks',
  'subscriptions',
  'feedback',
  'changes',
  'data_changes',
  'agency_names',
  'search_texts',
  'stale_texts',
  'search_entries',
  'items',
  'item_values',
  'batches',
  'jobs',
  'people',
  'person_tokens',
  'person_sessions',
  'person_identities',
  'access_tokens',
  'units',
  'unit_spans',
  'grants',
  'audit',
  'work_items',
  'work_versions',
  'work_history',
  'work_publications',
  'attachments',
  'webhooks',
  'webhook_deliveries',
  'work_deadlines',
  'reminders',
  'control_figures',
  'authority_lines',
  'execution_entries',
  'execution_words',
  'task_results',
  'surveys',
  'survey_tokens',
  'survey_answers',
  'probes',
  'visits',
  'site_checks',
  'counters',
  'counter_values',
  'clocks',
  'clock_entries',
  'library_projects',
  'project_reviewers',
  'project_opinions',
  'project_amounts',
  'project_inspections',
  'library_settings',
  'review_checklists',
  'review_batches',
  'review_documents',
  'review_files',
  'review_findings',
  'review_steps',
  'review_finding_steps',
  'review_comments',
  'review_verdicts',
  'review_letters',
  'review_rules',
];
const ORDER: Readonly<Partial<Record<keyof Database, string>>> = {
  agencies: 'order by parent_id nulls first, id',
  grants: 'order by id',
  work_items: 'order by id',
};

/** What is no backup, is not whole, or does not fit: one Chinese sentence. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

type Line =
  | { readonly format: string; readonly migrations: readonly string[] }
  | { readonly table: keyof Database }
  | { readonly file: string; readonly bytes: string }
  | { readonly end: true };

/**
 * Writes the store as it is at one moment. A server goes on working meanwhile; an embedded store answers again when the
 * rows are written. `path` appears when the backup is whole.
 */
export async function backup(store: Store, path: string): Promise<void> {
  const draft = `${path}.part`;
  try {
    await finished(linesOf(store), createGzip({ level: 6 }), createWriteStream(draft));
    const file = await open(draft, 'r');
    await file.sync();
    await file.close();
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function* linesOf(store: Store): AsyncGenerator<string> {
  const line = (value: Line) => `${JSON.stringify(value)}\n`;
  yield line({ format: FORMAT, migrations: await migrationsOf(store.db) });
  const transaction = await store.db.startTransaction().setIsolationLevel('repeatable read').execute();
  try {
    for (const table of TABLES) {
      for await (const rows of batchesOf(transaction, table)) yield `${line({ table })}${rows}\n`;
    }
    const kept = await keptFiles(transaction);
    await transaction.commit().execute();
    for (const { sha256, name } of kept) {
      const bytes = await store.files.get(sha256);
      if (!bytes)
        throw new BackupError(`缺少原件“${name}”（${sha256}），请先从旧备份找回数据文件夹里的 files，再备份。`);
      yield line({ file: sha256, bytes: Buffer.from(bytes).toString('base64') });
    }
  } finally {
    if (!transaction.isCommitted) await transaction.rollback().execute();
  }
  yield line({ end: true });
}

async function* batchesOf(db: Kysely<Database>, table: keyof Database): AsyncGenerator<string> {
  await sql`declare backup_rows no scroll cursor for
    select cast(row_to_json(t) as text) as row from ${sql.table(table)} t ${sql.raw(ORDER[table] ?? '')}`.execute(db);
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.raw(String(BATCH_ROWS))} from backup_rows`.execute(db);
    // Between the values of JSON a line break is a space, and within them there is none.
    if (rows.length > 0) yield `[${rows.map(({ row }) => row.replaceAll('\n', ' ')).join(',')}]`;
    if (rows.length < BATCH_ROWS) break;
  }
  await sql`close backup_rows`.execute(db);
}

/** Brings a backup into an empty store, all of it or nothing. @throws BackupError */
export async function restore(path: string, into: Store): Promise<void> {
  const known = await sql`select 1 from documents union all select 1 from batches
    union all select 1 from people limit 1`.execute(into.db);
  if (known.rows.length > 0) throw new BackupError('要恢复到的库里已有数据，请换一个空的数据文件夹或数据库。');
  const migrations = await migrationsOf(into.db);
  await into.db.transaction().execute(async (tx) => {
    let whole = false;
    let table: keyof Database | undefined;
    for await (const text of linesIn(path)) {
      if (table) {
        await sql`insert into ${sql.table(table)} select * from json_populate_recordset(
          cast(null as ${sql.table(table)}), cast(cast(${text} as text) as json))`.execute(tx);
        table = undefined;
        continue;
      }
      const line = parse(text);
      if ('format' in line) fits(line, migrations);
      else if ('table' in line) table = knownTable(line.table);
      else if ('file' in line) await keep(into, line);
      else whole = line.end;
    }
    if (!whole) throw new BackupError('备份文件不完整，可能没有写完或被截断，请换一份备份。');
    const { rows: numbered } = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = current_schema() and table_name in (${sql.join(TABLES)}) and column_name = 'id' and is_identity = 'YES'`.execute(
      tx,
    );
    for (const { name } of numbered) {
      await sql`select setval(pg_get_serial_sequence(${name}, 'id'), coalesce(max(id), 0) + 1, false)
        from ${sql.table(name)}`.execute(tx);
    }
  });
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

function fits({ format, migrations }: { format: string; migrations: readonly string[] }, own: readonly string[]): void {
  if (format !== FORMAT) throw damaged(undefined);
  if (migrations.join() !== own.join()) {
    throw new BackupError('备份来自另一个版本的明算，请用备份时的版本恢复，再升级。');
  }
}

function knownTable(name: keyof Database): keyof Database {
  if (!TABLES.includes(name)) throw damaged(undefined);
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
