/**
 * The meaning of a published document: what `mingsuan read` prints (design contract, docs/schema).
 * Everything here is plain immutable data; amounts are integer fen beside the text they were read from.
 */
import type { Coverage } from './model/coverage.ts';
import type { Fen, MoneyUnit } from './money.ts';

/** Where a figure or text stands in its file. `box` is [x0, y0, x1, y1] in points from the page's top left. */
export interface Origin {
  readonly page?: number;
  readonly box?: readonly [number, number, number, number];
  readonly sheet?: string;
  readonly address?: string;
  readonly line?: number;
}

export type Stage = 'budget' | 'final-accounts';

export type StatementFormId =
  | 'balance'
  | 'revenue'
  | 'expenditure'
  | 'appropriation-balance'
  | 'general-public'
  | 'basic'
  | 'government-fund'
  | 'state-capital'
  | 'three-publics';

export type TableFormId = 'procurement' | 'assets' | 'performance' | 'duty-performance' | 'organization';

export type FormId = StatementFormId | TableFormId;

/** One printed amount. A blank cell has none; a printed 0.00 has one. */
export interface Cell {
  readonly fen: Fen;
  readonly text: string;
  readonly origin: Origin;
}

export type Side = 'revenue' | 'expenditure';

/**
 * A row of a statement. `key` is the classification code, `total` for the 合计 row, or the line's label without numbering
 * and spaces; where one table lists several units' items, the unit's code stands before it (model/address.ts). In the balance forms `side` says which half the line stands in, and a class line carries its `code`.
 */
export interface Row {
  readonly key: string;
  readonly label: string;
  readonly side?: Side;
  readonly code?: string;
  /** Key of the line this one is a part of: `1. 一般公共预算` of 财政拨款收入, the three funds of 年初财政拨款结转和结余, a 其中 line. */
  readonly partOf?: string;
  readonly cells: Readonly<Record<string, Cell>>;
  /** Columns whose cell is neither blank nor a number: what they amount to is unknown, not zero. */
  readonly unread?: readonly string[];
  readonly origin: Origin;
}

/** A form filled in. `columns` are the column ids the document prints, in their order. No rows: an empty table with its `note`. */
export interface Statement {
  readonly form: StatementFormId;
  readonly title: string;
  readonly unit: MoneyUnit;
  readonly note?: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly origin: Origin;
}

/** A printed quantity, exact: `units / 10^scale`. */
export interface Quantity {
  readonly units: number;
  readonly scale: number;
  readonly text: string;
  readonly origin: Origin;
}

/** A row of the procurement budget. Amount columns: `total`, `general-public`, `government-fund`, …, `sme`. */
export interface ProcurementRow {
  readonly kind: 'item' | 'subtotal' | 'total';
  readonly label: string;
  readonly project?: string;
  readonly projectFunds?: Cell;
  readonly item?: string;
  readonly code?: string;
  readonly unit?: string;
  readonly quantity?: Quantity;
  readonly unitPrice?: Cell;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly origin: Origin;
}

export interface AssetRow {
  /** The label without numbering and spaces; a 其中 line keeps no prefix but has `partOf`. */
  readonly key: string;
  readonly label: string;
  readonly partOf?: string;
  readonly quantity?: Quantity;
  readonly value?: Cell;
  readonly origin: Origin;
}

export interface Indicator {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly description?: string;
  readonly target?: string;
  readonly basis?: string;
  readonly origin: Origin;
}

/** One performance target table. `project` is absent where it speaks of the whole agency. */
export interface PerformanceTarget {
  readonly title: string;
  readonly project?: string;
  readonly goal?: string;
  readonly indicators: readonly Indicator[];
  readonly origin: Origin;
}

/** A row of the 部门职责-工作活动绩效目标 table of the 2019 generation. */
export interface DutyPerformanceRow {
  readonly duty: string;
  readonly amount?: Cell;
  readonly content?: string;
  readonly goal?: string;
  readonly indicator?: string;
  readonly excellent?: string;
  readonly good?: string;
  readonly fair?: string;
  readonly poor?: string;
  readonly origin: Origin;
}

export interface OrganizationRow {
  readonly unit: string;
  readonly nature?: string;
  readonly rank?: string;
  readonly funding?: string;
  readonly note?: string;
  readonly origin: Origin;
}

/** Title, unit and note of a table that is not one of the nine statements. */
export interface TableInfo {
  readonly form: TableFormId;
  readonly title: string;
  readonly unit?: MoneyUnit;
  readonly note?: string;
  readonly asOf?: string;
  readonly origin: Origin;
}

/**
 * What a table is by its cells where nobody knows its name: rows keyed by functional or economic codes, labelled lines, items in
 * one row, a tree told by indentation, a list of free rows.
 */
export type ShapeId = 'coded-function' | 'coded-economic' | 'lines' | 'items' | 'tree' | 'list';

/** A column under its printed header: `c1` is the first column of the grid. */
export interface GenericColumn {
  readonly id: string;
  readonly header: string;
}

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
  readonly columns: readonly GenericColumn[];
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

export interface Agency {
  readonly code?: string;
  readonly name: string;
  readonly level: 'department' | 'unit';
}

export interface Region {
  readonly code: string;
  readonly name: string;
}

/** One agency's published document of one year and stage. */
export interface Disclosure {
  readonly agency: Agency;
  readonly region?: Region;
  readonly year?: number;
  readonly stage: Stage;
  /** Id of the template it was recognised by, or `unknown`. */
  readonly template: string;
  readonly statements: readonly Statement[];
  readonly tables: readonly TableInfo[];
  readonly contents: readonly ContentsEntry[];
  readonly explanation: readonly ExplanationSection[];
  readonly performance: readonly PerformanceTarget[];
  readonly dutyPerformance: readonly DutyPerformanceRow[];
  readonly procurement: readonly ProcurementRow[];
  readonly assets: readonly AssetRow[];
  readonly organization: readonly OrganizationRow[];
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
