/** Small pieces of SQL that several questions share. */
import { type RawBuilder, sql } from 'kysely';

export { listOf } from '../database/bulk.ts';

/** Conditions joined by `and`; those that are undefined do not ask anything. */
export function allOf(conditions: readonly (RawBuilder<unknown> | undefined | false)[]): RawBuilder<unknown> {
  const asked = conditions.filter((condition) => condition !== undefined && condition !== false);
  return asked.length > 0 ? sql.join(asked, sql` and `) : sql`true`;
}

/** What the codes of a region and all within it begin with: 130100 → 1301. */
export const regionPrefix = (code: string): string => code.replace(/(?:00){1,2}$/, '');
