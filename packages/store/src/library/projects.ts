/** Projects of the library: applications as versions, what lists ask of them, the code that each is known by, the department's order. */
import type { AmountKind, ProjectAmounts } from '@mingsuan/core/library/amounts';
import { askedIn, askedInAll, type ProjectApplication } from '@mingsuan/core/library/application';
import type { ProjectClass } from '@mingsuan/core/library/classes';
import { projectCode } from '@mingsuan/core/library/project-code';
import type { ProjectState } from '@mingsuan/core/process/projects';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, dayOf } from '../people/audit.ts';
import { placesOn, unitOn } from '../people/units.ts';
import { allOf, listOf } from '../queries/sql.ts';
import type { WorkItem } from '../work/items.ts';
import { saveVersion, type Worker } from '../work/steps.ts';

type Db = Kysely<Database>;

export interface LibraryProject
  extends Pick<WorkItem, 'id' | 'unitId' | 'unitCode' | 'unit' | 'departmentId' | 'title'> {
  readonly code: string | null;
  /** In which it was set up. */
  readonly year: number;
  readonly state: ProjectState;
  readonly version: number;
  readonly revision: number;
  readonly changedAt: string;
  /** Null of what has no application yet. */
  readonly class: ProjectClass | null;
  readonly isNew: boolean;
  readonly leader: string;
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly asked: number;
  readonly total: number;
  readonly priority: number | null;
  /** In the budget of the year that is asked about. */
  readonly amounts: ProjectAmounts;
  /** Opinions on the newest version: asked for and given; their mean score in hundredths of a point. */
  readonly reviewers: number;
  readonly opinions: number;
  readonly score: number | null;
}

export interface LibraryQuestion {
  readonly units: readonly number[];
  /** Whose amounts are told. */
  readonly budgetYear: number;
  /** Part of its name, its code or its leader. */
  readonly q?: string | undefined;
  readonly states?: readonly ProjectState[] | undefined;
  readonly class?: ProjectClass | undefined;
  readonly year?: number | undefined;
  readonly ids?: readonly number[] | undefined;
  readonly after?: number | undefined;
  readonly limit?: number | undefined;
}

type Row = Omit<LibraryProject, 'changedAt' | 'amounts'> & {
  readonly changedAt: Date;
  readonly amounts: Readonly<Record<string, number>> | null;
};

/** Projects by number, at most `limit`. */
export async function listProjects(
  db: Db,
  { units, budgetYear, q, states, class: of, year, ids, after, limit = 500 }: LibraryQuestion,
): Promise<readonly LibraryProject[]> {
  const like = q === undefined || q.trim() === '' ? undefined : `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Row>`select i.id, i.code, i.unit_id as "unitId", s.code as "unitCode", s.name as unit,
    s.parent_id as "departmentId", i.year, i.title, i.state, i.version, i.revision, i.changed_at as "changedAt", p.class,
    coalesce(p.is_new, true) as "isNew", coalesce(p.leader, '') as leader, p.from_year as "fromYear", p.to_year as "toYear",
    coalesce(p.asked, 0) as asked, coalesce(p.total, 0) as total, p.priority,
    (select json_object_agg(a.kind, a.fen) from (select distinct on (kind) kind, fen from project_amounts
      where item_id = i.id and year = ${budgetYear} order by kind, id desc) a) as amounts,
    o.reviewers, o.opinions, o.score
    from work_items i join ${placesOn(dayOf(new Date()))} s on s.unit_id = i.unit_id
    left join library_projects p on p.item_id = i.id
    cross join lateral (select cast(count(*) as integer) as reviewers, cast(count(n.reviewer_id) as integer) as opinions,
      cast(round(avg(n.score) * 100) as integer) as score from project_reviewers r
      left join project_opinions n on n.reviewer_id = r.id where r.item_id = i.id and r.version = i.version) o
    where ${allOf([
      sql`i.process = 'project'`,
      sql`i.unit_id = any(${listOf(units, 'integer')})`,
      year !== undefined && sql`i.year = ${year}`,
      of !== undefined && sql`p.class = ${of}`,
      states !== undefined && sql`i.state = any(${listOf(states, 'text')})`,
      ids !== undefined && sql`i.id = any(${listOf(ids, 'integer')})`,
      like !== undefined && sql`(i.title like ${like} or i.code like ${like} or p.leader like ${like})`,
      after !== undefined && sql`i.id > ${after}`,
    ])} order by i.id limit ${limit}`.execute(db);
  return rows.map(({ changedAt, amounts, ...row }) => ({
    ...row,
    changedAt: changedAt.toISOString(),
    amounts: Object.fromEntries(
      Object.entries(amounts ?? {}).map(([kind, fen]) => [kind as AmountKind, Number(fen)]),
    ) as ProjectAmounts,
  }));
}

/** An application as the next version. The code is given with the first, by the bureau's own system or here. @throws ChangeRefused */
export const saveApplication = (
  store: Pick<Store, 'db'>,
  id: number,
  { revision, application }: { readonly revision: number; readonly application: ProjectApplication },
  worker: Worker,
  now = new Date(),
): Promise<WorkItem> =>
  saveVersion(store, id, { revision, content: application }, worker, now, {
    work: (tx, entered) => keepProject(tx, entered, application, now),
  });

async function keepProject(tx: Db, item: WorkItem, application: ProjectApplication, now: Date): Promise<void> {
  const { id, unitId, year } = item;
  const code = application.code ?? (await ownCode(tx, item, application, now));
  const other = await tx
    .selectFrom('work_items')
    .select('title')
    .where('process', '=', 'project')
    .where('code', '=', code)
    .where('id', '<>', id)
    .executeTakeFirst();
  if (other) throw new ChangeRefused(`项目编码 ${code} 已是“${other.title}”的。`);
  await tx.updateTable('work_items').set({ code }).where('id', '=', id).where('unit_id', '=', unitId).execute();
  const row = {
    class: application.class,
    is_new: application.isNew,
    leader: application.leader ?? '',
    from_year: application.from,
    to_year: application.to,
    asked: askedIn(application, year),
    total: askedInAll(application),
  };
  await tx
    .insertInto('library_projects')
    .values({ item_id: id, ...row, priority: null })
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet(row))
    .execute();
}

/** The code that the project has, or one made of where and when it was set up. */
async function ownCode(
  tx: Db,
  { id, departmentId, year }: WorkItem,
  { class: of }: ProjectApplication,
  now: Date,
): Promise<string> {
  const row = await tx.selectFrom('work_items').select('code').where('id', '=', id).executeTakeFirstOrThrow();
  if (row.code !== null) return row.code;
  const department = departmentId === null ? undefined : await unitOn(tx, departmentId, dayOf(now));
  const region = department?.parentId ? await unitOn(tx, department.parentId, dayOf(now)) : undefined;
  return projectCode({ region: region?.code ?? '', year, class: of }, id);
}

/** The department's own order among its projects; null takes it away. @throws ChangeRefused */
export function setPriority(
  { db }: Pick<Store, 'db'>,
  { id, unitId, title, priority: before }: Pick<LibraryProject, 'id' | 'unitId' | 'title' | 'priority'>,
  priority: number | null,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  if (!worker.roles.includes('department-finance')) throw new ChangeRefused('项目的次序要由部门财务来排。');
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('library_projects')
      .set({ priority })
      .where('item_id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new ChangeRefused('还没有填申报，不能排次序。');
    const told = priority === null ? '不排次序' : `排第 ${priority}`;
    const entry = {
      kind: 'work',
      subject: id,
      unitId,
      role: 'department-finance',
      title: `项目“${title}”${told}`,
    } as const;
    await audit(tx, worker, { ...entry, before: { priority: before }, after: { priority } }, now);
  });
}
