/**
 * The columns of a ledger's sheets carry the format of their cells: open to the officer, and of text where text is meant (a
 * project's code of 21 digits that a spreadsheet takes for a number loses its last ones). A protected sheet lets a row be
 * deleted only where every cell of it is open, those beside the form too. Not every program takes the workbook's first format
 * for that of cells that are not written, so that columns say it.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const STYLES = 'xl/styles.xml';
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
/** Sheets that rows may be put into. */
const GROWS = /<sheetProtection [^>]*insertRows="0"/;
/** The last column that a sheet can have. */
const COLUMNS = 16_384;
const FORMATS = /<cellXfs count="(\d+)">([\s\S]*?)<\/cellXfs>/;
const OPEN =
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1"><protection locked="0"/></xf>';

/** The same workbook; in sheets that grow, each column has the format of its last cell, and those beside the form are open. */
export function openColumns(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  const styles = strFromU8(parts[STYLES]!);
  const open = Number(FORMATS.exec(styles)![1]);
  const opened = styles.replace(FORMATS, `<cellXfs count="${open + 1}">$2${OPEN}</cellXfs>`);
  const sheets = Object.entries(parts).flatMap(([path, bytes]) => {
    if (!SHEET.test(path)) return [];
    const sheet = strFromU8(bytes);
    return GROWS.test(sheet) ? [[path, strToU8(withFormats(sheet, open))] as const] : [];
  });
  return zipSync({ ...parts, [STYLES]: strToU8(opened), ...Object.fromEntries(sheets) });
}

function withFormats(sheet: string, open: number): string {
  const last = sheet.slice(sheet.lastIndexOf('<row '));
  const formats = [...last.matchAll(/<c [^>]*?s="(\d+)"/g)].map(([, format]) => format);
  const columns = sheet.replace(/<col min="(\d+)"/g, (col, number) => `${col} style="${formats[Number(number) - 1]}"`);
  const beside = `<col min="${formats.length + 1}" max="${COLUMNS}" width="9" style="${open}"/>`;
  return columns.replace('</cols>', `${beside}</cols>`);
}
