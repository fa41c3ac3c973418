/** Columns that show a part of a measure: by where its money comes from (上年结转 / 一般公共预算), by economic item, or by what the place calls it; and of another year than the document's own. */

import { numeral } from '../text/numerals.ts';

/** The column of a measure's part from one source: `carryover-from-general-public`. */
export const crossedColumn = (measure: string, source: string): string => `${measure}-from-${source}`;

const CROSSED = /^(.+)-from-(.+)$/;

/** The measure and the source of such a column; undefined for any other. */
export function crossedAt(column: string): { readonly measure: string; readonly source: string } | undefined {
  const [, measure, source] = CROSSED.exec(column) ?? [];
  return measure === undefined || source === undefined ? undefined : { measure, source };
}

const CHANGE = '-change';

/** The column of what a measure differs by from the year before: `total-change`. */
export const changeColumn = (measure: string): string => `${measure}${CHANGE}`;

/** The measure of such a column; undefined for any other. */
export const changeOf = (column: string): string | undefined =>
  column.endsWith(CHANGE) ? column.slice(0, -CHANGE.length) : undefined;

const PART = '-of-which';

/** The column of a part of a measure that its header names: 其中：专项资金 beside 一般公共预算拨款. */
export const partColumn = (measure: string): string => `${measure}${PART}`;

/** The measure that such a column is a part of; undefined for any other. */
export const partOf = (column: string): string | undefined =>
  column.endsWith(PART) ? column.slice(0, -PART.length) : undefined;

/** The column of what a measure spends on one economic item, departmental or governmental: `basic-by-30101`. */
export const economicColumn = (measure: string, code: string): string => `${measure}-by-${code}`;

const ECONOMIC = /^(.+)-by-(\d{3}(?:\d{2})?)$/;

/** The measure and the item of such a column; undefined for any other. */
export function economicAt(column: string): { readonly measure: string; readonly code: string } | undefined {
  const [, measure, code] = ECONOMIC.exec(column) ?? [];
  return measure === undefined || code === undefined ? undefined : { measure, code };
}

/** The column of one of the parts that add up to a measure, in their order from 1, where only its place's own words say which. */
export const shareColumn = (measure: string, order: number): string => `${measure}-share-${order}`;

const SHARE = /^(.+)-share-(\d+)$/;

/** The measure that such a column is a share of, and the how manieth; undefined for any other. */
export function shareAt(column: string): { readonly measure: string; readonly order: number } | undefined {
  const [, measure, order] = SHARE.exec(column) ?? [];
  return measure === undefined ? undefined : { measure, order: Number(order) };
}

/** What a plan of several years calls the one that is the `nth` of it, its document's own being the first: 第二年. */
export const yearOfPlan = (nth: number): string => `第${numeral(nth)}年`;
