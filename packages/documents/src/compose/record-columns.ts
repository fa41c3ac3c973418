/** The columns of the tables that are not statements: the template's, else those of the form that hold something. */
import type { TableFormId } from '@mingsuan/core/disclosure';
import { cellFields, type Fields } from '@mingsuan/core/kinds/field';
import type { MoneyUnit } from '@mingsuan/core/money';
import type { Template } from '@mingsuan/core/templates/index';

export interface RecordColumn {
  readonly id: string;
  readonly headers: readonly string[];
}

export interface RecordOptions {
  readonly template?: Template | undefined;
  readonly year?: number | undefined;
  readonly unit: MoneyUnit;
  /** A form for people to fill in: what is usual is printed though nothing stands in it. */
  readonly toFill?: boolean;
}

/** `used` are the columns that hold something; without a template's layout they are printed, and the usual ones where none does or all are to be filled in. */
export function recordColumns(
  form: TableFormId,
  fields: Fields,
  used: ReadonlySet<string>,
  options: RecordOptions,
): RecordColumn[] {
  const printed = options.template?.forms.find((candidate) => candidate.form === form)?.columns ?? [];
  const own = printed.map(([id, ...headers]) => ({ id, headers: headers.map((header) => fill(header, options)) }));
  const generic = cellFields(fields)
    .map(([id, { column = id, name, usual }]) => ({ id: column, headers: [name], usual }))
    .filter(({ id, usual }) => used.has(id) || (own.length === 0 && (used.size === 0 || options.toFill) && usual))
    .filter(({ id }) => !own.some((column) => column.id === id));
  return [...own, ...generic];
}

const fill = (header: string, { year, unit }: RecordOptions) =>
  header.replace('{year}年', year ? `${year}年` : '').replace(/(?<=单位：)(?:亿元|万元|元)/, unit);
