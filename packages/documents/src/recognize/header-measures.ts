/** The column of a form that the words of a header name: a measure, the whole of a group, the part of a measure from one source. */
import { BESIDE_COLUMNS, type ColumnDefinition, type FormDefinition } from '@mingsuan/core/forms/index';
import { cellFields } from '@mingsuan/core/kinds/field';
import { kindOf } from '@mingsuan/core/kinds/index';
import { derived } from '@mingsuan/core/memo';
import { columnsOfHeader, crossedColumn, FUND_IDS, headersOfAll } from '@mingsuan/core/vocabulary/index';
import type { Header } from './header.ts';
import { likelyColumns, nearestColumn } from './shape/likely-column.ts';

/** How columns are found for a header's words: by their wordings alone, or by those that the words come near, too. */
export type Lookup = (columns: readonly ColumnDefinition[], path: readonly string[]) => readonly string[];

export const nearly: Lookup = (columns, path) => {
  const named = columnsOfHeader(columns, path);
  const near = named.length > 0 ? undefined : nearestColumn(columns, path);
  return near === undefined ? named : [near];
};

/**
 * The column that the words above one name, level by level; `at` puts its period to it. Undefined where they name none, or one that is
 * taken already.
 */
export function valueColumn(
  form: FormDefinition,
  path: readonly string[],
  taken: ReadonlySet<string>,
  at: (column: string) => string,
  find: Lookup,
): string | undefined {
  const crossed = crossedOf(form, path, find);
  if (crossed !== undefined) return at(crossed);
  const group = wholeOfGroup(form, path, taken, at, find);
  if (group !== undefined) return group;
  const named = find(form.columns, path);
  const likely = named.length > 0 ? named : likelyColumns(moneyColumns(form), path.at(-1)!);
  const found = likely.find((id) => !taken.has(at(id)));
  if (found !== undefined) return at(found);
  // 本年收入 / 小计: of a group that is no measure of its own.
  const upper = path.slice(0, -1);
  const own =
    upper.length === 0 || form.rows === 'records' || !isWhole(path.at(-1)!, upper.at(-1)!)
      ? undefined
      : valueColumn(form, upper, taken, at, find);
  if (own !== undefined) return own;
  const beside = besideColumn(form, path, find);
  return beside === undefined || taken.has(at(beside)) ? undefined : at(beside);
}

/** 基本支出 / 小计 is the 基本支出 that the columns beside it are parts of, and “三公”经费 / 小计 the sum of its items. */
function wholeOfGroup(
  form: FormDefinition,
  path: readonly string[],
  taken: ReadonlySet<string>,
  at: (column: string) => string,
  find: Lookup,
): string | undefined {
  const [leaf, upper] = [path.at(-1)!, path.slice(0, -1)];
  if (upper.length === 0 || form.rows === 'records' || !isWhole(leaf, upper.at(-1)!)) return undefined;
  if (form.rows === 'items' && /三公/.test(upper.at(-1)!)) return at('total');
  const [named = besideColumn(form, upper, find)] = find(form.columns, upper);
  return named === undefined || SUMS.has(named) || taken.has(at(named)) ? undefined : at(named);
}

/** Groups that say no more than that their columns are figures. */
export const SUMS: ReadonlySet<string> = new Set(['total', 'amount', 'subtotal']);

export const WHOLE = /^(?:小计|合计|总计|金额|总数|总额)$/;

/** Whether a header says that its column is the whole of the group that it stands in. */
export const isWhole = (leaf: string, group: string): boolean =>
  WHOLE.test(plainHeader(leaf)) || (leaf.startsWith(group) && WHOLE.test(leaf.slice(group.length)));

/** Whether a header says no more than that its column adds up others. */
export const isWholeHeader = (leaf: string): boolean => WHOLE.test(plainHeader(leaf));

/** 上年结转 / 一般公共预算: the part of a measure that comes from one source, in a form whose columns are so divided. */
function crossedOf(form: FormDefinition, path: readonly string[], find: Lookup): string | undefined {
  if (!form.crossed || path.length < 2) return undefined;
  const { measures, sources } = crossingOf(form);
  const [measure] = path
    .slice(0, -1)
    .reverse()
    .flatMap((upper) => find(measures, [upper])[0] ?? []);
  const [source] = measure === undefined ? [] : find(sources, [path.at(-1)!]);
  return measure === undefined || source === undefined ? undefined : crossedColumn(measure, source);
}

interface Crossing {
  readonly measures: readonly ColumnDefinition[];
  readonly sources: readonly ColumnDefinition[];
}

/** The columns of a form that are divided and those that divide them, made once: their lookup is kept by identity. */
const crossingOf = derived(
  ({ columns, crossed }: FormDefinition): Crossing => ({
    measures: columns.filter(({ id }) => crossed?.measures.includes(id)),
    sources: (crossed?.by ?? []).map((id) => ({ id, name: id, headers: headersOfAll(id) })),
  }),
);

/** Columns whose headers name whose money they hold; the texts of a record are named in too many ways. */
function moneyColumns({ id, columns }: FormDefinition): readonly ColumnDefinition[] {
  const kind = kindOf(id);
  if (!kind) return columns;
  const money = new Set(cellFields(kind.fields).flatMap(([id, field]) => (field.type === 'money' ? [id] : [])));
  return columns.filter((column) => money.has(column.id));
}

/** The form with its columns of money alone: words near to those of a text tell nothing. */
export const ofMoney = derived((form: FormDefinition): FormDefinition => ({ ...form, columns: moneyColumns(form) }));

/** 合计金额 says no more than 合计. */
export const plainHeader = (text: string): string => text.replace(/^(合计|小计|总计)(?:金额|数额?|额)$/, '$1');

/** Whether a table of more than one fund has columns of several: then 一般公共预算 / 基本支出 is a part of its 基本支出. */
export function isDividedBySource(form: FormDefinition, { paths }: Header, find: Lookup = columnsOfHeader): boolean {
  if (!form.crossed) return false;
  const { sources } = crossingOf(form);
  return new Set(paths.flatMap((path) => path.flatMap((text) => find(sources, [text])[0] ?? []))).size > 1;
}

/** 一般公共预算 / 基本支出: the part of a measure that its upper header names the source of. */
export function sourcedColumn(
  form: FormDefinition,
  path: readonly string[],
  find: Lookup = columnsOfHeader,
): string | undefined {
  const { measures, sources } = crossingOf(form);
  const [measure] = find(measures, path.slice(-1));
  const [source] = path
    .slice(0, -1)
    .reverse()
    .flatMap((upper) => find(sources, [upper])[0] ?? []);
  return measure === undefined || source === undefined ? undefined : crossedColumn(measure, source);
}

/** Of the columns beside a form's own only the funds have names long enough to be told by words near to them. */
const BESIDE_FUNDS = BESIDE_COLUMNS.filter(({ id }) => FUND_IDS.some((fund) => fund === id));

/** What a form prints in some places and not in others. */
export function besideColumn(
  form: FormDefinition,
  path: readonly string[],
  find: Lookup = columnsOfHeader,
): string | undefined {
  if (form.rows !== 'function' && form.rows !== 'economic') return undefined;
  const columns = find === columnsOfHeader ? BESIDE_COLUMNS : BESIDE_FUNDS;
  return find(columns, path).find((id) => !form.columns.some((column) => column.id === id));
}
