/** Stores to test on: one of each engine for a test file, emptied between tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@mingsuan/store';
import { sql } from 'kysely';
import { startPostgres, type TestServer } from './postgres.ts';

export type Engine = Store['engine'];
export const ENGINES: readonly Engine[] = ['pglite', 'postgres'];

export interface Backend {
  readonly store: Store;
  /** Another store of the same engine, empty; opened at the first call. */
  other(): Promise<Store>;
  /** What opens this very store once more, in another process too. */
  readonly options: { readonly dataDir: string; readonly databaseUrl?: string };
  close(): Promise<void>;
}

/** The backend, or why there is none here. */
export async function openBackend(engine: Engine): Promise<Backend | string> {
  const server = engine === 'postgres' ? startPostgres() : undefined;
  if (typeof server === 'string') return server;
  const folder = mkdtempSync(join(tmpdir(), 'mingsuan-store-'));
  const options = optionsOf(folder, 'store', server);
  const store = await openStore(options);
  let second: Promise<Store> | undefined;
  return {
    store,
    options,
    other: () => {
      second ??= openStore(optionsOf(folder, 'other', server));
      return second;
    },
    close: async () => {
      await store.close();
      await (await second)?.close();
      server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function optionsOf(folder: string, name: string, server: TestServer | undefined): Backend['options'] {
  const dataDir = join(folder, name);
  return server ? { dataDir, databaseUrl: server.createDatabase(name) } : { dataDir };
}

/** Deleting few rows is much quicker than truncating many tables. What is only added to lets go of its rows only here. */
export async function empty({ db }: Store): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`.execute(db);
  const rank = (name: string) => REFERRED.indexOf(name);
  const names = rows.map(({ name }) => name).sort((a, b) => rank(a) - rank(b));
  const set = (change: string) =>
    STANDING.map((name) => `alter table ${name} ${change} trigger ${name}_stands;`).join(' ');
  const deletes = names.map((name) => `delete from ${name};`).join(' ');
  await sql.raw(`do $$ begin ${set('disable')} ${deletes} ${set('enable')} end $$`).execute(db);
}

/** Tables whose rows the database itself keeps. */
const STANDING = [
  'audit',
  'work_versions',
  'work_history',
  'control_figures',
  'authority_lines',
  'execution_entries',
  'execution_words',
  'survey_answers',
  'visits',
  'counter_values',
  'project_reviewers',
  'project_opinions',
  'project_amounts',
  'project_inspections',
  'library_settings',
];

/** Tables that others refer to, those first that refer to more. */
const REFERRED = [
  'findings',
  'dismissals',
  'releases',
  'answers',
  'roster',
  'search_entries',
  'search_texts',
  'stale_texts',
  'jobs',
  'batches',
  'disclosures',
  'former_agencies',
  'agencies',
  'documents',
  'project_reviewers',
  'work_items',
  'stale_task_counts',
  'surveys',
  'probes',
  'counters',
  'clocks',
  'review_findings',
  'review_documents',
  'review_batches',
  'review_checklists',
  'grants',
  'people',
  'units',
];
