/** Tasks that follow from an approved budget: monitoring, evaluations, warnings, rectifications. Opened many at once, then worked like any item. */
import type { Light } from '@mingsuan/core/performance/monitor';
import { ENDED_TASKS } from '@mingsuan/core/process/performance';
import { ROLES } from '@mingsuan/core/process/roles';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, dayOf } from '../people/audit.ts';
import { placesOn } from '../people/units.ts';
import { allOf, listOf } from '../queries/sql.ts';
import { type AnyProcess, PROCESSES } from '../work/items.ts';
import { hashOfContent, saveVersion, type VersionQuestion, type Worker } from '../work/steps.ts';

type Db = Kysely<Database>;

export type TaskProcess = Exclude<AnyProcess, 'round' | 'adjustment' | 'project' | 'execution'>;

/** What a version comes to by the profile that it names. */
export interface TaskResult {
  readonly profile: string;
  readonly light?: Light | undefined;
  /** As printed: 92.50. */
  readonly score?: string | undefined;
  readonly grade?: string | undefined;
  readonly budget?: number | undefined;
  readonly executed?: number | undefined;
}

export interface NewTask {
  readonly unitId: number;
  readonly year: number;
  readonly title: string;
  /** The label of its project, and the code where that has one. */
  readonly project?: string | undefined;
  readonly code?: string | null | undefined;
  readonly month?: number | undefined;
  /** The last day: `2026-08-31`. */
  readonly due?: string | undefined;
  /** The item that it follows from. */
  readonly sourceId?: number | undefined;
  readonly content: unknown;
  readonly result?: TaskResult | undefined;
}

const PART = 200;

/**
 * Opens what is not open yet, each with its first version. @param worker with the roles at the place that all of them belong to
 * @returns the numbers of those that are new @throws ChangeRefused where the role does not open such tasks
 */
export function openTasks(
  { db }: Pick<Store, 'db'>,
  process: TaskProcess,
  tasks: readonly NewTask[],
  worker: Worker,
  now = new Date(),
): Promise<readonly number[]> {
  const { openedBy = [], initial, name } = PROCESSES[process];
  const role = openedBy.find((one) => worker.roles.includes(one));
  if (!role)
    return Promise.reject(new ChangeRefused(`${name}要由${openedBy.map((one) => ROLES[one].name).join('或')}来建。`));
  return db.transaction().execute(async (tx) => {
    const made: number[] = [];
    for (let at = 0; at < tasks.length; at += PART) {
      const part = tasks.slice(at, at + PART);
      const rows = await tx
        .insertInto('work_items')
        .values(
          part.map(({ unitId, year, title, project, code, month, due, sourceId }) => ({
            process,
            unit_id: unitId,
            year,
            title,
            project: project ?? null,
            code: code ?? null,
            month: month ?? null,
            due: due ?? null,
            source_id: sourceId ?? null,
            state: initial,
            version: 1,
            changed_at: now,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning(['id', 'unit_id', 'year', 'title'])
        .execute();
      const key = (unit: number, year: number, title: string) => `${unit} ${year} ${title}`;
      const ids = new Map(rows.map((row) => [key(row.unit_id, row.year, row.title), row.id]));
      const opened = part.flatMap((task) => {
        const id = ids.get(key(task.unitId, task.year, task.title));
        ids.delete(key(task.unitId, task.year, task.title));
        return id === undefined ? [] : [{ id, ...task }];
      });
      if (opened.length === 0) continue;
      await tx
        .insertInto('work_versions')
        .values(
          opened.map(({ id, content }) => ({
            item_id: id,
            number: 1,
            round: 1,
            content: JSON.stringify(content),
            hash: hashOfContent(content),
            person_id: worker.personId,
            at: now,
          })),
        )
        .execute();
      for (const { id, result } of opened) if (result) await keepResult(tx, id, result);
      made.push(...opened.map(({ id }) => id));
    }
    if (made.length > 0) {
      const [first] = tasks;
      const title =
        made.length === 1 && tasks.length === 1 ? `建立${name}：${first!.title}` : `建立${name} ${made.length} 项`;
      await audit(tx, worker, { kind: 'work', subject: made[0]!, role, title, after: { items: made.length } }, now);
    }
    return made;
  });
}

async function keepResult(db: Db, id: number, result: TaskResult): Promise<void> {
  const row = {
    profile: result.profile,
    light: result.light ?? null,
    score: result.score ?? null,
    grade: result.grade ?? null,
    budget: result.budget ?? null,
    executed: result.executed ?? null,
  };
  await db
    .insertInto('task_results')
    .values({ item_id: id, ...row })
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet(row))
    .execute();
}

/** A version of a task with what it comes to. @throws ChangeRefused as `saveVersion` */
export const saveTask = (
  store: Pick<Store, 'db'>,
  id: number,
  question: VersionQuestion,
  result: TaskResult,
  worker: Worker,
  now = new Date(),
) => saveVersion(store, id, question, worker, now, { work: (tx) => keepResult(tx, id, result) });

/** Puts the results of tasks in the place of those that are kept: where a profile was mended. */
export async function replaceResults(
  { db }: Pick<Store, 'db'>,
  results: readonly { readonly id: number; readonly result: TaskResult }[],
): Promise<void> {
  for (let at = 0; at < results.length; at += PART) {
    const values = results.slice(at, at + PART).map(
      ({ id, result: { profile, light, score, grade, budget, executed } }) =>
        sql`(cast(${id} as integer), ${profile}, cast(${light ?? null} as text), cast(${score ?? null} as text),
            cast(${grade ?? null} as text), cast(${budget ?? null} as bigint), cast(${executed ?? null} as bigint))`,
    );
    await sql`insert into task_results (item_id, profile, light, score, grade, budget, executed)
      values ${sql.join(values)} on conflict (item_id) do update set profile = excluded.profile, light = excluded.light,
      score = excluded.score, grade = excluded.grade, budget = excluded.budget, executed = excluded.executed`.execute(
      db,
    );
  }
}

export interface TaskItem {
  readonly id: number;
  readonly process: TaskProcess;
  readonly unitId: number;
  readonly unitCode: string;
  readonly unit: string;
  readonly departmentId: number | null;
  readonly year: number;
  readonly title: string;
  readonly project: string | null;
  readonly code: string | null;
  readonly month: number | null;
  readonly due: string | null;
  readonly sourceId: number | null;
  readonly state: string;
  readonly version: number;
  readonly revision: number;
  readonly changedAt: string;
  readonly profile: string | null;
  readonly light: Light | null;
  readonly score: string | null;
  readonly grade: string | null;
  readonly budget: number | null;
  readonly executed: number | null;
}

/**
 * What boards and reports count: tasks that are `open`, `late` (open behind their last day), of `projects` (not of a whole unit), of these
 * `scored` or `unscored`, and `tracked`: of each project that was monitored its last form.
 */
export const TASK_STANDINGS = ['open', 'late', 'projects', 'scored', 'unscored', 'tracked'] as const;
export type TaskStanding = (typeof TASK_STANDINGS)[number];

const IS_OPEN = sql`not (${sql.join(
  Object.entries(ENDED_TASKS).map(
    ([process, states]) => sql`i.process = ${process} and i.state = any(${listOf(states, 'text')})`,
  ),
  sql` or `,
)})`;

const standingIs = (standing: TaskStanding) =>
  ({
    open: () => IS_OPEN,
    late: () => sql`${IS_OPEN} and i.due < ${dayOf(new Date())}`,
    projects: () => sql`i.project is not null`,
    scored: () => sql`i.project is not null and r.score is not null`,
    unscored: () => sql`i.project is not null and r.score is null`,
    tracked:
      () => sql`i.process = 'monitoring' and not exists (select 1 from work_items n where n.process = 'monitoring'
      and n.unit_id = i.unit_id and n.year = i.year and n.project = i.project and n.id > i.id)`,
  })[standing]();

export interface TaskQuestion {
  readonly process?: TaskProcess | undefined;
  readonly units: readonly number[];
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly project?: string | undefined;
  /** Those of a project that is known by its code, or by its name alone. */
  readonly named?: { readonly code: string | null; readonly name: string } | undefined;
  readonly states?: readonly string[] | undefined;
  readonly light?: string | undefined;
  readonly grade?: string | undefined;
  readonly standing?: TaskStanding | undefined;
  /** An office that answers for one of its indicators. */
  readonly office?: string | undefined;
  /** Those whose last day is before this one. */
  readonly dueBefore?: string | undefined;
  readonly limit?: number | undefined;
  readonly after?: number | undefined;
  /** In the order of their last days, not of their numbers. */
  readonly byDue?: boolean | undefined;
}

/** The indicators of what a version `v` of a task holds, each as `e`. */
const INDICATORS = sql`json_array_elements(v.content->'form'->'indicators') e`;

const TASK = sql`i.id, i.process, i.unit_id as "unitId", s.code as "unitCode", s.name as unit, s.parent_id as "departmentId", i.year, i.title, i.project, i.code,
  i.month, i.due, i.source_id as "sourceId", i.state, i.version, i.revision, i.changed_at as "changedAt", r.profile, r.light, r.score, r.grade,
  r.budget, r.executed`;

const conditionsOf = (question: TaskQuestion) => {
  const { process, units, year, month, project, named, states, light, grade, standing, office, dueBefore, after } =
    question;
  return allOf([
    process === undefined
      ? sql`i.process in ('monitoring', 'evaluation', 'warning', 'rectification')`
      : sql`i.process = ${process}`,
    sql`i.unit_id = any(${listOf(units, 'integer')})`,
    year !== undefined && sql`i.year = ${year}`,
    month !== undefined && sql`i.month = ${month}`,
    project !== undefined && sql`i.project = ${project}`,
    named !== undefined && sql`(i.code = ${named.code} or i.project = ${named.name})`,
    states !== undefined && sql`i.state = any(${listOf(states, 'text')})`,
    light !== undefined && sql`r.light = ${light}`,
    grade !== undefined && sql`r.grade = ${grade}`,
    standing !== undefined && standingIs(standing),
    office !== undefined &&
      sql`exists (select 1 from work_versions v, ${INDICATORS} where v.item_id = i.id and v.number = i.version
        and e->>'office' = ${office})`,
    dueBefore !== undefined && sql`i.due < ${dueBefore}`,
    after !== undefined && sql`i.id > ${after}`,
  ]);
};

/** Evaluations of projects that came to the same, with their money in fen. */
export type EvaluatedAlike = Pick<TaskItem, 'profile' | 'score' | 'grade'> & {
  readonly count: number;
  readonly budget: number;
  readonly executed: number;
};

/** The evaluated projects of these units and a year, those alike together, in the order of the first of each. */
export async function countEvaluated(
  db: Db,
  { units, year }: { readonly units: readonly number[]; readonly year: number },
): Promise<readonly EvaluatedAlike[]> {
  const { rows } = await sql<EvaluatedAlike>`select r.profile, r.score, r.grade, cast(count(*) as integer) as count,
      cast(coalesce(sum(r.budget), 0) as bigint) as budget, cast(coalesce(sum(r.executed), 0) as bigint) as executed
    from work_items i left join task_results r on r.item_id = i.id
    where i.process = 'evaluation' and i.project is not null and i.year = ${year}
      and i.unit_id = any(${listOf(units, 'integer')})
    group by r.profile, r.score, r.grade order by min(i.id)`.execute(db);
  return rows;
}

/** How many projects of these units were monitored in a year, and the money of each as its last form tells it, in fen. */
export async function countTracked(
  db: Db,
  { units, year }: { readonly units: readonly number[]; readonly year: number },
): Promise<{ readonly projects: number; readonly fen: number }> {
  const { rows } = await sql<{ projects: number; fen: number }>`
    with last as (select max(id) as id from work_items where process = 'monitoring' and year = ${year}
      and unit_id = any(${listOf(units, 'integer')}) group by unit_id, project)
    select cast(count(*) as integer) as projects, cast(coalesce(sum(r.budget), 0) as bigint) as fen
    from last left join task_results r on r.item_id = last.id`.execute(db);
  return rows[0]!;
}

/** Tasks of these units by number, at most `limit` of them. */
export async function listTasks(db: Db, question: TaskQuestion): Promise<readonly TaskItem[]> {
  const { rows } = await sql<Omit<TaskItem, 'changedAt'> & { changedAt: Date }>`select ${TASK} from work_items i
    join ${placesOn(dayOf(new Date()))} s on s.unit_id = i.unit_id left join task_results r on r.item_id = i.id
    where ${conditionsOf(question)} order by ${question.byDue ? sql`i.due, i.id` : sql`i.id`} limit ${question.limit ?? 500}`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
}

/** The offices that answer for the indicators of these tasks, by task; those without are not among them. */
export async function officesOfTasks(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
  const { rows } = await sql<{ id: number; offices: string[] }>`select i.id,
      array_agg(distinct e->>'office' order by e->>'office') as offices
    from work_items i join work_versions v on v.item_id = i.id and v.number = i.version, ${INDICATORS}
    where i.id = any(${listOf(ids, 'integer')}) and e->>'office' <> '' group by i.id`.execute(db);
  return new Map(rows.map(({ id, offices }) => [id, offices]));
}

/** What the newest versions of tasks hold. */
export async function taskContents(
  db: Db,
  question: TaskQuestion,
): Promise<readonly (TaskItem & { readonly content: unknown })[]> {
  const { rows } = await sql<
    Omit<TaskItem, 'changedAt'> & { changedAt: Date; content: unknown }
  >`select ${TASK}, v.content
    from work_items i join ${placesOn(dayOf(new Date()))} s on s.unit_id = i.unit_id
    join work_versions v on v.item_id = i.id and v.number = i.version left join task_results r on r.item_id = i.id
    where ${conditionsOf(question)} order by i.id limit ${question.limit ?? 500}`.execute(db);
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
}

/** A task by its number; undefined where there is none. */
export async function getTask(db: Db, id: number): Promise<TaskItem | undefined> {
  const { rows } = await sql<Omit<TaskItem, 'changedAt'> & { changedAt: Date }>`select ${TASK} from work_items i
    join ${placesOn(dayOf(new Date()))} s on s.unit_id = i.unit_id left join task_results r on r.item_id = i.id
    where i.id = ${id} and i.process in ('monitoring', 'evaluation', 'warning', 'rectification')`.execute(db);
  return rows[0] && { ...rows[0], changedAt: rows[0].changedAt.toISOString() };
}

export type PublishedResult = Pick<
  TaskItem,
  'unit' | 'year' | 'score' | 'grade' | 'budget' | 'executed' | 'profile'
> & {
  readonly project: string;
};

/** Evaluations that were published, those of the newest year first; a whole unit's has its title for a project. */
export async function publishedResults({ db }: Pick<Store, 'db'>, year?: number): Promise<readonly PublishedResult[]> {
  const { rows } =
    await sql<PublishedResult>`select s.name as unit, i.year, coalesce(i.project, i.title) as project, r.score,
    r.grade, r.budget, r.executed, r.profile from work_items i join ${placesOn(dayOf(new Date()))} s on s.unit_id = i.unit_id
    left join task_results r on r.item_id = i.id where i.process = 'evaluation' and i.state = 'published'
    and ${year === undefined ? sql`true` : sql`i.year = ${year}`} order by i.year desc, s.code, i.id limit 2000`.execute(
      db,
    );
  return rows;
}
