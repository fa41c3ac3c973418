/** Reading the fields of a printed row. */
import { unspaced } from '../text/fold.ts';
import { type CellField, cellFields, type Field, type Fields, type RowOf } from './field.ts';
import type { PrintedRow, PrintedTable, RecordRow } from './kind.ts';

/** The part of a record that is filled: an absent text stays absent. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

function readCell(row: PrintedRow, column: string, { type }: CellField): unknown {
  if (type === 'money') return row.amount(column);
  if (type === 'code') return unspaced(row.text(column) ?? '') || undefined;
  return type === 'text' || type === 'date' ? row.text(column) : row.number(column);
}

/** The fields of a printed row that have a column and are filled. */
export function readFields<F extends Fields>(fields: F, row: PrintedRow): Partial<RowOf<F>> {
  const read = (id: string, field: Field): unknown => {
    if (field.is === 'amounts') {
      const shares = (row.shares ?? []).map((column) => [column, row.amount(column)] as const);
      return { ...readFields(field.fields, row), ...given(Object.fromEntries(shares)) };
    }
    return field.is === 'cell' && field.headers.length > 0 ? readCell(row, field.column ?? id, field) : undefined;
  };
  return given(Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, read(id, field)]))) as never;
}

/** Printed rows one by one; a row without one of its required fields is none. */
export function readRows<F extends Fields>(fields: F, { rows }: PrintedTable): readonly RowOf<F>[] {
  const required = cellFields(fields).flatMap(([id, field]) => (field.required ? [id] : []));
  return rows.flatMap((row) => {
    const read = readFields(fields, row) as Record<string, unknown>;
    return required.every((id) => read[id] !== undefined) ? [{ ...read, origin: row.origin } as RowOf<F>] : [];
  });
}

/** Rows as they stand in another document: nowhere yet. */
export const placeless = <Row extends RecordRow>(row: Row): Row => ({ ...row, origin: {} });
