/** Workbooks (XLSX, XLS) → Layout: a page for each visible sheet, and problems for what is not shown. */
import type { Problem } from '@mingsuan/core/disclosure';
import { addressOf } from '@mingsuan/core/model/cell-address';
import type { Layout, Page } from '../layout.ts';
import { pageOf } from './sheet-page.ts';
import type { Sheet, SheetCell, Workbook } from './workbook.ts';

/** What a workbook's file says. @throws UnreadableInput */
export async function readWorkbook(kind: 'xlsx' | 'xls', bytes: Uint8Array): Promise<Workbook> {
  return kind === 'xlsx'
    ? (await import('./read-xlsx.ts')).readXlsxWorkbook(bytes)
    : (await import('./read-xls.ts')).readXlsWorkbook(bytes);
}

/** @throws UnreadableInput */
export async function readXlsx(bytes: Uint8Array): Promise<Layout> {
  return layoutOf(await readWorkbook('xlsx', bytes));
}

/** Also the XML of Excel 2003. @throws UnreadableInput */
export async function readXls(bytes: Uint8Array): Promise<Layout> {
  return layoutOf(await readWorkbook('xls', bytes));
}

/** A workbook as a layout, whatever its format. */
export function layoutOf({ sheets }: Workbook): Layout {
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const pages = visible.map((sheet, i) => pageOf(sheet, i + 1)).filter((page): page is Page => page !== undefined);
  return {
    pages,
    problems: [...hiddenSheets(sheets), ...visible.flatMap(hiddenParts), ...visible.flatMap(uncalculated)],
  };
}

function hiddenSheets(sheets: readonly Sheet[]): Problem[] {
  const hidden = sheets.filter(({ isHidden, cells }) => isHidden && cells.length > 0);
  if (hidden.length === 0) return [];
  const names = hidden.map(({ name }) => `“${name}”`).join('、');
  const message = `隐藏的工作表${names}没有读；如要公开其中的内容，请取消隐藏后再读。`;
  return [{ code: 'hidden-content', message, origin: { sheet: hidden[0]!.name } }];
}

function hiddenParts({ name, cells, hiddenRows, hiddenColumns }: Sheet): Problem[] {
  const first = cells.find(({ row, column }) => hiddenRows.has(row) || hiddenColumns.has(column));
  if (!first) return [];
  const rows = new Set(cells.flatMap(({ row }) => (hiddenRows.has(row) ? [row] : []))).size;
  const columns = new Set(cells.flatMap(({ column }) => (hiddenColumns.has(column) ? [column] : []))).size;
  const what = [rows > 0 && `${rows} 行`, columns > 0 && `${columns} 列`].filter(Boolean).join('、');
  const address = addressOf(first.row, first.column);
  const message = `工作表“${name}”${address} 等 ${what}有内容却隐藏着，没有读；如要公开，请取消隐藏（或清除筛选）后再读。`;
  return [{ code: 'hidden-content', message, origin: { sheet: name, address } }];
}

function uncalculated({ name, cells }: Sheet): Problem[] {
  const found = cells.filter((cell: SheetCell) => cell.isUncalculated);
  const [first] = found;
  if (!first) return [];
  const address = addressOf(first.row, first.column);
  const message = `工作表“${name}”${address} 等 ${found.length} 个公式没有算出的值，不知道是多少，没有读；请用 WPS 或 Excel 打开、保存后再读。`;
  return [{ code: 'formula-without-value', message, origin: { sheet: name, address } }];
}
