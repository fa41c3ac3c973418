/** A flat table as a workbook: a sheet of rows, and one that says what each column means. */
import { writeXlsx } from 'hucre/xlsx';

type Value = string | number | boolean | null;

export interface FlatTable {
  readonly name: string;
  /** Ids of the columns in their order, with their meanings. */
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

/** A sheet of Excel has no more rows. */
export const MOST_ROWS = 1_048_575;
const LONGEST_NAME = 31;

/** The workbook's bytes. Numbers stay numbers: an amount in fen is exact up to 15 digits. */
export async function writeTable({ name, columns, rows }: FlatTable): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: name.slice(0, LONGEST_NAME),
        rows: [columns.map(({ id }) => id), ...rows.map((row) => columns.map(({ id }) => row[id] ?? null))],
      },
      { name: '列的含义', rows: [['列', '含义'], ...columns.map(({ id, title }) => [id, title])] },
    ],
  });
}
