/** Facts that an earlier version stored are told where their rows stand, once. */
import { groupBy } from '@mingsuan/core/group-by';
import { type Kysely, sql } from 'kysely';
import { literalsOf, unnested } from '../database/bulk.ts';
import type { Database } from '../database/schema.ts';
import { placesOf } from '../projection/leaves.ts';
import { listOf } from '../queries/sql.ts';

const BATCH = 100;
const COLUMNS = {
  disclosure_id: 'integer',
  statement_no: 'integer',
  row_no: 'integer',
  leaf: 'boolean',
  level: 'integer',
} as const;

interface Printed {
  readonly disclosure_id: number;
  readonly statement_no: number;
  readonly row_no: number;
  readonly key: string;
  readonly label: string;
  readonly side: string | null;
  readonly unit: string | null;
  readonly partOf: string | null;
}

/** Works until no disclosure is left that an earlier version stored; each hundred in a transaction of its own. */
export async function levelFacts(db: Kysely<Database>): Promise<void> {
  for (;;) {
    const stale = await db
      .selectFrom('stale_levels')
      .select('disclosure_id as id')
      .orderBy('id')
      .limit(BATCH)
      .execute();
    if (stale.length === 0) return;
    const these = listOf(
      stale.map(({ id }) => id),
      'integer',
    );
    await db.transaction().execute(async (tx) => {
      const { rows } =
        await sql<Printed>`select distinct f.disclosure_id, f.statement_no, f.row_no, f.row_label as label, f.side,
          s.rows -> f.row_no ->> 'key' as key, s.rows -> f.row_no ->> 'unit' as unit, s.rows -> f.row_no ->> 'partOf' as "partOf"
        from facts f join statements s on s.disclosure_id = f.disclosure_id and s.ordinal = f.statement_no
        where f.disclosure_id = any(${these}) order by f.disclosure_id, f.statement_no, f.row_no`.execute(tx);
      const placed = [...groupBy(rows, (row) => `${row.disclosure_id} ${row.statement_no}`).values()].flatMap((own) => {
        const places = placesOf(own);
        return own.map(({ disclosure_id, statement_no, row_no }, i) => ({
          disclosure_id,
          statement_no,
          row_no,
          ...places[i]!,
        }));
      });
      await sql`update facts f set leaf = t.leaf, level = t.level from ${unnested(COLUMNS, literalsOf(COLUMNS, placed))}
        where f.disclosure_id = t.disclosure_id and f.statement_no = t.statement_no and f.row_no = t.row_no`.execute(
        tx,
      );
      await sql`delete from stale_levels where disclosure_id = any(${these})`.execute(tx);
    });
  }
}
