/** A sheet while it is filled in: rows of styled cells from top to bottom, merges, and pictures inside cells. */
import type { Cell, Hyperlink, MergeRange, SheetImage, WriteSheet } from 'hucre';
import type { Picture } from '../render.ts';
import { FOOTER, PAGE, STYLES, type StyleName } from './style.ts';

export interface GridCell {
  readonly text?: string | number;
  readonly style: StyleName;
  readonly link?: Hyperlink;
}

/** A picture in a cell of a row: its offset and its size there, in pixels. */
export interface PlacedPicture {
  readonly picture: Picture;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  /** In points. */
  readonly height: number;
  readonly pictures?: readonly PlacedPicture[];
}

export interface Grid {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly GridRow[];
  /** [first row, first column, last row, last column], counted from 0. */
  readonly merges: readonly (readonly [number, number, number, number])[];
  /** The row that every printed page repeats; all above it stay in sight. */
  readonly headRow: number;
}

/** A filled grid as the sheet that is written. */
export function sheetOf({ name, widths, rows, merges, headRow }: Grid): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach((row, r) => {
    row.cells.forEach(({ text, style, link }, c) => {
      cells.set(`${r},${c}`, { value: text ?? null, style: STYLES[style], ...(link ? { hyperlink: link } : {}) });
    });
  });
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.cells.map(({ text }) => text ?? null)),
    cells,
    rowDefs: new Map(rows.map(({ height }, r) => [r, { height }])),
    merges: merges.map(([startRow, startCol, endRow, endCol]): MergeRange => ({ startRow, startCol, endRow, endCol })),
    images: rows.flatMap(({ pictures = [] }, r) => pictures.map((placed) => imageOf(placed, r))),
    freezePane: { rows: headRow + 1 },
    pageSetup: PAGE,
    headerFooter: { oddFooter: FOOTER },
    view: { showGridLines: false },
  };
}

/** The end of the anchor carries the offset (`placeInCells`). */
function imageOf({ picture, column, x, y, width, height, title }: PlacedPicture, row: number): SheetImage {
  return {
    data: picture.png,
    type: 'png',
    anchor: { from: { row, col: column }, to: { row: Math.round(y), col: Math.round(x) } },
    width: Math.round(width),
    height: Math.round(height),
    altText: title,
  };
}
