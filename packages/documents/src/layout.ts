/**
 * The neutral layout between bytes and meaning: every reader turns bytes into one, recognition turns it into disclosures;
 * composition turns disclosures into one, every writer turns one into bytes.
 * It knows pages, paragraphs and tables, and where each stands; it knows no form and no file format.
 */
import type { Origin, Problem } from '@mingsuan/core/disclosure';
import type { Fen, MoneyUnit } from '@mingsuan/core/money';
import type { PageStyle } from '@mingsuan/core/templates/index';

export interface Layout {
  readonly pages: readonly Page[];
  readonly problems: readonly Problem[];
  /** What a web page calls itself, which need not stand in its text. */
  readonly title?: string;
  /** Pictures that stand among the blocks of the only page, for who can read them (`picture/read-pictures.ts`). */
  readonly pictures?: readonly LayoutPicture[];
  /** How a composed document looks, where its template says it. */
  readonly style?: PageStyle;
}

/**
 * A page; a text without pages is one page. Width and height are points as displayed (after rotation).
 * A composed page begins a new printed page and runs over as many as its blocks need.
 */
export interface Page {
  readonly number: number;
  /** What the file calls it: a workbook's sheet has a name, which may be all the title that its table has. */
  readonly name?: string;
  readonly width?: number;
  readonly height?: number;
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | Table;

/** A picture on a line of its own; `before`: blocks of the page that stand above it. */
export interface LayoutPicture {
  readonly bytes: Uint8Array;
  readonly line: number;
  readonly before: number;
}

/** Running text with its wrapped lines joined. `lines` keeps each printed line with its place. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly origin: Origin;
  readonly lines?: readonly TextLine[];
  /** Font size in points and whether it stands centred on the page: what a heading looks like. */
  readonly size?: number;
  readonly centered?: boolean;
  /** What composition means it to be; readers do not tell. */
  readonly style?: ParagraphStyle;
}

/**
 * `heading` stands in the outline at its level; `caption` is a table's title and stands in the outline one level below the
 * last heading; `number` (表1) stands above a caption; `agency`, `period` and `unit` stand between it and its table; `note` stands under a table.
 * `contents` is an entry of the table of contents: it leads to the heading, caption or cover line with the same `target`, and the writer
 * fills in its page number. `todo` asks a person to write.
 */
export type ParagraphStyle =
  | { readonly is: 'body' | 'number' | 'agency' | 'period' | 'unit' | 'note' | 'todo' }
  /** `below`: a line of the cover under its first. */
  | { readonly is: 'cover'; readonly target?: string; readonly below?: boolean }
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly target?: string }
  | { readonly is: 'caption'; readonly target?: string }
  | { readonly is: 'contents'; readonly level: 1 | 2 | 3; readonly target: string };

export interface TextLine {
  readonly text: string;
  readonly origin: Origin;
}

/** What stands in a cell that has a value which the file does not hold, such as a formula that nobody calculated: it is no blank. */
export const NO_VALUE = '=?';

/** A table as a full rectangular grid: every row has the same number of cells. */
export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly TableCell[])[];
  readonly origin: Origin;
  /** Where the lines between the columns stand, in points from the left in reading direction: of a ruled table. */
  readonly edges?: readonly number[];
  /** Where the lines between the rows stand, in points from the top: of a ruled table as it is printed on one page. */
  readonly rowEdges?: readonly number[];
  /** How a composed table is printed. */
  readonly print?: TablePrint;
  /** The grid that it was cut from: what is said above that is said of it too. */
  readonly cutFrom?: Origin;
}

export interface TablePrint {
  /** The first rows that are repeated on every page. */
  readonly headRows: number;
  /** The row of a header that stands below other rows: a performance table's, below its goal. `rowsRepeated` says what pages repeat of it. */
  readonly headerAt?: number;
  /** One for each column; widths are relative to one another. */
  readonly columns: readonly { readonly width: number; readonly align: 'left' | 'center' | 'right' }[];
  /** A short name, for a sheet of a workbook. */
  readonly name: string;
}

/**
 * A cell of the grid. A merged cell holds its text and spans at its top left; the positions it covers are blank cells
 * with `covered`. A format that cannot tell merges (tab-separated text) leaves them blank and uncovered.
 */
export interface TableCell {
  readonly text: string;
  readonly origin: Origin;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly covered?: 'left' | 'above';
  /** Whether its last line fills the cell, so that its words may go on where a page break follows. */
  readonly runsOn?: true;
  /** Of a figure that was recognised on a picture and may be another: how sure it is, 0 to 1, and what else it may be. */
  readonly doubt?: { readonly confidence: number; readonly others: readonly string[] };
  /** What its column tells of a number whose characters do not say it: money printed whole, or a share or percentage with decimals. */
  readonly figure?: 'money' | 'other';
  /** The exact amount that `text` prints, and the unit it prints it in. */
  readonly amount?: { readonly fen: Fen; readonly unit: MoneyUnit };
  /** Cells of the same table that add up to this one: a workbook prints a live formula. */
  readonly sum?: readonly { readonly row: number; readonly column: number; readonly sign: 1 | -1 }[];
}
