/** The printed pieces of a table: rows with the column roles that hold for them. */
import { type FormDefinition, headerKey } from '@mingsuan/core/forms/index';
import { cellFields, columnsOf, rowsFields } from '@mingsuan/core/kinds/field';
import { KINDS, kindOf } from '@mingsuan/core/kinds/index';
import { squeeze } from '@mingsuan/core/text/fold';
import { isHeaderOf } from '@mingsuan/core/vocabulary/index';
import type { TableCell } from '../layout.ts';
import { type ColumnRole, columnRoles } from './columns.ts';
import { type Header, isIndexRow, LABELS_MARK, readHeader } from './header.ts';
import { isHollow, rolesMoved } from './moved.ts';
import { rolesByPlace } from './places.ts';
import { rolesByCells } from './shape/roles.ts';

export type GridRow = readonly TableCell[];

/** Rows of one printed piece, with the column roles that hold for it. */
export interface TablePiece {
  readonly header: Header;
  readonly headerRows: readonly GridRow[];
  readonly roles: readonly ColumnRole[];
  readonly rows: readonly GridRow[];
  /** Rows printed above the header: key–value lines of performance forms. */
  readonly lead: readonly GridRow[];
}

/** The pieces of a table: one, or several where its header is printed again between the rows. */
export function piecesOf(
  form: FormDefinition | undefined,
  header: Header,
  rows: readonly GridRow[],
  earlier: readonly TablePiece[],
): TablePiece[] {
  const pieces: TablePiece[] = [];
  let [head, rest, before] = [header, rows, earlier];
  for (;;) {
    const piece = pieceOf(form, head, rest, before);
    const model = piece.header.rowCount > 0 ? piece.header : lastHeader(before);
    const keys = new Set(model?.paths.flat());
    const again = form ? piece.rows.findIndex((row) => repeatsHeader(row, keys)) : -1;
    if (again < 0) return [...pieces, piece];
    pieces.push({ ...piece, rows: piece.rows.slice(0, again) });
    rest = piece.rows.slice(again);
    head = readHeader(rest);
    before = [];
  }
}

function repeatsHeader(row: GridRow, keys: ReadonlySet<string>): boolean {
  const filled = row.map((cell) => headerKey(cell.text)).filter((key) => key !== '');
  return filled.length >= 3 && filled.every((key) => keys.has(key));
}

/** Rows that tell what a piece's columns hold: what follows may be the rest of a text of many tables. */
const TELLING_ROWS = 200;

/** ** | 1 | 2 | 3: the numbers of columns printed again without their headers are no figures. */
const isMarkedIndex = (row: GridRow): boolean =>
  isIndexRow(row) && LABELS_MARK.test(squeeze(row.find((cell) => squeeze(cell.text) !== '')!.text));

/** A piece with the column roles that its header, or those before it, give. */
export function pieceOf(
  form: FormDefinition | undefined,
  header: Header,
  rows: readonly GridRow[],
  earlier: readonly TablePiece[],
): TablePiece {
  const isInLines = earlier.every((piece) => !hasValues(piece));
  const leadCount = kindOf(form?.id)?.isSheet && (isInLines || startsGoal(rows)) ? leadOf(form!, rows) : 0;
  const own = leadCount > 0 ? readHeader(rows.slice(leadCount)) : header;
  const lead = rows.slice(0, leadCount);
  const all = rows.slice(leadCount + own.rowCount);
  const data = all[0] && isMarkedIndex(all[0]) ? all.slice(1) : all;
  const headerRows = rows.slice(leadCount, leadCount + own.rowCount);
  const piece = { header: own, headerRows, rows: data, lead };
  if (!form) return { ...piece, roles: [] };
  // The first printing of a header is the best: repeated ones on later pages are often damaged.
  const width = rows[0]?.length ?? 0;
  const headed = earlier.filter((candidate) => candidate.header.rowCount > 0);
  const model = headed.find((candidate) => candidate.header.paths.length === width);
  if (model && own.rowCount === 0) return { ...piece, roles: rolesMoved(model, data) ?? model.roles };
  if (model && sameHeader(model.header, own))
    return { ...piece, roles: rolesByHeader(model, own) ?? rolesMoved(model, data) ?? model.roles };
  const carried = own.rowCount === 0 ? (rolesInOrder(headed, data[0]) ?? rolesByPlace(headed, data)) : undefined;
  if (carried) return { ...piece, roles: carried };
  const likewise =
    headed.length === 0 && own.rowCount === 0
      ? earlier.find((each) => each.roles.length === width && hasValues(each))
      : undefined;
  if (likewise && form.rows === 'records') return { ...piece, roles: likewise.roles };
  const told = { ...own, paths: own.paths.map((path, c) => (isHollow([...headerRows, ...data], c) ? [] : path)) };
  return {
    ...piece,
    roles: rolesByCells(form, rolesOfHeader(form, told, width), data.slice(0, TELLING_ROWS), {
      paths: told.paths,
      hasLines: leadCount > 0,
    }),
  };
}

/** The roles of a piece's columns under other words than those printed above them: `paths`, one for each column. */
export const rolesUnder = (form: FormDefinition, { rows, lead }: TablePiece, paths: Header['paths']): ColumnRole[] =>
  rolesByCells(form, rolesOfHeader(form, { rowCount: 1, paths }, paths.length), rows.slice(0, TELLING_ROWS), {
    paths,
    hasLines: lead.length > 0,
  });

/** The rows above the indicators of a sheet: all of them where a page break parts its lines from what they stand above. */
function leadOf(form: FormDefinition, rows: readonly GridRow[]): number {
  const count = leadRows(rows);
  return count === 0 && isLabelled(form, rows[0]) ? rows.length : count;
}

/** Whether a row is a label of a sheet's lines beside what it labels (项目名称 | 办公设备购置), and no row of headers. */
function isLabelled({ id }: FormDefinition, row: GridRow | undefined): boolean {
  const [label, text, ...others] = (row ?? []).filter((cell) => !cell.covered && squeeze(cell.text) !== '');
  if (!label || !text || others.length > 2) return false;
  return isLabelOf(id)(headerKey(label.text).replace(/:$/, '')) && !isLabelOf(id)(headerKey(text.text));
}

const labelTests = new Map<string, (header: string) => boolean>();

/** Tells the labels of a sheet's lines; kept, for each piece of it asks. */
function isLabelOf(id: string): (header: string) => boolean {
  const known = labelTests.get(id) ?? isHeaderOf(columnsOf(Object.fromEntries(cellFields(kindOf(id)!.fields))));
  labelTests.set(id, known);
  return known;
}

/** The roles that a header gives; the columns of records that have none are still columns. */
function rolesOfHeader(form: FormDefinition, header: Header, width: number): ColumnRole[] {
  const roles = columnRoles(form, header);
  if (roles.length > 0 || form.rows !== 'records') return roles;
  return Array.from({ length: width }, (): ColumnRole => ({ kind: 'blank' }));
}

/**
 * The roles of a header printed again, each by its words, wherever its column has moved to; undefined where some column's words are none
 * of the first header's: then it is damaged, and the first tells by place.
 */
function rolesByHeader({ header, roles }: TablePiece, own: Header): ColumnRole[] | undefined {
  const model = header.paths.map((path) => path.join('/'));
  const printed = own.paths.map((path) => path.join('/'));
  let next = 0;
  const partners = printed.map((path) => {
    if (path === '') return -1;
    // Of headers that several columns have, the next; one that stands alone may have moved left.
    const at = Math.max(model.indexOf(path, next), isOnce(model, path) ? model.indexOf(path) : -1);
    if (at >= 0) next = at + 1;
    return at < 0 ? undefined : at;
  });
  const isWhole = model.filter((path) => path !== '').length === printed.filter((path) => path !== '').length;
  if (!isWhole || partners.includes(undefined)) return undefined;
  if (partners.every((at, c) => at === c || at === -1)) return [...roles];
  return partners.map((at): ColumnRole => (at === -1 ? { kind: 'blank' } : roles[at!]!));
}

const isOnce = (paths: readonly string[], path: string): boolean => paths.indexOf(path) === paths.lastIndexOf(path);

/** The pieces of a table read anew as one of another form. */
export function piecesAs(form: FormDefinition, printed: readonly TablePiece[]): TablePiece[] {
  const pieces: TablePiece[] = [];
  for (const { lead, headerRows, rows } of printed) {
    const grid = [...lead, ...headerRows, ...rows];
    if (grid.length > 0) pieces.push(...piecesOf(form, readHeader(grid), grid, pieces));
  }
  return pieces;
}

/**
 * The roles for a table without a header that goes on with a headed one drawn on another grid: cell by cell as printed,
 * where both have as many cells in a row.
 */
export function rolesInOrder(headed: readonly TablePiece[], row: GridRow | undefined): ColumnRole[] | undefined {
  if (!row) return undefined;
  const cells = row.flatMap((cell, i) => (cell.covered === 'left' ? [] : [i]));
  for (const piece of headed) {
    const lowest = piece.headerRows.at(-1) ?? [];
    const printed = piece.roles.filter((_, i) => lowest[i]?.covered !== 'left');
    if (printed.length === cells.length)
      return row.map((_, i): ColumnRole => (cells.includes(i) ? printed[cells.indexOf(i)]! : { kind: 'blank' }));
  }
  return undefined;
}

/** Whether the columns of a piece are known: of a sheet, whether it has come to its grid. */
export const hasValues = ({ roles }: TablePiece): boolean => roles.some(({ kind }) => kind === 'value');

/** Performance forms print 项目名称, 预算资金 and 绩效目标 above the indicators. */
export function leadRows(rows: readonly GridRow[]): number {
  const keysOf = (row: GridRow) => row.map((cell) => headerKey(cell.text)).filter((key) => key !== '');
  const at = rows.findIndex((row) => {
    const keys = keysOf(row);
    return keys.includes('一级指标') || /^(?:产出|效益|满意度|成本|绩效)指标$/.test(keys[0] ?? '');
  });
  // Indicators without levels are headed by 指标名称 | 指标性质 | 指标值.
  const found = at >= 0 ? at : rows.findIndex((row) => keysOf(row).filter(isIndicatorHeader).length >= FEWEST_HEADERS);
  return Math.max(0, headFrom(rows, found));
}

/** Where a header begins that ends with a row: 项目名称 stands two rows high beside 绩效指标 over 一级指标. A label beside what follows goes on below. */
function headFrom(rows: readonly GridRow[], at: number): number {
  const ends = (cell: TableCell, c: number) =>
    cell.covered === 'above' && rows[at + 1]?.[c] !== undefined && rows[at + 1]![c]!.covered !== 'above';
  const from = (c: number) => rows.slice(0, at).findLastIndex((row) => row[c]?.covered !== 'above');
  const tops = (rows[at] ?? []).flatMap((cell, c) => (ends(cell, c) ? [from(c)] : []));
  return tops.length > 1 ? Math.max(0, Math.min(...tops)) : at;
}

const isIndicatorHeader = isHeaderOf(
  KINDS.flatMap(({ isSheet, fields, alsoRead }) =>
    isSheet && alsoRead ? columnsOf({ ...rowsFields(fields).at(-1)![1].fields, ...alsoRead }) : [],
  ),
);

/** So many headers of indicators in one row are no accident. */
const FEWEST_HEADERS = 3;

/** Whether two headers say the same in most of their cells. */
export function sameHeader(a: Header | undefined, b: Header): boolean {
  if (!a) return false;
  const left = new Set(a.paths.flat());
  const right = new Set(b.paths.flat());
  const common = [...right].filter((key) => left.has(key)).length;
  return common * 10 >= Math.min(left.size, right.size) * 7 && right.size > 0;
}

/** Whether rows begin a performance table: with a goal or a project's name. */
export function startsGoal(rows: readonly GridRow[]): boolean {
  return /^(?:年度)?绩效目标$|^项目名称/.test(squeeze(rows[0]![0]!.text));
}

/** The header that the last pieces go by. */
export function lastHeader(pieces: readonly TablePiece[]): Header | undefined {
  return pieces.findLast((piece) => piece.header.rowCount > 0)?.header;
}
