/**
 * The meaning of a published document: what `mingsuan read` prints (design contract, docs/schema).
 * Everything here is plain immutable data; amounts are integer fen beside the text they were read from.
 */
import type { RecordRow, TableFormId, TableOf } from './kinds/index.ts';
import type { Coverage } from './model/coverage.ts';
import type { StatementFormId } from './model/values.ts';
import type { Model } from './schema/define.ts';
import type { Parts } from './schema/document.ts';

export type { TableFormId } from './kinds/index.ts';
export type { Stage } from './model/document-kinds.ts';
export type { ShapeId } from './model/form-ids.ts';
export type { Agency, Cell, Origin, Quantity, Region, Side, StatementFormId } from './model/values.ts';

export type FormId = StatementFormId | TableFormId;

/**
 * A row of a statement. `key` is the classification code, `total` for the 合计 row, or the line's label without numbering
 * and spaces. In the balance forms `side` says which half the line stands in, and a class line carries its `code`. Where one table
 * lists the items of several units, `unit` is the code or name of the one that the row is of, and `key` alone names no row.
 * `partOf` is the key of the line this one is a part of: `1. 一般公共预算` of 财政拨款收入, the three funds of 年初财政拨款结转和结余, a
 * 其中 line. `unread` are columns whose cell is neither blank nor a number: what they amount to is unknown, not zero.
 */
export interface Row extends Model<Parts['row']> {}

/**
 * A column as a document prints it. `id` is its meaning with its period (model/address.ts), or `c1`… by its place in the grid where
 * nobody knows one; `header` is what stands above it, from top to bottom with `/` between, absent where nothing was printed.
 */
export interface Column extends Model<Parts['column']> {}

/**
 * A form filled in. `columns` are those the document prints, in their order. No rows: an empty table with its `note`. What of the
 * table was not understood (`unread`) stands in a generic table: no sum across it is judged.
 */
export interface Statement extends Model<Parts['statement']> {}

/** Columns with figures that nobody knows, by their headers, and how many rows with figures are missing. */
export interface Unread extends Model<Parts['unread']> {}

/** A record table: one that is not one of the nine statements. What its rows hold and mean its kind says. */
export interface RecordTable<Row extends RecordRow = RecordRow> extends TableOf<Row> {
  readonly form: TableFormId;
}

/** `texts` are the cells that hold words, or amounts whose unit nobody knows; `cells` the amounts. */
export interface GenericRow extends Model<Parts['genericRow']> {}

/**
 * A table, or columns of one, that was understood by its structure only. `of` is the statement whose other columns these are.
 * No relation is judged over it, and none across what it holds.
 */
export interface GenericTable extends Model<Parts['genericTable']> {}

/** A paragraph of running text; `lines` are its printed lines with their places, where it has several. */
export interface TextBlock extends Model<Parts['textBlock']> {}

/** A numbered section of the explanation. `text` joins its paragraphs with line breaks. `part` names the heading it stands under, where the document has several. */
export interface ExplanationSection extends Model<Parts['section']> {}

/** A line of the table of contents. `page` is the printed page number, absent where it is not a number. */
export interface ContentsEntry extends Model<Parts['contentsEntry']> {}

/** One agency's published document of one year and stage. `identity` is absent where it was made, `generic` what no form names. */
export interface Disclosure extends Model<Parts['disclosure']> {
  /** Tables with a caption of their own in the order printed, then the sheets (`TableKind.isSheet`). */
  readonly tables: readonly RecordTable[];
}

/** What could not be read or was not understood: `code` is stable, `message` is one Chinese sentence (what, where, what to do). */
export interface Problem extends Model<Parts['problem']> {}

/** One file's reading. `source` is the path as given; `coverage` is absent where nothing was read because it was made. */
export interface DocumentReading {
  readonly source: string;
  readonly disclosures: readonly Disclosure[];
  readonly coverage?: Coverage;
  readonly problems: readonly Problem[];
}
