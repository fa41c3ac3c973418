/** The fields of a kind of table: what each holds, its names and the headers it is known by. A row's type follows from them. */
import type { ColumnDefinition } from '../forms/form.ts';
import { derived } from '../memo.ts';
import type { Cell, Origin, Quantity } from '../model/values.ts';
import { conceptById, headersOfAll } from '../vocabulary/index.ts';

/** What one printed cell holds: words as they stand, an exact amount, or an exact number (a share, a percentage and a score are numbers). */
export type CellType = 'text' | 'code' | 'date' | 'money' | 'quantity' | 'share' | 'percent' | 'score';

interface Options {
  /** Every row has it. */
  readonly required?: boolean;
  /** The id of its column where that is not the field's own name. */
  readonly column?: string;
  /** A column that is printed where nothing is filled in and no template says otherwise. */
  readonly usual?: boolean;
  /** What a row is told by: its column is set as a name. */
  readonly isName?: boolean;
  /** A blank cell goes on with the text above it, and equal neighbours are printed as one. */
  readonly down?: boolean;
  /** Of a line with a label of its own, the last filled cell is meant: 总分 | 100 | 95. */
  readonly isLast?: boolean;
  /** Codes of this classification: the column, or the columns of its levels, where they stand is it, whatever its header. */
  readonly codes?: 'function' | 'economic' | 'governmental';
  /** All of its group: of columns without a telling header the only one of amounts, or the one that the others add up to. */
  readonly isWhole?: boolean;
  /** Sentences: the first column of long texts is it where no header says which is. */
  readonly isLong?: boolean;
  /** What most cells of its column look like, where no header says which is: comparison signs, the levels of indicators. */
  readonly holds?: RegExp;
  /** Where no header says which column is its: the next one right of the first of these fields that has one. */
  readonly after?: readonly string[];
  /** English name of its column, for pages. */
  readonly english?: string;
}

export interface CellField<T extends CellType = CellType, R extends boolean = boolean> extends Options {
  readonly is: 'cell';
  readonly type: T;
  readonly name: string;
  /** As `ColumnDefinition.headers`; none: it is told by other cells, and has no column of its own. */
  readonly headers: readonly string[];
  readonly required: R;
}

/** One of a few words of ours, told by other cells. */
export interface ChoiceField<V extends string = string> {
  readonly is: 'choice';
  readonly values: readonly V[];
  readonly required: true;
}

/** Amounts by column: a table's columns of money as one group, any of which may be missing. */
export interface AmountsField {
  readonly is: 'amounts';
  readonly fields: Fields;
  readonly required: true;
}

/** Rows within a row: the indicators of a project. */
export interface RowsField<F extends Fields = Fields, R extends boolean = boolean> {
  readonly is: 'rows';
  readonly name: string;
  readonly english?: string;
  readonly fields: F;
  /** Every row has them, though there may be none; else they are left out where there are none. */
  readonly required: R;
}

export type Field = CellField | ChoiceField | AmountsField | RowsField;
export interface Fields {
  readonly [id: string]: Field;
}

type ValueOf<F extends Field> =
  F extends CellField<infer T, boolean>
    ? T extends 'text' | 'code' | 'date'
      ? string
      : T extends 'money'
        ? Cell
        : Quantity
    : F extends ChoiceField<infer V>
      ? V
      : F extends AmountsField
        ? Readonly<Record<string, Cell>>
        : F extends RowsField<infer G>
          ? readonly RowOf<G>[]
          : never;

type Required_<F extends Fields> = { [K in keyof F]: F[K] extends { readonly required: true } ? K : never }[keyof F];
type Flat<T> = { [K in keyof T]: T[K] };

/** The row that fields describe. */
export type RowOf<F extends Fields> = Flat<
  { readonly [K in Required_<F>]: ValueOf<F[K]> } & {
    readonly [K in Exclude<keyof F, Required_<F>>]?: ValueOf<F[K]>;
  } & { readonly origin: Origin }
>;

const cell =
  <T extends CellType>(type: T) =>
  <const O extends Options = Record<never, never>>(
    name: string,
    headers: readonly string[] = [name],
    options?: O,
  ): CellField<T, O extends { readonly required: true } ? true : false> =>
    ({ is: 'cell', type, name, headers, required: false, ...options }) as never;

/** Builders of cell fields: name, headers (the name where none is given), options. */
export const text = cell('text');
export const code = cell('code');
export const date = cell('date');
export const money = cell('money');
export const quantity = cell('quantity');
export const share = cell('share');
export const percent = cell('percent');
export const score = cell('score');

/** The name and the headers of a field that is a concept of the vocabulary; `more` are headers of this kind of table alone. */
export const named = (id: string, ...more: readonly string[]): readonly [name: string, headers: readonly string[]] => [
  conceptById(id).name,
  [...headersOfAll(id), ...more],
];

/** One of these words. */
export const choice = <const V extends string>(...values: readonly V[]): ChoiceField<V> => ({
  is: 'choice',
  values,
  required: true,
});

/** Columns of money as one group. */
export const amounts = (fields: Fields): AmountsField => ({ is: 'amounts', fields, required: true });

/** Rows within the row. */
export const rows = <F extends Fields>(name: string, fields: F, english?: string): RowsField<F, true> => ({
  is: 'rows',
  name,
  fields,
  required: true,
  ...(english ? { english } : {}),
});

/** Rows within the row that most tables do not print. */
export const optionalRows = <F extends Fields>(name: string, fields: F): RowsField<F, false> => ({
  is: 'rows',
  name,
  fields,
  required: false,
});

/** The cells of a row by field id, those of its groups too, in printing order; rows within it are left out. */
export const cellFields: (fields: Fields) => readonly (readonly [string, CellField])[] = derived((fields: Fields) =>
  Object.entries(fields).flatMap(([id, field]): (readonly [string, CellField])[] =>
    field.is === 'cell' ? [[id, field]] : field.is === 'amounts' ? [...cellFields(field.fields)] : [],
  ),
);

/** The amounts and numbers of a row by column, those of the rows within it too. */
export function figuresOf(
  fields: Fields,
  row: object,
): readonly (readonly [column: string, figure: Cell | Quantity])[] {
  const values = row as Readonly<Record<string, unknown>>;
  return Object.entries(fields).flatMap(([id, field]): (readonly [string, Cell | Quantity])[] => {
    const value = values[id];
    if (field.is === 'choice' || value === undefined) return [];
    if (field.is === 'rows') return (value as readonly object[]).flatMap((each) => figuresOf(field.fields, each));
    if (field.is === 'amounts') return Object.entries(value as Readonly<Record<string, Cell>>);
    return isWords(field) ? [] : [[id, value as Cell | Quantity]];
  });
}

/** Whether a cell holds words and no figure. */
export const isWords = ({ type }: CellField): boolean => type === 'text' || type === 'code' || type === 'date';

/** The groups of rows within a row. */
export const rowsFields: (fields: Fields) => readonly (readonly [string, RowsField])[] = derived((fields: Fields) =>
  Object.entries(fields).flatMap(([id, field]) => (field.is === 'rows' ? [[id, field] as const] : [])),
);

/** All columns that fields may stand in, with their headers. */
export function columnsOf(fields: Fields): readonly ColumnDefinition[] {
  const own = cellFields(fields).flatMap(([id, { column = id, name, headers }]) =>
    headers.length > 0 ? [{ id: column, name, headers }] : [],
  );
  return [...own, ...rowsFields(fields).flatMap(([, group]) => columnsOf(group.fields))];
}
