/**
 * One year of the office in one file, for an office elsewhere that is empty: who and what there is, all that the year's work holds and went
 * through, with what it follows from, its evidence, and the whole trail, which is a chain only when it is whole. Passwords, links, sessions
 * and tokens stay where they are. The published texts are the portal's; the same file imported there is found again by its content.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { BackupError, type KeptFile, readArchive, type TableName, type TableRows, writeArchive } from './archive.ts';
import type { Database } from './database/schema.ts';
import type { Store } from './open.ts';
import { audit, type Doer, verifyAudit } from './people/audit.ts';

type Db = Kysely<Database>;

const FORMAT = 'mingsuan-office-year';

/** Items of the year, projects that its budget may take from, and what these follow from. */
const CHOSEN = sql.table('chosen_items');

async function choose(tx: Db, year: number): Promise<void> {
  await sql`create temporary table ${CHOSEN} (id integer primary key) on commit drop`.execute(tx);
  await sql`insert into ${CHOSEN} with recursive chosen (id) as (
      select i.id from work_items i left join library_projects l on l.item_id = i.id
        where i.year = ${year} or (i.process = 'project' and ${year} between l.from_year and l.to_year)
          or exists (select 1 from project_amounts a where a.item_id = i.id and a.year = ${year})
      union
      select s.id from chosen c cross join lateral (
        select source_id as id from work_items where id = c.id
        union all select source_id from project_amounts where item_id = c.id) s where s.id is not null)
    select id from chosen`.execute(tx);
}

const all = (table: TableName, order: string): TableRows => ({
  table,
  rows: sql`select * from ${sql.table(table)} order by ${sql.raw(order)}`,
});
const where = (table: TableName, condition: RawBuilder<unknown>, order: string): TableRows => ({
  table,
  rows: sql`select t.* from ${sql.table(table)} t where ${condition} order by ${sql.raw(order)}`,
});
const ofItems = (table: TableName, order: string): TableRows =>
  where(table, sql`t.item_id in (select id from ${CHOSEN})`, order);

/** In the order of their references, and the rows always in the same order. */
function tablesOf(year: number): readonly TableRows[] {
  const ofYear = (table: TableName) => where(table, sql`t.year = ${year}`, 'id');
  const under = (table: TableName, key: string, above: TableName, order: string) =>
    where(table, sql`${sql.ref(`t.${key}`)} in (select id from ${sql.table(above)} where year = ${year})`, order);
  return [
    {
      table: 'people',
      rows: sql`select id, login, name, is_administrator, 0 as failures, disabled_at, created_at from people order by id`,
    },
    all('units', 'id'),
    all('unit_spans', 'id'),
    all('grants', 'id'),
    all('audit', 'id'),
    where('work_items', sql`t.id in (select id from ${CHOSEN})`, 'id'),
    ...['work_versions', 'work_history', 'authority_lines'].map((table) =>
      ofItems(table as TableName, 'item_id, number'),
    ),
    ofItems('work_publications', 'item_id, version'),
    ...[
      'attachments',
      'execution_entries',
      'execution_words',
      'project_amounts',
      'project_reviewers',
      'target_grades',
    ].map((table) => ofItems(table as TableName, 'id')),
    ...['task_results', 'library_projects'].map((table) => ofItems(table as TableName, 'item_id')),
    ofItems('project_inspections', 'item_id, step'),
    where(
      'project_opinions',
      sql`t.reviewer_id in (select id from project_reviewers where item_id in (select id from ${CHOSEN}))`,
      'reviewer_id',
    ),
    all('library_settings', 'id'),
    ...(['work_deadlines', 'reminders', 'control_figures', 'surveys', 'counters', 'clocks'] as const).map(ofYear),
    under('survey_tokens', 'survey_id', 'surveys', 'token_hash'),
    under('survey_answers', 'survey_id', 'surveys', 'id'),
    under('counter_values', 'counter_id', 'counters', 'id'),
    under('clock_entries', 'clock_id', 'clocks', 'id'),
    all('probes', 'id'),
    ...['visits', 'site_checks'].map((table) =>
      where(table as TableName, sql`extract(year from t.at at time zone 'Asia/Shanghai') = ${year}`, 'probe_id, at'),
    ),
  ];
}

/** Its evidence, but for what was deleted at the end of its time. */
async function filesOf(tx: Db): Promise<readonly KeptFile[]> {
  const { rows } = await sql<KeptFile>`select sha256, min(name) as name from attachments
    where item_id in (select id from ${CHOSEN}) and forgotten_at is null group by sha256 order by sha256`.execute(tx);
  return rows;
}

/** Writes a year to a file that appears when it is whole, and tells the trail. @throws BackupError where the office has nothing of the year */
export async function exportYear(
  store: Store,
  year: number,
  path: string,
  doer: Doer,
  now = new Date(),
): Promise<void> {
  const { rows } = await sql`select 1 from work_items where year = ${year} limit 1`.execute(store.db);
  if (rows.length === 0) throw new BackupError(`办公里没有 ${year} 年的工作，没有导出。`);
  await writeArchive(store, path, {
    header: { format: FORMAT, year },
    tables: async (tx) => {
      await choose(tx, year);
      return tablesOf(year);
    },
    files: filesOf,
    besideOthers: true,
  });
  const title = `导出 ${year} 年的办公`;
  const entry = { kind: 'export', subject: year, role: 'administrator', title } as const;
  await store.db.transaction().execute((tx) => audit(tx, doer, entry, now));
}

/** Brings a year into an office where there is nothing, all of it or nothing, and tells the trail. @returns the year @throws BackupError */
export async function importYear(store: Store, path: string, doer: Doer, now = new Date()): Promise<number> {
  const known =
    await sql`select 1 from people union all select 1 from units union all select 1 from audit limit 1`.execute(
      store.db,
    );
  if (known.rows.length > 0)
    throw new BackupError('要导入到的办公里已有人员或单位，请换一个空的数据文件夹或数据库，没有导入。');
  return store.db.transaction().execute(async (tx) => {
    const tables = tablesOf(0).map(({ table }) => table);
    const { year = 0 } = await readArchive(store, tx, path, { format: FORMAT, tables });
    const { broken } = await verifyAudit({ db: tx });
    if (broken) throw new BackupError(`档案里的审计记录第 ${broken.id} 条${broken.why}，没有导入。`);
    const title = `导入 ${year} 年的办公`;
    await audit(tx, doer, { kind: 'export', subject: year, role: 'administrator', title }, now);
    return year;
  });
}
