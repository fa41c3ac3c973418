/**
 * hucre stretches a picture over whole cells. In a checklist a picture stands inside its cell, keeps its shape when a reviewer
 * widens the column, and several stand below each other: anchors of one cell with an offset, which hucre cannot write. Its
 * anchors are rewritten: `to` holds the offset in pixels (column: x, row: y), the picture's own extent is its size.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

const ANCHOR =
  /<xdr:twoCellAnchor><xdr:from><xdr:col>(\d+)<\/xdr:col>.*?<xdr:row>(\d+)<\/xdr:row>.*?<\/xdr:from><xdr:to><xdr:col>(\d+)<\/xdr:col>.*?<xdr:row>(\d+)<\/xdr:row>.*?<\/xdr:to>(.*?<a:ext cx="(\d+)" cy="(\d+)"\/>.*?)<\/xdr:twoCellAnchor>/gs;
const EMU_PER_PIXEL = 9525;
/** Any fixed day, so that equal workbooks are equal files. */
const DAY = new Date(2000, 0, 1);

/** A workbook whose pictures stand within their cells. */
export function placeInCells(workbook: Uint8Array): Uint8Array {
  const parts: Zippable = {};
  for (const [path, bytes] of Object.entries(unzipSync(workbook))) {
    const drawing = /^xl\/drawings\/[^/]+\.xml$/.test(path);
    const packed = path.endsWith('.png');
    parts[path] = [drawing ? strToU8(rewrite(strFromU8(bytes))) : bytes, { level: packed ? 0 : 6, mtime: DAY }];
  }
  return zipSync(parts);
}

function rewrite(xml: string): string {
  return xml.replace(ANCHOR, (_, column, row, x, y, picture, cx, cy) => {
    const side = (name: string, at: string, offset: string) =>
      `<xdr:${name}>${at}</xdr:${name}><xdr:${name}Off>${Number(offset) * EMU_PER_PIXEL}</xdr:${name}Off>`;
    const from = `<xdr:from>${side('col', column, x)}${side('row', row, y)}</xdr:from>`;
    return `<xdr:oneCellAnchor>${from}<xdr:ext cx="${cx}" cy="${cy}"/>${picture}</xdr:oneCellAnchor>`;
  });
}
