/** The columns a statement is printed in: the template's, and generic ones for what the template has no layout for. */

import type { Side, Stage, Statement } from '@mingsuan/core/disclosure';
import { asCode, BESIDE_COLUMNS, type FormDefinition, formById, headerKey } from '@mingsuan/core/forms/index';
import { hasItemColumns } from '@mingsuan/core/forms/three-publics';
import { columnAt, columnOf } from '@mingsuan/core/model/address';
import { columnIds } from '@mingsuan/core/model/columns';
import { figureName, kindOf } from '@mingsuan/core/model/document-kinds';
import type { Period } from '@mingsuan/core/model/period';
import { sidesOf } from '@mingsuan/core/model/sides';
import { type PrintedColumn, pathKey, type TemplateForm } from '@mingsuan/core/templates/index';
import { columnsOfHeader, conceptById, crossedAt, sourceName } from '@mingsuan/core/vocabulary/index';
import { columnRoles } from '../recognize/columns.ts';

export interface Column {
  /** What stands in it; `unit` is the code of a budget unit where rows are listed by unit. */
  readonly role: 'index' | 'unit' | 'code' | 'name' | 'value';
  /** Column id of the form, for values. */
  readonly id: string;
  readonly headers: readonly string[];
  /** Of names: the code stands before each, as `[2010301]行政运行`. */
  readonly holdsCode?: true;
  /** Of names: those of sections and items begin further in. */
  readonly isTree?: true;
  /** Which half of a balance form it stands in. */
  readonly side?: Side;
}

/** `halves` prints the rows in two halves side by side (economic classification of final accounts). */
export interface StatementColumns {
  readonly columns: readonly Column[];
  readonly halves: boolean;
}

export interface ColumnOptions {
  readonly stage: Stage;
  readonly year?: number;
  readonly template?: TemplateForm;
}

/** In which columns, and under which headers, a statement is printed. */
export function statementColumns(statement: Statement, options: ColumnOptions): StatementColumns {
  const form = formById(statement.form);
  const index = options.template?.columns.find(([id]) => id === 'index');
  const lead: Column[] = index ? [{ role: 'index', id: 'index', headers: index.slice(1) }] : [];
  if (form.rows === 'lines') return { columns: [...lead, ...sideColumns(statement, form, options)], halves: false };
  if (form.rows === 'items') return { columns: [...lead, ...itemColumns(statement, form, options)], halves: false };
  if (printsHalves(statement, options.template))
    return { columns: options.template!.columns.map(templateColumn), halves: true };
  return { columns: [...lead, ...codedColumns(statement, form, options)], halves: false };
}

const ROLES: Readonly<Record<string, Column['role']>> = { index: 'index', code: 'code', name: 'name', label: 'name' };

function templateColumn([id, ...headers]: PrintedColumn): Column {
  return { role: ROLES[id] ?? 'value', id, headers };
}

function codedColumns(statement: Statement, form: FormDefinition, options: ColumnOptions): Column[] {
  const { rows } = statement;
  const byUnit = rows.some(({ unit }) => unit !== undefined);
  const codes = rows.flatMap((row) => codeOf(row.key) ?? []);
  const printed = (options.template?.columns ?? []).map(templateColumn);
  const split = printed.filter((column) => column.role === 'code');
  const fits = split.length > 0 && codes.every((code) => split.length === 1 || code.length <= 2 * split.length + 1);
  const own = printed.filter((column) => column.role === 'code' || column.role === 'name');
  const isInName = options.template?.code === 'in-name';
  // By budget unit a row has no code.
  const isByName = (options.template?.rows === 'unit' && codes.length === 0) || isNamed(options.template);
  const isTree = options.template?.indent === true;
  const structure: Column[] =
    (fits || isInName || isByName) && !byUnit
      ? own.map((each) =>
          each.role === 'name' ? { ...each, ...(isInName && { holdsCode: true }), ...(isTree && { isTree }) } : each,
        )
      : [
          ...(byUnit ? [column('unit', '单位编码')] : []),
          ...(byUnit && codes.length === 0 ? [] : [column('code', '科目编码')]),
          column('name', byUnit && codes.length === 0 ? '单位名称' : '科目名称'),
        ];
  return withValues(structure, printed, statement, form, options);
}

/** Items stand by their names alone. */
const isNamed = (template: TemplateForm | undefined): boolean =>
  template?.code === 'none' && template.rows !== 'unit' && !template.columns.some(([id]) => id === 'code');

const column = (role: Column['role'], header: string): Column => ({ role, id: role, headers: [header] });

/** The classification code that is a row's key. */
export const codeOf = (key: string): string | undefined => asCode(key);

function itemColumns(statement: Statement, form: FormDefinition, options: ColumnOptions): Column[] {
  const printed = (options.template?.columns ?? []).map(templateColumn);
  const ids = valueIds(statement, options);
  const inOneRow = hasItemColumns(ids);
  const named = !inOneRow || statement.rows.some((row) => row.label !== '合计');
  const name = printed.find((candidate) => candidate.role === 'name') ?? column('name', '项目');
  return withValues(named ? [name] : [], printed, statement, form, options);
}

/**
 * The columns of figures after those that name the rows: the template's where it prints all of them, else as the document itself heads
 * them (beside the template's own, or all of them), where that is read as the same again.
 */
function withValues(
  structure: readonly Column[],
  printed: readonly Column[],
  statement: Statement,
  form: FormDefinition,
  options: ColumnOptions,
): Column[] {
  const ids = valueIds(statement, options);
  const own = ids.map((id) => printed.find((candidate) => candidate.role === 'value' && candidate.id === id));
  const headers = headersOf(statement);
  const said = ids.map((id): Column | undefined => {
    const header = headers.get(id);
    return header && { role: 'value', id, headers: header };
  });
  const mixed = said.map((each, i) => own[i] ?? each);
  // A template of one year has no words for columns that stand under their years.
  const both = ids.some((id) => columnAt(id).period) ? [said, mixed] : [mixed, said];
  const known = { ...form, layouts: [printed.map(({ id, headers: path }) => ({ id, path: pathKey(path) }))] };
  const way = (own.every(isGiven) ? [] : both)
    .filter((each) => each.every(isGiven))
    .map((values) => [...structure, ...values])
    .find((columns) => isReadBack(columns, known));
  return way ?? [...structure, ...valueColumns(ids, printed, form, options, [], headers)];
}

const isGiven = <T>(each: T | undefined): each is T => each !== undefined;

/** Whether the headers are read as the columns that they are printed for. */
function isReadBack(columns: readonly Column[], form: FormDefinition): boolean {
  const roles = columnRoles(form, { rowCount: 1, paths: columns.map(({ headers }) => headers.map(headerKey)) });
  return columns.every(({ role, id }, i) => {
    const read = roles[i]!;
    return role !== 'value' || (read.kind === 'value' && read.id === id);
  });
}

const valueIds = (statement: Statement, { template }: ColumnOptions): readonly string[] =>
  statement.columns.length > 0
    ? columnIds(statement)
    : (template?.columns ?? []).flatMap(([id]) => (ROLES[id] ? [] : [id]));

function sideColumns(statement: Statement, form: FormDefinition, options: ColumnOptions): Column[] {
  const printed = printedSides(options.template);
  return sidesOf(statement).flatMap((side, i) => {
    const own = printed[i] ?? [];
    const label = own.find((candidate) => candidate.role === 'name') ?? {
      ...column('name', '项目'),
      headers: SIDE_HEADERS[side],
    };
    const upper = label.headers.slice(0, -1);
    return [label, ...valueColumns(sideIds(statement, side, own, options), own, form, options, upper)].map(
      (candidate): Column => ({ ...candidate, side }),
    );
  });
}

/** What heads the labels of a side where no template says it. */
const SIDE_HEADERS: Readonly<Record<Side, readonly string[]>> = {
  revenue: ['收入', '项目'],
  expenditure: ['支出', '项目'],
  use: ['支出', '项目（按用途）'],
  economic: ['支出', '部门预算支出经济分类科目'],
  governmental: ['支出', '政府预算支出经济分类科目'],
};

/** A template's columns of the two halves, each from its label on. */
function printedSides(template: TemplateForm | undefined): Column[][] {
  const sides: Column[][] = [];
  for (const printed of (template?.columns ?? []).map(templateColumn)) {
    if (printed.role === 'name') sides.push([]);
    sides.at(-1)?.push(printed);
  }
  return sides;
}

/** Revenue has amounts only; of the appropriations' expenditure the funds stand in their place; a further panel has its own columns. */
function sideIds(statement: Statement, side: Side, own: readonly Column[], options: ColumnOptions): readonly string[] {
  const ids = valueIds(statement, options);
  const used = new Set(statement.rows.filter((row) => row.side === side).flatMap((row) => Object.keys(row.cells)));
  if (side !== 'revenue' && side !== 'expenditure' && own.length > 0)
    return ids.filter((id) => own.some((printed) => printed.id === id) || used.has(id));
  const amounts = ids.filter((id) => columnOf(id) === 'amount');
  const others = ids.filter((id) => columnOf(id) !== 'amount');
  const usual = side === 'revenue' ? amounts : statement.form === 'balance' || others.length === 0 ? ids : others;
  return ids.filter((id) => usual.includes(id) || used.has(id));
}

/** What stands above a figure of another period than the document's own. */
const PERIOD_HEADERS: Readonly<Record<Period, string>> = {
  budget: '年初预算数',
  adjusted: '全年预算数',
  actual: '决算数',
  previous: '上年预算数',
  executed: '上年执行数',
  forecast: '预计数',
};

type Headers = ReadonlyMap<string, readonly string[]>;

/** What a document prints above its columns. */
const headersOf = ({ columns }: Statement): Headers =>
  new Map(columns.flatMap(({ id, header }) => (header === undefined ? [] : [[id, header.split('/')] as const])));

/** Whether a header is known to mean the column, so that it is read as that again. */
function isKnownHeader(header: readonly string[], id: string, { columns }: FormDefinition): boolean {
  const [first] = columnsOfHeader(columns, header.map(headerKey));
  return first === id;
}

/**
 * Column ids with the headers the template prints for them, else those that the document itself prints (`said`), else those of
 * the form under `upper`.
 */
function valueColumns(
  ids: readonly string[],
  printed: readonly Column[],
  form: FormDefinition,
  options: ColumnOptions,
  upper: readonly string[] = [],
  said: Headers = new Map(),
): Column[] {
  const inPeriods = ids.some((id) => columnAt(id).period);
  const all = ids.every((id) => printed.some((candidate) => candidate.id === id));
  return ids.map((id) => {
    const own = printed.find((candidate) => candidate.role === 'value' && candidate.id === id);
    if (own && (all || !inPeriods)) return own;
    const header = said.get(id);
    if (header && isKnownHeader(header, id, form)) return { role: 'value', id, headers: header };
    const { column: base, period } = columnAt(id);
    const dated = !kindOf(options.stage).executes && options.year ? `${options.year}年` : '';
    const figure = `${dated}${figureName(options.stage)}`;
    const name = base === 'amount' ? [] : (namesOf(base, form) ?? header ?? [base]);
    const headers =
      inPeriods || base === 'amount'
        ? [...name, period ? PERIOD_HEADERS[period] : inPeriods ? figure : figureName(options.stage)]
        : name;
    return { role: 'value', id, headers: [...upper, ...headers] };
  });
}

/** What a column is called: of a measure's part by its source, the measure above the source. Undefined where only its document names it. */
function namesOf(id: string, { columns }: FormDefinition): readonly string[] | undefined {
  const named = (of: string): string | undefined =>
    [...columns, ...BESIDE_COLUMNS].find((definition) => definition.id === of)?.name;
  const crossed = crossedAt(id);
  const name = named(crossed?.measure ?? id);
  if (name === undefined) return undefined;
  return crossed ? [name, sourceName(conceptById(crossed.source))] : [name];
}

/** Two halves hold a code, a name and one amount each; other amounts fit in the closing row only. */
function printsHalves(statement: Statement, template: TemplateForm | undefined): boolean {
  const names = template?.columns.filter(([id]) => id === 'name').length ?? 0;
  if (names < 2) return false;
  const extra = columnIds(statement).filter((id) => !template!.columns.some(([printed]) => printed === id));
  return (
    extra.every((id) => FOOTER_COLUMNS.includes(id)) &&
    statement.rows.every((row) => codeOf(row.key) || row.key === 'total') &&
    statement.rows.every((row) => row.key === 'total' || extra.every((id) => !(id in row.cells)))
  );
}

/** Columns that stand in the closing row 人员经费合计 | … | 公用经费合计 | …. */
export const FOOTER_COLUMNS: readonly string[] = ['personnel', 'operating'];
