/**
 * The neutral layout between bytes and meaning: every reader turns bytes into one, recognition turns it into disclosures.
 * It knows pages, paragraphs and tables, and where each stands; it knows no form and no file format.
 */
import type { Origin, Problem } from '@mingsuan/core/disclosure';

export interface Layout {
  readonly pages: readonly Page[];
  readonly problems: readonly Problem[];
}

/** A page; a text without pages is one page. Width and height are points as displayed (after rotation). */
export interface Page {
  readonly number: number;
  readonly width?: number;
  readonly height?: number;
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | Table;

/** Running text with its wrapped lines joined. `lines` keeps each printed line with its place. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly origin: Origin;
  readonly lines?: readonly TextLine[];
  /** Font size in points and whether it stands centred on the page: what a heading looks like. */
  readonly size?: number;
  readonly centered?: boolean;
}

export interface TextLine {
  readonly text: string;
  readonly origin: Origin;
}

/** A table as a full rectangular grid: every row has the same number of cells. */
export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly TableCell[])[];
  readonly origin: Origin;
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
}
