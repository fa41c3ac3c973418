/** Chinese names of forms and columns: what findings say and what the equation language accepts beside the ids. */

import { STATEMENTS } from '../forms/index.ts';
import { KINDS } from '../kinds/index.ts';
import { columnAt, columnOf, inPeriod } from '../model/address.ts';
import { kindOf } from '../model/document-kinds.ts';
import { PERIOD_NAMES, type Period } from '../model/period.ts';
import type { Side } from '../model/values.ts';
import { conceptOfColumn, crossedAt, crossedColumn, economicAt, SOURCE_IDS, shareAt } from '../vocabulary/index.ts';
import type { Written } from './syntax.ts';

export const FORM_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(STATEMENTS.map(({ id, called, name }) => [id, called ?? name])),
  ...Object.fromEntries(KINDS.map(({ id, called }) => [id, called])),
};

/** The columns that equations may name, in the order in which the docs list them. */
const COLUMNS: readonly string[] = [
  ...['amount', 'total', 'subtotal', 'appropriation', ...SOURCE_IDS, 'institutional-fees', 'carryover'],
  ...['basic', 'project', 'personnel', 'operating', 'remittance', 'affiliate-subsidy', 'revenue', 'year-end'],
  ...['unit-funds', 'appropriation-carryover', 'other-carryover', 'project-funds', 'unit-price', 'other-funds'],
  ...['grand-total', 'non-appropriation-surplus', 'sme', 'value'],
];

export const COLUMN_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  COLUMNS.map((id) => {
    const { shortName, name } = conceptOfColumn(id)!;
    return [id, shortName ?? name];
  }),
);

export const SIDE_NAMES: Readonly<Record<Side, string>> = {
  revenue: '收入',
  expenditure: '支出',
  use: '支出用途',
  economic: '支出经济分类',
  governmental: '支出政府经济分类',
};

/** Row groups of the language with the Chinese words accepted for them. */
export const GROUP_NAMES: Readonly<Record<string, string>> = {
  total: '合计',
  class: '类',
  section: '款',
  item: '项',
  top: '最上级',
  lines: '各项',
  after: '合计后各项',
  'other-sources': '财政拨款以外各项',
};

/** What findings call a form: its Chinese name, or the id of one without. */
export function formName(form: string): string {
  return FORM_NAMES[form] ?? form;
}

/**
 * What findings call the column of a cell's key, the id itself where the vocabulary has no such column; with its period where
 * that is not the document's own: `公务接待费 上年数`, of a total `上年数`.
 */
export function columnName(key: string, form?: string): string {
  const { column, period } = columnAt(key);
  const concept = form === undefined && !isDerived(column) ? undefined : conceptOfColumn(column, form);
  const name = concept?.nameIn?.[form ?? ''] ?? concept?.name ?? COLUMN_NAMES[column] ?? column;
  if (period === undefined) return name;
  return column === 'total' || column === 'amount' ? PERIOD_NAMES[period] : `${name} ${PERIOD_NAMES[period]}`;
}

/** Columns whose names are made of their measure's, whatever the form. */
const isDerived = (column: string): boolean => [crossedAt, economicAt, shareAt].some((at) => at(column) !== undefined);

/** Columns by the names that the equation language accepts; 预算数 alone is the total in that period. */
export const COLUMN_IDS: ReadonlyMap<string, string> = new Map([
  ...idsByName(COLUMN_NAMES),
  ...Object.entries(PERIOD_NAMES).map(([period, name]) => [name, inPeriod('total', period as Period)] as const),
]);

/** Maps each Chinese name of a table back to its id. */
export function idsByName(names: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(names).map(([id, name]) => [name, id]));
}

const WORDS: Readonly<Record<string, string>> = {
  sum: '求和',
  children: '下级之和',
  parent: '上级',
  quantity: '数量乘',
  printed: '印有',
  filled: '填有',
  stage: '阶段',
  not: '非',
  or: '或',
};

/** A column in Chinese that is read back as this one; `上年结转·一般公共预算` is a part of it from one source. */
function columnInChinese(column: string): string {
  const at = crossedAt(column);
  if (at) return `${columnInChinese(at.measure)}${CROSSING}${columnInChinese(at.source)}`;
  const name = COLUMN_NAMES[column];
  return name !== undefined && COLUMN_IDS.get(name) === column ? name : column;
}

/** Between the two names of a crossed column. */
const CROSSING = '·';

/** The id of a column by its id or its name; undefined where there is no such column. */
export function columnNamed(name: string): string | undefined {
  const [measure, source, ...more] = name.split(CROSSING);
  if (source !== undefined) {
    const ids = [measure!, source].map((each) => COLUMN_IDS.get(each) ?? each);
    return more.length === 0 ? knownColumn(crossedColumn(ids[0]!, ids[1]!)) : undefined;
  }
  return knownColumn(COLUMN_IDS.get(name) ?? name);
}

/** The column, where it is one that equations may name, in whatever period. */
function knownColumn(id: string): string | undefined {
  const column = columnOf(id);
  const at = crossedAt(column);
  const isKnown = column in COLUMN_NAMES || (at && at.measure in COLUMN_NAMES && at.source in COLUMN_NAMES);
  return isKnown ? id : undefined;
}

/** How a finance bureau writes expressions: by the Chinese names that the language reads back. */
export const IN_CHINESE: Written = {
  form: (id) => FORM_NAMES[id] ?? id,
  side: (id) => SIDE_NAMES[id],
  row: (id) => GROUP_NAMES[id] ?? id,
  column: (key) => {
    const { column, period } = columnAt(key);
    const own = columnInChinese(column);
    return period === undefined ? own : `${own}@${PERIOD_NAMES[period]}`;
  },
  word: (word) => WORDS[word] ?? word,
  stage: (stage) => kindOf(stage).name,
};
