/**
 * Tables without a grid of rulings. Columns are told by what the rows fill and by the headers above, rows by the lines of
 * figures; horizontal rulings part rows and hold header groups together where there are some.
 */
import { type Box, type Ruling, union } from '../geometry.ts';
import type { Grid } from '../grid.ts';
import type { Line } from '../runs.ts';
import { bodyRows, indexRow, isOfAmounts } from './body.ts';
import { headerGrid, rowGrid } from './cells.ts';
import { partCodes } from './codes.ts';
import {
  type Alignment,
  type Column,
  columnOf,
  columnsOf,
  commonAlignment,
  edgesOf,
  type Stretch,
  stretchesOf,
} from './columns.ts';
import { divide, joinSpaced, rowDistance } from './divide.ts';
import { movedAbove } from './foot-header.ts';
import { type HeaderCell, headerCells, headerPaths, leavesOf } from './header.ts';
import { center, isAmount, isFigure, isGlued, type Piece, type Span, shared } from './pieces.ts';
import { type Region, regionsOf, type TableLine } from './regions.ts';
import type { RuledColumns } from './ruled-rows.ts';

/** Headers deeper than this are words read as one. */
const MAX_DEPTH = 5;

/** What a page leaves to the next: the columns of its last table, which may go on without a header, and how amounts are set. */
export interface Carried {
  readonly columns?: readonly Column[];
  readonly alignment?: Alignment | undefined;
  /** The columns of its last table with ruled rows. */
  readonly ruled?: RuledColumns;
  /** The lines at its foot that may head a table on the next page. */
  readonly foot?: readonly Line[];
  /** Its first line, which a running header repeats. */
  readonly top?: string;
}

/**
 * Tables among the lines; `unread` are the places of rows with amounts that make no table, `doubtful` of tables whose rows could be
 * others; `tookFoot` tells that the foot of the page before heads the first of them. `ruled` are the page's tables with lines: one may be
 * but the header of rows without any.
 */
export function inferTables(
  lines: readonly Line[],
  rulings: readonly Ruling[],
  before: Carried,
  ruled: readonly Grid[] = [],
): { grids: Grid[]; unread: Box[]; doubtful: Box[]; carried: Carried; tookFoot: boolean } {
  const grids: Grid[] = [];
  const unread: Box[] = [];
  const doubtful: Box[] = [];
  let { columns, alignment } = before;
  const below = underFoot(lines, rulings, before);
  if (below) columns = undefined;
  const regions = below ?? regionsOf(lines, columns);
  for (const [i, region] of regions.entries()) {
    const headed = underRuled(region, ruled);
    const table = inferTable(region, rulings, headed ?? (i === 0 ? columns : undefined), alignment);
    if (!table) {
      unread.push(union(region.body.map((row) => row.line.box)));
      continue;
    }
    grids.push(table.grid);
    if (table.doubtful) doubtful.push(table.grid.box);
    columns = table.columns;
    alignment = table.alignment ?? alignment;
  }
  const carried = { ...(grids.length > 0 && columns ? { columns } : {}), alignment };
  return { grids, unread, doubtful, carried, tookFoot: below !== undefined };
}

/** Rows stand no farther below their header than so many characters are high. */
const RIGHT_BELOW = 1.2;

/** The columns of a ruled table right above rows without a header of their own. */
function underRuled({ header, body }: Region, ruled: readonly Grid[]): readonly Column[] | undefined {
  if (header.length > 0) return undefined;
  const { box, size } = body[0]!.line;
  const above = ruled.find(
    (grid) => box[1] > grid.box[3] - size && box[1] - grid.box[3] < RIGHT_BELOW * size && box[0] < grid.box[2],
  );
  return above?.edges?.slice(1).map((x1, i) => ({ stretches: [], x0: above.edges![i]!, x1 }));
}

/** The regions of a page whose first rows have no header but the one at the foot of the page before, where that has a word for each column. */
function underFoot(
  lines: readonly Line[],
  rulings: readonly Ruling[],
  { foot = [], top, alignment }: Carried,
): Region[] | undefined {
  if (foot.length === 0) return undefined;
  const [first] = regionsOf(lines, undefined);
  const at = first?.header.length === 0 ? lines.indexOf(first.body[0]!.line) : -1;
  if (at !== 0 && !(at === 1 && textOfLine(lines[0]!) === top)) return undefined;
  const below = lines.slice(at);
  const header = movedAbove(foot, below[0]!.box[1]);
  const regions = regionsOf([...header, ...below], undefined);
  const [headed] = regions;
  const taken = [...headed!.header, ...headed!.body].filter(({ line }) => header.includes(line)).length;
  const table = taken === header.length ? inferTable(headed!, rulings, undefined, alignment) : undefined;
  return table?.columns.every(({ leaf }) => leaf) ? regions : undefined;
}

/** What a line prints. */
export const textOfLine = (line: Line): string => line.runs.map(({ text }) => text).join('');

function inferTable(
  found: Region,
  rulings: readonly Ruling[],
  previous: readonly Column[] | undefined,
  usual: Alignment | undefined,
): { grid: Grid; columns: readonly Column[]; alignment: Alignment | undefined; doubtful: boolean } | undefined {
  const all = [...found.header, ...found.body].flatMap((row) => row.pieces);
  const [left, right] = [Math.min(...all.map((p) => p.x0)) - 2, Math.max(...all.map((p) => p.x1)) + 2];
  const across = rulings.filter((r) => r.horizontal && r.to > left && r.from < right);
  const pitch = rowDistance(found.body);
  const { header, index, body: printed } = divide(found, pitch);
  const body = partCodes(printed);
  const data = body.filter((row) => row.pieces.some(isAmount));
  if (body.some((row) => row.pieces.some(isGlued))) return undefined;
  const stretches = stretchesOf(body.map((row) => row.pieces));
  const alignment = commonAlignment(stretches) ?? usual;
  const cells = headerCells(joinSpaced(header, stretches), across, pitch);
  const carried =
    previous &&
    (goesOnWith(previous, stretches, cells) ??
      (cells.length === 0 ? underSame(previous, stretches, alignment) : undefined));
  const columns = carried ?? columnsOf(stretches, leavesOf(cells), alignment);
  if (columns.length < 2 || !(carried || isEnough(data, cells.length > 0))) return undefined;
  const edges = edgesOf(columns, Math.min(left, columns[0]!.x0), Math.max(right, columns.at(-1)!.x1));
  const byColumn = (pieces: readonly Piece[]) => {
    const groups = columns.map((): Piece[] => []);
    for (const piece of pieces) groups[columnAt(piece, columns, edges)]!.push(piece);
    return groups;
  };
  const width = columns.length;
  const { rows: told, doubtful } = bodyRows(
    body,
    byColumn,
    across,
    { x0: left, x1: right },
    columns.map(({ stretches: filled }) => Math.max(...filled.map((stretch) => stretch.x1))),
  );
  const rows = [...(index.length > 0 ? [indexRow(index, width, byColumn)] : []), ...told];
  const paths = cells.length > 0 ? headerPaths(cells, columns, edges, across) : [];
  const depth = Math.max(0, ...paths.map((path) => path.length));
  if (depth > MAX_DEPTH || !isOfAmounts(rows)) return undefined;
  const headerBox: [number, number] =
    cells.length > 0
      ? [Math.min(...cells.map((c) => c.y0)), Math.max(...cells.map((c) => c.y1))]
      : [rows[0]!.y0, rows[0]!.y0];
  const grid: Grid = {
    rows: depth + rows.length,
    columns: width,
    box: [edges[0]!, headerBox[0], edges.at(-1)!, rows.at(-1)!.y1],
    cells: [...headerGrid(paths, depth, edges, headerBox), ...rows.flatMap((row, r) => rowGrid(row, depth + r, edges))],
  };
  return { grid, columns, alignment, doubtful };
}

/** Two rows of amounts make a table; below a header one does, where at least half of it is figures. */
function isEnough(data: readonly TableLine[], headed: boolean): boolean {
  if (data.length !== 1) return data.length > 1;
  const figures = data[0]!.pieces.filter(isFigure).length;
  return headed && figures > 1 && figures * 2 >= data[0]!.pieces.length;
}

/**
 * The columns of the table that the page before ended with, where this page goes on with it: without a header or with the
 * same, and everything lies in one of its columns. A page with few rows says little about columns by itself.
 */
function goesOnWith(
  columns: readonly Column[],
  stretches: readonly Stretch[],
  cells: readonly HeaderCell[],
): Column[] | undefined {
  const edges = edgesOf(columns, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const within = (span: Span, c: number) => edges[c]! < span.x0 + 2 && edges[c + 1]! > span.x1 - 2;
  if (!stretches.every((stretch) => columns.some((_, c) => within(stretch, c)))) return undefined;
  const again = (column: Column) =>
    cells.find((cell) => column.leaf && textOf(cell) === textOf(column.leaf) && Math.abs(cell.x0 - column.leaf.x0) < 2);
  const headed = columns.filter((column) => column.leaf);
  if (cells.length > 0 && (headed.length < 2 || !headed.every(again))) return undefined;
  return columns.map((column, c) =>
    columnOf(
      [...column.stretches, ...stretches.filter((stretch) => within(stretch, c))],
      again(column) ?? column.leaf,
      column,
    ),
  );
}

/** The columns of this page under the headers of the page before, where that had too few rows to show how wide they are. */
function underSame(
  columns: readonly Column[],
  stretches: readonly Stretch[],
  alignment: Alignment | undefined,
): Column[] | undefined {
  const leaves = columns.flatMap(({ leaf }) => leaf ?? []);
  const found = columnsOf(stretches, { leaves, doubtful: [] }, alignment);
  return leaves.length > 1 && found.length === leaves.length ? found : undefined;
}

const textOf = (cell: HeaderCell) => cell.pieces.map((piece) => piece.text).join('');

/** The column of a piece: the one whose filled stretch it lies in, else the one between whose borders its middle is. */
function columnAt(piece: Piece, columns: readonly Column[], edges: readonly number[]): number {
  const inside = columns.flatMap((column, c) => (column.stretches.some((s) => shared(s, piece) > 0) ? [c] : []));
  if (inside.length > 0) return inside[0]!;
  const at = edges.findIndex((edge) => edge > center(piece));
  return at < 0 ? columns.length - 1 : Math.max(0, at - 1);
}
