/** Disclosures that were indexed by an earlier version are entered anew, one by one, while nothing else waits. */

import { bundled, type Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { readMentions } from '@mingsuan/core/words/index';
import { sql } from 'kysely';
import { insertOf, integerOf, literalsOf } from './database/bulk.ts';
import { renewSearch } from './import/agencies.ts';
import { enterItems, INDEX_VERSION, insertValues, itemLiterals, renewItems } from './import/items.ts';
import { ENTRY_COLUMNS, entryRows, MEASURE_COLUMNS, measureRows, placedAs } from './import/rows.ts';
import { enterTexts, textLiterals } from './import/texts.ts';
import type { Store } from './open.ts';
import { linesOf } from './projection/lines.ts';
import { measureValues } from './projection/measures.ts';
import { searchEntries } from './projection/search-entries.ts';
import { loadDisclosure } from './queries/disclosure.ts';

/** Indexes the oldest disclosure that an earlier version indexed. @returns false where there is none */
export async function reindexNext(
  { db }: Pick<Store, 'db'>,
  jurisdictions: Jurisdictions = bundled(),
): Promise<boolean> {
  const next = await db
    .selectFrom('disclosures as d')
    .select(['d.id', 'd.agency_id', 'd.year', 'd.stage', 'd.is_current'])
    .where('d.indexed', '<', INDEX_VERSION)
    .orderBy('d.indexed')
    .orderBy('d.id')
    .limit(1)
    .executeTakeFirst();
  if (!next) return false;
  const disclosure = (await loadDisclosure({ db }, next.id))!;
  const measures = measureValues(disclosure, readMentions(disclosure, jurisdictions));
  const lines = itemLiterals(linesOf(disclosure, measures));
  const entries = searchEntries(disclosure);
  const agency = integerOf(next.agency_id);
  const id = integerOf(next.id);
  await db.transaction().execute(async (tx) => {
    await enterItems(tx, lines);
    await renewItems(tx, lines);
    await enterTexts(tx, textLiterals(entries), { agency, year: next.year ?? 0 });
    await tx.deleteFrom('item_values').where('disclosure_id', '=', next.id).execute();
    await tx.deleteFrom('search_entries').where('disclosure_id', '=', next.id).execute();
    await tx.deleteFrom('measure_values').where('disclosure_id', '=', next.id).execute();
    await renewSearch(tx, next.agency_id);
    await insertValues({ id, agency, year: next.year ?? 0, stage: next.stage }, lines).execute(tx);
    await insertOf({
      table: 'measure_values',
      columns: MEASURE_COLUMNS,
      literals: literalsOf(MEASURE_COLUMNS, measureRows(measures)),
      constants: { disclosure_id: id },
    }).execute(tx);
    await insertOf({
      table: 'search_entries',
      columns: ENTRY_COLUMNS,
      literals: literalsOf(ENTRY_COLUMNS, entryRows(entries)),
      constants: { disclosure_id: id, ...placedAs(agency, next.year ?? undefined) },
    }).execute(tx);
    if (!next.is_current)
      for (const table of ['item_values', 'search_entries'])
        await sql`update ${sql.table(table)} set is_current = false where disclosure_id = ${next.id}`.execute(tx);
    await tx.updateTable('disclosures').set({ indexed: INDEX_VERSION }).where('id', '=', next.id).execute();
  });
  return true;
}
