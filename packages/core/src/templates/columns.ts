/** Column sets that several templates print alike. */
import type { PrintedColumn } from './template.ts';

const FUNCTION = '功能分类科目';

/** Columns of a table by function: number, code and name under their head, then the values given. */
export const functionColumns = (upper: string | undefined, values: readonly PrintedColumn[]): PrintedColumn[] => [
  ['index', '序号'],
  ['code', FUNCTION, '科目编码'],
  ['name', FUNCTION, '科目名称'],
  ...values.map(([id, ...headers]): PrintedColumn => (upper ? [id, upper, ...headers] : [id, ...headers])),
];

/** 类 款 项 under 功能分类科目编码, all under 项目, as Shanghai prints them. */
export const splitColumns = (upper: string, values: readonly PrintedColumn[]): PrintedColumn[] => [
  ['code', '项目', '功能分类科目编码', '类'],
  ['code', '项目', '功能分类科目编码', '款'],
  ['code', '项目', '功能分类科目编码', '项'],
  ['name', '项目', '功能分类科目名称'],
  ...values.map(([id, ...headers]): PrintedColumn => [id, upper, ...headers]),
];

export const BASIC_PROJECT: readonly PrintedColumn[] = [
  ['total', '合计'],
  ['basic', '基本支出'],
  ['project', '项目支出'],
];

export const PERSONNEL_OPERATING: readonly PrintedColumn[] = [
  ['total', '合计'],
  ['personnel', '人员经费'],
  ['operating', '公用经费'],
];
