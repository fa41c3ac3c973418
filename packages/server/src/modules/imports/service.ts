/** Taking files into the store, as jobs that outlive the process; the work is done in this one, a few at a time. */
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  assureSpace,
  type BatchFile,
  type BatchItem,
  type BatchProgress,
  batchFiles,
  batchProgress,
  type DocumentInput,
  enqueue,
  type FilePayload,
  IMPORT_FILE,
  importFolder,
  importHandlers,
  listBatches,
  type Page,
  type PageOptions,
  readAgainHandlers,
  readAllAgain,
  recheckNext,
  reindexNext,
  retryBatch,
  type Store,
  tidyTexts,
  workJobs,
  writeAtomically,
} from '@mingsuan/store';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { checkIn, type Engine, prepareIn } from '../../engine/engine.ts';
import { unpackUploads } from '../../engine/unpack.ts';
import { Fault, found, roomFor } from '../../fault.ts';
import { plainName } from '../../plain-name.ts';
import { reviewHandlers } from '../reviews/reading.ts';
import { sweepInbox, takeAway } from './inbox.ts';

export interface Imports {
  /** Gives the number of the batch. */
  addFiles(files: readonly DocumentInput[], replaces?: FilePayload['replaces']): Promise<number>;
  /** Of this machine. @throws Fault `unusable` where there is no such folder */
  addFolder(folder: string): Promise<number>;
  /** @throws Fault `missing` where there is no such batch */
  progress(batch: number): Promise<BatchProgress>;
  list(page: PageOptions): Promise<Page<BatchItem>>;
  files(batch: number): Promise<readonly BatchFile[]>;
  /** What failed of a batch is tried again. @returns how many */
  retry(batch: number): Promise<number>;
  /** All files again, as after an update of the program. @returns the batch */
  readAgain(): Promise<number>;
  /** Why jobs are not worked on now; undefined where they are. */
  trouble(): unknown;
  /** Takes no more jobs; those that are cut off from now on wait for the next start. */
  stop(): void;
  /** Waits for the jobs at hand. */
  close(): Promise<void>;
}

export interface ImportsOptions {
  readonly store: Store;
  readonly engine: Engine;
  readonly config: Pick<Config, 'dataDir' | 'workers'>;
  readonly log: Logger;
}

/** Begins to work on what waits: imports first, rechecks where there are none. */
export function startImports({ store, engine, config, log }: ImportsOptions): Imports {
  const inbox = join(config.dataDir, 'inbox');
  const stopping = new AbortController();
  let trouble: unknown;
  const check = checkIn(engine);
  void sweepInbox(inbox, store).then(
    (count) => count > 0 && log.info({ count }, 'left uploads removed'),
    (err) => log.error({ err }, 'inbox not swept'),
  );
  const afterwards = async () => (await recheckNext(store, check)) || (await tidyTexts(store)) || reindexNext(store);
  const working = workJobs(store, {
    handlers: {
      ...importHandlers(store, prepareIn(engine)),
      ...readAgainHandlers(store, prepareIn(engine)),
      ...reviewHandlers({ store, engine }),
    },
    onEnd: async ({ payload }, end) => {
      // What failed may be tried again.
      if (end === 'failed') return;
      await takeAway(inbox, (payload as Partial<FilePayload>).path);
    },
    mayBegin: () => assureSpace(config.dataDir),
    onTrouble: (err) => {
      trouble = err;
      if (err === undefined) log.info('imports go on');
      else log.error({ err }, 'imports wait');
    },
    whenIdle: () =>
      afterwards().catch((err) => {
        if (!stopping.signal.aborted) log.error({ err }, 'recheck failed');
        return false;
      }),
    concurrency: config.workers,
    signal: stopping.signal,
    onError: (err, { id }) => {
      if (!stopping.signal.aborted) log.error({ err, job: id }, 'import failed');
    },
  }).catch((err) => {
    trouble = err;
    log.fatal({ err }, 'imports stopped');
  });

  return {
    addFiles: async (sent, replaces) => {
      const files = await unpackUploads(engine.uploads, sent);
      await roomFor(
        config.dataDir,
        files.reduce((sum, { bytes }) => sum + bytes.length, 0),
      );
      const batch = join(inbox, randomUUID());
      // What a file is called leads nowhere: it stands under a name of ours.
      const payloads = files.map(
        ({ name, ruling }, i): FilePayload => ({
          path: join(batch, String(i), 'file'),
          name: plainName(name),
          ...(ruling ? { ruling } : {}),
          ...(replaces ? { replaces } : {}),
        }),
      );
      for (const [i, { bytes }] of files.entries()) await writeAtomically(payloads[i]!.path, bytes);
      return enqueue(store, IMPORT_FILE, `上传的 ${files.length} 个文件`, payloads);
    },
    addFolder: async (folder) => {
      const there = await stat(folder).catch(() => undefined);
      if (!there?.isDirectory()) throw new Fault('unusable', `没有文件夹“${folder}”，请检查路径。`);
      return importFolder(store, folder);
    },
    progress: async (batch) => found(await batchProgress(store, batch), '这次导入'),
    list: (page) => listBatches(store, page),
    files: (batch) => batchFiles(store, batch),
    retry: (batch) => retryBatch(store, batch),
    readAgain: () => readAllAgain(store),
    trouble: () => trouble,
    stop: () => stopping.abort(),
    close: async () => {
      stopping.abort();
      await working;
    },
  };
}
