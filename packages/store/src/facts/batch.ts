/**
 * Facts on their way to another keeper. The transaction that changes a disclosure marks it in the outbox; a batch answers marks with all
 * that their disclosures print at this moment, so that it does not matter how often one was marked, nor in which order.
 */
import { createHash, randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { listOf } from '../queries/sql.ts';
import { FACT_FIELDS } from './fact.ts';
import type { FactBatch, FactStore } from './fact-store.ts';
import { packFacts } from './pack.ts';
import { storedFacts } from './stored-facts.ts';

type Db = Kysely<Database>;

/** Marks of one batch, and disclosures whose lines are in memory at once. */
const MARKS = 4000;
const CHUNK = 200;

/** The oldest marks with what answers them; undefined where there are none. */
export async function nextBatch(db: Db, most = MARKS): Promise<FactBatch | undefined> {
  const marks = await db.selectFrom('fact_outbox').select(['id', 'disclosure']).orderBy('id').limit(most).execute();
  if (marks.length === 0) return undefined;
  const ids = marks.map(({ id }) => id);
  const renewed = [...new Set(marks.map(({ disclosure }) => disclosure))].sort((a, b) => a - b);
  return {
    id: createHash('sha256').update(ids.join()).digest('hex').slice(0, 32),
    marks: ids,
    renewed,
    rows: () => linesOf(db, renewed),
  };
}

/** What is yes or no is 1 or 0, which every engine reads. */
const IN_CSV = {
  integer: (name: string) => `cast(${name} as text)`,
  bigint: (name: string) => `cast(${name} as text)`,
  boolean: (name: string) => `cast(cast(${name} as integer) as text)`,
  text: (name: string) => `'"' || replace(${name}, '"', '""') || '"'`,
} as const;

const LINE = `concat_ws(',', ${Object.entries(FACT_FIELDS)
  .map(([name, { type }]) => IN_CSV[type](name))
  .join(', ')})`;

/** A disclosure's lines are of one moment. */
async function* linesOf(db: Db, disclosures: readonly number[]): AsyncGenerator<string> {
  for (let from = 0; from < disclosures.length; from += CHUNK) {
    const these = listOf(disclosures.slice(from, from + CHUNK), 'integer');
    const { rows } = await sql<{ lines: string }>`select string_agg(${sql.raw(LINE)}, chr(10)) as lines
      from (${sql.raw(storedFacts())}) f where disclosure = any(${these}) group by disclosure`.execute(db);
    for (const { lines } of rows) yield `${lines}\n`;
  }
}

/** Answers marks until there are none. @returns how many batches were brought */
export async function bringFacts(db: Db, facts: FactStore, signal?: AbortSignal, most?: number): Promise<number> {
  for (let batches = 0; ; batches += 1) {
    const batch = signal?.aborted ? undefined : await nextBatch(db, most);
    if (!batch) return batches;
    await facts.apply(batch);
    await forget(db, batch.marks);
  }
}

/** Marks that are answered go. @returns how many there were */
export async function forget(db: Db, marks: readonly number[]): Promise<number> {
  const { rows } = await sql`delete from fact_outbox where id = any(${listOf(marks, 'bigint')}) returning id`.execute(
    db,
  );
  return rows.length;
}

/**
 * From now on changes are marked, and all that is current is marked once; where they are already nothing is done, but `again`. Whoever
 * is writing a disclosure is waited for: it would be missed.
 */
export async function feedFacts(db: Db, again = false): Promise<string> {
  await packFacts(db);
  return db.transaction().execute(async (tx) => {
    await sql`lock table agencies, disclosures in share row exclusive mode`.execute(tx);
    const known = await tx.selectFrom('fact_feed').select('name').executeTakeFirst();
    const name = known?.name ?? randomUUID();
    if (!known) await tx.insertInto('fact_feed').values({ id: 1, name }).execute();
    if (!known || again) {
      await sql`insert into fact_outbox (disclosure)
        select id from disclosures where is_current union select disclosure from lake_live order by 1`.execute(tx);
    }
    return name;
  });
}

/** Whether changes are marked. */
export const isFed = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('fact_feed').select('id').executeTakeFirst()) !== undefined;

/** Changes are marked no longer, and what a lake was made of is forgotten; its files stay. */
export async function stopFeeding(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const table of ['fact_feed', 'fact_outbox', 'lake_live', 'lake_dead', 'lake_files', 'lake_snapshots'] as const)
      await tx.deleteFrom(table).execute();
  });
}
