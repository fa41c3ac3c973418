/** What each grid column of a form means: index, code, name, label, or one of the form's value columns. */
import type { FormDefinition } from '@mingsuan/core/forms/index';
import { cellKey } from '@mingsuan/core/model/address';
import type { Period } from '@mingsuan/core/model/period';
import { pathKey } from '@mingsuan/core/templates/index';
import { changeColumn, columnsOfHeader } from '@mingsuan/core/vocabulary/index';
import { economicColumns } from './economic-columns.ts';
import { type Header, isSamePath } from './header.ts';
import { beyondThree, isOfWhole, isSumOfThree, partOfGroup, shareOfGroup } from './header-groups.ts';
import {
  besideColumn,
  isDividedBySource,
  type Lookup,
  nearly,
  ofMoney,
  plainHeader,
  sourcedColumn,
  valueColumn,
} from './header-measures.ts';
import { headerPeriod, LEADING_YEAR, type Periods, PLAN, periodsOf, YEARED } from './header-periods.ts';

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

/** Columns beside the measures of a form: changes, shares, the economic classes of basic expenditure, the governmental classification. */
const BESIDE =
  /增减|增长率|变动|占比|比重|%$|^备注$|^(?:工资福利支出|商品和服务支出|对个人和家庭的补助(?:支出)?|资本性支出)$/;
/** 增减变化原因: sentences, of whatever figure they speak. */
/** Whether a header says that what stands below it counts or codes the rows. */
export const isKeyHeader = (leaf: string): boolean => INDEX.test(leaf) || UNIT_CODE.test(leaf) || CODE.test(leaf);

const REASON = /(?:原因|理由)(?:说明)?$/;
const GOVERNMENTAL = /^政府(?:预算)?(?:支出)?经济分类/;

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
    (layout) => layout.length === headed.length && layout.every(({ path }, i) => isSamePath(path, headed[i]!)),
  );
  const [first, ...others] = printed.map((layout) => layout.map(({ id }) => id));
  if (!first || others.some((ids) => !isSamePath(ids, first))) return undefined;
  let at = 0;
  return paths.map((path) => (path.length === 0 ? { kind: 'blank' } : roleOf(form, first[at++]!)));
}

/** What the templates that print this header mean by it, where all of them mean the same. */
function printedRole(
  form: FormDefinition,
  headers: readonly string[],
  taken: ReadonlySet<string>,
): ColumnRole | undefined {
  const key = pathKey(headers);
  const ids = new Set(
    (form.layouts ?? []).flatMap((layout) => layout.flatMap(({ id, path }) => (isSamePath(path, key) ? [id] : []))),
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
    const opens = structural?.kind === 'code' || structural?.kind === 'label' || namesItems(form, path.at(-1) ?? '');
    if (opens && isEndOfPanel(roles)) taken = new Set();
    const measured = hasInner ? beyondThree(form, path) : path;
    const by = economic.get(printed.join('\n'));
    const sourced = divided ? sourcedColumn(form, measured) : undefined;
    const named = structural ?? told(sourced, taken) ?? valueRole(form, measured, taken, periods);
    const worded = named.kind === 'value' && isOfWhole(form, named.id, path) ? ({ kind: 'unknown' } as const) : named;
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
  if (role.kind === 'value' && !isOfWhole(form, role.id, path)) return role.id;
  const part = partOfGroup(form, path, header, nearly) ?? shareOfGroup(form, path, header);
  return part === undefined || taken.has(part) ? undefined : part;
}

const namesItems = ({ rows }: FormDefinition, leaf: string): boolean =>
  rows === 'items' && /项目$|^科目$|^年度$/.test(leaf);

/** Whether figures have come since the last label, whatever stands right of them. */
const isEndOfPanel = (roles: readonly ColumnRole[]): boolean =>
  roles.findLastIndex(({ kind }) => kind === 'value') >
  roles.findLastIndex(({ kind }) => kind !== 'value' && kind !== 'blank');

const told = (id: string | undefined, taken: ReadonlySet<string>) =>
  id === undefined || taken.has(id) ? undefined : ({ kind: 'value', id } as const);

function structuralRole(form: FormDefinition, path: readonly string[]): ColumnRole | undefined {
  const leaf = path.at(-1);
  if (leaf === undefined) return { kind: 'blank' };
  if (form.rows === 'records')
    return INDEX.test(leaf) && !form.columns.some((column) => column.id === 'index') ? { kind: 'index' } : undefined;
  if (INDEX.test(leaf)) return { kind: 'index' };
  if (REASON.test(leaf)) return { kind: 'blank' };
  if (path.some((text) => GOVERNMENTAL.test(text)) || (path.some(isOfChange) && /%|率|幅/.test(leaf)))
    return { kind: 'blank' };
  if (UNIT_CODE.test(leaf) && !/科目/.test(leaf)) return { kind: 'unit-code' };
  if (CODE.test(leaf)) return { kind: 'code' };
  if (form.rows === 'lines' && LABEL.test(leaf)) return { kind: 'label' };
  return undefined;
}

/** Says that figures are what differs from the year before. */
const isOfChange = (text: string): boolean => /增减|变动|[比较与](?:上年|20\d\d年)/.test(text);

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
  if (namesItems(form, leaf)) return { kind: 'name' };
  if (form.rows !== 'records' && NAME.test(leaf)) return { kind: 'name' };
  if (form.rows !== 'records' && (BESIDE.test(leaf) || (/^(?:小计|合计)$/.test(leaf) && taken.has('total'))))
    return { kind: 'blank' };
  return { kind: 'unknown' };
}
