/**
 * The meaning of a published document: what `mingsuan read` prints (design contract, docs/schema).
 * Everything here is plain immutable data; amounts are integer fen beside the text they were read from.
 */
import type { RecordRow, TableFormId, TableOf } from './kinds/index.ts';
import type { Coverage } from './model/coverage.ts';
import type { Stage } from './model/document-kinds.ts';
import type { FieldsTold } from './model/identity.ts';
import type { Agency, Cell, Origin, Region, Side, StatementFormId } from './model/values.ts';
import type { MoneyUnit } from './money.ts';

export type { TableFormId } from './kinds/index.ts';
export type { Stage } from './model/document-kinds.ts';
export type { Agency, Cell, Origin, Quantity, Region, Side, StatementFormId } from './model/values.ts';

export type FormId = StatementFormId | TableFormId;

/**
 * A row of a statement. `key` is the classification code, `total` for the 合计 row, or the line's label without numbering
 * and spaces. In the balance forms `side` says which half the line stands in, and a class line carries its `code`. Where one table
 * lists the items of several units, `unit` is the code or name of the one that the row is of, and `key` alone names no row.
 */
export interface Row {
  readonly key: string;
  readonly label: string;
  readonly side?: Side;
  readonly code?: string;
  readonly unit?: string;
  /** Key of the line this one is a part of: `1. 一般公共预算` of 财政拨款收入, the three funds of 年初财政拨款结转和结余, a 其中 line. */
  readonly partOf?: string;
  readonly cells: Readonly<Record<string, Cell>>;
  /** Columns whose cell is neither blank nor a number: what they amount to is unknown, not zero. */
  readonly unread?: readonly string[];
  readonly origin: Origin;
}

/**
 * A column as a document prints it. `id` is its meaning with its period (model/address.ts), or `c1`… by its place in the grid where
 * nobody knows one; `header` is what stands above it, from top to bottom with a space between, absent where nothing was printed.
 */
export interface Column {
  readonly id: string;
  readonly header?: string;
}

/** A form filled in. `columns` are those the document prints, in their order. No rows: an empty table with its `note`. */
export interface Statement {
  readonly form: StatementFormId;
  readonly title: string;
  readonly unit: MoneyUnit;
  readonly note?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What of the table was not understood, and stands in a generic table: no sum across it is judged. */
  readonly unread?: Unread;
  readonly origin: Origin;
}

/** Columns with figures that nobody knows, by their headers, and how many rows with figures are missing. */
export interface Unread {
  readonly columns: readonly string[];
  readonly rows: number;
}

/** A record table: one that is not one of the nine statements. What its rows hold and mean its kind says. */
export interface RecordTable<Row extends RecordRow = RecordRow> extends TableOf<Row> {
  readonly form: TableFormId;
}

/**
 * What a table is by its cells where nobody knows its name: rows keyed by functional or economic codes, labelled lines, items in
 * one row, a tree told by indentation, a list of free rows.
 */
export type ShapeId = 'coded-function' | 'coded-economic' | 'lines' | 'items' | 'tree' | 'list';

/** `texts` are the cells that hold words, or amounts whose unit nobody knows; `cells` the amounts. */
export interface GenericRow {
  readonly key: string;
  readonly label: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly origin: Origin;
}

/**
 * A table, or columns of one, that was understood by its structure only. `of` is the statement whose other columns these are.
 * No relation is judged over it, and none across what it holds.
 */
export interface GenericTable {
  readonly form: ShapeId;
  readonly title: string;
  readonly of?: StatementFormId;
  readonly unit?: MoneyUnit;
  readonly note?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly GenericRow[];
  readonly origin: Origin;
}

/** A paragraph of running text; `lines` are its printed lines with their places, where it has several. */
export interface TextBlock {
  readonly text: string;
  readonly origin: Origin;
  readonly lines?: readonly { readonly text: string; readonly origin: Origin }[];
}

/** A numbered section of the explanation. `text` joins its paragraphs with line breaks. `part` names the heading it stands under, where the document has several. */
export interface ExplanationSection {
  readonly number?: string;
  readonly title: string;
  readonly part?: string;
  readonly text: string;
  readonly paragraphs: readonly TextBlock[];
  readonly origin: Origin;
}

/** A line of the table of contents. `page` is the printed page number, absent where it is not a number. */
export interface ContentsEntry {
  readonly title: string;
  readonly page?: number;
  readonly text: string;
  readonly origin: Origin;
}

/** One agency's published document of one year and stage. */
export interface Disclosure {
  readonly agency: Agency;
  readonly region?: Region;
  readonly year?: number;
  readonly stage: Stage;
  /** How whose it is, its year and its kind are known; absent where it was made. */
  readonly identity?: FieldsTold;
  /** Id of the template it was recognised by, or `unknown`. */
  readonly template: string;
  readonly statements: readonly Statement[];
  /** Tables with a caption of their own in the order printed, then the sheets (`TableKind.isSheet`). */
  readonly tables: readonly RecordTable[];
  readonly contents: readonly ContentsEntry[];
  readonly explanation: readonly ExplanationSection[];
  /** Tables and columns that no form names, kept under their shape with their own headers. */
  readonly generic?: readonly GenericTable[];
}

/** What could not be read or was not understood: `code` is stable, `message` is one Chinese sentence (what, where, what to do). */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly origin?: Origin;
}

/** One file's reading. `source` is the path as given; `coverage` is absent where nothing was read because it was made. */
export interface DocumentReading {
  readonly source: string;
  readonly disclosures: readonly Disclosure[];
  readonly coverage?: Coverage;
  readonly problems: readonly Problem[];
}
