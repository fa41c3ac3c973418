/**
 * Tables whose rows are ruled and whose columns are not. The lines across part the rows; columns are told by the white stripes that
 * run through all of them, however narrow, which no text of several lines leaves by chance.
 */
import type { Glyph, Ruling } from '../geometry.ts';
import { fillGrid, type Grid, type GridCell, gridOf } from '../grid.ts';
import { lacksRows } from '../rowless.ts';
import { indexRow } from './body.ts';
import { rowGrid } from './cells.ts';
import { type Column, columnsOf, commonAlignment, type Stretch } from './columns.ts';
import { joinSpaced } from './divide.ts';
import { center, type Piece, type Span } from './pieces.ts';
import {
  type Band,
  bandsOf,
  glyphsOf,
  partedStacks,
  partsOf,
  piecesAt,
  piecesOfBand,
  SAME_END,
  stacksOf,
  stripesOf,
} from './ruled-bands.ts';
import { ruledHeader, ruledHeads } from './ruled-header.ts';

/** The columns that a page leaves to the next: where they begin, the last one's end, and what the header says. */
export interface RuledColumns {
  readonly edges: readonly number[];
  readonly header: string;
}

/** The tables that the lines across make which nothing crosses; `last` are the columns of the last of them, `before` of the page before. */
export function ruledTables(
  across: readonly Ruling[],
  glyphs: readonly Glyph[],
  before: RuledColumns | undefined,
): { grids: Grid[]; last: RuledColumns | undefined } {
  const grids: Grid[] = [];
  let last: RuledColumns | undefined;
  for (const stack of stacksOf(across).flatMap((whole) => partedStacks(whole, glyphs))) {
    const found = ruledRows(stack, glyphs, last ?? before);
    if (!found || lacksRows(found.grid)) continue;
    grids.push(found.grid);
    last = found.columns;
  }
  return { grids, last };
}

/** The grid of the text between the lines of a stack; undefined where it shows no columns. */
function ruledRows(
  stack: readonly Ruling[],
  glyphs: readonly Glyph[],
  before: RuledColumns | undefined,
): { grid: Grid; columns: RuledColumns } | undefined {
  const table = { x0: Math.min(...stack.map((r) => r.from)), x1: Math.max(...stack.map((r) => r.to)) };
  const bands = bandsOf(stack, glyphs, table);
  if (bands.filter((band) => band.lines.length > 0).length * 2 < bands.length) return undefined;
  const { header, index, body, isForm } = partsOf(bands);
  if (body.length === 0) return undefined;
  const stripes = stripesOf(body, table, isForm);
  const rows = body.map((band) => piecesOfBand(band, stripes));
  if (rows.filter((row) => row.length > 1).length * 2 < rows.filter((row) => row.length > 0).length) return undefined;
  const stretches = stretchesBetween(stripes, rows.flat(), table);
  const ys = [...header, index ?? body[0]!].map(({ y0 }) => y0);
  const words = header.flatMap(({ lines }) => lines.map((line) => ({ line, pieces: piecesAt(line, stripes, true) })));
  const heads = ruledHeads(joinSpaced(words, stretches), stack, ys);
  const leaves = heads.filter(({ to }) => to === header.length).sort((a, b) => a.x0 - b.x0);
  const columns = columnsOf(stretches, { leaves, doubtful: [] }, commonAlignment(stretches));
  const own = edgesAt(columns, table);
  const said = words
    .flatMap(({ pieces }) => pieces.flatMap(({ text }) => [...text]))
    .sort()
    .join('');
  const isMore = before !== undefined && (said === '' || said === before.header);
  const edges = (isMore && goingOn(before.edges, own, rows)) || own;
  const top = body[0]!.y0;
  const data = gridOf([...stack.filter(({ at }) => at > top - SAME_END), ...downOf(body, rows, edges)]);
  if (!data || edges.length < 3) return undefined;
  fillGrid(
    data,
    body.flatMap(({ lines }) => lines.flatMap(glyphsOf)),
  );
  const depth = ys.length - 1 + (index ? 1 : 0);
  const grid: Grid = {
    rows: depth + data.rows,
    columns: data.columns,
    box: [table.x0, bands[0]!.y0, table.x1, data.box[3]],
    edges,
    cells: [
      ...ruledHeader(heads, edges, stack, ys),
      ...(index ? rowGrid(indexOf(index, edges), header.length, edges) : []),
      ...data.cells.map((cell): GridCell => ({ ...cell, row: depth + cell.row })),
    ],
  };
  return { grid, columns: { edges, header: said || (isMore ? before.header : '') } };
}

/**
 * The columns of the page before, where these rows stand in them: a few rows show less of what parts them, and some columns may be blank.
 * A border that a longer text runs over moves to where these rows are parted.
 */
function goingOn(
  before: readonly number[],
  own: readonly number[],
  rows: readonly (readonly Piece[])[],
): readonly number[] | undefined {
  const isSame = (a: number, b: number) => Math.abs(a - b) < SAME_END;
  if (before.length === own.length || !isSame(before[0]!, own[0]!) || !isSame(before.at(-1)!, own.at(-1)!))
    return undefined;
  const crossed = (at: number) => rows.flat().filter((piece) => isOver(piece, at)).length;
  const moved = before.map((at, i) => {
    if (i === 0 || i === before.length - 1 || crossed(at) === 0) return at;
    return own
      .slice(1, -1)
      .reduce((near, other) => (Math.abs(other - at) < Math.abs(near - at) ? other : near), at + FAR);
  });
  const isRight = moved.every((at, i) => i === 0 || at > moved[i - 1]! + SAME_END);
  const count = (edges: readonly number[]) => edges.slice(1, -1).reduce((sum, at) => sum + crossed(at), 0);
  return isRight && count(moved) <= count(own) ? moved : undefined;
}

/** Wider than a page. */
const FAR = 10_000;

const isOver = ({ x0, x1 }: Span, at: number): boolean => x0 < at - 1 && x1 > at + 1;

function indexOf(index: Band, edges: readonly number[]) {
  const columnAt = (piece: Piece) =>
    Math.max(
      0,
      edges.findLastIndex((edge) => edge < center(piece)),
    );
  return indexRow(piecesOfBand(index, []), edges.length - 1, (pieces) =>
    edges.slice(1).map((_, c) => pieces.filter((piece) => columnAt(piece) === c)),
  );
}

/**
 * The borders of columns. A header stands in the middle of its column, so that its middle and what the rows fill at one side tell the
 * other; a border lies where no row has text.
 */
function edgesAt(columns: readonly Column[], table: Span): number[] {
  const filled = columns.map(({ stretches, x0, x1 }) => (stretches.length === 0 ? { x0, x1 } : around(stretches)));
  const reach = columns.map(({ leaf }, i) => {
    const own = filled[i]!;
    const isShared = columns.some((other, c) => c !== i && other.leaf === leaf);
    if (!leaf || isShared) return own;
    const half = Math.max(center(leaf) - Math.min(own.x0, leaf.x0), Math.max(own.x1, leaf.x1) - center(leaf));
    return { x0: center(leaf) - half, x1: center(leaf) + half };
  });
  const between = reach.slice(1).map(({ x0 }, i) => {
    const [from, to] = [filled[i]!.x1, filled[i + 1]!.x0];
    return Math.min(Math.max((reach[i]!.x1 + x0) / 2, from), Math.max(from, to));
  });
  return [table.x0, ...between, table.x1];
}

const around = (spans: readonly Span[]): Span => ({
  x0: Math.min(...spans.map(({ x0 }) => x0)),
  x1: Math.max(...spans.map(({ x1 }) => x1)),
});

/** What stands between the stripes; a piece over several of them is of none. */
function stretchesBetween(stripes: readonly Span[], pieces: readonly Piece[], table: Span): Stretch[] {
  const edges = [table.x0, ...stripes.map(center), table.x1];
  return edges.slice(1).flatMap((edge, i): Stretch[] => {
    const own = pieces.filter((piece) => piece.x0 > edges[i]! - SAME_END && piece.x1 < edge + SAME_END);
    return own.length === 0 ? [] : [{ ...around(own), pieces: own }];
  });
}

/** Lines down between the columns, in each row where no text runs over them. */
function downOf(bands: readonly Band[], rows: readonly (readonly Piece[])[], edges: readonly number[]): Ruling[] {
  return edges.flatMap((at, e) =>
    bands.flatMap(({ y0, y1 }, i): Ruling[] => {
      const isOuter = e === 0 || e === edges.length - 1;
      return !isOuter && rows[i]!.some((piece) => isOver(piece, at))
        ? []
        : [{ horizontal: false, at, from: y0, to: y1 }];
    }),
  );
}
