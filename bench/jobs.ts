/**
 * Claiming a job when a million wait and a million are done: the median and the 95th percentile, and what finishing one takes. PostgreSQL
 * 15 has to be installed; its server is started in a temporary folder. `npm run bench jobs -- 100000` gives another number.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimJob, openStore } from '@mingsuan/store';
import { sql } from 'kysely';
import { startPostgres } from '../packages/store/test/support/postgres.ts';

const LIMIT_MS = 5;
const CLAIMS = 200;
const BATCHES = 20;
const LEASE_SECONDS = 60;

const size = Number(process.argv[2] ?? 1_000_000);
const server = startPostgres();
if (typeof server === 'string') console.log(server);
else {
  const dataDir = mkdtempSync(join(tmpdir(), 'mingsuan-bench-'));
  const store = await openStore({ dataDir, databaseUrl: server.createDatabase('jobs') });
  try {
    await sql`insert into batches (kind, title) select 'import', 'bench' from generate_series(1, ${BATCHES})`.execute(
      store.db,
    );
    for (const state of ['done', 'waiting'])
      await sql`insert into jobs (batch_id, kind, payload, turn, state)
        select 1 + n % ${BATCHES}, 'import', '{}', n / ${BATCHES}, ${state} from generate_series(1, cast(${size} as integer)) as n`.execute(
        store.db,
      );
    await sql`analyze jobs`.execute(store.db);
    const times: number[] = [];
    for (let i = 0; i < CLAIMS; i++) {
      const start = performance.now();
      if (!(await claimJob(store, ['import'], LEASE_SECONDS))) throw new Error('nothing was claimed');
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const at = (part: number) => times[Math.ceil(times.length * part) - 1]!.toFixed(2);
    console.log(
      `claim: ${size} 个等着、${size} 个做完，中位 ${at(0.5)} 毫秒，p95 ${at(0.95)} 毫秒（说好 ${LIMIT_MS}）`,
    );
  } finally {
    await store.close();
    server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
