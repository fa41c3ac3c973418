/** What a question costs: the rows that it reads. */
import type { Store } from '@mingsuan/store';
import { sql } from 'kysely';

export type Asked = (store: Pick<Store, 'db'>) => Promise<unknown>;

/**
 * Of all tables, by what the database itself counted within one transaction. Tables of a few rows are read whole where that is
 * cheaper; here they are read as large ones are.
 */
export function rowsRead({ db }: Store, ask: Asked): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    const counted = async () => {
      const { rows } = await sql<{ read: number }>`
        select cast(coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) as integer) as read from pg_stat_xact_user_tables`.execute(
        tx,
      );
      return rows[0]!.read;
    };
    const before = await counted();
    await ask({ db: tx });
    return (await counted()) - before;
  });
}
