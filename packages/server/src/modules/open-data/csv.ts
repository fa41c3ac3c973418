/** Flat rows as CSV and JSON, a row after the other. */
import { BOM, csvLine } from '@mingsuan/core/csv';
import type { ExportColumns, ExportRow } from '@mingsuan/store';

/** How the files are written, as a CSV Dialect says it. */
export const CSV_DIALECT = { delimiter: ',', doubleQuote: true, lineTerminator: '\r\n', header: true } as const;

/** A byte order mark, a line of names, then a line for each row; amounts are integer fen. */
export async function* csvOf(
  batches: AsyncIterable<readonly ExportRow[]>,
  columns: ExportColumns,
): AsyncGenerator<string> {
  const names = Object.keys(columns);
  yield BOM + csvLine(names);
  for await (const rows of batches) yield rows.map((row) => csvLine(names.map((name) => cellOf(row[name])))).join('');
}

const cellOf = (value: ExportRow[string] | undefined) => (typeof value === 'boolean' ? String(value) : (value ?? null));

/** One array, a row a line, with the columns in their order. */
export async function* jsonOf(
  batches: AsyncIterable<readonly ExportRow[]>,
  columns: ExportColumns,
): AsyncGenerator<string> {
  const names = Object.keys(columns);
  const line = (row: ExportRow) => JSON.stringify(Object.fromEntries(names.map((name) => [name, row[name] ?? null])));
  let separator = '[\n';
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    yield separator + rows.map(line).join(',\n');
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
