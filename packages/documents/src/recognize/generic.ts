/**
 * What recognition has no name for is kept under its shape: a table that no form claims, and what a form left of one. Its columns
 * are c1, c2, … with their printed headers; its amounts keep their places, so that they are exported, shown and counted.
 */

import type { Cell, Column, GenericRow, GenericTable, StatementFormId } from '@mingsuan/core/disclosure';
import { isTotalLabel } from '@mingsuan/core/forms/index';
import { type MoneyUnit, parseAmount } from '@mingsuan/core/money';
import { joinWrapped, squeeze, unspaced } from '@mingsuan/core/text/fold';
import { lineKey, numberingDepth } from '@mingsuan/core/text/numbering';
import type { TableCell } from '../layout.ts';
import { headed } from './header.ts';
import type { LogicalTable } from './logical-tables.ts';
import type { GridRow, TablePiece } from './pieces.ts';
import { cellKind, codeIn, isAmount } from './shape/cells.ts';

/** Whether a cell with an amount is to be kept: not where it was read already. */
type Keep = (cell: TableCell) => boolean;

/**
 * A table under its shape, whole. Without a unit its amounts are kept as texts: nobody knows what they amount to.
 * @returns undefined where it has no rows
 */
export function genericTable(table: LogicalTable, unit: MoneyUnit | undefined): GenericTable | undefined {
  return shaped(table, unit, () => true, true);
}

/** What a form left of a table: the rows and columns with amounts that `keep` says were not read. */
export function leftOver(table: LogicalTable, unit: MoneyUnit | undefined, keep: Keep): GenericTable | undefined {
  return shaped(table, unit, keep, false);
}

function shaped(
  table: LogicalTable,
  unit: MoneyUnit | undefined,
  keep: Keep,
  whole: boolean,
): GenericTable | undefined {
  const model = table.pieces.find(({ header }) => header.rowCount > 0) ?? table.pieces[0];
  const rows = table.pieces.flatMap((piece) => {
    const money = moneyColumns(piece);
    return [...piece.lead, ...piece.rows].flatMap((row) => genericRow(row, money, unit, keep, whole) ?? []);
  });
  if (!model || rows.length === 0) return undefined;
  const used = new Set(rows.flatMap((row) => [...Object.keys(row.cells), ...Object.keys(row.texts)]));
  const columns = [...used]
    .map((id) => Number(id.slice(1)))
    .sort((a, b) => a - b)
    .map((n): Column => ({ id: `c${n}`, ...headed(model.header.paths[n - 1]) }));
  const { form } = table;
  return {
    form: shapeOf(rows),
    title: unspaced(table.title),
    ...(!whole && form && form.rows !== 'records' ? { of: form.id as StatementFormId } : {}),
    ...(unit ? { unit } : {}),
    ...(table.note ? { note: table.note } : {}),
    columns,
    rows,
    origin: table.origin,
  };
}

/** Columns whose integers are amounts too: most of what they print has decimals or separators, or is nothing but zero. */
function moneyColumns({ rows }: TablePiece): ReadonlySet<number> {
  const width = rows[0]?.length ?? 0;
  const money = new Set<number>();
  for (let c = 0; c < width; c += 1) {
    const kinds = rows.map((row) => cellKind(row[c] ?? { text: '' }));
    const amounts = kinds.filter((kind) => kind === 'amount').length;
    const integers = kinds.filter((kind) => kind === 'integer' || kind === 'code').length;
    const zeros = rows.filter((row) => /^0+$/.test(squeeze(row[c]?.text ?? ''))).length;
    if (amounts > 0 ? amounts >= integers - zeros : integers > 0 && zeros === integers) money.add(c);
  }
  return money;
}

function genericRow(
  row: GridRow,
  money: ReadonlySet<number>,
  unit: MoneyUnit | undefined,
  keep: Keep,
  whole: boolean,
): GenericRow | undefined {
  const cells: Record<string, Cell> = {};
  const texts: Record<string, string> = {};
  row.forEach((cell, i) => {
    const text = joinWrapped(cell.text);
    if (cell.covered || text === '') return;
    const kind = cellKind(cell);
    const isMoney = kind === 'amount' || (money.has(i) && kind !== 'text' && kind !== 'blank');
    const amount = isMoney && unit ? parseAmount(text, unit) : undefined;
    if (amount && (whole || keep(cell))) cells[`c${i + 1}`] = { fen: amount.fen, text, origin: cell.origin };
    else if (!amount) texts[`c${i + 1}`] = text;
  });
  const lost = Object.keys(cells).length > 0 || (!unit && row.some((cell) => isAmount(cell) && keep(cell)));
  if (Object.keys(texts).length + Object.keys(cells).length === 0 || (!whole && !lost)) return undefined;
  const words = row
    .filter((cell) => !cell.covered && ['text', 'code'].includes(cellKind(cell)))
    .map((cell) => cell.text);
  const code = words.map(codeIn).find((found) => found !== undefined);
  const label = words.find((word) => !/^[\d\s]+$/.test(word)) ?? words[0] ?? '';
  const total = words.some(isTotalLabel);
  return {
    key: total ? 'total' : (code?.code ?? lineKey(label)),
    label: joinWrapped(label),
    texts,
    cells,
    origin: (row.find((cell) => squeeze(cell.text) !== '') ?? row[0]!).origin,
  };
}

/** What most rows are by their first words. */
function shapeOf(rows: readonly GenericRow[]): GenericTable['form'] {
  const kinds = rows.map(({ texts }) => {
    const found = Object.values(texts).flatMap((text) => codeIn(text)?.kind ?? []);
    return found.includes('function') ? 'function' : found.length > 0 ? 'economic' : undefined;
  });
  const share = (kind: string) => kinds.filter((each) => each === kind).length * 2;
  if (share('function') >= rows.length) return 'coded-function';
  if (share('economic') >= rows.length) return 'coded-economic';
  const filled = rows.filter(({ cells }) => Object.keys(cells).length > 0);
  if (filled.length === 1 && Object.keys(filled[0]!.cells).length > 2) return 'items';
  if (rows.filter(({ label }) => numberingDepth(label) > 0).length * 2 >= rows.length) return 'lines';
  return 'list';
}
