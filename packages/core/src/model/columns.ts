/** The columns of a statement, asked for by their ids. */
import type { Column, Statement } from '../disclosure.ts';

type Columns = Pick<Statement, 'columns'>;

/** Ids of the columns, in the order printed. */
export const columnIds = ({ columns }: Columns): readonly string[] => columns.map(({ id }) => id);

/** Whether the table prints a column, in whatever row. */
export const printsColumn = ({ columns }: Columns, id: string): boolean => columns.some((column) => column.id === id);

/** Columns of a statement that is made and not read: nothing is printed above them yet. */
export const columnsOf = (ids: readonly string[]): readonly Column[] => ids.map((id) => ({ id }));
