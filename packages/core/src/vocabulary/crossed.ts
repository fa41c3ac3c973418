/** Columns that show a measure by where its money comes from: 上年结转 / 一般公共预算. */

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
