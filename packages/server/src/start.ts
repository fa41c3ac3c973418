/** Starting and stopping: the store, then what works on it, then the door; and the other way round. */
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { jurisdictionsIn } from '@mingsuan/documents/jurisdictions/read-folders';
import { openStore } from '@mingsuan/store';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { type Config, InvalidConfig } from './config.ts';
import { createEngine, prepareIn } from './engine/engine.ts';
import { createMetrics } from './http/metrics.ts';
import { openPages } from './http/pages.ts';
import { type Feeding, startFeeding } from './lake.ts';
import { linkOptions } from './links/fetch.ts';
import { type Checks, openChecks } from './modules/checks/service.ts';
import { startDigests } from './modules/follow/service.ts';
import { type Imports, startImports } from './modules/imports/service.ts';
import { startVisits } from './modules/measuring/runner.ts';
import { startRetention } from './modules/reviews/retention.ts';
import { startWebhooks } from './modules/webhooks/deliver.ts';
import { importSamples } from './samples.ts';

export interface Running {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  /** Lets the requests at hand end, then closes everything. */
  close(): Promise<void>;
}

const project = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const HEADERS_MS = 20_000;
const REQUEST_MS = 120_000;
/** After this long a stop waits for nobody. */
const STOP_MS = 10_000;

/** @throws DataFolderInUse where another process has the data folder open; InvalidConfig where a jurisdiction's folder has faults */
export async function startServer(config: Config, log: Logger): Promise<Running> {
  const { dataDir } = config;
  await assureJurisdictions(config);
  const store = await openStore(config);
  const engine = createEngine(config, log);
  let checks: Checks | undefined;
  let imports: Imports | undefined;
  let digests: ReturnType<typeof startDigests>;
  let visits: ReturnType<typeof startVisits> | undefined;
  let feeding: Feeding | undefined;
  let webhooks: ReturnType<typeof startWebhooks> | undefined;
  let retention: ReturnType<typeof startRetention> | undefined;
  const closeAll = async (): Promise<void> => {
    checks?.close();
    digests?.stop();
    retention?.stop();
    imports?.stop();
    engine.close();
    await webhooks?.stop();
    await visits?.stop();
    await imports?.close();
    await feeding?.stop();
    await store.close();
  };
  try {
    if (config.samples) {
      const count = await importSamples(store, project('samples/portal'), prepareIn(engine));
      if (count > 0) log.info({ count }, 'samples imported');
    }
    feeding = await startFeeding(store, config, log);
    const pages = openPages(project('packages/web/dist'));
    checks = await openChecks({ dataDir, engine, log });
    imports = startImports({ store, engine, config, log });
    digests = startDigests({ store, config, log });
    visits = startVisits(store, linkOptions(config), log);
    webhooks = startWebhooks(store, log);
    retention = startRetention(store, config, log);
    const app = createApp({ config, store, log, metrics: createMetrics(), pages, engine, checks, imports });
    const { server, url } = await listen(app.fetch, config);
    log.info({ url, database: store.engine }, 'started');
    return {
      url,
      close: async () => {
        await closeDoor(server);
        await closeAll();
        log.info('stopped');
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Folders with faults are told before anything starts: the working processes load them by themselves. */
export async function assureJurisdictions({ jurisdictions }: Config): Promise<void> {
  const result = await jurisdictionsIn(jurisdictions);
  if (result.ok) return;
  const faults = result.errors.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
  throw new InvalidConfig(['MINGSUAN_JURISDICTIONS 指的地区文件夹有错，请改正后再启动：', ...faults].join('\n'));
}

type Fetch = ReturnType<typeof createApp>['fetch'];

function listen(fetch: Fetch, { host, port }: Config): Promise<{ server: Server; url: string }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (address) => {
      server.off('error', reject);
      const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
      resolve({ server, url: `http://${name}:${address.port}` });
    }) as Server;
    server.headersTimeout = HEADERS_MS;
    server.requestTimeout = REQUEST_MS;
    server.once('error', reject);
  });
}

function closeDoor(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), STOP_MS);
    server.close(() => {
      clearTimeout(hurry);
      resolve();
    });
    server.closeIdleConnections();
  });
}
