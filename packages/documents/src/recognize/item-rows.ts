/** Rows of the “三公” form: one row of items, or a row per item. */
import type { Row } from '@mingsuan/core/disclosure';
import { isTotalLabel, withItemParents } from '@mingsuan/core/forms/index';
import { hasItemColumns } from '@mingsuan/core/forms/three-publics';
import { groupBy } from '@mingsuan/core/group-by';
import { inPeriod } from '@mingsuan/core/model/address';
import type { Period } from '@mingsuan/core/model/period';
import { squeeze } from '@mingsuan/core/text/fold';
import { lineKey } from '@mingsuan/core/text/numbering';
import type { StatementContext } from './amounts.ts';
import type { ColumnRole } from './columns.ts';
import { type HeaderPeriod, headerPeriod } from './header-periods.ts';
import type { GridRow, LogicalTable, TablePiece } from './logical-tables.ts';
import { originOf, type Panel, panels, reportUnlabelled, textAt, valuesOf } from './panels.ts';

/** “三公”: one row of items, or a row per item. */
export function itemRows(table: LogicalTable, context: StatementContext): Row[] {
  const oneRow = hasItemColumns(table.pieces[0]!.roles.flatMap((role) => (role.kind === 'value' ? role.id : [])));
  let owner = '';
  const read = table.pieces.flatMap((piece) =>
    piece.rows.flatMap((row) => {
      owner = textAt(row, ownersOf(piece)) || owner;
      return itemsOf(row, piece, oneRow, table, context).map((each) => ({ owner, ...each }));
    }),
  );
  const items = read.toSorted((a, b) => a.list - b.list).map(({ item }) => item);
  if (!oneRow) return withItemParents(items);
  const isYeared = read.some(({ item }) => yearOf(item) > 0);
  if (!isYeared && !isOfAccounts(items)) return [...apartByUnit(items)];
  return [...groupBy(read, (each) => each.owner)].flatMap(([of, group], i) => {
    const own = group.map(({ item }) => item);
    const rows = isYeared ? withPrevious(own, context.year) : withBudget(own);
    return i === 0 ? rows.map(namedByLabel) : rows.map((row) => ofUnit(row, of));
  });
}

/** Columns before the label that are neither label nor figure: the unit whose rows follow. */
function ownersOf({ roles }: TablePiece): readonly number[] {
  const label = roles.findIndex(({ kind }) => kind === 'name' || kind === 'label');
  return roles.flatMap(({ kind }, i) => (i < label && (kind === 'unknown' || kind === 'unit') ? i : []));
}

/** The year that labels a row of items (2026年); 0 for any other. */
const yearOf = ({ label }: Row): number => Number(/^(20\d\d)年/.exec(squeeze(label))?.[1] ?? 0);

/** Which plan or year labels a row of items: 预算数 above 决算数. */
const periodOf = ({ label }: Row): HeaderPeriod | undefined =>
  headerPeriod(squeeze(label), { final: true, previous: false });

/** Whether a row says that it is what was spent, and another what was planned. */
const isOfAccounts = (rows: readonly Row[]): boolean =>
  rows.some((row) => periodOf(row) === 'own') &&
  rows.some((row) => ['budget', 'adjusted'].includes(periodOf(row) ?? ''));

/** The row of what was spent with the figures of the other periods as its own columns, and the rows of none. */
function withBudget(rows: readonly Row[]): readonly Row[] {
  const own = rows.find((row) => periodOf(row) === 'own');
  if (!own) return rows;
  const others = rows.filter((row) => row !== own && periodOf(row) !== undefined);
  const cells = others.flatMap((row) =>
    Object.entries(row.cells).map(([key, cell]) => [inPeriod(key, periodOf(row) as Period), cell] as const),
  );
  const rest = rows.filter((row) => row !== own && !others.includes(row));
  return [{ ...own, cells: { ...Object.fromEntries(cells), ...own.cells } }, ...rest];
}

/** A row beside the years, such as 增减变化金额, goes by its label. */
const namedByLabel = (row: Row): Row => (isOfPeriod(row) ? row : { ...row, key: lineKey(row.label) });

const isOfPeriod = (row: Row): boolean => yearOf(row) > 0 || periodOf(row) === 'own';

/** A row of one of the units below the whole: that of the document's year goes by the unit's name. */
const ofUnit = (row: Row, unit: string): Row =>
  isOfPeriod(row) ? { ...row, key: lineKey(unit), label: unit } : { ...row, key: lineKey(row.label), unit };

/**
 * Below a 合计 row a row of items for each unit: only that one is the table's whole. Without one it is the first row where that is the sum of
 * the others, as a department stands above its units; of other rows with names of their own none is.
 */
function apartByUnit(rows: readonly Row[]): readonly Row[] {
  const [first, ...others] = rows;
  const total = rows.find(({ label }) => isTotalLabel(label)) ?? (first && isSumOf(first, others) ? first : undefined);
  const areNamed = others.length > 0 && new Set(rows.map(({ label }) => lineKey(label))).size === rows.length;
  if (!total && !areNamed) return rows;
  return rows.map((row) => (row === total || isTotalLabel(row.label) ? row : { ...row, key: lineKey(row.label) }));
}

const isSumOf = (whole: Row, parts: readonly Row[]): boolean =>
  parts.length > 0 && parts.reduce((sum, { cells }) => sum + (cells.total?.fen ?? 0), 0) === whole.cells.total?.fen;

/** The items of a row, each with the list it is of: several where lists stand side by side (项目 | 统计数 | 项目 | 统计数). */
function itemsOf(
  row: GridRow,
  piece: TablePiece,
  oneRow: boolean,
  table: LogicalTable,
  context: StatementContext,
): readonly { readonly item: Row; readonly list: number }[] {
  const isNext = ({ kind }: ColumnRole): boolean => !oneRow && (kind === 'name' || kind === 'label');
  return panels(piece.roles, isNext).flatMap((panel, list) => {
    const item = itemRow(row, panel, oneRow, table, context);
    return item ? [{ item, list }] : [];
  });
}

function itemRow(
  row: GridRow,
  panel: Panel,
  oneRow: boolean,
  table: LogicalTable,
  context: StatementContext,
): Row | undefined {
  const values = valuesOf(row, panel, context, table.title);
  const label = textAt(row, panel.names);
  const origin = originOf(row, [...panel.names, ...panel.values.map(([i]) => i)]);
  if (oneRow)
    return Object.keys(values.cells).length > 0 || isTotalLabel(label)
      ? { key: 'total', label: label || '合计', ...values, origin }
      : undefined;
  if (label === '') {
    reportUnlabelled(table, values.cells, originOf(row, panel.names), context);
    return undefined;
  }
  return { key: isTotalLabel(label) ? 'total' : lineKey(label), label, ...values, origin };
}

/** A row for each year (2024年, 2025年): the figures of an earlier one are the document's own columns in the previous period. */
function withPrevious(rows: readonly Row[], year: number | undefined): readonly Row[] {
  const earlier = rows.find((row) => year && yearOf(row) === year - 1);
  const own = rows.find((row) => year && yearOf(row) === year);
  if (!earlier || !own) return rows;
  const previous = Object.fromEntries(
    Object.entries(earlier.cells).map(([key, cell]) => [inPeriod(key, 'previous'), cell]),
  );
  const rest = rows.filter((row) => row !== earlier && row !== own);
  return [{ ...own, cells: { ...previous, ...own.cells } }, ...rest];
}
