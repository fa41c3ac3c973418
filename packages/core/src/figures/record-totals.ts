/** What a table that is no statement says in all, as its kind tells it. */
import type { Disclosure } from '../disclosure.ts';
import type { RecordRow, TableFormId, TableKind } from '../kinds/index.ts';
import { rowsOf } from '../model/tables.ts';
import type { Fen } from '../money.ts';

type Tables = Pick<Disclosure, 'tables'>;

/** The row of a disclosure's tables of a kind that adds the others up. */
export const recordTotalRow = <Row extends RecordRow>(of: Tables, kind: TableKind<Row, TableFormId>): Row | undefined =>
  kind.total?.(rowsOf(of, kind));

/** All money of a disclosure's tables of a kind, in fen: their total row's, else the sum; undefined where it cannot be told. */
export const recordTotal = <Row extends RecordRow>(of: Tables, kind: TableKind<Row, TableFormId>): Fen | undefined =>
  kind.sum?.(rowsOf(of, kind));
