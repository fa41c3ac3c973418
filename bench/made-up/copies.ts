/** Made-up disclosures copied within the database into other provinces: to import so many would take hours. */
import { maintain, type Store } from '@mingsuan/store';
import { sql } from 'kysely';

/** The provinces: copies beyond them go into other cities. */
const PROVINCES = '{13,11,12,14,15,21,22,23,31,32,33,34,35,36,37,41,42,43,44,45,46,50,51,52,53,54,61,62,63,64,65}';

/** What is copied of a table: all, or what holds. */
const TABLES: Readonly<Record<string, string>> = {
  agencies: 'true',
  agency_names: 'true',
  documents: 'true',
  disclosures: 'true',
  class_totals: 'true',
  measure_values: 'true',
  // Of every other item there are as many again, which only the index's height tells.
  item_values: `item_id in (select id from items where (kind, key) in
    (('measure', 'expenditure'), ('measure', 'basic'), ('economic', '302'), ('economic', '30201'), ('economic', '30299')))`,
};

/** How a column differs in copy `c`; the others are as they were. */
const CHANGED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['id', 'agency_id', 'parent_id', 'document_id', 'disclosure_id'].map((name) => [name, `o.${name} + c * $step`]),
  ),
  sha256: `lpad(to_hex(o.id + c * $step), 64, '0')`,
  region: `(cast('${PROVINCES}' as text[]))[1 + c % 31] || lpad(cast(cast(substr(o.region, 3, 2) as integer) + c / 31 as text), 2, '0')
    || substr(o.region, 5)`,
  fen: `o.fen + c * 97700`,
};

/** What the portal's pages ask is there `copies` times more; texts and cells, which only one disclosure's page asks, are not. */
export async function copyMany(store: Store, copies: number): Promise<void> {
  if (copies < 1) return;
  await store.db.transaction().execute(async (tx) => {
    // Without triggers, which would enter a mark for each row.
    await sql`set local session_replication_role = replica`.execute(tx);
    const { rows } = await sql<{ step: number }>`
      select greatest((select max(id) from agencies), (select max(id) from documents), (select max(id) from disclosures)) as step`.execute(
      tx,
    );
    for (const [table, which] of Object.entries(TABLES)) {
      const { rows: columns } = await sql<{ name: string }>`
        select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`.execute(tx);
      const names = columns.map(({ name }) => name);
      const values = names.map((name) => (CHANGED[name] ?? `o.${name}`).replace('$step', String(rows[0]!.step)));
      await sql
        .raw(
          `insert into ${table} (${names}) select ${values} from ${table} o, generate_series(1, ${copies}) c where ${which} order by c`,
        )
        .execute(tx);
    }
    for (const marks of ['stale_regions (region)', 'stale_overviews (region)', 'stale_items (region)'])
      await sql.raw(`insert into ${marks} select distinct region from agencies`).execute(tx);
    await sql`insert into stale_peers (level, kind, year) values (null, null, null)`.execute(tx);
  });
  await sql`vacuum analyze`.execute(store.db);
  await maintain(store);
}
