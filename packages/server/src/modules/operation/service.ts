/** What those who run the server look at: is it well, and what does it do. */
import { statfs } from 'node:fs/promises';
import { DiskFull, FilesAway, type Store, storeSize, waitingJobs } from '@mingsuan/store';
import { sql } from 'kysely';
import type { Engine } from '../../engine/engine.ts';
import { VERSION } from '../../version.ts';
import type { Checks } from '../checks/service.ts';
import type { Imports } from '../imports/service.ts';
import type { openBackups } from './backups.ts';

/** Asks the database for an answer. @throws the database's error where there is none */
export async function answers({ db }: Pick<Store, 'db'>): Promise<void> {
  await sql`select 1`.execute(db);
}

/** Why imports wait, in a sentence for whoever asks; undefined where they do not. */
export function troubleOf(imports: Pick<Imports, 'trouble'>): string | undefined {
  const trouble = imports.trouble();
  if (trouble === undefined) return undefined;
  if (trouble instanceof DiskFull) return '磁盘空间不够，导入等着；腾出空间后自动继续。';
  if (trouble instanceof FilesAway) return '原件的对象存储没有应答，导入等着；它恢复以后自动继续。';
  return '导入停住了，请看日志里的原因。';
}

/** How much waits to be imported, whoever does it. */
export const waitingGauge = (store: Store) => ({
  name: 'mingsuan_jobs_waiting',
  help: 'Jobs that wait or run, of all processes; counted up to 100000.',
  value: () => waitingJobs(store).catch(() => Number.NaN),
});

interface Measured {
  readonly engine: Engine;
  readonly checks: Checks;
  readonly store: Store;
}

/** What is measured at the moment it is asked. */
export const gaugesOf = ({ engine, checks, store }: Measured) => [
  waitingGauge(store),
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

interface Watched {
  readonly store: Store;
  readonly checks: Checks;
  readonly imports: Imports;
  readonly dataDir: string;
  readonly backups: ReturnType<typeof openBackups>;
}

/** How the server stands at this moment; sizes are bytes. */
export async function systemOf({ store, checks, imports, dataDir, backups }: Watched) {
  const disk = await statfs(dataDir);
  return {
    version: VERSION,
    node: process.version,
    database: store.engine,
    uptimeSeconds: Math.round(process.uptime()),
    memoryBytes: process.memoryUsage.rss(),
    diskFreeBytes: disk.bavail * disk.bsize,
    store: await storeSize(store),
    checks: checks.counts(),
    trouble: imports.trouble() !== undefined,
    isBackingUp: backups.isMaking(),
    backups: await backups.list(),
  };
}
