/**
 * Many rows in one statement, the same on both engines: each column goes over as one array literal and is unnested there,
 * which is several times faster than a parameter for each value. Literals are plain strings: they may be made in a worker.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from './schema.ts';

type ListType = 'text[]' | 'bigint[]' | 'boolean[]' | 'smallint[]';
export type ColumnType = 'integer' | 'bigint' | 'text' | 'json' | 'tsvector' | 'boolean' | ListType;
export type Columns = Readonly<Record<string, ColumnType>>;
export type Value = string | number | boolean | null | undefined;
export type Row = Readonly<Record<string, Value>>;

/** One array literal for each column. */
export function literalsOf(columns: Columns, rows: readonly Row[]): readonly string[] {
  return Object.keys(columns).map((name) => {
    let literal = '';
    for (const row of rows) literal += `,${element(row[name])}`;
    return `{${literal.slice(1)}}`;
  });
}

export interface Insertion {
  readonly table: keyof Database;
  readonly columns: Columns;
  readonly literals: readonly string[];
  /** What every row has beside them, as SQL. */
  readonly constants: Readonly<Record<string, RawBuilder<unknown>>>;
}

/** One `insert` of all rows. Names are ours, never a user's. */
export function insertOf({ table, columns, literals, constants }: Insertion): RawBuilder<unknown> {
  const names = [...Object.keys(constants), ...Object.keys(columns)].map((name) => sql.ref(name));
  return sql`insert into ${sql.table(table)} (${sql.join(names)})
    select ${sql.join([...Object.values(constants), sql`t.*`])} from ${unnested(columns, literals)}`;
}

/** All rows as a table `t`. */
export const unnested = (columns: Columns, literals: readonly string[]): RawBuilder<unknown> => {
  const arrays = Object.values(columns).map((type, i) => castArray(literals[i]!, isList(type) ? 'text' : type));
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)));
  const rows = sql`unnest(${sql.join(arrays)}) as t (${names})`;
  if (!Object.values(columns).some(isList)) return rows;
  const own = Object.entries(columns).map(([name, type]) =>
    isList(type) ? sql`cast(${sql.ref(name)} as ${sql.raw(type)}) as ${sql.ref(name)}` : sql.ref(name),
  );
  return sql`(select ${sql.join(own)} from ${rows}) as t`;
};

/** An array of arrays is one of all their values: a list goes over as its own literal (`listLiteral`). */
const isList = (type: ColumnType): type is ListType => type.endsWith('[]');

/** The value of a column that holds a list. */
export const listLiteral = (values: readonly Value[]): string => `{${values.map(element).join(',')}}`;

/** An integer, or null, as a typed parameter. */
export const integerOf = (value: number | null): RawBuilder<number> => sql<number>`cast(${value} as integer)`;

/**
 * A list as one parameter of its own type, the same on both engines: the planner sees its values, and `any` looks them up in a hash. Over
 * a text it would be a cast that is done again for every row.
 */
export const listOf = (values: readonly Value[], type: ColumnType): RawBuilder<unknown> =>
  sql`cast(${listLiteral(values)} as ${sql.raw(type)}[])`;

const castArray = (literal: string, type: ColumnType) => sql`cast(cast(${literal} as text) as ${sql.raw(type)}[])`;

/** `1`, `"a \"b\""`, `NULL`. PostgreSQL holds no NUL character: it is left out. */
function element(value: Value): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value !== 'string') return String(value);
  if (!SPECIAL.test(value)) return `"${value}"`;
  return `"${value.replaceAll('\u0000', '').replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

const SPECIAL = /["\\\0]/;
