/** What the history of projects says of their review: when each was applied for, when first answered, what it was reviewed at. */
import type { ReviewedProject } from '@mingsuan/core/library/review-counters';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { dayOf } from '../people/audit.ts';
import { listOf } from '../queries/sql.ts';

/** Projects of these units that were set up in a year and applied for. */
export async function reviewedProjects(
  db: Kysely<Database>,
  units: readonly number[],
  year: number,
): Promise<readonly ReviewedProject[]> {
  const { rows } = await sql<{
    id: number;
    applied: Date;
    answered: Date | null;
    isReviewed: boolean;
    asked: number | null;
    reviewed: number | null;
  }>`select i.id, h.applied, n.answered, h.reviewed is not null as "isReviewed", a.asked, a.fen as reviewed from work_items i
    join (select item_id, min(at) filter (where event = 'apply') as applied,
      max(at) filter (where event in ('store', 'refuse')) as reviewed from work_history group by item_id) h on h.item_id = i.id
    left join lateral (select min(at) as answered from work_history
      where item_id = i.id and at >= h.applied and event in ('pass', 'return', 'refuse', 'store')) n on true
    left join lateral (select asked, fen from project_amounts where item_id = i.id and kind = 'reviewed' and asked is not null
      order by id desc limit 1) a on true
    where i.process = 'project' and i.year = ${year} and i.unit_id = any(${listOf(units, 'integer')}) and h.applied is not null
    order by i.id`.execute(db);
  return rows.map(({ id, applied, answered, isReviewed, asked, reviewed }) => ({
    id,
    applied: dayOf(applied),
    isReviewed,
    ...(answered === null ? {} : { answered: dayOf(answered) }),
    ...(asked === null || reviewed === null ? {} : { asked, reviewed }),
  }));
}
