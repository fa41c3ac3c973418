/** A group of ruling lines → the cells between them, and which glyph stands in which cell. */
import { around, type Box, type Glyph, type Ruling } from './geometry.ts';
import { positions } from './rulings.ts';
import { linesOf } from './runs.ts';

const NEAR = 3.2;
/** Lines across that reach so far beyond the outermost one down leave the table open there. */
export const OPEN_SIDE = 5;
const NUMERIC = /^[\d,.，．%\-−]$/;
const LATIN = /^[A-Za-z]$/;
/** What a name is written with beside Latin letters and figures. */
const WORD = /^[\p{Script=Han}（）()、，“”·]$/u;

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
  readonly glyphs: Glyph[];
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly box: Box;
  /** Where the columns begin, and the last one's end, where lines tell it. */
  readonly edges?: readonly number[];
  /** Where the rows begin, and the last one's end, where lines tell it. */
  readonly rowEdges?: readonly number[];
  readonly cells: readonly GridCell[];
}

/** A finer grid on one page is a drawing. */
const MOST_CELLS = 100_000;

/** Undefined where the lines make no grid of at least two cells. */
export function gridOf(rulings: readonly Ruling[]): Grid | undefined {
  const horizontal = rulings.filter((r) => r.horizontal);
  const vertical = rulings.filter((r) => !r.horizontal);
  if (horizontal.length < 2 || vertical.length < 1) return undefined;
  const ys = withEnds(positions(horizontal.map((r) => r.at)), vertical);
  const xs = withEnds(positions(vertical.map((r) => r.at)), horizontal);
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < 1 || columns < 1 || rows * columns < 2 || rows * columns > MOST_CELLS) return undefined;
  const across = walls(vertical, xs);
  const down = walls(horizontal, ys);
  const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row]![column]) continue;
      const middleY = (ys[row]! + ys[row + 1]!) / 2;
      let colSpan = 1;
      while (column + colSpan < columns && !taken[row]![column + colSpan] && !across(column + colSpan, middleY))
        colSpan++;
      const clear = (r: number) => {
        for (let c = column; c < column + colSpan; c++)
          if (taken[r]![c] || down(r, (xs[c]! + xs[c + 1]!) / 2)) return false;
        return true;
      };
      let rowSpan = 1;
      while (row + rowSpan < rows && clear(row + rowSpan)) rowSpan++;
      for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + colSpan; c++) taken[r]![c] = true;
      cells.push({
        row,
        column,
        rowSpan,
        colSpan,
        box: [xs[column]!, ys[row]!, xs[column + colSpan]!, ys[row + rowSpan]!],
        glyphs: [],
      });
    }
  }
  return { rows, columns, box: [xs[0]!, ys[0]!, xs[columns]!, ys[rows]!], edges: xs, rowEdges: ys, cells };
}

/** Tables without outer borders: the lines across reach beyond the outermost ones down. */
function withEnds(found: readonly number[], crossing: readonly Ruling[]): number[] {
  const from = crossing.reduce((least, r) => Math.min(least, r.from), Number.POSITIVE_INFINITY);
  const to = crossing.reduce((most, r) => Math.max(most, r.to), Number.NEGATIVE_INFINITY);
  const ends = [...found];
  if (ends.length === 0 || from < ends[0]! - OPEN_SIDE) ends.unshift(from);
  if (to > ends.at(-1)! + OPEN_SIDE) ends.push(to);
  return ends;
}

/** Whether a wall stands on grid line `index` at a point along it. */
function walls(rulings: readonly Ruling[], lines: readonly number[]): (index: number, point: number) => boolean {
  const spans = lines.map((line) => rulings.filter((r) => Math.abs(r.at - line) <= NEAR));
  return (index, point) => spans[index]!.some((r) => r.from - 1 <= point && r.to + 1 >= point);
}

/**
 * Gives each glyph inside the grid to a cell: to the one that holds its middle, except that a number that runs over a
 * border stays whole, in the cell that holds most of it. Returns the glyphs that were placed.
 */
export function fillGrid(grid: Grid, glyphs: readonly Glyph[]): Set<Glyph> {
  const [x0, y0, x1, y1] = grid.box;
  const inside = glyphs.filter(
    (g) => g.x0 + g.x1 >= 2 * x0 - 4 && g.x0 + g.x1 <= 2 * x1 + 4 && g.y0 + g.y1 > 2 * y0 && g.y0 + g.y1 < 2 * y1,
  );
  const byRow = cellsByRow(grid);
  const cellOf = (g: Glyph): GridCell | undefined => {
    const [x, y] = [Math.min(Math.max((g.x0 + g.x1) / 2, x0 + 0.1), x1 - 0.1), (g.y0 + g.y1) / 2];
    return byRow(y).find((cell) => x >= cell.box[0] && x < cell.box[2] && y >= cell.box[1] && y < cell.box[3]);
  };
  const placed = new Set<Glyph>();
  for (const line of linesOf(inside)) {
    for (const [i, run] of line.runs.entries()) {
      const next = line.runs[i + 1]?.glyphs[0];
      for (const piece of amountsOf(run.glyphs, cellOf).flatMap((glyphs) =>
        backInPlace(piecesOf(glyphs, cellOf, next)),
      )) {
        for (const glyph of piece.glyphs) {
          piece.cell.glyphs.push(glyph);
          placed.add(glyph);
        }
      }
    }
  }
  return placed;
}

const AMOUNT = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}`;
const AMOUNTS = new RegExp(AMOUNT, 'g');
const SEVERAL_AMOUNTS = new RegExp(`^(?:${AMOUNT}){2,}$`);

/** An amount with two decimals, and the code of a classification right behind it. */
const AMOUNT_AND_CODE = new RegExp(`^(-?${AMOUNT})(?:\\d{3}|\\d{5}|\\d{7})$`);

/**
 * Bold amounts may be so wide that those of neighbouring cells touch: where all have two decimals, each ends there. A code that begins
 * in the next cell goes on with no amount.
 */
function amountsOf(glyphs: readonly Glyph[], cellOf: (g: Glyph) => GridCell | undefined): (readonly Glyph[])[] {
  const text = glyphs.map((glyph) => glyph.text).join('');
  const amount = AMOUNT_AND_CODE.exec(text)?.[1];
  if (amount !== undefined && cellOf(glyphs[0]!) !== cellOf(glyphs.at(-1)!))
    return [glyphs.slice(0, amount.length), glyphs.slice(amount.length)];
  if (!SEVERAL_AMOUNTS.test(text)) return [glyphs];
  return [...text.matchAll(AMOUNTS)].map(({ 0: each, index }) => glyphs.slice(index, index + each.length));
}

function cellsByRow(grid: Grid): (y: number) => readonly GridCell[] {
  const bands = new Map<string, GridCell[]>();
  const edges = positions(grid.cells.flatMap((cell) => [cell.box[1], cell.box[3]]));
  return (y) => {
    const band = edges.findIndex((edge) => edge > y);
    const key = String(band);
    let cells = bands.get(key);
    if (!cells) {
      const [top, bottom] = [edges[band - 1] ?? Number.NEGATIVE_INFINITY, edges[band] ?? Number.POSITIVE_INFINITY];
      cells = grid.cells.filter((cell) => cell.box[1] < bottom && cell.box[3] > top);
      bands.set(key, cells);
    }
    return cells;
  };
}

/** Part of a run that stands in one cell. */
interface Piece {
  readonly cell: GridCell;
  readonly glyphs: Glyph[];
}

function piecesOf(
  glyphs: readonly Glyph[],
  cellOf: (g: Glyph) => GridCell | undefined,
  after: Glyph | undefined,
): Piece[] {
  const pieces: Piece[] = [];
  for (const glyph of glyphs) {
    const cell = cellOf(glyph);
    if (!cell) continue;
    const last = pieces.at(-1);
    if (last?.cell === cell) last.glyphs.push(glyph);
    else if (
      last &&
      last.cell.row === cell.row &&
      oneWord(last.glyphs.at(-1)!, glyph) &&
      !endsBefore(last, glyph, after)
    ) {
      // The rest of a word: it goes where more of it is.
      const rest = glyphs.slice(glyphs.indexOf(glyph)).filter((g) => cellOf(g) === cell).length;
      if (rest > last.glyphs.length) pieces.splice(-1, 1, { cell, glyphs: [...last.glyphs, glyph] });
      else last.glyphs.push(glyph);
    } else pieces.push({ cell, glyphs: [glyph] });
  }
  return pieces;
}

const WHOLE_AMOUNT = new RegExp(`^-?${AMOUNT}$`);

/** Whether an amount with two decimals ends with its cell where a numbered text begins in the next: 300.94 | 1、人员经费. */
function endsBefore({ cell, glyphs }: Piece, next: Glyph, after: Glyph | undefined): boolean {
  const isApart = glyphs.at(-1)!.x1 < cell.box[2] + NEAR && next.x0 > cell.box[2] - NEAR;
  const goesOn = after !== undefined && WORD.test(after.text) && after.x0 - next.x1 < next.size;
  return isApart && goesOn && WHOLE_AMOUNT.test(glyphs.map(({ text }) => text).join(''));
}

/**
 * Words too long for their cell run on over the border into the next, or over both where they are centred. Text of a cell's
 * own keeps a distance from the border: a short piece that follows without a gap is the rest of the longer.
 */
function backInPlace(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.length < 2) return pieces;
  const longest = pieces.reduce((a, b) => (b.glyphs.length > a.glyphs.length ? b : a));
  const at = pieces.indexOf(longest);
  let [from, to] = [at, at + 1];
  while (from > 0 && runsOver(pieces[from - 1]!, pieces[from]!, longest)) from--;
  while (to < pieces.length && runsOver(pieces[to - 1]!, pieces[to]!, longest)) to++;
  if (to - from === 1) return pieces;
  const whole = { cell: longest.cell, glyphs: pieces.slice(from, to).flatMap(({ glyphs }) => glyphs) };
  return [...pieces.slice(0, from), whole, ...pieces.slice(to)];
}

/** A piece longer than this share of its neighbour may be its cell's own. */
const REST = 0.4;
/** Of the size of the type: less than this between two characters parts no words. */
const NO_GAP = 0.12;

/** Whether of two pieces next to each other the one farther from the longest is the rest of it: nothing parts them. */
function runsOver(left: Piece, right: Piece, longest: Piece): boolean {
  const rest = left === longest || left.glyphs.length > right.glyphs.length ? right : left;
  if (rest.glyphs.length > REST * longest.glyphs.length || !rest.glyphs.every(({ text }) => WORD.test(text)))
    return false;
  const [end, start] = [left.glyphs.at(-1)!, right.glyphs[0]!];
  return start.x0 - end.x1 < NO_GAP * start.size;
}

function oneWord(a: Glyph, b: Glyph): boolean {
  return (NUMERIC.test(a.text) && NUMERIC.test(b.text)) || (LATIN.test(a.text) && LATIN.test(b.text));
}

/** The box around characters; undefined where there are none. */
export const glyphBox = (glyphs: readonly Glyph[]): Box | undefined =>
  glyphs.length === 0 ? undefined : around(glyphs);
