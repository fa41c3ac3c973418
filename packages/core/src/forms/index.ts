/** The forms of tables: what each is titled, its columns and its rows. */
export { formColumnName } from './column-name.ts';
export type { ColumnDefinition, FormDefinition, RowKind, StatementDefinition } from './form.ts';
export * from './forms.ts';
export * from './label.ts';
export * from './line-parents.ts';
export { BESIDE_COLUMNS, STATEMENTS, STATUTORY } from './statements.ts';
export { hasItemColumns, itemColumnAt } from './three-publics.ts';
