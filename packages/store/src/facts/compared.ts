/** What two keepers of facts have of each disclosure, side by side. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { type EngineRow, integerIn } from './ask.ts';
import type { Verified } from './fact-store.ts';

/** Disclosures that changed and are on their way. */
export async function waitingIn(db: Kysely<Database>): Promise<ReadonlySet<number>> {
  const rows = await db.selectFrom('fact_outbox').select('disclosure').distinct().execute();
  return new Set(rows.map(({ disclosure }) => disclosure));
}

/** Rows of `digestSql` of the store and of another keeper; those that are on their way are not judged. */
export function compared(
  { year, province, broken }: Pick<Verified, 'year' | 'province' | 'broken'>,
  told: readonly EngineRow[],
  held: readonly EngineRow[],
  waiting: ReadonlySet<number>,
): Verified {
  const lines = (rows: readonly EngineRow[]) =>
    new Map(
      rows.map((row) => [
        integerIn(row.disclosure),
        Object.entries(row)
          .map(([key, value]) => `${key} ${value}`)
          .sort()
          .join(),
      ]),
    );
  const [ours, theirs] = [lines(told), lines(held)];
  const differing = [...new Set([...ours.keys(), ...theirs.keys()])]
    .filter((id) => !waiting.has(id) && ours.get(id) !== theirs.get(id))
    .sort((a, b) => a - b);
  const facts = held.reduce((sum, row) => sum + integerIn(row.facts), 0);
  return { year, province, disclosures: held.length, facts, differing, broken };
}
