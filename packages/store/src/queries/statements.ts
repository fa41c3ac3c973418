/** Statements as they were read, their cells put into their rows again. */
import type { Cell, Column, Origin, Row, Statement, StatementFormId, Unread } from '@mingsuan/core/disclosure';
import { groupBy } from '@mingsuan/core/group-by';
import type { MoneyUnit } from '@mingsuan/core/money';
import { type RawBuilder, sql } from 'kysely';
import { type Prints, unpackCells } from '../facts/cells.ts';
import type { Store } from '../open.ts';
import { listOf } from './sql.ts';

/** A statement of a disclosure, and its place among those. */
export interface StoredStatement {
  readonly disclosure: number;
  readonly ordinal: number;
  readonly statement: Statement;
}

/** A cell that is not packed yet. */
interface LooseCell extends Cell {
  readonly row: number;
  readonly column: string;
}

interface StatementRow {
  readonly disclosure: number;
  readonly ordinal: number;
  readonly form: string;
  readonly title: string;
  readonly unit: string;
  readonly note: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Omit<Row, 'cells'>[];
  readonly unread: Unread | null;
  readonly origin: Origin;
  readonly cell_columns: readonly string[] | null;
  readonly fens: readonly (number | null)[] | null;
  readonly prints: Prints | null;
  readonly loose: readonly LooseCell[] | null;
}

/** What `statementOf` makes a statement of. */
export type StoredRow = Pick<StatementRow, 'disclosure' | 'ordinal'>;

/** The columns of `statements` `s` that `statementOf` reads. One question tells both: whoever packs meanwhile takes no cell away. */
export const STATEMENT: RawBuilder<unknown> = sql`s.disclosure_id as disclosure, s.ordinal, s.form, s.title, s.unit, s.note,
  s.columns, s.rows, s.unread, s.origin, to_json(s.cell_columns) as cell_columns, to_json(s.fens) as fens, s.prints,
  case when s.cell_columns is null then (select json_agg(json_build_object('row', f.row_no, 'column', f.column_id,
    'fen', f.fen, 'text', f.text, 'origin', f.origin))
    from facts f where f.disclosure_id = s.disclosure_id and f.statement_no = s.ordinal) end as loose`;

/** The statements of disclosures in their order, of all forms or of some. */
export async function statementsOf(
  db: Store['db'],
  disclosures: readonly number[],
  forms?: readonly string[],
): Promise<readonly StoredStatement[]> {
  return (await storedStatements(db, disclosures, forms)).map(statementOf);
}

/** As `statementsOf`, each as the database holds it: plain data for `statementOf`. */
export async function storedStatements(
  db: Store['db'],
  disclosures: readonly number[],
  forms?: readonly string[],
): Promise<readonly StoredRow[]> {
  const { rows } = await sql<StatementRow>`select ${STATEMENT} from statements s
    where s.disclosure_id = any(${listOf(disclosures, 'integer')})
      and ${forms === undefined ? sql`true` : sql`s.form = any(${listOf(forms, 'text')})`}
    order by s.disclosure_id, s.ordinal`.execute(db);
  return rows;
}

/** A statement out of a row of `STATEMENT`. */
export function statementOf(row: unknown): StoredStatement {
  const { disclosure, ordinal, form, title, unit, note, columns, rows, unread, origin, ...stored } =
    row as StatementRow;
  const cells = cellsOf(stored, columns, rows, unit as MoneyUnit);
  const statement = {
    form: form as StatementFormId,
    title,
    unit: unit as MoneyUnit,
    ...(note === null ? {} : { note }),
    columns,
    rows: rows.map((each, i) => ({ ...each, cells: cells[i]! })),
    ...(unread === null ? {} : { unread }),
    origin,
  };
  return { disclosure, ordinal, statement };
}

function cellsOf(
  { cell_columns, fens, prints, loose }: Pick<StatementRow, 'cell_columns' | 'fens' | 'prints' | 'loose'>,
  columns: readonly Column[],
  rows: StatementRow['rows'],
  unit: MoneyUnit,
): readonly Row['cells'][] {
  if (cell_columns && fens && prints) return unpackCells({ columns: cell_columns, fens, prints }, rows, unit);
  const ofRow = groupBy(loose ?? [], ({ row }) => row);
  return rows.map((_, i) => {
    const own = (ofRow.get(i) ?? []).map(({ column, fen, text, origin }) => [column, { fen, text, origin }] as const);
    return inOrder(Object.fromEntries(own), columns);
  });
}

/** Cells in the order of the printed columns. */
function inOrder(cells: Row['cells'], columns: readonly Column[]): Row['cells'] {
  const place = (id: string) => columns.findIndex((column) => column.id === id);
  const rank = (id: string) => (place(id) + columns.length + 1) % (columns.length + 1);
  return Object.fromEntries(Object.entries(cells).sort(([a], [b]) => rank(a) - rank(b)));
}
