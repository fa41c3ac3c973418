/**
 * Which kind of records a table is whose title and headers name none, or name another form than its cells are: a kind that its words
 * speak of, and whose columns its cells fill.
 */
import { bareTitle } from '@mingsuan/core/forms/index';
import { type CellField, cellFields } from '@mingsuan/core/kinds/field';
import { KINDS, type TableKind } from '@mingsuan/core/kinds/index';
import { squeeze } from '@mingsuan/core/text/fold';
import type { LogicalTable } from './logical-table.ts';
import { type GridRow, hasValues, piecesAs, type TablePiece } from './pieces.ts';
import { agreesWith } from './shape/agrees.ts';
import { type CellKind, cellKind } from './shape/cells.ts';
import { holdsGrid } from './shape/record-roles.ts';
import { gridFields } from './shape/roles.ts';

/** The table as one of a kind of records; undefined where no kind fits it. */
export function asRecords(table: LogicalTable): LogicalTable | undefined {
  const title = titleOf(table);
  for (const kind of KINDS) {
    if (!kind.speaks || kind.notTitle?.test(title)) continue;
    const pieces = piecesAs(kind, table.pieces);
    const isTold = isGridOf(kind, pieces) || (speaksOf(kind, title, pieces) && hasRecords(kind, pieces));
    if (isTold && agreesWith(kind, pieces)) return { ...table, form: kind, pieces };
  }
  return undefined;
}

/** A sentence that leads to a table (…情况如下：) is no title, and what it speaks of is not what the rows are. */
const titleOf = ({ title }: LogicalTable): string => (/[:，。；]/.test(squeeze(title)) ? '' : bareTitle(title));

/**
 * A table of a statement's title whose rows have names of their own beside codes of the classification: 预算项目名称 | 功能分类科目代码
 * is a list of projects, and its codes say what each is spent on.
 */
export function asNamedRecords(table: LogicalTable): LogicalTable | undefined {
  if (table.form?.rows !== 'function' && table.form?.rows !== 'economic') return undefined;
  if (!table.pieces.some(mayName)) return undefined;
  const records = asRecords(table);
  const name = records && nameHeaders(records.form as TableKind, records.pieces);
  return name?.some((header) => header.length > 2 && (records!.form as TableKind).speaks!.test(header))
    ? records
    : undefined;
}

/** Whether a header that speaks of a kind stands above text: where none does, the table need not be read again to know. */
const mayName = ({ header, rows }: TablePiece): boolean =>
  header.paths.some(
    (path, c) =>
      path.some((text) => text.length > 2 && KINDS.some(({ speaks }) => speaks?.test(text))) &&
      rows.some((row) => row[c] && cellKind(row[c]) === 'text'),
  );

/** The title, or the header of the names, says what the rows are. */
const speaksOf = (kind: TableKind, title: string, pieces: readonly TablePiece[]): boolean =>
  [title, ...nameHeaders(kind, pieces)].some((text) => kind.speaks!.test(text));

const columnsOf = ({ roles }: TablePiece, ids: ReadonlySet<string>): readonly number[] =>
  roles.flatMap((role, c) => (role.kind === 'value' && ids.has(role.id) ? [c] : []));

const idsOf = (kind: TableKind, isWanted: (field: CellField) => boolean | undefined): ReadonlySet<string> =>
  new Set(
    cellFields({ ...kind.fields, ...kind.alsoRead }).flatMap(([id, field]) =>
      isWanted(field) ? [field.column ?? id] : [],
    ),
  );

const nameHeaders = (kind: TableKind, pieces: readonly TablePiece[]): readonly string[] => {
  const names = idsOf(kind, ({ isName }) => isName);
  return pieces.flatMap((piece) => columnsOf(piece, names).flatMap((c) => piece.header.paths[c] ?? []));
};

/** A sheet is told by the cells of its grid alone. */
const isGridOf = (kind: TableKind, pieces: readonly TablePiece[]): boolean =>
  kind.isSheet &&
  pieces.some(hasValues) &&
  holdsGrid(
    gridFields(kind),
    pieces.filter(hasValues).flatMap(({ rows }) => rows),
  );

/** A row has a name and an amount. */
function hasRecords(kind: TableKind, pieces: readonly TablePiece[]): boolean {
  const names = idsOf(kind, ({ isName }) => isName);
  const amounts = idsOf(kind, ({ type }) => type === 'money');
  return pieces.some((piece) => {
    const [named, paid] = [columnsOf(piece, names), columnsOf(piece, amounts)];
    const has = (row: GridRow, columns: readonly number[], wanted: CellKind) =>
      columns.some((c) => row[c] && cellKind(row[c]) === wanted);
    return piece.rows.some((row) => has(row, named, 'text') && has(row, paid, 'amount'));
  });
}
