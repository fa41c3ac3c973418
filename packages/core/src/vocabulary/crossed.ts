/** Columns that show a measure by where its money comes from: 上年结转 / 一般公共预算. */

/** The column of a measure's part from one source: `carryover-from-general-public`. */
export const crossedColumn = (measure: string, source: string): string => `${measure}-from-${source}`;

const CROSSED = /^(.+)-from-(.+)$/;

/** The measure and the source of such a column; undefined for any other. */
export function crossedAt(column: string): { readonly measure: string; readonly source: string } | undefined {
  const [, measure, source] = CROSSED.exec(column) ?? [];
  return measure === undefined || source === undefined ? undefined : { measure, source };
}
