/** Printed labels as people write them, brought to one shape so that they can be compared. */
import { squeeze } from '../text/fold.ts';

/** A header cell as compared: no white space, no quotes, no 其中, no unit in brackets. */
export function headerKey(text: string): string {
  return squeeze(text)
    .replace(/"/g, '')
    .replace(/^其中:?/, '')
    .replace(/\((?:(?:金额)?单位:)?(?:亿元|万元|千元|百元|元)\)$/, '');
}

const TOTAL = /^(?:合计|总计|支出合计|支出总计|收入合计|总合计|合计数)$/;

/** Whether a row's label says that it is the 合计 row. */
export function isTotalLabel(label: string): boolean {
  return TOTAL.test(squeeze(label));
}

/** Codes with the spaces that wrapping put into them removed; undefined where it is no classification code. */
export function asCode(text: string): string | undefined {
  const code = squeeze(text).replace(/[.．-]/g, '');
  return /^\d{3}(?:\d{2}){0,3}$/.test(code) ? code : undefined;
}

/** 表1, 附表3-2, 表一, 公开01表, 部门公开表1, 预算02表, 预算表12, 财决公开01表 before a title. */
export const TABLE_NUMBER =
  /^(?:附?(?:件|表)[\d一二三四五六七八九十]+(?:[-—]\d+)*|[预决]算表\d{1,3}(?!\d)|(?:部门|单位)?(?:预算|决算)?公开表?\d+表?|[财预决算公开批复部门单位省市区县级]{1,8}\d{1,3}(?:[-—]\d+)?表)[:、.]?/;
