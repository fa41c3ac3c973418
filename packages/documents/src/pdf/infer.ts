/**
 * Tables without vertical rulings: columns are told by the gaps that go on through the lines. Rows are the bands between
 * horizontal rulings where there are some, else the printed lines.
 */
import type { Glyph, Ruling } from './geometry.ts';
import type { Grid, GridCell } from './grid.ts';
import { type Line, linesOf, median, type Run } from './runs.ts';

interface Piece {
  readonly runs: Run[];
  x0: number;
  x1: number;
}

interface Band {
  readonly y0: number;
  readonly y1: number;
  readonly pieces: readonly Piece[];
}

const AMOUNT = /^[-−]?[\d,]+\.\d+$|^\d{3,7}$|^[\d,]{4,}$/;
const FIGURE = /^[-−]?[\d,]+(?:\.\d+)?$/;
const SENTENCE = /[。；，]/;
const LEADERS = /[.．…·]{4,}|…{2,}/;
const MIN_ROWS = 3;

/** Tables between horizontal rulings that no vertical one crosses. */
export function ruledBands(groups: readonly (readonly Ruling[])[], glyphs: readonly Glyph[]): Grid[] {
  const lone = groups
    .filter((group) => group.every((r) => r.horizontal))
    .flat()
    .filter((r) => r.to - r.from > 60)
    .sort((a, b) => a.at - b.at);
  const stacks: Ruling[][] = [];
  for (const ruling of lone) {
    const stack = stacks.find(
      (s) =>
        Math.abs(s.at(-1)!.from - ruling.from) < 6 &&
        Math.abs(s.at(-1)!.to - ruling.to) < 6 &&
        ruling.at - s.at(-1)!.at < 120,
    );
    if (stack) stack.push(ruling);
    else stacks.push([ruling]);
  }
  return stacks.flatMap((stack) => {
    if (stack.length < MIN_ROWS) return [];
    const bands = stack.slice(1).map((bottom, i): Band & { lines: number } => {
      const top = stack[i]!;
      const members = glyphs.filter(
        (g) => g.y0 + g.y1 > 2 * top.at && g.y0 + g.y1 < 2 * bottom.at && g.x0 > top.from - 4 && g.x1 < top.to + 4,
      );
      const lines = linesOf(members);
      return {
        y0: top.at,
        y1: bottom.at,
        pieces: lines.flatMap((line) => piecesOf(line, true, 0.45)),
        lines: lines.length,
      };
    });
    return betweenTables(bands).flatMap((part) => gridOfBands(part, stack[0]!.from, stack[0]!.to) ?? []);
  });
}

/** Cuts a stack of bands where one holds the title and unit lines of the next table instead of a row. */
function betweenTables(bands: readonly (Band & { lines: number })[]): Band[][] {
  const usual = median(bands.map((band) => band.y1 - band.y0));
  const parts: Band[][] = [[]];
  for (const band of bands) {
    if (band.lines >= 2 && band.y1 - band.y0 > 2.5 * usual && band.pieces.length <= band.lines + 1) parts.push([]);
    else parts.at(-1)!.push(band);
  }
  return parts;
}

/** Tables without any ruling among the printed lines. */
export function unruled(lines: readonly Line[]): Grid[] {
  const grids: Grid[] = [];
  let block: Line[] = [];
  const flush = () => {
    while (block.length > 0 && piecesOf(block.at(-1)!, false).length < 2) block.pop();
    if (block.length >= MIN_ROWS) {
      const bands = block.map((line) => ({ y0: line.box[1], y1: line.box[3], pieces: piecesOf(line, true) }));
      const grid = gridOfBands(
        bands,
        Math.min(...block.map((l) => l.box[0])) - 2,
        Math.max(...block.map((l) => l.box[2])) + 2,
      );
      if (grid) grids.push(grid);
    }
    block = [];
  };
  for (const line of lines) {
    const pieces = piecesOf(line, false);
    const previous = block.at(-1);
    const far = previous && line.box[1] - previous.box[3] > 2.5 * line.size;
    const text = line.runs.map((run) => run.text).join('');
    const tabular = pieces.length >= 2 && !LEADERS.test(text) && !(text.length > 24 && SENTENCE.test(text));
    if (far) flush();
    if (tabular) block.push(line);
    else if (
      block.length > 0 &&
      pieces.length === 1 &&
      AMOUNTS(block) &&
      pieces[0]!.x1 - pieces[0]!.x0 < 0.4 * (line.box[2] - block[0]!.box[0] + 200)
    )
      block.push(line);
    else flush();
  }
  flush();
  return grids;
}

const AMOUNTS = (lines: readonly Line[]) => lines.some((line) => line.runs.some((run) => AMOUNT.test(run.text)));

/** The pieces of a line: runs with wider gaps (in characters) between them; in a table a figure is a piece of its own. */
function piecesOf(line: Line, splitFigures: boolean, gap = 0.9): Piece[] {
  const pieces: Piece[] = [];
  for (const run of line.runs) {
    const last = pieces.at(-1);
    const figure = splitFigures && last !== undefined && (FIGURE.test(run.text) || FIGURE.test(last.runs.at(-1)!.text));
    if (last && !figure && run.box[0] - last.x1 < gap * Math.min(run.size, line.size)) {
      last.runs.push(run);
      last.x1 = run.box[2];
    } else pieces.push({ runs: [run], x0: run.box[0], x1: run.box[2] });
  }
  return pieces;
}

function gridOfBands(bands: readonly Band[], left: number, right: number): Grid | undefined {
  const rows = bands.filter((band) => band.pieces.length > 0);
  const isBody = (row: Band) => row.pieces.some((piece) => FIGURE.test(textOfPiece(piece)));
  const body = rows.filter(isBody);
  const amounts = body.filter((row) => row.pieces.some((piece) => AMOUNT.test(textOfPiece(piece))));
  if (rows.length < MIN_ROWS || amounts.length < 2) return undefined;
  const columns = withHeaders(columnsOf(body), rows.slice(0, rows.findIndex(isBody)));
  if (columns.length < 2) return undefined;
  const edges = [left, ...columns.slice(1).map((column, i) => (columns[i]!.x1 + column.x0) / 2), right];
  const cells = rows.flatMap((row, r) => cellsOfRow(row, r, columns, edges));
  return {
    rows: rows.length,
    columns: columns.length,
    box: [left, rows[0]!.y0, right, rows.at(-1)!.y1],
    cells,
  };
}

const textOfPiece = (piece: Piece) => piece.runs.map((run) => run.text).join('');

interface Column {
  x0: number;
  x1: number;
}

const shared = (a: Column, b: Column) => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);

/** Columns as the stretches that the pieces of the body fill; a piece that bridges two of them joins no more. */
function columnsOf(body: readonly Band[]): Column[] {
  const columns: Column[] = [];
  const ordered = [...body].sort((a, b) => b.pieces.length - a.pieces.length);
  for (const piece of ordered.flatMap((row) => row.pieces)) {
    const touched = columns.filter((column) => shared(column, piece) > 0);
    if (touched.length === 0) columns.push({ x0: piece.x0, x1: piece.x1 });
    else if (touched.length === 1) {
      touched[0]!.x0 = Math.min(touched[0]!.x0, piece.x0);
      touched[0]!.x1 = Math.max(touched[0]!.x1, piece.x1);
    }
  }
  return columns.sort((a, b) => a.x0 - b.x0);
}

/**
 * Adds the columns that only the header fills. A header set left above figures set right stands beside its column: where
 * neither has a partner of its own, the two are one column.
 */
function withHeaders(columns: readonly Column[], headers: readonly Band[]): Column[] {
  const leaf = headers.reduce<Band | undefined>(
    (best, row) => (row.pieces.length >= (best?.pieces.length ?? 1) ? row : best),
    undefined,
  );
  if (!leaf) return [...columns];
  const found = columns.map((column) => ({
    ...column,
    headed: leaf.pieces.some((piece) => shared(column, piece) > 0),
  }));
  for (const piece of leaf.pieces) {
    if (columns.some((column) => shared(column, piece) > 0)) continue;
    const next = found.find((column) => column.x0 > piece.x1);
    const previous = found.findLast((column) => column.x1 < piece.x0);
    const partner =
      next && !next.headed && next.x0 - piece.x1 < 12 * (piece.runs[0]?.size ?? 10)
        ? next
        : previous && !previous.headed
          ? previous
          : undefined;
    if (partner) {
      partner.x0 = Math.min(partner.x0, piece.x0);
      partner.x1 = Math.max(partner.x1, piece.x1);
      partner.headed = true;
    } else found.push({ x0: piece.x0, x1: piece.x1, headed: true });
    found.sort((a, b) => a.x0 - b.x0);
  }
  return found;
}

function cellsOfRow(row: Band, r: number, columns: readonly Column[], edges: readonly number[]): GridCell[] {
  const members = columns.map((): Glyph[] => []);
  const spans = columns.map(() => 1);
  for (const piece of row.pieces) {
    const touched = columns.flatMap((column, c) =>
      shared(column, piece) > 0.3 * Math.min(column.x1 - column.x0, piece.x1 - piece.x0) ? [c] : [],
    );
    const first = touched[0] ?? nearest(edges, (piece.x0 + piece.x1) / 2);
    members[first]!.push(...piece.runs.flatMap((run) => run.glyphs));
    spans[first] = Math.max(spans[first]!, (touched.at(-1) ?? first) - first + 1);
  }
  const cells: GridCell[] = [];
  for (let c = 0; c < columns.length; ) {
    let span = spans[c]!;
    for (let next = c + 1; next < c + span; next++) if (members[next]!.length > 0) span = next - c;
    cells.push({
      row: r,
      column: c,
      rowSpan: 1,
      colSpan: span,
      box: [edges[c]!, row.y0, edges[c + span]!, row.y1],
      glyphs: members[c]!,
    });
    c += span;
  }
  return cells;
}

function nearest(edges: readonly number[], x: number): number {
  const at = edges.findIndex((edge) => edge > x);
  return at < 0 ? edges.length - 2 : Math.max(0, at - 1);
}
