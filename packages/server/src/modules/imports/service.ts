/** Taking files into the store, as jobs that outlive the process; the work is done in this one, a few at a time, or in others. */

import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { logTitle } from '@mingsuan/core/model/log-titles';
import {
  type BatchFile,
  type BatchItem,
  type BatchProgress,
  batchFiles,
  batchProgress,
  type DocumentInput,
  enqueue,
  type FilePayload,
  type FileStanding,
  fileStandings,
  IMPORT_FILE,
  importFiles,
  importFolder,
  listBatches,
  type Page,
  type PageOptions,
  readAllAgain,
  retryBatch,
  writeAtomically,
} from '@mingsuan/store';
import type { Config } from '../../config.ts';
import { unpackUploads } from '../../engine/unpack.ts';
import { Fault, found, roomFor } from '../../fault.ts';
import { plainName } from '../../plain-name.ts';
import { sweepInbox } from './inbox.ts';
import { startWorking, type WorkingOptions } from './working.ts';

export interface Imports {
  /** Gives the number of the batch. */
  addFiles(files: readonly DocumentInput[], replaces?: FilePayload['replaces']): Promise<number>;
  /** Of this machine. @throws Fault `unusable` where there is no such folder */
  addFolder(folder: string): Promise<number>;
  /** @throws Fault `missing` where there is no such batch */
  progress(batch: number): Promise<BatchProgress>;
  list(page: PageOptions): Promise<Page<BatchItem>>;
  /** With where each file stands now. */
  files(batch: number): Promise<readonly ImportedFile[]>;
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

export interface ImportedFile {
  readonly job: BatchFile;
  /** Absent where nothing came of it yet. */
  readonly standing?: FileStanding | undefined;
}

export interface ImportsOptions extends Omit<WorkingOptions, 'config'> {
  readonly config: Pick<Config, 'dataDir' | 'workers' | 'imports'>;
}

/** Begins to work on what waits, or, where processes of their own do, to hand it over to them. */
export function startImports({ store, engine, config, log }: ImportsOptions): Imports {
  const inbox = join(config.dataDir, 'inbox');
  void sweepInbox(inbox, store).then(
    (count) => count > 0 && log.info({ count }, 'left uploads removed'),
    (err) => log.error({ err }, 'inbox not swept'),
  );
  // An embedded store is this process' alone: nobody else may ask for what was uploaded.
  const isShared = store.engine !== 'pglite';
  const part = config.imports ? (isShared ? 'shared' : 'all') : 'hand over';
  const working = startWorking({ store, engine, config, log }, part);

  return {
    addFiles: async (sent, replaces) => {
      const files = await unpackUploads(engine.uploads, sent);
      await roomFor(
        config.dataDir,
        files.reduce((sum, { bytes }) => sum + bytes.length, 0),
      );
      const title = logTitle('uploaded', { count: files.length });
      const named = files.map((file) => ({ ...file, name: plainName(file.name) }));
      if (isShared) return importFiles(store, title, named, replaces);
      const batch = join(inbox, randomUUID());
      // What a file is called leads nowhere: it stands under a name of ours.
      const payloads = named.map(({ name, ruling }, i) => ({
        path: join(batch, String(i), 'file'),
        name,
        ...(ruling ? { ruling } : {}),
        ...(replaces ? { replaces } : {}),
      }));
      for (const [i, { bytes }] of named.entries()) await writeAtomically(payloads[i]!.path, bytes);
      return enqueue(store, IMPORT_FILE, title, payloads);
    },
    addFolder: async (folder) => {
      const there = await stat(folder).catch(() => undefined);
      if (!there?.isDirectory()) throw new Fault('unusable', `没有文件夹“${folder}”，请检查路径。`);
      return importFolder(store, folder);
    },
    progress: async (batch) => found(await batchProgress(store, batch), '这次导入'),
    list: (page) => listBatches(store, page),
    files: async (batch) => {
      const jobs = await batchFiles(store, batch);
      const documentOf = ({ result }: BatchFile) => (result as { documentId?: number } | null)?.documentId;
      const standings = await fileStandings(
        store,
        jobs.flatMap((job) => documentOf(job) ?? []),
      );
      return jobs.map((job) => ({ job, standing: standings.find(({ id }) => id === documentOf(job)) }));
    },
    retry: (batch) => retryBatch(store, batch),
    readAgain: () => readAllAgain(store),
    trouble: working.trouble,
    stop: working.stop,
    close: working.close,
  };
}
