/** What those who run the server look at: is it well, and what does it do. */
import { sql } from 'kysely';
import type { Gauge } from '../../http/metrics.ts';
import { operatorOnly } from '../../http/operator.ts';
import { problem } from '../../http/problem.ts';
import type { Api, Services } from '../../services.ts';
import { VERSION } from '../../version.ts';

const NEVER = { 'cache-control': 'no-store' };

export function operationRoutes(app: Api, services: Services): void {
  const { store, config, log, metrics } = services;
  const gauges = gaugesOf(services);
  app.get('/health', async (c) => {
    try {
      await sql`select 1`.execute(store.db);
      return c.json({ status: 'ok', version: VERSION, database: store.engine }, 200, NEVER);
    } catch (error) {
      log.error({ err: error }, 'database does not answer');
      return problem(503, '数据库没有应答，请检查数据库后重试。');
    }
  });
  app.get('/metrics', operatorOnly(config), (c) =>
    c.body(metrics.text(gauges), 200, { ...NEVER, 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
}

const gaugesOf = ({ engine, checks }: Services): readonly Gauge[] => [
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
