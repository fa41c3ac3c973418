/**
 * A template: the set of forms and explanation sections that one jurisdiction uses in given years, as data.
 * Reading tells templates apart by it; composing and compiling print from it.
 */
import type { Agency, FormId, Side, Stage } from '../disclosure.ts';
import type { AmountFormat, MoneyUnit } from '../money.ts';
import type { Numbering } from '../text/numbering.ts';
import type { PageStyle } from './page-style.ts';

/** How the classification code is printed: in one column, split over 类 款 项, or before the name as `[2010301]行政运行`. */
export type CodeLayout = 'one' | 'split' | 'none' | 'in-name';

/** One printed column: its id (`index`, `code`, `name`, `label` or a column id of the form) and its headers from top to bottom. */
export type PrintedColumn = readonly [id: string, ...headers: string[]];

export interface TemplateForm {
  readonly form: FormId;
  /** Where a department and a unit print the form differently, whose layout this is. */
  readonly level?: Agency['level'];
  /** `{level}` is 部门 or 单位 as the template words it, `{plainLevel}` one of the two plainly, `{year}` the budget year. */
  readonly title: string;
  readonly unit: MoneyUnit;
  readonly amounts?: AmountFormat;
  readonly code: CodeLayout;
  /**
   * `unit`: a row for each budget unit, by its name, in a form that other places print by classification code; `units`: the
   * units of a department one below the other, each with its own items.
   */
  readonly rows?: 'unit' | 'units';
  readonly columns: readonly PrintedColumn[];
  /** The panels of a balance form from left to right; revenue and expenditure where it is not said. */
  readonly sides?: readonly Side[];
  /** The fixed lines of a balance or items form, one list for each side; class lines come from the classification. */
  readonly lines?: readonly (readonly string[])[];
  /** Concepts by the labels of lines that mean them, where the label is the place's own. */
  readonly means?: Readonly<Record<string, string>>;
  /** Names of sections and items begin further in than those of their classes. */
  readonly indent?: boolean;
  /** 序号 column and 栏次 row. */
  readonly numbered?: boolean;
  /** Where the 合计 row stands. */
  readonly total?: 'first' | 'last';
  readonly emptyNote?: string;
  /** No document of the place prints it, but the law asks for it: it is compiled, and where it is missing that is a notice. */
  readonly addedByLaw?: boolean;
}

/**
 * What a document prints beside its tables. `{agency}` is the code and name, `{name}` the name, `{year}`, `{unit}`, `{region}` stand for themselves,
 * `{tier}` is 市级, 区级 or 县级, `{level}` 部门 or 单位, `{keeper}` 预算主管部门 or 预算单位. A line whose value is unknown is left out.
 */
export interface Wording {
  /** Lines of the cover; the first names year, level and stage. */
  readonly cover: readonly string[];
  /** What a department's own office（某局（本级）） is called on its cover, where that is not 单位. */
  readonly officeLevel?: string;
  /** Lines between a table's title and the table. */
  readonly agency: string;
  readonly period?: string;
  readonly unit: string;
  /** The line above a statutory table's title: `公开{nn}表`, where `{n}` is its number among them `{nn}` the same in two digits and `{一}` in words. */
  readonly number?: string;
}

/** The table of contents, where it is not printed as a document has it. */
export interface ContentsPlan {
  /** What stands above it: 目录. */
  readonly title?: string;
  /** How its entries are numbered that bring no number of their own. */
  readonly sections?: Numbering;
  readonly tables?: Numbering;
  /** Parts and tables only, not the sections within a part. */
  readonly partsOnly?: boolean;
}

export interface Template {
  readonly id: string;
  readonly name: string;
  /** Id of the jurisdiction whose folder it stands in. */
  readonly jurisdiction: string;
  /** Id of the plan that its explanation is written by. */
  readonly explanation?: string;
  /** First digits of the region code: a province's two, a city's four; absent for a national one. */
  readonly region?: string;
  readonly stage: Stage;
  /** First and last budget year it is known to serve; without an end it goes on. */
  readonly years: readonly [from: number, to?: number];
  readonly levelWords: { readonly department: string; readonly unit: string };
  readonly forms: readonly TemplateForm[];
  readonly sections: readonly string[];
  readonly wording: Wording;
  readonly contents?: ContentsPlan;
  /** How its texts look. */
  readonly style?: PageStyle;
  /** How its pages lie; without it, wide tables lie across and the rest stands upright. */
  readonly page?: 'landscape';
  /** Each part begins a page. */
  readonly parts?: 'apart';
  /** The section of `sections` that the statutory tables follow; without it they stand before the explanation. */
  readonly tablesAfter?: string;
}
