/** What each grid column of a form means: index, code, name, label, or one of the form's value columns. */
import { BESIDE_COLUMNS, type ColumnDefinition, type FormDefinition } from '@mingsuan/core/forms/index';
import { cellFields } from '@mingsuan/core/kinds/field';
import { kindOf } from '@mingsuan/core/kinds/index';
import { derived } from '@mingsuan/core/memo';
import { cellKey } from '@mingsuan/core/model/address';
import type { Period } from '@mingsuan/core/model/period';
import { pathKey } from '@mingsuan/core/templates/index';
import {
  changeColumn,
  columnsOfHeader,
  crossedColumn,
  FUND_IDS,
  headersOfAll,
  partColumn,
  partsOfColumn,
  shareColumn,
  WITH_OTHERS,
} from '@mingsuan/core/vocabulary/index';
import { economicColumns } from './economic-columns.ts';
import type { Header } from './header.ts';
import { likelyColumns, nearestColumn } from './shape/likely-column.ts';

export type ColumnRole =
  | { readonly kind: 'index' | 'code' | 'unit-code' | 'unit' | 'name' | 'label' | 'unknown' | 'blank' }
  | { readonly kind: 'value'; readonly id: string };

const INDEX = /^(?:序号|行次|栏次|行号)$/;
const UNIT_CODE = /(?:单位|部门)(?:\(.*\))?(?:编码|代码)$/;
const CODE = /(?:编码|代码|科目码)$|^[类款项]{1,3}$|^科目编号$/;
const NAME =
  /^(?:.*科目名称|.*分类名称|科目|名称|项目|.*功能分类(?:科目)?|.*经济分类(?:科目)?|科目\(.*\)|.*名称(?:\(.*\))?)$/;
const LABEL =
  /^(?:(?:收入|支出)?项目(?:\(.*\))?|收入|支出|科目|内容|项目名称|本年收入|本年支出|资金来源|.*功能分类.*|按.*分类|.*支出性质.*|.*经济分类.*)$/;

/** How columns are found for a header's words: by their wordings alone, or by those that the words come near, too. */
type Lookup = (columns: readonly ColumnDefinition[], path: readonly string[]) => readonly string[];

const nearly: Lookup = (columns, path) => {
  const named = columnsOfHeader(columns, path);
  const near = named.length > 0 ? undefined : nearestColumn(columns, path);
  return near === undefined ? named : [near];
};

/** The document's own period is the one that a cell's key does not name. */
type HeaderPeriod = Period | 'own';

/**
 * Headers that say of which plan or year a figure is, not what it measures: in final accounts 决算数 is the document's own
 * figure, and where two years stand side by side the older is the previous one.
 */
const PERIOD_HEADERS: readonly (readonly [RegExp, HeaderPeriod])[] = [
  [/^决算(?:数|金额)?$/, 'own'],
  [/^(?:全年|调整后?)预算数?$/, 'adjusted'],
  [/^(?:年初)?预算(?:数|金额)?$/, 'budget'],
];
export const YEARED = /^(\d{4})年度?(?:当年)?(?:部门)?(?:预算|执行|决算|年初预算|初预算)?(?:安排)?数?$/;
/** 2024年基本支出: where the header speaks of one year only, it says nothing of the measure. */
const LEADING_YEAR = /^20\d\d年度?(?=[\u4e00-\u9fff])/;
const PREVIOUS = /^上年(?:度)?(?:(?:预算|执行|决算)数?)?$/;
const PLAN = /^(?:执行|年初预算|预算|决算)数?$/;

/** Says nothing but that a figure is of the document's own year. */
const CURRENT = /^(?:当年|本年度?)$/;

/** Columns beside the measures of a form: changes, shares, the economic classes of basic expenditure, the governmental classification. */
const BESIDE =
  /增减|增长率|变动|占比|比重|%$|^备注$|^(?:工资福利支出|商品和服务支出|对个人和家庭的补助(?:支出)?|资本性支出)$/;
const GOVERNMENTAL = /^政府(?:预算)?(?:支出)?经济分类/;

interface Periods {
  readonly final: boolean;
  /** A part of the header is headed 上年. */
  readonly previous: boolean;
  /** The latest year, where the header speaks of several. */
  readonly year?: number;
  /** The one before it: of three and more years only the last but one, for an earlier one is not the year before. */
  readonly before?: number;
}

function periodsOf(header: Header): Periods {
  const texts = header.paths.flat();
  const years = new Set(texts.flatMap((text) => YEARED.exec(text)?.[1] ?? []).map(Number));
  const latest = Math.max(...years);
  const previous = texts.some((text) => PREVIOUS.test(text));
  return {
    previous,
    final: ['own', 'budget'].every((wanted) =>
      PERIOD_HEADERS.some(([header, period]) => period === wanted && texts.some((text) => header.test(text))),
    ),
    ...(years.size > 1 || (years.size === 1 && previous) ? { year: latest } : {}),
    ...(years.size > 2 ? { before: latest - 1 } : {}),
  };
}

/** The period that one header text names, or undefined where it names none. */
function headerPeriod(text: string, periods: Periods): HeaderPeriod | undefined {
  if (PREVIOUS.test(text)) return 'previous';
  if (periods.previous && CURRENT.test(text)) return 'own';
  const yeared = YEARED.exec(text);
  if (yeared && periods.year !== undefined) {
    const year = Number(yeared[1]);
    if (year === periods.year) return 'own';
    return periods.before === undefined || year === periods.before ? 'previous' : undefined;
  }
  if (yeared && !periods.final) return 'own';
  return periods.final ? PERIOD_HEADERS.find(([header]) => header.test(text))?.[1] : undefined;
}

/**
 * Gives each grid column its role in `form`: as the template prints it whose whole header this is, else header by header. A panel
 * that repeats (two halves of a page) repeats its roles.
 */
export function columnRoles(form: FormDefinition, header: Header): ColumnRole[] {
  const paths = header.paths.map(pathKey);
  return rolesOfLayout(form, paths) ?? rolesOfHeaders(form, header);
}

const STRUCTURE: readonly string[] = ['index', 'code', 'name', 'label'];

/** A record may have a code or a name among its own columns. */
const roleOf = ({ columns }: FormDefinition, id: string): ColumnRole =>
  STRUCTURE.includes(id) && !columns.some((column) => column.id === id)
    ? { kind: id as 'index' | 'code' | 'name' | 'label' }
    : { kind: 'value', id };

/** Undefined where no template prints these headers, or two print other columns under them. Columns without a header are blank. */
function rolesOfLayout(form: FormDefinition, paths: readonly (readonly string[])[]): ColumnRole[] | undefined {
  const headed = paths.filter((path) => path.length > 0);
  const printed = (form.layouts ?? []).filter(
    (layout) => layout.length === headed.length && layout.every(({ path }, i) => isSame(path, headed[i]!)),
  );
  const [first, ...others] = printed.map((layout) => layout.map(({ id }) => id));
  if (!first || others.some((ids) => !isSame(ids, first))) return undefined;
  let at = 0;
  return paths.map((path) => (path.length === 0 ? { kind: 'blank' } : roleOf(form, first[at++]!)));
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((text, i) => text === b[i]);

/** What the templates that print this header mean by it, where all of them mean the same. */
function printedRole(
  form: FormDefinition,
  headers: readonly string[],
  taken: ReadonlySet<string>,
): ColumnRole | undefined {
  const key = pathKey(headers);
  const ids = new Set(
    (form.layouts ?? []).flatMap((layout) => layout.flatMap(({ id, path }) => (isSame(path, key) ? [id] : []))),
  );
  const [id] = ids;
  return id === undefined || ids.size > 1 || taken.has(id) ? undefined : roleOf(form, id);
}

function rolesOfHeaders(form: FormDefinition, header: Header): ColumnRole[] {
  const periods = periodsOf(header);
  const roles: ColumnRole[] = [];
  let taken = new Set<string>();
  const plain = plainPaths(header);
  const hasInner = form.rows === 'items' && plain.some(isSumOfThree);
  const economic = economicColumns(form, header);
  const divided = isDividedBySource(form, header);
  for (const [c, printed] of header.paths.entries()) {
    const path = plain[c]!;
    const structural = structuralRole(form, path);
    // A column of changes may close the panel before.
    if ((structural?.kind === 'code' || structural?.kind === 'label') && isEndOfPanel(roles)) taken = new Set();
    const measured = hasInner ? beyondThree(form, path) : path;
    const by = economic.get(printed.join('\n'));
    const sourced = divided ? sourcedColumn(form, measured) : undefined;
    const named = structural ?? told(sourced, taken) ?? valueRole(form, measured, taken, periods);
    const worded = isOfWhole(form, named, path) ? ({ kind: 'unknown' } as const) : named;
    if (worded.kind === 'unknown' || (worded.kind === 'blank' && path.length > 0)) {
      const item = told(by, taken);
      if (item) {
        taken.add(item.id);
        roles.push(item);
        continue;
      }
    }
    if (worded.kind === 'unknown') {
      const part = partOfGroup(form, path, header);
      if (part !== undefined && !taken.has(part)) {
        taken.add(part);
        roles.push({ kind: 'value', id: part });
        continue;
      }
    }
    const role = worded.kind === 'unknown' ? (printedRole(form, printed, taken) ?? worded) : worded;
    if (role.kind === 'value') taken.add(role.id);
    roles.push(role);
  }
  return roles;
}

/** Headers as they are compared: a year that all of them speak of says nothing of the measure. */
function plainPaths({ paths }: Header): readonly (readonly string[])[] {
  const oneYear = new Set(paths.flat().flatMap((text) => LEADING_YEAR.exec(text)?.[0] ?? [])).size === 1;
  return paths.map((printed) =>
    printed.map((text) => plainHeader(oneYear && !YEARED.test(text) ? text.replace(LEADING_YEAR, '') : text)),
  );
}

/**
 * The column of figures that the words above one come near to, level by level, where no wording has them: its period, the group that it
 * is of, and what divides it. `taken`: columns that others are. Undefined where its words are no figure's.
 */
export function likelyColumn(
  form: FormDefinition,
  paths: Header['paths'],
  c: number,
  taken: ReadonlySet<string>,
): string | undefined {
  const header: Header = { rowCount: 0, paths };
  const path = plainPaths(header)[c]!;
  const money = ofMoney(form);
  if (path.length === 0 || structuralRole(form, path)) return undefined;
  const sourced = isDividedBySource(form, header, nearly) ? sourcedColumn(form, path, nearly) : undefined;
  const role = told(sourced, taken) ?? valueRole(money, path, taken, periodsOf(header), nearly);
  const known = isOfWhole(form, role, path) ? undefined : role;
  if (known?.kind === 'value') return known.id;
  const part = partOfGroup(form, path, header, nearly) ?? shareOfGroup(form, path, header);
  return part === undefined || taken.has(part) ? undefined : part;
}

/**
 * 财政专户拨款收入 / 其他专户收入 beside 教育收费, the usual name of all of it: what a group says of its measure beside a column that is
 * called as the measure is, where none adds the group up.
 */
function shareOfGroup(form: FormDefinition, path: readonly string[], { paths }: Header): string | undefined {
  const group = path.slice(0, -1);
  if (form.rows !== 'function' || group.length === 0) return undefined;
  const [measure] = columnsOfHeader(form.columns, group).filter((id) => !SUMS.has(id));
  const within = paths.filter((other) => other.length === path.length && isSame(other.slice(0, -1), group));
  const isCalled = within.some((other) => other !== path && columnsOfHeader(form.columns, other)[0] === measure);
  if (measure === undefined || !isCalled || within.some((other) => isWholeHeader(other.at(-1)!))) return undefined;
  return shareColumn(measure, within.findIndex((other) => isSame(other, path)) + 1);
}

/** Whether figures have come since the last label, whatever stands right of them. */
const isEndOfPanel = (roles: readonly ColumnRole[]): boolean =>
  roles.findLastIndex(({ kind }) => kind === 'value') >
  roles.findLastIndex(({ kind }) => kind !== 'value' && kind !== 'blank');

const told = (id: string | undefined, taken: ReadonlySet<string>) =>
  id === undefined || taken.has(id) ? undefined : ({ kind: 'value', id } as const);

/** Whether a table of more than one fund has columns of several: then 一般公共预算 / 基本支出 is a part of its 基本支出. */
function isDividedBySource(form: FormDefinition, { paths }: Header, find: Lookup = columnsOfHeader): boolean {
  if (!form.crossed) return false;
  const { sources } = crossingOf(form);
  return new Set(paths.flatMap((path) => path.flatMap((text) => find(sources, [text])[0] ?? []))).size > 1;
}

/** 一般公共预算 / 基本支出: the part of a measure that its upper header names the source of. */
function sourcedColumn(
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

const isSumOfThree = (path: readonly string[]): boolean =>
  path.length > 1 && WHOLE.test(path.at(-1)!) && /三公/.test(path.at(-2)!);

/** 合计 beside the sum of the three, of no item: that of all that the table prints, with 会议费 and 培训费. */
function beyondThree({ columns }: FormDefinition, path: readonly string[]): readonly string[] {
  const group = path.slice(0, -1);
  const isOuter =
    WHOLE.test(path.at(-1) ?? '') && !isSumOfThree(path) && columnsOfHeader(columns, group.slice(-1)).length === 0;
  return isOuter ? [...group, WITH_OTHERS] : path;
}

/** 一般公共预算 / 其中：财政拨款: a column cannot be the whole of the measure that it stands under. */
function isOfWhole(form: FormDefinition, role: ColumnRole, path: readonly string[]): boolean {
  if (role.kind !== 'value' || path.length < 2) return false;
  const group = path.slice(-2, -1);
  const [measure = besideColumn(form, group)] = columnsOfHeader(form.columns, group);
  return measure !== undefined && measure !== role.id && partsOfColumn(role.id).includes(measure);
}

/** 一般公共预算拨款 / 其中：专项资金…: what a group says of a part of its measure, beside the 小计 of it. */
function partOfGroup(
  form: FormDefinition,
  path: readonly string[],
  { paths }: Header,
  find: Lookup = columnsOfHeader,
): string | undefined {
  if ((form.rows !== 'function' && form.rows !== 'lines') || path.length < 2) return undefined;
  const group = path.slice(0, -1);
  const same = paths.filter((other) => other.length === path.length && isSame(other.slice(0, -1), group));
  const measure = find(form.columns, group).find((id) => !SUMS.has(id)) ?? besideColumn(form, group, find);
  const isBesideWhole = same.length === 2 && same.some((other) => isWhole(other.at(-1)!, group.at(-1)!));
  return isBesideWhole && measure !== undefined ? partColumn(measure) : undefined;
}

/** 合计金额 says no more than 合计. */
const plainHeader = (text: string): string => text.replace(/^(合计|小计|总计)(?:金额|数额?|额)$/, '$1');

function structuralRole(form: FormDefinition, path: readonly string[]): ColumnRole | undefined {
  const leaf = path.at(-1);
  if (leaf === undefined) return { kind: 'blank' };
  if (form.rows === 'records')
    return INDEX.test(leaf) && !form.columns.some((column) => column.id === 'index') ? { kind: 'index' } : undefined;
  if (INDEX.test(leaf)) return { kind: 'index' };
  if (path.some((text) => GOVERNMENTAL.test(text)) || (path.some(isOfChange) && /%|率|幅/.test(leaf)))
    return { kind: 'blank' };
  if (UNIT_CODE.test(leaf) && !/科目/.test(leaf)) return { kind: 'unit-code' };
  if (CODE.test(leaf)) return { kind: 'code' };
  if (form.rows === 'lines' && LABEL.test(leaf)) return { kind: 'label' };
  return undefined;
}

/** Says that figures are what differs from the year before. */
const isOfChange = (text: string): boolean => /增减|变动|^比上年|比20\d\d年/.test(text);

/** 增减变化情况 / 会议费, 比上年执行数 / 增减额: what a measure differs by, of the whole where no measure is named. */
function changeRole(
  form: FormDefinition,
  path: readonly string[],
  taken: ReadonlySet<string>,
  find: Lookup,
): ColumnRole {
  const rest = path.filter((text) => !isOfChange(text));
  const less = path.map((text) => /\((扣除.*)\)$/.exec(text)?.[1]).find((text) => text !== undefined);
  const measure =
    rest.length > 0
      ? valueColumn(form, rest, NONE, (id) => id, find)
      : less === undefined
        ? 'total'
        : besideColumn(form, [less], find);
  const id = measure === undefined ? undefined : changeColumn(measure);
  return id === undefined || taken.has(id) ? { kind: 'blank' } : { kind: 'value', id };
}

const NONE: ReadonlySet<string> = new Set();

/** Of the columns beside a form's own only the funds have names long enough to be told by words near to them. */
const BESIDE_FUNDS = BESIDE_COLUMNS.filter(({ id }) => FUND_IDS.some((fund) => fund === id));

/** What a form prints in some places and not in others. */
function besideColumn(
  form: FormDefinition,
  path: readonly string[],
  find: Lookup = columnsOfHeader,
): string | undefined {
  if (form.rows !== 'function' && form.rows !== 'economic') return undefined;
  const columns = find === columnsOfHeader ? BESIDE_COLUMNS : BESIDE_FUNDS;
  return find(columns, path).find((id) => !form.columns.some((column) => column.id === id));
}

function valueRole(
  form: FormDefinition,
  path: readonly string[],
  taken: ReadonlySet<string>,
  periods: Periods,
  find: Lookup = columnsOfHeader,
): ColumnRole {
  if (form.rows !== 'records' && form.rows !== 'lines' && path.some(isOfChange))
    return changeRole(form, path, taken, find);
  const named = path.map((text) => headerPeriod(text, periods));
  const period = named.find((each) => each !== undefined && each !== 'own') as Period | undefined;
  const at = (column: string): string => cellKey({ column, ...(period ? { period } : {}) });
  // 2025年执行数 / 执行数: below a period its kind of figure says no more.
  const isSaid = (i: number) =>
    named[i] !== undefined || (i > 0 && named.slice(0, i).some(Boolean) && PLAN.test(path[i]!));
  const measure = path.filter((_, i) => !isSaid(i));
  const isPeriod = measure.length < path.length;
  const id =
    measure.length > 0 ? valueColumn(form, measure, taken, at, find) : at(form.rows === 'lines' ? 'amount' : 'total');
  // 收入 / 决算数: the group says nothing of the measure in a form of lines.
  const settled = id ?? (isPeriod && form.rows === 'lines' ? at('amount') : undefined);
  if (settled && !taken.has(settled)) return { kind: 'value', id: settled };
  const leaf = path.at(-1)!;
  if (form.rows === 'items' && /项目$|^科目$|^年度$/.test(leaf)) return { kind: 'name' };
  if (form.rows !== 'records' && NAME.test(leaf)) return { kind: 'name' };
  if (form.rows !== 'records' && (BESIDE.test(leaf) || (/^(?:小计|合计)$/.test(leaf) && taken.has('total'))))
    return { kind: 'blank' };
  return { kind: 'unknown' };
}

function valueColumn(
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
  const [named] = find(form.columns, upper);
  return named === undefined || SUMS.has(named) || taken.has(at(named)) ? undefined : at(named);
}

/** Groups that say no more than that their columns are figures. */
const SUMS: ReadonlySet<string> = new Set(['total', 'amount', 'subtotal']);

const WHOLE = /^(?:小计|合计|总计|金额|总数|总额)$/;

/** Whether a header says that its column is the whole of the group that it stands in. */
const isWhole = (leaf: string, group: string): boolean =>
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
const ofMoney = derived((form: FormDefinition): FormDefinition => ({ ...form, columns: moneyColumns(form) }));
