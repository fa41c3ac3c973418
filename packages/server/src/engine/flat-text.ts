/** Flat rows as CSV and JSON, in parts. Pure. */
import { BOM, csvLine } from '@mingsuan/core/csv';
import type { ExportColumns, ExportRow } from '@mingsuan/store';

/** How the files are written, as a CSV Dialect says it. */
export const CSV_DIALECT = { delimiter: ',', doubleQuote: true, lineTerminator: '\r\n', header: true } as const;

/** A byte order mark and the line of names: the beginning of a file. */
export const csvHead = (columns: ExportColumns): string => BOM + csvLine(Object.keys(columns));

/** A line for each row; amounts are integer fen. */
export const csvLines = (rows: readonly ExportRow[], columns: ExportColumns): string => {
  const names = Object.keys(columns);
  return rows.map((row) => csvLine(names.map((name) => cellOf(row[name])))).join('');
};

const cellOf = (value: ExportRow[string] | undefined) => (typeof value === 'boolean' ? String(value) : (value ?? null));

/** The rows of an array, a row a line with the columns in their order; `[` before the first of all. */
export const jsonLines = (rows: readonly ExportRow[], columns: ExportColumns, isFirst: boolean): string => {
  const names = Object.keys(columns);
  const line = (row: ExportRow) => JSON.stringify(Object.fromEntries(names.map((name) => [name, row[name] ?? null])));
  return (isFirst ? '[\n' : ',\n') + rows.map(line).join(',\n');
};

/** The end of the array; `isEmpty` where there were no rows. */
export const jsonEnd = (isEmpty: boolean): string => (isEmpty ? '[]\n' : '\n]\n');
