/** What a bureau asks of its project library. Only added to: the newest holds. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, dayOf } from '../people/audit.ts';
import { unitOn } from '../people/units.ts';
import type { Worker } from '../work/steps.ts';

export interface LibrarySettings {
  /** From which year's budget on only what is stored is taken (先入库、后安排); null: it is not asked for. */
  readonly sinceYear: number | null;
  /** Working days within which what was applied for is first answered; null: no term is set. */
  readonly reviewDays: number | null;
}

const NONE: LibrarySettings = { sinceYear: null, reviewDays: null };

/** What a region asks for. */
export async function librarySettings(db: Kysely<Database>, regionId: number): Promise<LibrarySettings> {
  const row = await db
    .selectFrom('library_settings')
    .select(['since_year', 'review_days'])
    .where('unit_id', '=', regionId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { sinceYear: row.since_year, reviewDays: row.review_days } : NONE;
}

/** Set by the budget office for its region. @throws ChangeRefused */
export function setLibrary(
  { db }: Pick<Store, 'db'>,
  regionId: number,
  settings: LibrarySettings,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const region = await unitOn(tx, regionId, dayOf(now));
    if (region?.kind !== 'region' || !worker.roles.includes('bureau-budget'))
      throw new ChangeRefused('要由财政预算处为本地区来定。');
    const before = await librarySettings(tx, regionId);
    const { sinceYear, reviewDays } = settings;
    await tx
      .insertInto('library_settings')
      .values({
        unit_id: regionId,
        since_year: sinceYear,
        review_days: reviewDays,
        person_id: worker.personId,
        at: now,
      })
      .execute();
    const title = `${region.name}：${sinceYear === null ? '预算不要求先入库' : `自 ${sinceYear} 年预算起先入库、后安排`}`;
    const entry = { kind: 'work', subject: null, unitId: regionId, role: 'bureau-budget', title } as const;
    await audit(tx, worker, { ...entry, before, after: settings }, now);
  });
}
