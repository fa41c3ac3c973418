/** What the routes work with. */
import type { Store } from '@mingsuan/store';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Engine } from './engine/engine.ts';
import type { Metrics } from './http/metrics.ts';
import type { Pages } from './http/pages.ts';
import type { Checks } from './modules/checks/service.ts';
import type { Imports } from './modules/imports/service.ts';

export interface Services {
  readonly config: Config;
  readonly store: Store;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly pages: Pages;
  readonly engine: Engine;
  readonly checks: Checks;
  readonly imports: Imports;
}
