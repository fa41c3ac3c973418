/** What a form is: the definition that reading, checking, writing and compiling share. */
import type { StatementFormId } from '../model/values.ts';

/**
 * How a form's rows are named:
 * - `lines`: labelled lines on two sides (收支总表);
 * - `function` / `economic`: rows keyed by classification code, and a 合计 row;
 * - `items`: rows of fixed items, or all items in one row (三公);
 * - `records`: free rows with text columns.
 */
export type RowKind = 'lines' | 'function' | 'economic' | 'items' | 'records';

export interface ColumnDefinition {
  readonly id: string;
  readonly name: string;
  /** Header wordings that mean this column, in the vocabulary's notation: `上/下`, `<a|b>`, `[a]`, `…`. */
  readonly headers: readonly string[];
}

/** A column as a template prints it: what stands in it, and its headers from top to bottom as `headerKey` gives them. */
export interface PrintedPath {
  /** A column of the form, of whatever period, or `index`, `code`, `name`, `label`. */
  readonly id: string;
  readonly path: readonly string[];
}

export interface FormDefinition<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  readonly rows: RowKind;
  /** The title without year, agency words and spaces must match `title` and must not match `notTitle`. */
  readonly title: RegExp;
  readonly notTitle?: RegExp;
  /** Where a document prints two tables of the form (财政拨款支出表 beside 一般公共预算支出表), the title that is the statutory one. */
  readonly preferred?: RegExp;
  /** Columns of amounts (statements) or of all kinds (records), in the usual order. */
  readonly columns: readonly ColumnDefinition[];
  /** Headers that tell the form where there is no title: all must be there. */
  readonly signature?: readonly (string | RegExp)[];
  /** Columns that some places divide by where the money comes from: each then stands for `crossedColumn(measure, source)`. */
  readonly crossed?: { readonly measures: readonly string[]; readonly by: readonly string[] };
  /** Its columns in each of the layouts that the known templates print it in (`templates/printed-forms.ts`). */
  readonly layouts?: readonly (readonly PrintedPath[])[];
}

export interface StatementDefinition extends FormDefinition<StatementFormId> {
  /** What findings and the equation language call it, where that is not `name`. */
  readonly called?: string;
  readonly english: string;
  /** Some places print it beside the nine that every department publishes. */
  readonly isBeside?: true;
  /** The one of the nine whose figures it tells in another cut, so that a place that prints it lacks nothing. */
  readonly tells?: StatementFormId;
}
