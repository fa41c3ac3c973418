/** Inferred header cells and rows → cells of a grid. */
import type { Glyph } from '../geometry.ts';
import type { GridCell } from '../grid.ts';
import type { HeaderCell } from './header.ts';
import type { Piece } from './pieces.ts';
import type { Row } from './rows.ts';

const glyphsOf = (pieces: readonly Piece[]): Glyph[] => pieces.flatMap((piece) => [...piece.glyphs]);

/** Header cells as grid cells: groups over their columns, leaves down to the rows. */
export function headerGrid(
  paths: readonly (readonly HeaderCell[])[],
  depth: number,
  edges: readonly number[],
  [top, bottom]: readonly [number, number],
): GridCell[] {
  const cells: GridCell[] = [];
  const height = (bottom - top) / (depth || 1);
  for (let row = 0; row < depth; row++) {
    for (let column = 0; column < paths.length; ) {
      const path = paths[column]!;
      const cell = path[row];
      const rowSpan = row === path.length - 1 || (row === 0 && path.length === 0) ? depth - row : 1;
      if (row >= Math.max(1, path.length)) {
        column++;
        continue;
      }
      let colSpan = 1;
      if (cell)
        while (
          paths[column + colSpan]?.[row] === cell &&
          (row === paths[column + colSpan]!.length - 1) ===
            (rowSpan > 1 || (row === depth - 1 && row === path.length - 1))
        )
          colSpan++;
      cells.push({
        row,
        column,
        rowSpan,
        colSpan,
        box: [edges[column]!, top + row * height, edges[column + colSpan]!, top + (row + rowSpan) * height],
        glyphs: cell ? glyphsOf(cell.pieces) : [],
      });
      column += colSpan;
    }
  }
  return cells;
}

/** A row as cells of the grid, between the columns' edges. */
export function rowGrid(row: Row, r: number, edges: readonly number[]): GridCell[] {
  return row.cells.map((pieces, column) => ({
    row: r,
    column,
    rowSpan: 1,
    colSpan: 1,
    box: [edges[column]!, row.y0, edges[column + 1]!, row.y1],
    glyphs: glyphsOf(pieces),
  }));
}
