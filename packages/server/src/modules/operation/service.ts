/** What those who run the server look at: is it well, and what does it do. */
import type { Store } from '@mingsuan/store';
import { sql } from 'kysely';
import type { Engine } from '../../engine/engine.ts';
import type { Checks } from '../checks/service.ts';

/** Asks the database for an answer. @throws the database's error where there is none */
export async function answers({ db }: Pick<Store, 'db'>): Promise<void> {
  await sql`select 1`.execute(db);
}

/** What is measured at the moment it is asked. */
export const gaugesOf = ({ engine, checks }: { readonly engine: Engine; readonly checks: Checks }) => [
  { name: 'process_resident_memory_bytes', help: 'Memory of the server.', value: () => process.memoryUsage.rss() },
  { name: 'nodejs_heap_used_bytes', help: 'JavaScript heap in use.', value: () => process.memoryUsage().heapUsed },
  { name: 'process_uptime_seconds', help: 'Since the server began.', value: () => Math.round(process.uptime()) },
  {
    name: 'mingsuan_tasks_running',
    help: 'Uploads being read or checked.',
    value: () => engine.uploads.load().running,
  },
  { name: 'mingsuan_tasks_waiting', help: 'Uploads that wait.', value: () => engine.uploads.load().waiting },
  { name: 'mingsuan_views_waiting', help: 'Pages that wait to be drawn.', value: () => engine.views.load().waiting },
  { name: 'mingsuan_checks_running', help: 'Checks of visitors under way.', value: () => checks.counts().running },
  { name: 'mingsuan_checks_kept', help: 'Checks of visitors kept.', value: () => checks.counts().kept },
];
