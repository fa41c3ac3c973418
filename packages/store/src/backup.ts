/**
 * A store in one file, the same for both engines: made from an embedded store it can be restored into a PostgreSQL server,
 * and the other way (`archive.ts`).
 */
import { sql } from 'kysely';
import { BackupError, readArchive, type TableName, writeArchive } from './archive.ts';
import { keptFiles } from './kept-files.ts';
import type { Store } from './open.ts';

const FORMAT = 'mingsuan-backup';

/** In the order of their references; departments stand before the units that name them. */
const TABLES: readonly TableName[] = [
  'documents',
  'agencies',
  'former_agencies',
  'disclosures',
  'statements',
  'facts',
  'explanation',
  'records',
  'mentions',
  'measure_values',
  'class_totals',
  'findings',
  'rechecks',
  'dismissals',
  'releases',
  'answers',
  'roster',
  'yardsticks',
  'subscriptions',
  'feedback',
  'changes',
  'data_changes',
  'agency_names',
  'search_texts',
  'stale_texts',
  'search_entries',
  'items',
  'item_values',
  'batches',
  'jobs',
  'people',
  'person_tokens',
  'person_sessions',
  'person_identities',
  'access_tokens',
  'units',
  'unit_spans',
  'grants',
  'audit',
  'work_items',
  'work_versions',
  'work_history',
  'work_publications',
  'attachments',
  'webhooks',
  'webhook_deliveries',
  'work_deadlines',
  'reminders',
  'control_figures',
  'authority_lines',
  'execution_entries',
  'execution_words',
  'task_results',
  'surveys',
  'survey_tokens',
  'survey_answers',
  'probes',
  'visits',
  'site_checks',
  'counters',
  'counter_values',
  'clocks',
  'clock_entries',
  'library_projects',
  'project_reviewers',
  'project_opinions',
  'project_amounts',
  'project_inspections',
  'target_grades',
  'library_settings',
  'review_checklists',
  'review_batches',
  'review_documents',
  'review_files',
  'review_findings',
  'review_steps',
  'review_finding_steps',
  'review_comments',
  'review_verdicts',
  'review_letters',
  'review_rules',
];
const ORDER: Readonly<Partial<Record<TableName, string>>> = {
  agencies: 'order by parent_id nulls first, id',
  grants: 'order by id',
  work_items: 'order by id',
};

/**
 * Writes the store as it is at one moment. A server goes on working meanwhile; an embedded store answers again when the
 * rows are written. `path` appears when the backup is whole.
 */
export const backup = (store: Store, path: string): Promise<void> =>
  writeArchive(store, path, {
    header: { format: FORMAT },
    tables: async () =>
      TABLES.map((table) => ({ table, rows: sql`select * from ${sql.table(table)} ${sql.raw(ORDER[table] ?? '')}` })),
    files: keptFiles,
  });

/** Brings a backup into an empty store, all of it or nothing. @throws BackupError */
export async function restore(path: string, into: Store): Promise<void> {
  const known = await sql`select 1 from documents union all select 1 from batches
    union all select 1 from people limit 1`.execute(into.db);
  if (known.rows.length > 0) throw new BackupError('要恢复到的库里已有数据，请换一个空的数据文件夹或数据库。');
  await into.db.transaction().execute((tx) => readArchive(into, tx, path, { format: FORMAT, tables: TABLES }));
}
