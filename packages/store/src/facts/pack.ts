/**
 * Cells that an earlier version stored, a row each, are packed into their statements, batch by batch, each in a transaction of its own: it
 * goes on where it was cut off, and the store is used meanwhile. The way back is the same, for whoever has to return to that version.
 */
import { rowName } from '@mingsuan/core/model/address';
import { type Kysely, sql } from 'kysely';
import { insertOf, literalsOf, type Row, unnested } from '../database/bulk.ts';
import { withoutCells } from '../database/migrations/033-cells.ts';
import { withoutTextsOnce } from '../database/migrations/036-texts.ts';
import type { Database } from '../database/schema.ts';
import { placesIn } from '../projection/leaves.ts';
import { STATEMENT, type StoredStatement, statementOf } from '../queries/statements.ts';
import { CELL_COLUMNS, cellValues } from './cell-columns.ts';

type Db = Kysely<Database>;

const BATCH = 200;
const KEY = { disclosure_id: 'integer', ordinal: 'integer' } as const;
const PACKED = { ...KEY, ...CELL_COLUMNS } as const;
const LOOSE = {
  disclosure_id: 'integer',
  statement_no: 'integer',
  row_no: 'integer',
  fen: 'bigint',
  form: 'text',
  row_key: 'text',
  row_label: 'text',
  side: 'text',
  column_id: 'text',
  text: 'text',
  origin: 'json',
  leaf: 'boolean',
  level: 'integer',
} as const;

/** Packs the cells of the oldest statements whose are not. @returns false where there are none */
export const packNext = (db: Db, most = BATCH): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const found = await statementsWhere(tx, 'is null', most);
    if (found.length === 0) return false;
    const packed = found.map(({ statement, ...key }) => ({ ...keyOf(key), ...cellValues(statement) }));
    const names = Object.keys(CELL_COLUMNS).map((name) => sql`${sql.ref(name)} = t.${sql.ref(name)}`);
    await sql`update statements s set ${sql.join(names)} from ${unnested(PACKED, literalsOf(PACKED, packed))}
      where s.disclosure_id = t.disclosure_id and s.ordinal = t.ordinal`.execute(tx);
    await sql`delete from facts f using ${unnested(KEY, literalsOf(KEY, packed))}
      where f.disclosure_id = t.disclosure_id and f.statement_no = t.ordinal`.execute(tx);
    return true;
  });

/** Packs all that is not. */
export async function packFacts(db: Db): Promise<void> {
  while (await packNext(db)) {
    // The next batch.
  }
}

/** Takes the cells of some statements out again, into rows of their own. @returns false where none is packed */
const unpackNext = (db: Db, most: number): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const found = await statementsWhere(tx, 'is not null', most);
    if (found.length === 0) return false;
    const loose = found.flatMap(looseOf);
    await insertOf({ table: 'facts', columns: LOOSE, literals: literalsOf(LOOSE, loose), constants: {} }).execute(tx);
    const none = Object.keys(CELL_COLUMNS).map((name) => sql`${sql.ref(name)} = null`);
    const keys = literalsOf(KEY, found.map(keyOf));
    await sql`update statements s set ${sql.join(none)} from ${unnested(KEY, keys)}
      where s.disclosure_id = t.disclosure_id and s.ordinal = t.ordinal`.execute(tx);
    return true;
  });

/**
 * Makes the store as the version before had it, which then enters the texts that are searched by itself. Nobody may write meanwhile; the
 * next start of this version packs again.
 */
export async function unpackFacts(db: Db, most = BATCH): Promise<void> {
  while (await unpackNext(db, most)) {
    // The next batch.
  }
  await db.transaction().execute(async (tx) => {
    for (const statement of [...withoutTextsOnce, ...withoutCells]) await sql.raw(statement).execute(tx);
  });
}

const keyOf = ({ disclosure, ordinal }: Pick<StoredStatement, 'disclosure' | 'ordinal'>): Row => ({
  disclosure_id: disclosure,
  ordinal,
});

async function statementsWhere(
  tx: Db,
  packed: 'is null' | 'is not null',
  most: number,
): Promise<readonly StoredStatement[]> {
  const { rows } = await sql`select ${STATEMENT} from statements s where s.cell_columns ${sql.raw(packed)}
    order by s.disclosure_id, s.ordinal limit ${most} for update of s skip locked`.execute(tx);
  return rows.map(statementOf);
}

function looseOf({ disclosure, ordinal, statement: { form, rows } }: StoredStatement): readonly Row[] {
  const places = placesIn(rows);
  return rows.flatMap((row, row_no) =>
    Object.entries(row.cells).map(([column_id, { fen, text, origin }]) => ({
      ...places.get(row)!,
      disclosure_id: disclosure,
      statement_no: ordinal,
      row_no,
      fen,
      form,
      row_key: rowName(row),
      row_label: row.label,
      side: row.side,
      column_id,
      text,
      origin: JSON.stringify(origin),
    })),
  );
}
