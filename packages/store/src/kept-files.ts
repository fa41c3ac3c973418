/** Which files of the file store the database refers to: all that a backup takes along, and what may not be removed. */
import { type Kysely, sql } from 'kysely';
import type { Database } from './database/schema.ts';
import { IMPORT_FILE } from './import/file-jobs.ts';
import type { Store } from './open.ts';
import { listOf } from './queries/sql.ts';

type Db = Kysely<Database>;

/** Everything that names a file by its hash. */
const NAMED = sql`(select sha256, name from documents
  union all select sha256, name from review_files
  union all select sha256, name from attachments where forgotten_at is null
  union all select reading_sha256, name || '（读出的内容）' from review_files where reading_sha256 is not null
  union all select recognised_sha256, name || '（识别出的内容）' from (select name, recognised_sha256 from documents
    union all select name, recognised_sha256 from review_files) scans where recognised_sha256 is not null
  union all select payload ->> 'sha256', payload ->> 'name' from jobs
    where kind = ${IMPORT_FILE} and state <> 'done' and payload ->> 'sha256' is not null)`;

/** Each once. */
export async function keptFiles(db: Db): Promise<readonly { readonly sha256: string; readonly name: string }[]> {
  const { rows } = await sql<{ sha256: string; name: string }>`select sha256, min(name) as name from ${NAMED} n
    group by sha256 order by sha256`.execute(db);
  return rows;
}

/** One for all who keep or remove files: a file is not removed while somebody enters that it is kept. */
const LOCK = 7_204_116;

/** Within a transaction, before files are put that it will refer to. */
export const keepingFiles = async (tx: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock_shared(${LOCK})`.execute(tx);
};

/** Removes those of these files that nothing refers to any more. */
export function forgetFiles({ db, files }: Store, hashes: readonly string[]): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    const { rows } = await sql<{ sha256: string }>`select distinct sha256 from ${NAMED} n
      where sha256 = any(${listOf(hashes, 'text')})`.execute(tx);
    const kept = new Set(rows.map(({ sha256 }) => sha256));
    for (const sha256 of new Set(hashes)) if (!kept.has(sha256)) await files.remove(sha256);
  });
}
