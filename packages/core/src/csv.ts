/** CSV that every spreadsheet opens: UTF-8 with a byte order mark, CRLF, and no text that runs as a formula. */

export const BOM = '\ufeff';
/** Chinese spreadsheets take the wide signs too; a sign alone is what tables print for nothing. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]./s;
const NUMBER = /^[-+]?[\d,.\s]+%?$/;

export type CsvValue = string | number | null | undefined;

/** One record with its line end (CRLF). */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(csvField).join(',')}\r\n`;

/** A text that a spreadsheet would run as a formula is defused with an apostrophe. */
export function csvField(value: CsvValue): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
