/** Figures as CSV and JSON, a row after the other. */
import { BOM, csvLine } from '@mingsuan/core/csv';
import { FACT_COLUMNS, type FactRow } from '@mingsuan/store';

export const CSV_NAMES = Object.keys(FACT_COLUMNS) as (keyof FactRow)[];

/** A byte order mark, a line of names, then a line for each figure; amounts are integer fen. */
export async function* csvOf(batches: AsyncIterable<readonly FactRow[]>): AsyncGenerator<string> {
  yield BOM + csvLine(CSV_NAMES);
  for await (const rows of batches) yield rows.map((row) => csvLine(CSV_NAMES.map((name) => row[name]))).join('');
}

/** One array, a row a line. */
export async function* jsonOf(batches: AsyncIterable<readonly FactRow[]>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    yield separator + rows.map((row) => JSON.stringify(row)).join(',\n');
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
