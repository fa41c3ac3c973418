/** What a kind of record table is: everything that the engines ask of it. */
import type { FormDefinition } from '../forms/form.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { RowsDraft } from '../model/row-draft.ts';
import type { Agency, Cell, Origin, Quantity } from '../model/values.ts';
import type { AmountFormat, Fen, MoneyUnit } from '../money.ts';
import { cellFields, columnsOf, type Fields, type RowOf, rowsFields } from './field.ts';

export interface RecordRow {
  readonly origin: Origin;
}

/** A printed table of a kind, without saying which. No rows: an empty table with its `note`. */
export interface TableOf<Row extends RecordRow> {
  readonly title: string;
  readonly unit?: MoneyUnit;
  readonly note?: string;
  /** The day that its figures hold for, `2025-12-31`. */
  readonly asOf?: string;
  readonly rows: readonly Row[];
  readonly origin: Origin;
}

/** A grid row as a kind reads it: texts joined over wrapped lines, amounts in the table's unit. Columns are told by id. */
export interface PrintedRow {
  readonly text: (column: string) => string | undefined;
  /** Reports a cell that is neither blank nor an amount. */
  readonly amount: (column: string) => Cell | undefined;
  readonly number: (column: string) => Quantity | undefined;
  /** Columns of amounts that are of no field: what an amount is divided into by economic item or in its place's own way. */
  readonly shares?: readonly string[];
  /** Its filled cells. */
  readonly all: readonly string[];
  /** Whether it stands first on its page, where a row may be torn. */
  readonly isFirst: boolean;
  /** Whether a column's cell goes on with the one above it, which is merged over both; undefined where the row has no such column. */
  readonly goesOn: (column: string) => boolean | undefined;
  readonly origin: Origin;
}

/** A cell of the grid as printed, where its column is not known. */
export interface PrintedCell {
  readonly text: string;
  /** A part of a merged cell, which holds nothing of its own: where the cell stands that is merged over it. */
  readonly covered?: 'left' | 'above';
  /** Merged over several lines: what it says is of all of them. */
  readonly isSide?: boolean;
  readonly origin: Origin;
}

export interface PrintedTable {
  readonly title: string;
  readonly rows: readonly PrintedRow[];
  /** Lines above the header, such as a project's name and its goal. */
  readonly lead: readonly (readonly PrintedCell[])[];
  /** All lines in their order: lead, header and rows. */
  readonly grid: readonly (readonly PrintedCell[])[];
  /** Lines of text that stood beside the grid and belong to it. */
  readonly beside: readonly string[];
  readonly amount: (cell: PrintedCell) => Cell | undefined;
  readonly origin: Origin;
}

/** Filled cells by column id, as a torn row shows them. */
export interface Rest {
  readonly has: (column: string) => boolean;
  readonly texts: readonly string[];
}

/** A form of a template, with its title filled in. */
export interface PrintedForm {
  readonly title: (more?: Readonly<Record<string, string>>) => string;
  /** Whether the title names a project, so that each project has a table of its own. */
  readonly isPerProject: boolean;
  readonly unit: MoneyUnit;
  readonly amounts?: AmountFormat;
  readonly columns: readonly (readonly [id: string, ...headers: string[]])[];
  readonly lines?: readonly (readonly string[])[];
  readonly year: number;
}

/** A unit's rows, to be gathered into its department's. */
export interface Share<Row> {
  readonly agency: Agency;
  readonly rows: readonly Row[];
  readonly unit: MoneyUnit;
}

/** Where a figure is asked for: a row's name, such as `total`, and a column id. */
export interface RowAndColumn {
  readonly row: string;
  readonly column: string;
}

/** A figure of a kind, with the row and column that it was found at. */
export type KindFigure = RowAndColumn & Cell;

/** `path` says where in the ledger it is written. */
export interface Asked {
  readonly code: string;
  readonly path?: string;
  readonly message: string;
}

/** What can be found by words. `part` is the place of a row within the row. */
export interface Found {
  readonly kind: SearchedKind;
  readonly title: string;
  readonly body: readonly (string | undefined)[];
  readonly part?: number;
  readonly origin: Origin;
}

/** What a search is narrowed to; the words of the API. */
export const SEARCHED = ['project', 'indicator', 'procurement'] as const;
export type SearchedKind = (typeof SEARCHED)[number];

/** In Chinese and in English. */
export type Bilingual = readonly [zh: string, en: string];

/** A column of a page. A figure leads to its place in the source. */
export interface ShownColumn<Row> {
  readonly title: Bilingual;
  readonly isNumber?: boolean;
  readonly isCode?: boolean;
  /** Words that lead to the place of their row. */
  readonly isPlace?: boolean;
  /** Left out where no row fills it. */
  readonly isOptional?: boolean;
  value(row: Row): string | Cell | Quantity | undefined;
  /** Words after a figure: the unit of a quantity. */
  beside?(row: Row): string | undefined;
}

export interface ShownGrid<Row> {
  rows(row: Row): readonly RecordRow[];
  /** The first column names the row. */
  readonly columns: readonly ShownColumn<never>[];
}

/** How a page shows a table. */
export interface Shown<Row> {
  /** The part of the page, which links name. */
  readonly id: string;
  readonly title: Bilingual;
  /** The first column names the row. */
  readonly columns: readonly ShownColumn<Row>[];
  /** So many rows at first. */
  readonly first?: number;
  /** Long texts: on a narrow page each row stands as lines. */
  readonly isLong?: boolean;
  isTotal?(row: Row): boolean;
  isPart?(row: Row): boolean;
  /** Of a sheet: its words and its grids; its only column is its name. */
  readonly words?: readonly { readonly title: Bilingual; text(row: Row): string | undefined }[];
  readonly grids?: readonly ShownGrid<Row>[];
}

export interface TableKind<
  Row extends RecordRow = RecordRow,
  Id extends string = string,
  Property extends string = string,
> extends FormDefinition<Id> {
  readonly rows: 'records';
  /** The property of a disclosure's JSON that holds its rows. */
  readonly property: Property;
  /** What findings call it. */
  readonly called: string;
  readonly english: string;
  /** What the sheets of a workbook begin with: 绩效 办公设备购置. */
  readonly short?: string;
  readonly fields: Fields;
  /** Columns that are read into other fields, or passed over. */
  readonly alsoRead?: Fields;
  /** Amounts have a unit, which is printed above the table. */
  readonly hasUnit: boolean;
  /** Each row is a table of its own, with its title, its lines and its grids, such as a project's targets. */
  readonly isSheet: boolean;
  /** Titles of the sections that its tables follow. */
  readonly home: RegExp;
  /** The column that names what a row is of; without it a table of functional items is none of the kind. */
  readonly itemColumn?: string;
  /** What the title or a header of its tables speaks of, where neither names the kind: enough where the cells fill its columns. */
  readonly speaks?: RegExp;
  /** Its rows have names that people gave them: a table whose rows are items of a classification is none of the kind. */
  readonly hasFreeNames?: boolean;
  /** An item of the reviewers' checklist of its own, where a document has such a table. */
  readonly isChecked: boolean;

  /** Rows of a printed table; without it each printed row with its required fields is one. */
  read?(table: PrintedTable): readonly Row[];
  /** Why rows that were read may not be all that is printed: a printed total that they do not add up to. */
  doubt?(rows: readonly Row[]): string | undefined;
  /** Whether the first row of a page is the rest of the row before the page break. */
  isTorn?(rest: Rest): boolean;
  /** Texts that stand in other columns than their fields' own. */
  print?(row: Row): Readonly<Record<string, string | undefined>>;
  /** Of a sheet: the lines above its last grid, where they are not simply its fields. */
  lines?(row: Row): readonly (readonly [label: string, text: string])[];

  /** Rows of a ledger; without it a ledger does not hold the kind. */
  compile?(ledger: Ledger, form: PrintedForm): readonly Row[];
  /** The day that the figures of a compiled table hold for. */
  asOf?(year: number): string;
  /** What a template with such a form asks for and the ledger does not have. */
  asks?(ledger: Ledger, form: PrintedForm): readonly Asked[];
  /** A department's rows of its units'; without it they stand one after the other. */
  aggregate?(units: readonly Share<Row>[]): readonly Row[];

  /** Its rows as equations read them; without it no equation is over the kind. */
  grid?(rows: readonly Row[]): RowsDraft;
  /** Figures at a row and column, the best first; without it no address leads to its figures. */
  figures?(tables: readonly TableOf<Row>[], at: RowAndColumn): readonly KindFigure[];
  /** The row that adds the others up. */
  total?(rows: readonly Row[]): Row | undefined;
  /** All money of its rows, in fen, printed or added up; undefined where it cannot be told. */
  sum?(rows: readonly Row[]): Fen | undefined;

  /** What tells a row from others when two documents are compared; without it only its figures are compared. */
  identity?(row: Row): string;
  /** Key and label of a row where its figures are listed; without it the first field. */
  keyed?(row: Row): { readonly key: string; readonly label: string };
  found?(row: Row): readonly Found[];
  /** `资产 5 行` of what was read. */
  counted(rows: readonly Row[]): Bilingual;
  readonly shown: Shown<Row>;
}

type Derived = 'fields' | 'columns' | 'rows' | 'isSheet' | 'isChecked' | 'called' | 'hasUnit';

interface Given<Id extends string, Property extends string, F extends Fields, Row extends RecordRow>
  extends Omit<TableKind<Row, Id, Property>, Derived> {
  readonly fields: F;
  readonly called?: string;
  readonly hasUnit?: boolean;
  readonly isSheet?: boolean;
  readonly isChecked?: boolean;
}

/**
 * A sheet is known by its last grid: the headers of its other grids, and of its lines where it has no way of its own to be read, are no
 * headers of a table.
 */
function headFields(fields: Fields, isSheet: boolean, isPlain: boolean): Fields {
  const last = rowsFields(fields).at(-1);
  if (!isSheet || !last) return fields;
  return { ...(isPlain ? {} : Object.fromEntries(cellFields(fields))), ...last[1].fields };
}

/** A kind of table from what its file says. Most have a unit and an item on the checklist, and are no sheets. */
export function tableKind<const Id extends string, const Property extends string, F extends Fields>(
  given: Given<Id, Property, F, RowOf<F>>,
): TableKind<RowOf<F>, Id, Property> {
  const kind = given;
  return {
    called: kind.name,
    hasUnit: true,
    isSheet: false,
    isChecked: true,
    ...kind,
    rows: 'records',
    columns: [
      ...columnsOf(headFields(kind.fields, kind.isSheet === true, !kind.read)),
      ...columnsOf(kind.alsoRead ?? {}),
    ],
  };
}
