/** What a store holds and takes, for whoever runs it. */
import { sql } from 'kysely';
import type { Store } from '../open.ts';

export interface StoreSize {
  readonly documents: number;
  /** Of the originals. */
  readonly documentBytes: number;
  readonly disclosures: number;
  readonly agencies: number;
  readonly figures: number;
  readonly databaseBytes: number;
  /** Steps of the schema that were taken. */
  readonly migrations: readonly string[];
  readonly waitingJobs: number;
  readonly waitingRechecks: number;
}

/** Counts and sizes, in bytes. */
export async function storeSize({ db }: Pick<Store, 'db'>): Promise<StoreSize> {
  const { rows } = await sql<Omit<StoreSize, 'migrations'>>`select
    (select cast(count(*) as integer) from documents) as documents,
    (select cast(coalesce(sum(bytes_size), 0) as bigint) from documents) as "documentBytes",
    (select cast(count(*) as integer) from disclosures) as disclosures,
    (select cast(count(*) as integer) from agencies) as agencies,
    (select cast(coalesce(sum(fact_count), 0) as bigint) from disclosures) as figures,
    pg_database_size(current_database()) as "databaseBytes",
    (select cast(count(*) as integer) from jobs where state in ('waiting', 'running')) as "waitingJobs",
    (select cast(count(*) as integer) from rechecks) as "waitingRechecks"`.execute(db);
  const { rows: steps } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return { ...rows[0]!, migrations: steps.map(({ name }) => name) };
}
