/** The styles part of a workbook, as far as it says what a cell shows and whether it stands in a table. */
import { readXml } from '../office/xml.ts';
import { builtInFormat } from './built-in-formats.ts';
import { type NumberFormat, numberFormat } from './number-format.ts';

/** By the style index of a cell. */
export interface CellStyle {
  readonly format: NumberFormat;
  readonly hasBorder: boolean;
}

/** What cells of each style show, and whether they are ruled. */
export function readStyles(xml: string | undefined, is1904: boolean): CellStyle[] {
  if (xml === undefined) return [];
  const own = new Map<number, string>();
  const ruled: boolean[] = [];
  const styles: { numFmtId: number; borderId: number }[] = [];
  readXml(xml, {
    open(name, { numFmtId, formatCode, borderId, style }, path) {
      const parent = path.at(-2);
      if (name === 'numFmt' && parent === 'numFmts') own.set(Number(numFmtId), formatCode ?? 'General');
      else if (name === 'border' && parent === 'borders') ruled.push(false);
      else if (parent === 'border' && style !== undefined && style !== 'none') ruled[ruled.length - 1] = true;
      else if (name === 'xf' && parent === 'cellXfs')
        styles.push({ numFmtId: Number(numFmtId ?? 0), borderId: Number(borderId ?? 0) });
    },
  });
  return styles.map(({ numFmtId, borderId }) => ({
    format: numberFormat(own.get(numFmtId) ?? builtInFormat(numFmtId), is1904),
    hasBorder: ruled[borderId] ?? false,
  }));
}
