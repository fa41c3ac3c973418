/** Working on jobs: imports, reading again and reviews first, what may be done later where none waits. In the server, or in processes of their own. */
import { join } from 'node:path';
import {
  assureSpace,
  type FilePayload,
  type Handler,
  handingOver,
  IMPORT_LOCAL,
  importHandlers,
  packNext,
  readAgainHandlers,
  recheckNext,
  reindexNext,
  type Store,
  tidyTexts,
  workJobs,
} from '@mingsuan/store';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { checkIn, type Engine, prepareIn } from '../../engine/engine.ts';
import { reviewHandlers } from '../reviews/reading.ts';
import { takeAway } from './inbox.ts';

export interface Working {
  /** Why jobs are not worked on now; undefined where they are. */
  trouble(): unknown;
  /** How many jobs ended since it began. */
  ended(): { readonly done: number; readonly failed: number };
  /** Takes no more jobs; those that are cut off from now on wait for others, or for the next start. */
  stop(): void;
  /** Waits for the jobs at hand. */
  close(): Promise<void>;
}

export interface WorkingOptions {
  readonly store: Store;
  readonly engine: Engine;
  readonly config: Pick<Config, 'dataDir' | 'workers'>;
  readonly log: Logger;
}

/**
 * Begins to work. `part`: `all`, where no other process may; `shared`, where files of this machine are handed over to whichever
 * process is free; `hand over`, where that is all that is done here; `elsewhere`, where files of the server's machine are out of reach.
 */
export function startWorking(
  { store, engine, config, log }: WorkingOptions,
  part: 'all' | 'shared' | 'hand over' | 'elsewhere',
): Working {
  const inbox = join(config.dataDir, 'inbox');
  const stopping = new AbortController();
  const counts = { done: 0, failed: 0 };
  let trouble: unknown;
  const doesWork = part !== 'hand over';
  const check = checkIn(engine);
  const afterwards = async () =>
    (await recheckNext(store, check)) || (await tidyTexts(store)) || (await reindexNext(store)) || packNext(store.db);
  const working = workJobs(store, {
    handlers: handlersOf({ store, engine }, part),
    onEnd: async ({ payload }, end) => {
      counts[end] += 1;
      // What failed may be tried again.
      if (end === 'failed') return;
      await takeAway(inbox, (payload as Partial<FilePayload>).path);
    },
    mayBegin: async () => {
      await assureSpace(config.dataDir);
      await store.files.assureThere();
    },
    onTrouble: (err) => {
      trouble = err;
      if (err === undefined) log.info('imports go on');
      else log.error({ err }, 'imports wait');
    },
    ...(doesWork
      ? {
          whenIdle: () =>
            afterwards().catch((err) => {
              if (!stopping.signal.aborted) log.error({ err }, 'recheck failed');
              return false;
            }),
        }
      : {}),
    concurrency: doesWork ? config.workers : 1,
    signal: stopping.signal,
    onError: (err, { id }) => {
      if (!stopping.signal.aborted) log.error({ err, job: id }, 'import failed');
    },
  }).catch((err) => {
    trouble = err;
    log.fatal({ err }, 'imports stopped');
  });
  return {
    trouble: () => trouble,
    ended: () => counts,
    stop: () => stopping.abort(),
    close: async () => {
      stopping.abort();
      await working;
    },
  };
}

function handlersOf(
  { store, engine }: Pick<WorkingOptions, 'store' | 'engine'>,
  part: Parameters<typeof startWorking>[1],
): Readonly<Record<string, Handler>> {
  if (part === 'hand over') return handingOver(store);
  const prepare = prepareIn(engine);
  const { [IMPORT_LOCAL]: local, ...imports } = importHandlers(store, prepare);
  return {
    ...imports,
    ...(part === 'all' ? { [IMPORT_LOCAL]: local } : part === 'shared' ? handingOver(store) : {}),
    ...readAgainHandlers(store, prepare),
    ...reviewHandlers({ store, engine }),
  };
}
