/**
 * What a reader of running text (Word, web pages) hears, in order → blocks. It keeps count of lines: a paragraph is one
 * line, and so is a table row. Tables inside tables come out as tables of their own.
 */
import type { Origin } from '@mingsuan/core/disclosure';
import type { Block, LayoutPicture, Paragraph, Table } from '../layout.ts';
import { UnreadableInput } from '../unreadable.ts';
import { gridOf, type PlacedCell } from './grid.ts';
import { recordEntries } from './publication-record.ts';

/** Spans beyond these are mistakes or malice; no statutory table is a tenth as wide. */
const MAX_COLUMNS = 400;
const MAX_POSITIONS = 500_000;
/** Deeper tables than these are read as text of the cell they stand in. */
const MAX_NESTING = 20;

export interface CellShape {
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Grid column, where the format says it; else the next free one. */
  readonly column?: number;
  /** The cell goes on with the one above it (Word's vMerge). */
  readonly goesOn?: boolean;
}

/** A paragraph in the making; noise is what a page offers beside its content (links to elsewhere). */
interface Line {
  readonly kind: 'line';
  readonly text: string;
  readonly line: number;
  readonly isNoise: boolean;
}

/** A picture on a line of its own. */
interface Picture {
  readonly kind: 'picture';
  readonly bytes: Uint8Array;
  readonly line: number;
}

interface Cell extends CellShape {
  readonly content: (Line | Block | Picture)[];
  readonly line: number;
}

interface Row {
  readonly cells: Cell[];
  readonly line: number;
}

export class Flow {
  readonly #body: (Line | Block | Picture)[] = [];
  readonly #tables: Row[][] = [];
  #line = 0;
  #ignored = 0;
  #positions = 0;

  /** Adds a paragraph to the open cell or to the body. */
  paragraph(text: string, isNoise = false): void {
    const trimmed = text.replaceAll('\u00a0', ' ').trim();
    const isInside = this.#tables.length > 0;
    if (!isInside) this.#line += 1;
    if (trimmed !== '') this.#target().push({ kind: 'line', text: trimmed, line: this.#line, isNoise });
  }

  /** Adds a picture where the next paragraph would stand. */
  picture(bytes: Uint8Array): void {
    this.#target().push({ kind: 'picture', bytes, line: this.#line });
  }

  openTable(): void {
    if (this.#tables.length >= MAX_NESTING) this.#ignored += 1;
    else this.#tables.push([]);
  }

  openRow(): void {
    if (this.#ignored > 0) return;
    this.#line += 1;
    this.#tables.at(-1)?.push({ cells: [], line: this.#line });
  }

  openCell(shape: CellShape = {}): void {
    if (this.#ignored > 0 || this.#tables.length === 0) return;
    if (this.#tables.at(-1)!.length === 0) this.openRow();
    const row = this.#tables.at(-1)!.at(-1)!;
    row.cells.push({ ...shape, content: [], line: row.line });
  }

  /** Takes the row last opened away again. */
  dropRow(): void {
    if (this.#ignored === 0) this.#tables.at(-1)?.pop();
  }

  closeTable(): void {
    if (this.#ignored > 0) {
      this.#ignored -= 1;
      return;
    }
    const rows = this.#tables.pop();
    if (!rows?.some((row) => row.cells.some(isContent))) return;
    this.#target().push(
      ...(recordOf(rows) ?? (isFrame(rows) ? contentOf(rows) : [this.#table(rows), ...nestedIn(rows)])),
    );
  }

  /** The blocks heard so far. */
  blocks(): Block[] {
    return this.content().blocks;
  }

  /** The blocks heard so far, and the pictures between them. */
  content(): { readonly blocks: Block[]; readonly pictures: LayoutPicture[] } {
    while (this.#tables.length > 0) this.closeTable();
    const blocks: Block[] = [];
    const pictures: LayoutPicture[] = [];
    for (const item of this.#body)
      if (item.kind === 'picture') pictures.push({ bytes: item.bytes, line: item.line, before: blocks.length });
      else if (item.kind !== 'line') blocks.push(item);
      else if (!item.isNoise) blocks.push(paragraphOf(item));
    return { blocks, pictures };
  }

  /** Where content goes; text between rows goes to the last cell, and where there is none, before the table. */
  #target(): (Line | Block | Picture)[] {
    for (const rows of this.#tables.toReversed()) {
      const cell = rows.at(-1)?.cells.at(-1);
      if (cell) return cell.content;
    }
    return this.#body;
  }

  #table(rows: readonly Row[]): Table {
    const cells = placed(rows);
    const width = cells.reduce((end, cell) => Math.max(end, cell.column + cell.colSpan), 0);
    this.#positions += width * rows.length;
    if (this.#positions > MAX_POSITIONS)
      throw new UnreadableInput('too-large', '文件里的表格太大，不像预决算公开文本，请确认文件，或拆分后再读。');
    const originOf = (row: number): Origin => ({ line: rows[row]!.line });
    return { kind: 'table', rows: gridOf(rows.length, width, cells, originOf), origin: originOf(0) };
  }
}

const isContent = ({ content }: Cell): boolean => content.some((item) => item.kind !== 'line' || !item.isNoise);

/** Tables that only lay out a page: one cell beside another is never filled, what they hold is longer, or all of it is a single column. */
function isFrame(rows: readonly Row[]): boolean {
  const holdsTables = rows.some((row) =>
    row.cells.some(({ content }) => content.some((item) => item.kind === 'table')),
  );
  const isFilled = ({ content }: Cell) => content.some((item) => item.kind === 'line' && !item.isNoise);
  return holdsTables
    ? rows.every((row) => row.cells.filter(isFilled).length <= 1) || rowsWithin(rows) > rows.length
    : rows.every((row) => row.cells.length === 1 && (row.cells[0]!.colSpan ?? 1) === 1);
}

/** Rows of the tables within a table's cells. */
const rowsWithin = (rows: readonly Row[]): number =>
  contentOf(rows).reduce((sum, item) => sum + (item.kind === 'table' ? item.rows.length : 0), 0);

const contentOf = (rows: readonly Row[]) => rows.flatMap((row) => row.cells.flatMap((cell) => cell.content));

/** The lines of a publication's record in place of its table. */
const recordOf = (rows: readonly Row[]): Line[] | undefined =>
  recordEntries(rows.map(({ cells }) => cells.map(wordsOf)))?.map(({ text, row }) => ({
    kind: 'line',
    text,
    line: rows[row]!.line,
    isNoise: false,
  }));

const wordsOf = ({ content }: Cell): string =>
  content.flatMap((item) => (item.kind === 'line' ? [item.text] : [])).join('\n');

/** What a cell holds beside its words. */
const nestedIn = (rows: readonly Row[]) => contentOf(rows).filter(({ kind }) => kind === 'table' || kind === 'picture');

function placed(rows: readonly Row[]): PlacedCell[] {
  const cells: { -readonly [K in keyof PlacedCell]: PlacedCell[K] }[] = [];
  /** The last row that a cell from above covers, for each column; and which cell that is. */
  const until: number[] = [];
  const owner: (typeof cells)[number][] = [];
  rows.forEach((row, r) => {
    let next = 0;
    for (const cell of row.cells) {
      let column = cell.column ?? next;
      if (cell.column === undefined) while ((until[column] ?? -1) >= r) column += 1;
      const colSpan = Math.max(1, Math.min(cell.colSpan ?? 1, MAX_COLUMNS - column));
      next = column + colSpan;
      if (column >= MAX_COLUMNS) break;
      const above = owner[column];
      if (cell.goesOn && above && above.row + above.rowSpan === r && above.column === column) {
        above.rowSpan += 1;
        continue;
      }
      const rowSpan = Math.min(cell.rowSpan ?? 1, rows.length - r);
      const made = { row: r, column, rowSpan, colSpan, text: wordsOf(cell), origin: { line: cell.line } };
      cells.push(made);
      for (let c = column; c < next; c++) {
        until[c] = r + rowSpan - 1;
        owner[c] = made;
      }
    }
  });
  return cells;
}

function paragraphOf({ text, line }: Line): Paragraph {
  return { kind: 'paragraph', text, origin: { line } };
}
