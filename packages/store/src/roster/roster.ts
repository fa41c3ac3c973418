/**
 * The roster (名录): which agencies have to publish what by when, as the operator says and on what ground. Only it makes “未公开”: what is
 * not in this collection is not thereby unpublished.
 */

import type { Agency, Region, Stage } from '@mingsuan/core/disclosure';
import { logTitle } from '@mingsuan/core/model/log-titles';
import { sql } from 'kysely';
import { type Author, logChange } from '../identity/changes.ts';
import { agencyOf, linkUnits, lockAgencies } from '../import/agencies.ts';
import type { Store } from '../open.ts';

export interface RosterEntry {
  readonly agency: Agency;
  readonly region?: Region;
  readonly year: number;
  readonly stage: Stage;
  /** `2026-02-28`: published by the end of that day. */
  readonly deadline: string;
  /** What says so: a notice, a law. */
  readonly source: string;
}

/** Enters a roster: an agency that nobody knew is known by it; an entry of the same agency, year and kind is replaced. @returns how many */
export function enterRoster(
  { db }: Pick<Store, 'db'>,
  name: string,
  entries: readonly RosterEntry[],
  author: Author = {},
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await lockAgencies(tx, entries);
    const fresh: number[] = [];
    for (const entry of entries) {
      const { id, isNew } = await agencyOf(tx, entry);
      if (isNew) fresh.push(id);
      const { year, stage, deadline, source } = entry;
      await tx
        .insertInto('roster')
        .values({ agency_id: id, year, stage, deadline, source })
        .onConflict((conflict) =>
          conflict.columns(['agency_id', 'year', 'stage']).doUpdateSet({ deadline, source, entered_at: sql`now()` }),
        )
        .execute();
    }
    await linkUnits(tx, fresh, []);
    await logChange(tx, {
      kind: 'roster',
      subject: 0,
      title: logTitle('roster', { name, count: entries.length }),
      before: null,
      after: { entries: entries.length },
      ...author,
    });
    return entries.length;
  });
}

export interface RosterItem {
  readonly id: number;
  readonly agencyId: number;
  readonly agency: string;
  readonly level: 'department' | 'unit';
  readonly region: string | null;
  readonly year: number;
  readonly stage: Stage;
  readonly deadline: string;
  readonly source: string;
  readonly isCollected: boolean;
}

const MOST = 5000;

/** The newest year first. */
export async function listRoster({ db }: Pick<Store, 'db'>): Promise<readonly RosterItem[]> {
  const { rows } = await sql<RosterItem>`
    select r.id, r.agency_id as "agencyId", a.name as agency, a.level, nullif(a.region, '') as region, r.year, r.stage,
      cast(r.deadline as text) as deadline, r.source,
      exists (select 1 from disclosures d where d.agency_id = r.agency_id and d.year = r.year and d.stage = r.stage
        and d.is_current) as "isCollected"
    from roster r join agencies a on a.id = r.agency_id
    order by r.year desc, r.stage, a.region, coalesce(a.code, ''), a.id limit ${MOST}`.execute(db);
  return rows;
}

/** Takes entries out. @returns how many there were */
export function clearRoster(
  { db }: Pick<Store, 'db'>,
  { year, stage }: { readonly year: number; readonly stage: Stage },
  author: Author = {},
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql`delete from roster where year = ${year} and stage = ${stage} returning id`.execute(tx);
    await logChange(tx, {
      kind: 'roster',
      subject: 0,
      title: logTitle('roster-cleared', { year, count: rows.length }),
      before: { entries: rows.length },
      after: null,
      ...author,
    });
    return rows.length;
  });
}
