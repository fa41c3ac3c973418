/**
 * The period of a column stands behind `@` in a cell's key (`hospitality@budget`), where it was a suffix of the column's id
 * (`hospitality-budget`).
 */
const SUFFIX = '-(budget|adjusted|previous)';

/** Keys within JSON: a whole string that ends in a period. Templates' ids go on behind it (`hebei-budget-2021`). */
const inJson = (column: string, before = ''): string =>
  String.raw`regexp_replace(${column}::text, '(${before}"[a-z]+(?:-[a-z]+)*)${SUFFIX}"', '\1@\2"', 'g')::json`;

export const periods: readonly string[] = [
  String.raw`update facts set column_id = regexp_replace(column_id, '${SUFFIX}$', '@\1') where column_id ~ '${SUFFIX}$'`,
  `update statements set columns = ${inJson('columns')}, rows = ${inJson('rows')}
    where columns::text ~ '${SUFFIX}"'`,
  `update findings set detail = ${inJson('detail', '"column":')} where detail::text ~ '"column":"[a-z-]+${SUFFIX}"'`,
];
