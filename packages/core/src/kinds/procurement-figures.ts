/** What 政府采购预算表 says in all, and by goods, works and services. */
import type { Cell } from '../model/values.ts';
import type { Fen } from '../money.ts';
import { lineKey } from '../text/numbering.ts';
import { FUND_IDS, nothingOf } from '../vocabulary/index.ts';
import { cellSum } from './cell-sum.ts';
import type { KindFigure, RowAndColumn, TableOf } from './kind.ts';
import type { ProcurementRow } from './procurement-fields.ts';

/** Columns that say what an item costs in all, the widest first: 总计 holds what 合计 leaves out (其他渠道资金). */
const WHOLE = ['grand-total', 'total'] as const;

/** What a procurement row costs in all; undefined where the table prints parts only, and more than one of them. */
export function procurementAmount({ cells }: Pick<ProcurementRow, 'cells'>): Cell | undefined {
  const whole = WHOLE.map((id) => cells[id]).find((cell) => cell !== undefined);
  if (whole) return whole;
  const funds = FUND_IDS.flatMap((id) => cells[id] ?? []);
  return funds.length === 1 ? funds[0] : undefined;
}

/** The 合计 row. */
export const procurementTotal = (rows: readonly ProcurementRow[]): ProcurementRow | undefined =>
  rows.find(({ kind }) => kind === 'total');

/** All that is to be purchased, in fen: the 合计 row, else the sum of the items without subtotals. Undefined without rows, or where an item has no amount. */
export function procurementSum(rows: readonly ProcurementRow[]): Fen | undefined {
  const total = procurementTotal(rows);
  const printed = total && procurementAmount(total);
  return printed ? printed.fen : cellSum(rows.filter(({ kind }) => kind === 'item').map(procurementAmount));
}

/** Goods, works and services by the letter that their catalogue codes begin with. */
const LETTERS: Readonly<Record<string, string>> = { goods: 'A', works: 'B', services: 'C' };

/** The name of a kind alone, as tables of the kinds without codes print it. */
const NAMED = /^(?:政府采购)?(货物|工程|服务)(?:类|采购|预算|支出)*$/;
const NAMES: Readonly<Record<string, string>> = { 货物: 'A', 工程: 'B', 服务: 'C' };

/** The letter of a row's kind, by its code or else by its name; undefined where neither tells. */
const letterOf = ({ code, item, label }: ProcurementRow): string | undefined =>
  code ? /^[ABC]/.exec(code)?.[0] : NAMES[NAMED.exec(lineKey(item ?? label))?.[1] ?? ''];

/** The columns that may hold all of a row's money, the widest first: the table may add other funds to the appropriations. */
const TOTALS = ['grand-total', 'total', 'general-public'];

/** `procurement[total].total`, `procurement[total].sme`, `procurement[goods].total`. */
export function procurementFigures(
  tables: readonly TableOf<ProcurementRow>[],
  { row, column: wanted }: RowAndColumn,
): readonly KindFigure[] {
  const procurement = tables.flatMap(({ rows }) => rows);
  const empty = tables.find(({ note }) => nothingOf(note));
  if (procurement.length === 0 && empty && row === 'total' && wanted === 'total')
    return [{ row: 'total', column: 'total', fen: 0, text: '', origin: empty.origin }];
  const total = procurementTotal(procurement);
  if (row === 'total') {
    const columns = wanted === 'total' ? TOTALS : [wanted];
    return columns.flatMap((column) => {
      const cell = total?.cells[column];
      return cell ? [{ row: 'total', column, ...cell }] : [];
    });
  }
  const letter = LETTERS[row];
  const items = procurement.filter(({ kind }) => kind === 'item');
  if (!letter || items.length === 0 || items.some((item) => !letterOf(item))) return [];
  const ofKind = items.filter((item) => letterOf(item) === letter);
  const cells = ofKind.flatMap((item) => procurementAmount(item) ?? []);
  const fen = cells.reduce((sum, cell) => sum + cell.fen, 0);
  const first = cells[0] ?? total?.cells.total;
  if (!first) return [];
  const all = { row: letter, column: 'total', fen, text: `${letter} 类合计`, origin: first.origin };
  // A table of the kinds alone, fund by fund: words speak of one fund or of all of them, and do not say which.
  const [only] = ofKind.length === 1 && (ofKind[0]!.code?.length ?? 1) === 1 ? ofKind : [];
  const funds = FUND_IDS.flatMap((id) => {
    const cell = only?.cells[id];
    return cell ? [{ row: letter, column: id, ...cell }] : [];
  });
  return [all, ...funds];
}
