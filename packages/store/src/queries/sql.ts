/** Small pieces of SQL that several questions share. */
import type { Stage, Time } from '@mingsuan/core/model/document-kinds';
import { type RawBuilder, sql } from 'kysely';
import { listOf } from '../database/bulk.ts';

export { listOf } from '../database/bulk.ts';

/** Years and kinds of documents, as rows to be looked up in. */
export const timesOf = (times: readonly Time<Stage>[]): RawBuilder<unknown> =>
  sql`unnest(${listOf(
    times.map(({ year }) => year),
    'integer',
  )}, ${listOf(
    times.map(({ stage }) => stage),
    'text',
  )})`;

/** Conditions joined by `and`; those that are undefined do not ask anything. */
export function allOf(conditions: readonly (RawBuilder<unknown> | undefined | false)[]): RawBuilder<unknown> {
  const asked = conditions.filter((condition) => condition !== undefined && condition !== false);
  return asked.length > 0 ? sql.join(asked, sql` and `) : sql`true`;
}

/** What the codes of a region and all within it begin with: 130100 → 1301. */
export const regionPrefix = (code: string): string => code.replace(/(?:00){1,2}$/, '');
