/** The columns of `statements` that hold its cells, and their values. */
import type { Statement } from '@mingsuan/core/disclosure';
import { type Columns, listLiteral, type Row } from '../database/bulk.ts';
import { placesIn } from '../projection/leaves.ts';
import { packCells } from './cells.ts';

export const CELL_COLUMNS = {
  cell_columns: 'text[]',
  fens: 'bigint[]',
  row_leaves: 'boolean[]',
  row_levels: 'smallint[]',
  prints: 'json',
} as const satisfies Columns;

/** The cells of a statement, and where its rows stand, as the values of these columns. */
export function cellValues(table: Pick<Statement, 'columns' | 'rows' | 'unit'>): Row {
  const { columns, fens, prints } = packCells(table);
  const places = placesIn(table.rows);
  return {
    cell_columns: listLiteral(columns),
    fens: listLiteral(fens),
    row_leaves: listLiteral(table.rows.map((row) => places.get(row)?.leaf)),
    row_levels: listLiteral(table.rows.map((row) => places.get(row)?.level)),
    prints: JSON.stringify(prints),
  };
}
