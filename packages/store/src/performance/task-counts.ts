/**
 * How many tasks stand where, kept by unit and year, so that a board costs the same however many projects there are. Whoever changes a
 * task or its result leaves a mark (triggers); what is marked is counted again when it is next asked for.
 */
import type { Light } from '@mingsuan/core/performance/monitor';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { listOf } from '../queries/sql.ts';
import type { TaskProcess } from './tasks.ts';

type Db = Kysely<Database>;

/** Tasks that stand alike, with the money of their projects (a whole unit's form tells the same money again); `late` of them are past their last day. */
interface Standing {
  readonly process: TaskProcess;
  readonly state: string;
  readonly count: number;
  readonly late: number;
  readonly budget: number;
  readonly executed: number;
}

export interface TaskCount extends Standing {
  readonly month: number | null;
  readonly light: Light | null;
  readonly grade: string | null;
}

export interface UnitTaskCount extends Standing {
  readonly unitId: number;
  /** Whether it is of the newest month that is monitored; only then its light is told. */
  readonly isLast: boolean;
  readonly light: Light | null;
}

export interface TaskCounts {
  /** Of all units together. */
  readonly all: readonly TaskCount[];
  readonly byUnit: readonly UnitTaskCount[];
}

/** How many tasks of these units and a year stand where, with which light or grade, and how many are late on a day. */
export async function countTasks(
  db: Db,
  { units, year }: { readonly units: readonly number[]; readonly year: number },
  day: string,
): Promise<TaskCounts> {
  await renewCounts(db);
  const of = sql`year = ${year} and unit_id = any(${listOf(units, 'integer')})`;
  const sums = sql`cast(sum(count) as integer) as count,
    cast(coalesce(sum(count) filter (where due < ${day}), 0) as integer) as late,
    cast(sum(budget) as bigint) as budget, cast(sum(executed) as bigint) as executed`;
  const { rows: all } = await sql<TaskCount>`select process, month, state, light, grade, ${sums}
    from task_counts where ${of} group by process, month, state, light, grade`.execute(db);
  const last = Math.max(0, ...all.map(({ process, month }) => (process === 'monitoring' ? (month ?? 0) : 0)));
  const isLast = sql`(process = 'monitoring' and month = ${last})`;
  const { rows: byUnit } = await sql<UnitTaskCount>`select unit_id as "unitId", process, state, ${isLast} as "isLast",
    case when ${isLast} then light end as light, ${sums} from task_counts where ${of} group by 1, 2, 3, 4, 5`.execute(
    db,
  );
  return { all, byUnit };
}

/** Units whose tasks changed are counted again, one after the other's transaction. */
async function renewCounts(db: Db): Promise<void> {
  const { rows } = await sql`select 1 from stale_task_counts limit 1`.execute(db);
  if (rows.length === 0) return;
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('task_counts', 5))`.execute(tx);
    const { rows: marked } = await sql<{ unitId: number; year: number }>`
      with gone as (delete from stale_task_counts returning unit_id, year)
      select distinct unit_id as "unitId", year from gone`.execute(tx);
    const isMarked = (place: string) =>
      sql`(${sql.ref(`${place}.unit_id`)}, ${sql.ref(`${place}.year`)}) in (select * from unnest(
        ${listOf(
          marked.map(({ unitId }) => unitId),
          'integer',
        )}, ${listOf(
          marked.map(({ year }) => year),
          'integer',
        )}))`;
    await sql`delete from task_counts c where ${isMarked('c')}`.execute(tx);
    await sql`insert into task_counts (unit_id, year, process, month, state, light, grade, due, count, budget, executed)
      select i.unit_id, i.year, i.process, i.month, i.state, r.light, r.grade, i.due, count(*),
        coalesce(sum(r.budget) filter (where i.project is not null), 0), coalesce(sum(r.executed) filter (where i.project is not null), 0)
      from work_items i left join task_results r on r.item_id = i.id
      where i.process in ('monitoring', 'evaluation', 'warning', 'rectification') and ${isMarked('i')}
      group by i.unit_id, i.year, i.process, i.month, i.state, r.light, r.grade, i.due`.execute(tx);
  });
}
