/**
 * Tables without vertical rulings: columns are told by the gaps that go on through the lines. Rows are the bands between
 * horizontal rulings where there are some, else the printed lines.
 */
import type { Glyph, Ruling } from './geometry.ts';
import type { Grid, GridCell } from './grid.ts';
import { type Line, linesOf, type Run } from './runs.ts';

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
    const bands = stack.slice(1).flatMap((bottom, i): Band[] => {
      const top = stack[i]!;
      const members = glyphs.filter(
        (g) => g.y0 + g.y1 > 2 * top.at && g.y0 + g.y1 < 2 * bottom.at && g.x0 > top.from - 4 && g.x1 < top.to + 4,
      );
      return [{ y0: top.at, y1: bottom.at, pieces: linesOf(members).flatMap((line) => piecesOf(line, true)) }];
    });
    return gridOfBands(bands, stack[0]!.from, stack[0]!.to) ?? [];
  });
}

/** Tables without any ruling among the printed lines. */
export function unruled(lines: readonly Line[]): Grid[] {
  const grids: Grid[] = [];
  let block: Line[] = [];
  const flush = () => {
    while (block.length > 0 && piecesOf(block.at(-1)!, false).length < 2) block.pop();
    if (block.length >= MIN_ROWS) {
      const bands = block.map((line) => ({ y0: line.box[1], y1: line.box[3], pieces: piecesOf(line, false) }));
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

/** The pieces of a line: runs with gaps of more than a character between them; between rulings a figure is a piece of its own. */
function piecesOf(line: Line, splitFigures: boolean): Piece[] {
  const pieces: Piece[] = [];
  for (const run of line.runs) {
    const last = pieces.at(-1);
    const figure = splitFigures && last !== undefined && (FIGURE.test(run.text) || FIGURE.test(last.runs.at(-1)!.text));
    if (last && !figure && run.box[0] - last.x1 < 0.9 * Math.min(run.size, line.size)) {
      last.runs.push(run);
      last.x1 = run.box[2];
    } else pieces.push({ runs: [run], x0: run.box[0], x1: run.box[2] });
  }
  return pieces;
}

function gridOfBands(bands: readonly Band[], left: number, right: number): Grid | undefined {
  const rows = bands.filter((band) => band.pieces.length > 0);
  const amounts = rows.filter((row) => row.pieces.some((piece) => piece.runs.some((run) => AMOUNT.test(run.text))));
  if (rows.length < MIN_ROWS || amounts.length < 2) return undefined;
  const columns = columnsOf(rows);
  if (columns.length < 2) return undefined;
  const edges = [left, ...columns.slice(1).map((column, i) => (columns[i]!.x1 + column.x0) / 2), right];
  const cells: GridCell[] = [];
  rows.forEach((row, r) => {
    const y0 = row.y0;
    const y1 = row.y1;
    const spans = new Array<number>(columns.length).fill(0);
    const members = columns.map((): Glyph[] => []);
    for (const piece of row.pieces) {
      const touched = columns.flatMap((column, c) =>
        Math.min(piece.x1, column.x1) - Math.max(piece.x0, column.x0) >
        0.3 * Math.min(column.x1 - column.x0, piece.x1 - piece.x0)
          ? [c]
          : [],
      );
      const first = touched[0] ?? nearest(edges, (piece.x0 + piece.x1) / 2);
      members[first]!.push(...piece.runs.flatMap((run) => run.glyphs));
      spans[first] = Math.max(spans[first]!, (touched.at(-1) ?? first) - first + 1);
    }
    for (let c = 0; c < columns.length; ) {
      let span = Math.max(1, spans[c]!);
      for (let next = c + 1; next < c + span; next++) if (members[next]!.length > 0) span = next - c;
      cells.push({
        row: r,
        column: c,
        rowSpan: 1,
        colSpan: span,
        box: [edges[c]!, y0, edges[c + span]!, y1],
        glyphs: members[c]!,
      });
      c += span;
    }
  });
  return { rows: rows.length, columns: columns.length, box: [left, rows[0]!.y0, right, rows.at(-1)!.y1], cells };
}

function nearest(edges: readonly number[], x: number): number {
  const at = edges.findIndex((edge) => edge > x);
  return Math.min(Math.max(0, at - 1), edges.length - 2);
}

/** Columns as intervals that the pieces of well-filled rows share; pieces that bridge two such intervals are headers and do not count. */
function columnsOf(rows: readonly Band[]): { x0: number; x1: number }[] {
  const most = Math.max(...rows.map((row) => row.pieces.length));
  const ordered = [...rows].sort((a, b) => b.pieces.length - a.pieces.length);
  let columns: { x0: number; x1: number }[] = [];
  for (const row of ordered) {
    for (const piece of row.pieces) {
      const touched = columns.filter((column) => piece.x0 < column.x1 && piece.x1 > column.x0);
      if (touched.length === 0) columns.push({ x0: piece.x0, x1: piece.x1 });
      else if (touched.length === 1) {
        touched[0]!.x0 = Math.min(touched[0]!.x0, piece.x0);
        touched[0]!.x1 = Math.max(touched[0]!.x1, piece.x1);
      } else if (row.pieces.length >= most)
        columns = columns.filter((column) => column === touched[0] || !touched.includes(column));
    }
    columns.sort((a, b) => a.x0 - b.x0);
  }
  return joinExclusive(columns, rows);
}

/** A header set left and figures set right in one column leave two intervals that no row fills both. */
function joinExclusive(columns: { x0: number; x1: number }[], rows: readonly Band[]): { x0: number; x1: number }[] {
  const fills = (row: Band, column: { x0: number; x1: number }) =>
    row.pieces.some((piece) => piece.x0 < column.x1 && piece.x1 > column.x0);
  const joined: { x0: number; x1: number }[] = [];
  for (const column of columns) {
    const last = joined.at(-1);
    if (last && !rows.some((row) => fills(row, last) && fills(row, column))) last.x1 = column.x1;
    else joined.push({ ...column });
  }
  return joined;
}
