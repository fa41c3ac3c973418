/**
 * Tables whose columns are ruled and whose rows are not: columns are told by the lines down, and a header's groups by where these are
 * broken off; rows by the lines of figures. Amounts may be whole numbers that a column alone keeps apart from the names beside them.
 */
import type { Box, Glyph, Ruling } from '../geometry.ts';
import { fillGrid, type Grid, gridOf } from '../grid.ts';
import { positions } from '../rulings.ts';
import { type Line, linesOf } from '../runs.ts';
import { bodyRows, indexRow, isOfAmounts } from './body.ts';
import { rowGrid } from './cells.ts';
import { divide, rowDistance } from './divide.ts';
import { center, isAmount, isFigure, type Piece, pieceOf, type Span } from './pieces.ts';
import { firstRow, type TableLine } from './regions.ts';

/** Fewer lines down are the frame of something. */
const FEWEST_LINES = 3;
/** Points by which lines may be off each other. */
const NEAR = 2;

/** The tables of the lines down that no lines across part into rows; `doubtful` are the places of those whose rows could be others. */
export function columnedTables(
  rulings: readonly Ruling[],
  glyphs: readonly Glyph[],
): { grids: Grid[]; doubtful: Box[] } {
  const grids: Grid[] = [];
  const doubtful: Box[] = [];
  for (const down of tablesOf(rulings.filter(({ horizontal }) => !horizontal))) {
    const table = tableAt(
      down,
      rulings.filter(({ horizontal }) => horizontal),
      glyphs,
    );
    if (!table) continue;
    grids.push(table.grid);
    if (table.isDoubtful) doubtful.push(table.grid.box);
  }
  return { grids, doubtful };
}

/** Lines down beside each other for most of the shorter one's length. */
function tablesOf(down: readonly Ruling[]): (readonly Ruling[])[] {
  const tables: Ruling[][] = [];
  for (const line of down.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    const own = tables.find(([first]) => {
      const common = Math.min(line.to, first!.to) - Math.max(line.from, first!.from);
      return common > 0.8 * (line.to - line.from);
    });
    if (own) own.push(line);
    else tables.push([line]);
  }
  return tables.filter((lines) => positions(lines.map(({ at }) => at)).length >= FEWEST_LINES);
}

function tableAt(
  down: readonly Ruling[],
  horizontal: readonly Ruling[],
  glyphs: readonly Glyph[],
): { grid: Grid; isDoubtful: boolean } | undefined {
  const [top, bottom] = [Math.min(...down.map(({ from }) => from)), Math.max(...down.map(({ to }) => to))];
  const within = linesOf(glyphs.filter(({ y0, y1 }) => y0 + y1 > 2 * top && y0 + y1 < 2 * bottom));
  const edges = edgesOf(down, within);
  const table: Span = { x0: edges[0]!, x1: edges.at(-1)! };
  const across = horizontal.filter(
    ({ at, from, to }) => at > top - NEAR && at < bottom + NEAR && to > table.x0 && from < table.x1,
  );
  const parts = partsOf(within.flatMap((line) => lineBetween(line, down, edges)));
  if (!parts) return undefined;
  const { header, index, body } = parts;
  const width = edges.length - 1;
  const byColumn = (pieces: readonly Piece[]) =>
    edges.slice(1).map((edge, c) => pieces.filter((piece) => isAt(piece, edges[c]!, edge)));
  const right = byColumn(body.flatMap(({ pieces }) => pieces)).map((own) => Math.max(...own.map(({ x1 }) => x1)));
  const told = bodyRows(body, byColumn, across, table, right);
  const rows = [...(index.length > 0 ? [indexRow(index, width, byColumn)] : []), ...told.rows];
  if (!isOfAmounts(rows)) return undefined;
  const head = header.length === 0 ? undefined : headerAt(header, down, across, edges, [top, rows[0]!.y0]);
  const depth = head?.rows ?? 0;
  const grid: Grid = {
    rows: depth + rows.length,
    columns: width,
    box: [table.x0, top, table.x1, bottom],
    edges,
    cells: [...(head?.cells ?? []), ...rows.flatMap((row, r) => rowGrid(row, depth + r, edges))],
  };
  return { grid, isDoubtful: told.doubtful };
}

/** The header, the row of column numbers and the rows; undefined where fewer than two rows have figures beside something. */
function partsOf(lines: readonly TableLine[]): ReturnType<typeof divide> | undefined {
  const data = lines.findIndex(({ pieces }) => pieces.length > 1 && pieces.some(isAmount));
  if (data < 0) return undefined;
  const first = firstRow(lines.slice(0, data));
  const body = lines.slice(first);
  const parts = divide({ header: lines.slice(0, first), body }, rowDistance(body));
  const rows = parts.body.filter(({ pieces }) => pieces.length > 1 && pieces.some(isFigure));
  return rows.length < 2 ? undefined : parts;
}

const isAt = (piece: Span, from: number, to: number): boolean => center(piece) >= from && center(piece) < to;

/** Where columns begin, and the end of the last: the outermost may be open at their sides. */
function edgesOf(down: readonly Ruling[], lines: readonly Line[]): number[] {
  const xs = positions(down.map(({ at }) => at));
  const all = lines.flatMap(({ runs }) => runs.map(({ box }) => box));
  const left = all.filter(([, , x1]) => x1 < xs[0]! + NEAR);
  const right = all.filter(([x0]) => x0 > xs.at(-1)! - NEAR);
  return [
    ...(left.length > 1 ? [Math.min(...left.map(([x0]) => x0)) - NEAR] : []),
    ...xs,
    ...(right.length > 1 ? [Math.max(...right.map(([, , x1]) => x1)) + NEAR] : []),
  ];
}

/** A line cut where lines down cross it: what stands between two of them is one piece. */
function lineBetween(line: Line, down: readonly Ruling[], edges: readonly number[]): TableLine[] {
  const y = (line.box[1] + line.box[3]) / 2;
  const walls = edges.filter((_, e) => wallsAt(y, down, edges)[e]);
  const glyphs = line.runs.flatMap((run) => run.glyphs);
  const pieces = walls.slice(1).flatMap((wall, i) => {
    const own = glyphs.filter((glyph) => isAt(glyph, walls[i]!, wall));
    return own.length > 0 ? [pieceOf(own, line.size)] : [];
  });
  return pieces.length > 0 ? [{ line, pieces }] : [];
}

/** Which of the edges have a line down at a height; the outermost always do. */
const wallsAt = (y: number, down: readonly Ruling[], edges: readonly number[]): readonly boolean[] =>
  edges.map(
    (x, e) =>
      e === 0 ||
      e === edges.length - 1 ||
      down.some(({ at, from, to }) => Math.abs(at - x) < 2 * NEAR && from <= y && to >= y),
  );

/** The header's cells: one ends where the lines down beside it begin or end, or at a line across. */
function headerAt(
  header: readonly TableLine[],
  down: readonly Ruling[],
  across: readonly Ruling[],
  edges: readonly number[],
  [top, bottom]: readonly [number, number],
): Grid | undefined {
  // What closes the header parts none of its words.
  const boxes = header.map(({ line }) => line.box);
  const [first, last] = [Math.min(...boxes.map(([, , , y1]) => y1)), Math.max(...boxes.map(([, y0]) => y0))];
  const inside = (y: number) => y > first - 2 * NEAR && y < last + 2 * NEAR;
  const ys = [
    top,
    ...positions([...down.flatMap(({ from, to }) => [from, to]), ...across.map(({ at }) => at)].filter(inside)),
    bottom,
  ];
  const bands = ys.slice(1).map((y, i) => wallsAt((ys[i]! + y) / 2, down, edges));
  const cellOf = (walls: readonly boolean[], c: number) =>
    [walls.lastIndexOf(true, c), walls.indexOf(true, c + 1)].join();
  const parted = ys.slice(1, -1).flatMap((at, i) =>
    edges.slice(1).flatMap((x, c): Ruling[] => {
      const middle = (edges[c]! + x) / 2;
      const isRuled = across.some((line) => Math.abs(line.at - at) < NEAR && line.from < middle && line.to > middle);
      return isRuled || cellOf(bands[i]!, c) !== cellOf(bands[i + 1]!, c)
        ? [{ horizontal: true, at, from: edges[c]!, to: x }]
        : [];
    }),
  );
  const frame = [top, bottom].map((at): Ruling => ({ horizontal: true, at, from: edges[0]!, to: edges.at(-1)! }));
  const walls = ys
    .slice(1)
    .flatMap((to, i) =>
      edges.flatMap((at, e): Ruling[] => (bands[i]![e] ? [{ horizontal: false, at, from: ys[i]!, to }] : [])),
    );
  const grid = gridOf([...frame, ...parted, ...walls]);
  if (!grid || grid.columns !== edges.length - 1) return undefined;
  fillGrid(
    grid,
    header.flatMap(({ pieces }) => pieces.flatMap((piece) => [...piece.glyphs])),
  );
  return grid;
}
