import type { ColumnType } from 'kysely';

/** A column of JSON: written as text, read parsed. */
export type Json<T> = ColumnType<T, string, string>;

/** A moment: given as a date or in ISO's words, read as a date. */
export type Moment = ColumnType<Date, Date | string | undefined, Date | string>;
