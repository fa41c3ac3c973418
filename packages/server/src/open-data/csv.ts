/** Figures as CSV that every spreadsheet opens: UTF-8 with a byte order mark, CRLF, and no text that runs as a formula. */
import { FACT_COLUMNS, type FactRow } from '@mingsuan/store';

export const CSV_NAMES = Object.keys(FACT_COLUMNS) as (keyof FactRow)[];

const BOM = '\ufeff';
/** Chinese spreadsheets take the wide signs too; a sign alone is what tables print for nothing. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]./s;
const NUMBER = /^[-+]?[\d,.\s]+%?$/;

export async function* csvOf(batches: AsyncIterable<readonly FactRow[]>): AsyncGenerator<string> {
  yield BOM + csvLine(CSV_NAMES);
  for await (const rows of batches) yield rows.map((row) => csvLine(CSV_NAMES.map((name) => row[name]))).join('');
}

const csvLine = (values: readonly (string | number | null)[]): string => `${values.map(csvField).join(',')}\r\n`;

function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
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
