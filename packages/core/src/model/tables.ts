/** The record tables of a disclosure, asked for by their kind. */
import type { Disclosure, RecordTable } from '../disclosure.ts';
import { KINDS, kindOf, type RecordRow, type TableFormId, type TableKind } from '../kinds/index.ts';

type Tables = Pick<Disclosure, 'tables'>;
type KindOf<Row extends RecordRow> = TableKind<Row, TableFormId>;

/** The tables of a kind, in the order printed. */
export function tablesOf<Row extends RecordRow>({ tables }: Tables, { id }: KindOf<Row>): readonly RecordTable<Row>[] {
  return tables.filter((table): table is RecordTable<Row> => table.form === id);
}

/** The rows of all tables of a kind. */
export const rowsOf = <Row extends RecordRow>(of: Tables, kind: KindOf<Row>): readonly Row[] =>
  tablesOf(of, kind).flatMap(({ rows }) => rows);

/** The first table of a kind. */
export const tableOf = <Row extends RecordRow>(of: Tables, kind: KindOf<Row>): RecordTable<Row> | undefined =>
  tablesOf(of, kind)[0];

/** What a table of a kind prints its amounts in; 万元, the usual unit, where it prints none. */
export const unitOf = <Row extends RecordRow>(of: Tables, kind: KindOf<Row>) => tableOf(of, kind)?.unit ?? '万元';

const isSheet = ({ form }: RecordTable) => kindOf(form)!.isSheet;

/** Tables that a document lists by their titles: all but the sheets, of which there is one for each project. */
export const listedTables = ({ tables }: Tables): readonly RecordTable[] => tables.filter((table) => !isSheet(table));

/** Tables in their order within a disclosure: sheets stand last, kind by kind. */
export const inOrder = (tables: readonly RecordTable[]): readonly RecordTable[] => [
  ...tables.filter((table) => !isSheet(table)),
  ...KINDS.filter((kind) => kind.isSheet).flatMap(({ id }) => tables.filter(({ form }) => form === id)),
];

/** Rows of a kind as a table of a disclosure, for what has no printed table; a sheet's rows are a table each. */
export function tablesFrom<Row extends RecordRow>(
  kind: KindOf<Row>,
  rows: readonly Row[],
  more: Partial<Omit<RecordTable, 'form' | 'rows'>> = {},
): readonly RecordTable<Row>[] {
  const table = { form: kind.id, title: '', origin: {}, ...more };
  if (!kind.isSheet) return [{ ...table, rows }];
  return rows.map((row) => ({ ...table, title: titleOf(row), origin: row.origin, rows: [row] }));
}

/** A sheet's row carries its title. */
const titleOf = (row: RecordRow): string => ('title' in row && typeof row.title === 'string' ? row.title : '');
