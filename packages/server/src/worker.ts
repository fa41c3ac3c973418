/** A process that only works on imports, on this machine or another: any number of them share the store of one portal. */
import { createServer, type Server } from 'node:http';
import { hostname } from 'node:os';
import { openStore, type Store } from '@mingsuan/store';
import type { Logger } from 'pino';
import { type Config, InvalidConfig } from './config.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { startWorking, type Working } from './modules/imports/working.ts';
import { answers, troubleOf, waitingGauge } from './modules/operation/service.ts';
import { assureJurisdictions } from './start.ts';

export interface RunningWorker {
  /** Where `/health` and `/metrics` answer; undefined where no port was given. */
  readonly url: string | undefined;
  /** Puts back what is at hand, at no cost to it, and ends. */
  close(): Promise<void>;
}

const NO_SERVER =
  '导入进程和门户用同一个 PostgreSQL：请设 DATABASE_URL（和门户的一样）。内嵌的数据库只能由门户一个进程打开。';

/** `port`: where it is looked at; it has no door otherwise. @throws InvalidConfig without a database server */
export async function startWorker(config: Config, log: Logger, port?: number): Promise<RunningWorker> {
  if (config.databaseUrl === undefined) throw new InvalidConfig(NO_SERVER);
  await assureJurisdictions(config);
  const store = await openStore(config);
  const engine = createEngine(config, log);
  const working = startWorking({ store, engine, config, log }, 'elsewhere');
  const metrics = createMetrics();
  metrics.show(gaugesOf({ store, engine, working }));
  const server = port === undefined ? undefined : createServer(doorOf({ store, working, metrics }));
  const close = async (): Promise<void> => {
    server?.close();
    server?.closeAllConnections();
    working.stop();
    engine.close();
    await working.close();
    await store.close();
    log.info(working.ended(), 'stopped');
  };
  try {
    const url = server && (await listen(server, config.host, port!));
    log.info({ url, host: hostname(), pid: process.pid, at_once: config.workers }, 'worker started');
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Looked {
  readonly store: Store;
  readonly working: Working;
  readonly metrics: Metrics;
}

/** Numbers and health only: nothing that anybody is kept from. */
function doorOf({ store, working, metrics }: Looked): Parameters<typeof createServer>[1] {
  const health = async (): Promise<readonly [status: number, text: string]> => {
    const trouble = await answers(store).then(
      () => troubleOf(working),
      () => '数据库没有应答。',
    );
    return [trouble === undefined ? 200 : 503, JSON.stringify(trouble === undefined ? { status: 'ok' } : { trouble })];
  };
  return async ({ url }, response) => {
    const [status, text] =
      url === '/health' ? await health() : url === '/metrics' ? [200, await metrics.text()] : [404, ''];
    response.writeHead(status, {
      'content-type': url === '/metrics' ? 'text/plain; version=0.0.4; charset=utf-8' : 'application/json',
      'cache-control': 'no-store',
    });
    response.end(text);
  };
}

const gaugesOf = ({ store, engine, working }: { store: Store; engine: Engine; working: Working }) => [
  { name: 'process_resident_memory_bytes', help: 'Memory of the worker.', value: () => process.memoryUsage.rss() },
  { name: 'process_uptime_seconds', help: 'Since the worker began.', value: () => Math.round(process.uptime()) },
  { name: 'mingsuan_tasks_running', help: 'Files being read.', value: () => engine.uploads.load().running },
  { name: 'mingsuan_jobs_done', help: 'Jobs that this worker did.', value: () => working.ended().done },
  { name: 'mingsuan_jobs_failed', help: 'Jobs that failed here for good.', value: () => working.ended().failed },
  waitingGauge(store),
];

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      const address = server.address();
      resolve(`http://${host}:${typeof address === 'object' ? address?.port : port}`);
    });
  });
}
