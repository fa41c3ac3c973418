/** Units that are asked to hand up what they have in hand. A reminder is open until they do. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit } from '../people/audit.ts';
import { listOf } from '../queries/sql.ts';
import type { Worker } from './steps.ts';

type Db = Kysely<Database>;

export interface Reminder {
  readonly id: number;
  readonly unitId: number;
  readonly year: number;
  readonly text: string;
  /** Who reminds. */
  readonly person: string;
  readonly at: string;
}

/** Those of these units that nothing was handed up after, the newest first. */
export async function openReminders(db: Db, units: readonly number[]): Promise<readonly Reminder[]> {
  const { rows } = await sql<
    Omit<Reminder, 'at'> & { at: Date }
  >`select r.id, r.unit_id as "unitId", r.year, r.text, r.person, r.at
    from reminders r left join work_items i on i.process = 'round' and i.unit_id = r.unit_id and i.year = r.year
    where r.unit_id = any(${listOf(units, 'integer')}) and (i.id is null or i.state = 'draft') and not exists (
      select 1 from work_history h where h.item_id = i.id and h.event = 'submit' and h.at > r.at)
    order by r.id desc`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

const ABLE = ['department-finance', 'bureau-office', 'bureau-budget'] as const;

/** Reminds units of one department, by somebody who has to do with its budget. @throws ChangeRefused */
export function remindUnits(
  { db }: Pick<Store, 'db'>,
  units: readonly { readonly id: number; readonly name: string }[],
  { year, text }: Pick<Reminder, 'year' | 'text'>,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  const role = ABLE.find((one) => worker.roles.includes(one));
  if (!role) throw new ChangeRefused('要由部门财务或财政来提醒。');
  if (units.length === 0) throw new ChangeRefused('请先选要提醒的单位。');
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('reminders')
      .values(
        units.map(({ id }) => ({
          unit_id: id,
          year,
          text,
          person_id: worker.personId,
          person: worker.person,
          at: now,
        })),
      )
      .execute();
    const title = `提醒${units.map(({ name }) => name).join('、')}送审 ${year} 年预算`;
    await audit(tx, worker, { kind: 'work', subject: null, unitId: units[0]!.id, role, title, after: { text } }, now);
  });
}
