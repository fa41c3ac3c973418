/** By when units hand up: set by the bureau for a region, or earlier by a department for its units. Only added to: the newest holds. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, dayOf } from '../people/audit.ts';
import { unitOn } from '../people/units.ts';
import { listOf } from '../queries/sql.ts';
import type { Worker } from './steps.ts';

type Db = Kysely<Database>;

export interface WorkDeadline {
  /** A department, or a region. */
  readonly unitId: number;
  readonly year: number;
  readonly round: number;
  /** The last day: `2026-11-30`. */
  readonly due: string;
}

/** Those that hold of these places and a year. */
export async function workDeadlines(db: Db, places: readonly number[], year: number): Promise<readonly WorkDeadline[]> {
  const { rows } = await sql<WorkDeadline>`select distinct on (unit_id, round) unit_id as "unitId", year, round, due
    from work_deadlines where year = ${year} and unit_id = any(${listOf(places, 'integer')})
    order by unit_id, round, id desc`.execute(db);
  return rows;
}

/** Set by the budget office for a region, by a department for its units and never later than the region's. @throws ChangeRefused */
export function setWorkDeadline(
  { db }: Pick<Store, 'db'>,
  { unitId, year, round, due }: WorkDeadline,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const place = await unitOn(tx, unitId, dayOf(now));
    if (!place || place.kind === 'unit') throw new ChangeRefused('期限要定给地区或部门。');
    const able =
      place.kind === 'region' ? (['bureau-budget'] as const) : (['department-finance', 'bureau-budget'] as const);
    const role = able.find((one) => worker.roles.includes(one));
    if (!role) throw new ChangeRefused('期限要由财政预算处来定，部门的也可由部门财务来定。');
    if (place.parentId !== null) {
      const above = (await workDeadlines(tx, [place.parentId], year)).find((one) => one.round === round);
      if (above && due > above.due) throw new ChangeRefused(`部门定的不能晚于财政定的 ${above.due}。`);
    }
    await tx
      .insertInto('work_deadlines')
      .values({ unit_id: unitId, year, round, due, person_id: worker.personId, at: now })
      .execute();
    const title = `${place.name}：${year} 年预算${round === 1 ? '一上' : '二上'}到 ${due} 为止`;
    await audit(tx, worker, { kind: 'work', subject: null, unitId, role, title, after: { year, round, due } }, now);
  });
}
