/** A server over an embedded store with the project's samples, asked without a network. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, releaseRule, type Store, SURENESSES } from '@mingsuan/store';
import { pino } from 'pino';
import { openNewStore } from '../../store/test/support/new-database.ts';
import { createApp } from '../src/app.ts';
import { type Config, configOf } from '../src/config.ts';
import { createEngine, type Engine } from '../src/engine/engine.ts';
import { createMetrics } from '../src/http/metrics.ts';
import { openPages } from '../src/http/pages.ts';
import { openChecks } from '../src/modules/checks/service.ts';
import { startImports } from '../src/modules/imports/service.ts';
import { importSamples } from '../src/samples.ts';
import type { Services } from '../src/services.ts';

export const SAMPLES = join(import.meta.dirname, '../../../samples');

export interface Fixture {
  readonly store: Store;
  readonly folder: string;
  /** An app with another configuration over the same store. */
  appWith(config?: Partial<Config>, services?: Partial<Services>): ReturnType<typeof createApp>;
  close(): Promise<void>;
}

export const testConfig = (folder: string): Config => ({
  ...configOf({ LOG_LEVEL: 'silent', MINGSUAN_RATE_PER_MINUTE: '0' }, folder),
  dataDir: folder,
});

const BUILT = join(import.meta.dirname, '../dist/child.js');

/** Working processes as they are built: confined, and quick to begin. */
export const testEngine = (config: Config): Engine =>
  createEngine({ ...config, workers: 1 }, pino({ level: 'silent' }), BUILT);

/** `hasSamples` is not so where nothing is asked of what is published; embedded without the URL of a database. */
export async function openFixture(hasSamples = true, databaseUrl?: string): Promise<Fixture> {
  const folder = await mkdtemp(join(tmpdir(), 'mingsuan-server-'));
  const store = await (databaseUrl === undefined ? openNewStore(folder) : openStore({ dataDir: folder, databaseUrl }));
  if (hasSamples) await importSamples(store, SAMPLES);
  // What the tests ask of findings they ask as everybody.
  for (const sure of SURENESSES) await releaseRule(store, 'sureness', sure, true);
  const log = pino({ level: 'silent' });
  const engine = testEngine(testConfig(folder));
  const checks = await openChecks({ dataDir: folder, engine, log });
  const imports = startImports({ store, engine, config: testConfig(folder), log });
  return {
    store,
    folder,
    appWith: (config = {}, services = {}) =>
      createApp({
        config: { ...testConfig(folder), ...config },
        store,
        log,
        engine,
        checks,
        imports,
        metrics: createMetrics(),
        pages: openPages(join(folder, 'no-pages')),
        ...services,
      }),
    close: async () => {
      checks.close();
      imports.stop();
      engine.close();
      await imports.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
