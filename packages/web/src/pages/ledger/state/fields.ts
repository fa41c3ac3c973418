/** A cell in words, as a person names what is to be changed, and back: 基本支出 第 3 行 金额. */
import type { CellPlace } from '@mingsuan/core/ledger/review';
import { sheetOf } from '@mingsuan/core/ledger/sheet-rows';
import { LEDGER_SHEETS } from '@mingsuan/core/ledger/sheets';

/** What a place is called. */
export function fieldName({ sheet, row, column }: CellPlace): string {
  const { name, columns } = sheetOf(sheet);
  const header = column === undefined ? undefined : columns[column]?.header;
  return [name, row === undefined ? undefined : `第 ${row + 1} 行`, header].filter(Boolean).join(' ');
}

/** The place that was called so; undefined for what a person wrote freely. */
export function placeOfField(text: string): CellPlace | undefined {
  const [, name, row, header] = /^(\S+)(?: 第 (\d+) 行)?(?: (.+))?$/.exec(text.trim()) ?? [];
  const sheet = LEDGER_SHEETS.find((one) => one.name === name);
  if (!sheet) return undefined;
  const column = sheet.columns.findIndex((one) => one.header === header);
  return {
    sheet: sheet.id,
    ...(row === undefined ? {} : { row: Number(row) - 1 }),
    ...(column < 0 ? {} : { column }),
  };
}
