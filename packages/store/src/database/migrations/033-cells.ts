/**
 * Cells stand packed in the row of their statement, a tenth of what a row of their own each takes: `fens` row after row with as many as
 * `cell_columns`, null where a cell is blank; `prints` what is printed in them (`facts/cells.ts`); where each row stands, null where it
 * prints none. What is here already is packed batch by batch while the store is used (`packNext`) and stands in `facts` until then.
 */
export const cells: readonly string[] = [
  `alter table statements add column cell_columns text[], add column fens bigint[], add column row_leaves boolean[],
    add column row_levels smallint[], add column prints json`,
  `drop table stale_levels`,
  `create index statements_unpacked on statements (disclosure_id, ordinal) where cell_columns is null`,
];

/** As it was before, for an earlier version; only when nothing is packed. What later steps changed of tables is undone already. */
export const withoutCells: readonly string[] = [
  `alter table statements drop column cell_columns, drop column fens, drop column row_leaves, drop column row_levels,
    drop column prints`,
  `create table stale_levels (disclosure_id integer primary key)`,
  `delete from kysely_migration where name >= '033'`,
];
