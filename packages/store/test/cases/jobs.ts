import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  batchFiles,
  batchProgress,
  claimJob,
  DiskFull,
  enqueue,
  FilesAway,
  finishJob,
  handingOver,
  IMPORT_FILE,
  Interrupted,
  importFiles,
  importFolder,
  importHandlers,
  listAgencies,
  renewJob,
  workJobs,
} from '@mingsuan/store';
import { expect, it } from 'vitest';
import { forgetFiles } from '../../src/kept-files.ts';
import type { Backend } from '../support/backends.ts';
import { fileOf, made } from '../support/disclosures.ts';

export function jobCases(backend: () => Backend): void {
  const store = () => backend().store;

  it('a folder comes in as jobs: readable files of all folders, failures told one by one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingsuan-folder-'));
    mkdirSync(join(folder, '某区'));
    for (const agency of [0, 1, 3])
      writeFileSync(join(folder, '某区', `${agency}.json`), fileOf([made({ agency })]).bytes);
    writeFileSync(join(folder, 'empty.pdf'), '');
    writeFileSync(join(folder, 'notes.exe'), 'x');
    const batch = await importFolder(store(), folder);
    expect(await batchProgress(store(), batch)).toMatchObject({ total: 4, waiting: 4, done: 0 });
    await workJobs(store(), { handlers: importHandlers(store()), untilIdle: true });
    const progress = (await batchProgress(store(), batch))!;
    expect(progress).toMatchObject({ total: 4, done: 3, failed: 1, waiting: 0, running: 0 });
    expect(progress.errors[0]!.message).toBe('文件是空的，请确认下载或导出已经完成。');
    expect((await listAgencies(store())).items).toHaveLength(3);
    rmSync(folder, { recursive: true });
    expect(await batchProgress(store(), 999_999)).toBeUndefined();
  });

  it('no job is claimed twice', async () => {
    await enqueue(
      store(),
      'count',
      '',
      Array.from({ length: 40 }, (_, i) => i),
    );
    const seen: unknown[] = [];
    const handlers = { count: async ({ payload }: { payload: unknown }) => void seen.push(payload) };
    await workJobs(store(), { handlers, concurrency: 6, untilIdle: true });
    expect(seen.sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });

  it('a job whose claimant fell silent goes to the next, and the silent one cannot finish it', async () => {
    await enqueue(store(), 'slow', '', ['a']);
    const lost = (await claimJob(store(), ['slow'], 0.05))!;
    expect(await claimJob(store(), ['other'], 1)).toBeUndefined();
    await sleep(80);
    const next = (await claimJob(store(), ['slow'], 60))!;
    expect(next).toMatchObject({ id: lost.id, attempts: 2 });
    expect(await renewJob(store(), lost, 60)).toBe(false);
    expect(await renewJob(store(), next, 60, { done: 1, total: 2 })).toBe(true);
    await finishJob(store(), lost, null);
    expect(await batchProgress(store(), next.batchId!)).toMatchObject({ running: 1, done: 0 });
    await finishJob(store(), next, null);
    expect(await batchProgress(store(), next.batchId!)).toMatchObject({ running: 0, done: 1 });
  });

  it('a job that takes its process down every time is given up', async () => {
    const batch = await enqueue(store(), 'deadly', '', ['deadly', 'healthy']);
    const begun: unknown[] = [];
    for (let attempt = 0; attempt < 7; attempt++) {
      const job = (await claimJob(store(), ['deadly'], 0.01))!;
      begun.push(job.payload);
      if (job.payload === 'healthy') await finishJob(store(), job, null);
      await sleep(20);
    }
    expect(begun).toEqual(['deadly', 'healthy', ...Array<string>(5).fill('deadly')]);
    expect(await claimJob(store(), ['deadly'], 1)).toBeUndefined();
    expect((await batchProgress(store(), batch))!.errors[0]!.message).toContain('中断了 6 次');
  });

  it('thirty kills while two jobs run at a time fail none of forty', async () => {
    const batch = await enqueue(
      store(),
      'killed',
      '',
      Array.from({ length: 40 }, (_, i) => i),
    );
    for (let kill = 0; kill < 30; kill++) {
      await finishJob(store(), (await claimJob(store(), ['killed'], 60))!, null);
      for (let at = 0; at < 2; at++) await claimJob(store(), ['killed'], 0.001);
      await sleep(5);
    }
    await workJobs(store(), { handlers: { killed: async () => null }, untilIdle: true });
    expect(await batchProgress(store(), batch)).toMatchObject({ done: 40, failed: 0 });
  });

  it('no job is taken while the disk is full, and all are once it has room', async () => {
    const batch = await enqueue(store(), 'roomy', '', [1, 2]);
    const stop = new AbortController();
    const told: unknown[] = [];
    let refusals = 2;
    const mayBegin = async () => {
      if (refusals-- > 0) throw new DiskFull('full');
    };
    const working = workJobs(store(), {
      handlers: { roomy: async () => null },
      concurrency: 1,
      mayBegin,
      signal: stop.signal,
      onTrouble: (error) => told.push(error instanceof DiskFull),
    });
    while ((await batchProgress(store(), batch))!.done < 2) await sleep(20);
    stop.abort();
    await working;
    expect(told).toEqual([true, false]);
  });

  it('batches share the workers: one file is not behind a folder of many, nor a kind behind another', async () => {
    const many = Array.from({ length: 50 }, (_, i) => `many ${i}`);
    await enqueue(store(), 'shared', '', many);
    for (let i = 0; i < 10; i++) await finishJob(store(), (await claimJob(store(), ['shared'], 60))!, null);
    await enqueue(store(), 'shared', '', ['one']);
    await enqueue(store(), 'shared', '', ['few 0', 'few 1', 'few 2']);
    const next = async (kinds: readonly string[]) => (await claimJob(store(), kinds, 60))?.payload;
    const order: unknown[] = [];
    for (let i = 0; i < 8; i++) order.push(await next(['shared', 'none']));
    expect(order).toEqual(['many 10', 'one', 'few 0', 'many 11', 'few 1', 'many 12', 'few 2', 'many 13']);
    await enqueue(store(), 'other', '', ['other']);
    expect(await next(['other'])).toBe('other');
    expect(await next(['other'])).toBeUndefined();
  });

  it('what was cut off is tried again, and blamed only where every try ends so', async () => {
    const batch = await enqueue(store(), 'cut off', '', ['healthy', 'poison']);
    let tries = 0;
    const handlers = {
      'cut off': async ({ payload, attempts }: { payload: unknown; attempts: number }) => {
        tries += 1;
        if (payload === 'poison' || attempts === 1) throw new Interrupted('处理它的进程意外中止。');
      },
    };
    const stop = new AbortController();
    const working = workJobs(store(), { handlers, signal: stop.signal, concurrency: 1 });
    while ((await batchProgress(store(), batch))!.failed === 0) await sleep(50);
    stop.abort();
    await working;
    expect(tries).toBe(5);
    const { errors, done } = (await batchProgress(store(), batch))!;
    expect([done, errors]).toEqual([1, [{ payload: 'poison', message: '处理它的进程意外中止。' }]]);
  });

  it('an object store that goes away costs no attempt', async () => {
    const batch = await enqueue(store(), 'files away', '', [1]);
    let away = 3;
    const handlers = {
      'files away': async () => {
        if (away-- > 0) throw new FilesAway('away');
      },
    };
    await workJobs(store(), { handlers, untilIdle: true });
    expect(await batchProgress(store(), batch)).toMatchObject({ done: 1, failed: 0 });
  });

  it('files of this machine are handed over, and any process takes them in by their hash', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingsuan-folder-'));
    const files = [0, 1].map((agency) => fileOf([made({ agency })]));
    for (const [i, { bytes }] of files.entries()) writeFileSync(join(folder, `${i}.json`), bytes);
    const batch = await importFolder(store(), folder);
    await workJobs(store(), { handlers: handingOver(store()), untilIdle: true });
    rmSync(folder, { recursive: true });
    expect(await batchProgress(store(), batch)).toMatchObject({ waiting: 2, done: 0 });
    const uploaded = await importFiles(store(), '上传', [{ ...fileOf([made({ agency: 2 })]), name: '三.json' }]);
    const [job] = await batchFiles(store(), uploaded);
    expect(job!.payload).toMatchObject({ name: '三.json', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    // What waits is kept: nobody else refers to it yet.
    const { sha256 } = job!.payload as { sha256: string };
    await forgetFiles(store(), [sha256]);
    expect(await store().files.get(sha256)).toBeDefined();
    const { [IMPORT_FILE]: takeIn } = importHandlers(store());
    await workJobs(store(), { handlers: { [IMPORT_FILE]: takeIn }, untilIdle: true });
    expect(await batchProgress(store(), batch)).toMatchObject({ waiting: 0, done: 2 });
    expect(await batchProgress(store(), uploaded)).toMatchObject({ done: 1 });
    expect((await listAgencies(store())).items).toHaveLength(3);
  });

  it('a stop costs no attempt, however often', async () => {
    const batch = await enqueue(store(), 'cut', '', [1]);
    for (let stops = 0; stops < 5; stops++) {
      const stop = new AbortController();
      const cut = async () => {
        stop.abort();
        throw new Error('the server stops');
      };
      await workJobs(store(), { handlers: { cut }, signal: stop.signal, concurrency: 1 });
      expect(await batchProgress(store(), batch)).toMatchObject({ waiting: 1, failed: 0 });
    }
    expect(await claimJob(store(), ['cut'], 1)).toMatchObject({ attempts: 1 });
  });

  it('a database that goes away costs no attempt and ends no work; an end is told once it is known', async () => {
    const batch = await enqueue(store(), 'away', '', [1, 2, 3]);
    const stop = new AbortController();
    const told: string[] = [];
    let away = 0;
    const lost = () => Object.assign(new Error('terminating connection'), { code: '57P01' });
    const db = store().db.withPlugin({
      transformQuery: ({ node }) => {
        if (away <= 0) return node;
        away -= 1;
        throw lost();
      },
      transformResult: async ({ result }) => result,
    });
    const trouble: unknown[] = [];
    const handlers = {
      away: async ({ payload, attempts }: { payload: unknown; attempts: number }) => {
        if (payload === 1 && !told.includes('lost')) {
          told.push('lost');
          throw lost();
        }
        if (payload === 2) away = 2;
        expect(attempts).toBe(1);
      },
    };
    const working = workJobs(
      { ...store(), db },
      {
        handlers,
        concurrency: 1,
        signal: stop.signal,
        onError: (error) => told.push(String(error)),
        onEnd: async ({ payload }) => {
          told.push(`${payload} ended ${(await batchProgress(store(), batch))!.done}`);
          away = 3;
        },
        onTrouble: (error) => trouble.push(error === undefined),
      },
    );
    while ((await batchProgress(store(), batch))!.done < 3) await sleep(50);
    stop.abort();
    await working;
    expect(told).toEqual(['lost', '1 ended 1', '2 ended 2', '3 ended 3']);
    expect(trouble.slice(0, 2)).toEqual([false, true]);
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const working = workJobs(store(), { handlers: {}, signal: stop.signal, concurrency: 2 });
    stop.abort();
    await working;
  });
}
