/** Checks of visitors' files: nothing of them is published, and after an hour nothing of them is left. */
import { join } from 'node:path';
import type { Dismissal } from '@mingsuan/core/dismissals';
import type { DocumentInput } from '@mingsuan/store';
import type { Logger } from 'pino';
import { type Corrections, type Figures, figuresOf } from '../../engine/corrections.ts';
import { type Engine, gained } from '../../engine/engine.ts';
import type { Box, ReportFormat } from '../../engine/tasks.ts';
import { unpackUploads } from '../../engine/unpack.ts';
import { Fault, found, roomFor } from '../../fault.ts';
import { plainName } from '../../plain-name.ts';
import { correct, scanOf } from './corrections.ts';
import { type CheckResult, ChecksFolder, type CheckTicket, fileOf, newId } from './folder.ts';
import { writeReport } from './report.ts';
import { runCheck } from './run.ts';

export interface CheckStatus {
  readonly id: string;
  readonly state: 'running' | 'done' | 'failed';
  /** Files read, of all. */
  readonly done: number;
  /** Scanned pages recognised, of all that were found by now; absent where there are none. */
  readonly scans?: { readonly done: number; readonly total: number };
  readonly files: CheckTicket['files'];
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly error?: string;
}

/** What is framed on a page, in points, and how large the page is drawn: pixels a point. */
export interface Framed {
  readonly frames: readonly Box[];
  readonly witnesses: readonly Box[];
  readonly scale: number;
}

export interface Checks {
  /** `password` opens protected files and is kept nowhere. @throws Fault where there is too much to do already */
  create(visitor: string, files: readonly DocumentInput[], password?: string): Promise<CheckStatus>;
  /** Undefined where there is none, or none any more. */
  status(id: string): CheckStatus | undefined;
  /** Of one that has to be there, as for all below. @throws Fault `missing` */
  known(id: string): CheckStatus;
  result(id: string): Promise<CheckResult | undefined>;
  dismissals(id: string): Promise<readonly Dismissal[]>;
  dismiss(id: string, dismissals: readonly Dismissal[]): Promise<void>;
  /** Of a document that is a scan: its doubtful figures, and what was put right. `document` as below. */
  figures(id: string, document: number): Promise<Figures>;
  /** All corrections of a scan, written anew; the check is made again with them. */
  correct(id: string, document: number, corrections: Corrections): Promise<Figures>;
  /** `document` is its number among all that the files hold. */
  picture(id: string, document: number, page: number, framed: Framed): Promise<Uint8Array>;
  /** `document` chooses among several PDFs. */
  report(id: string, format: ReportFormat, document?: number): Promise<Uint8Array>;
  remove(id: string): Promise<void>;
  counts(): { readonly running: number; readonly kept: number };
  close(): void;
}

export interface ChecksOptions {
  readonly dataDir: string;
  readonly engine: Engine;
  readonly log: Logger;
  readonly keepMs?: number;
}

const HOUR = 3_600_000;
const SWEEP_MS = 30_000;
const MOST_RUNNING = 100;
const MOST_OF_VISITOR = 4;
const MOST_KEPT_BYTES = 4 * 1024 ** 3;
/** A check that the server did not outlive so often is not begun again. */
const MOST_ATTEMPTS = 2;

interface Live {
  readonly ticket: CheckTicket;
  readonly visitor: string;
  state: CheckStatus['state'];
  done: number;
  /** By the number of the file. */
  readonly scans: Map<number, { readonly done: number; readonly total: number }>;
  readonly gone: AbortController;
  error?: string;
}

/** Opens the checks under `dataDir`, and goes on with those that a stop cut off; `keepMs`: how long one is kept. */
export async function openChecks({ dataDir, engine, log, keepMs = HOUR }: ChecksOptions): Promise<Checks> {
  const folder = new ChecksFolder(join(dataDir, 'checks'));
  const live = new Map<string, Live>();
  const closing = new AbortController();

  const isOver = ({ createdAt }: CheckTicket): boolean => Date.now() >= createdAt + keepMs;
  const find = (id: string): Live | undefined => {
    const check = live.get(id);
    return check && !isOver(check.ticket) ? check : undefined;
  };
  const remove = async (id: string): Promise<void> => {
    live.get(id)?.gone.abort();
    if (live.delete(id)) await folder.remove(id);
  };
  const sweep = async (): Promise<void> => {
    for (const [id, { ticket }] of live) if (isOver(ticket)) await remove(id);
  };

  const begin = async (check: Live, password?: string): Promise<void> => {
    const { id } = check.ticket;
    try {
      const fileRead = () => {
        check.done += 1;
      };
      const pageRead = (file: number) => (done: number, total: number) => check.scans.set(file, { done, total });
      const watching = { fileRead, pageRead, gone: check.gone.signal };
      const result = await runCheck(check.ticket, folder, engine, watching, password);
      if (!live.has(id)) return;
      await folder.putResult(id, result);
      check.state = 'done';
    } catch (error) {
      // What is cut off by a stop goes on at the next start.
      if (closing.signal.aborted || !live.has(id)) return;
      check.state = 'failed';
      check.error = error instanceof Fault ? error.message : '核对时出了内部错误，请稍后重试。';
      if (!(error instanceof Fault)) log.error({ err: error }, 'check failed');
    }
  };

  const resume = async (ticket: CheckTicket): Promise<void> => {
    const { id, attempts } = ticket;
    if (isOver(ticket)) return folder.remove(id);
    const isDone = (await folder.result(id)) !== undefined;
    const check = liveOf({ ...ticket, attempts: attempts + 1 }, '');
    live.set(id, check);
    if (isDone) Object.assign(check, { state: 'done', done: ticket.files.length });
    else if (attempts >= MOST_ATTEMPTS)
      Object.assign(check, { state: 'failed', error: '核对时服务器多次中断，请重新上传。' });
    else {
      await folder.putTicket(check.ticket);
      void begin(check);
    }
  };

  // What visitors left is never a reason not to start.
  for (const ticket of await folder.tickets()) {
    await resume(ticket).catch((err) => log.error({ err }, 'a check does not go on'));
  }
  const sweeping = setInterval(() => void sweep().catch((err) => log.error({ err }, 'sweep failed')), SWEEP_MS);
  sweeping.unref();

  const needed = (id: string): Live => found(find(id), '这次核对，或已过期删除');
  const doneResult = async (id: string): Promise<CheckResult> => {
    const { state, error } = needed(id);
    if (state === 'running') throw new Fault('not-yet', '还在核对，请稍后再取。');
    if (state === 'failed') throw new Fault('not-yet', `核对没有完成：${error}`);
    return found(await folder.result(id), '这次核对，或已过期删除');
  };

  const correcting = (id: string, result: CheckResult, document: number) => {
    const file = found(fileOf(result, document), '这份文件');
    return { id, file, name: needed(id).ticket.files[file]!.name, folder };
  };

  return {
    create: async (visitor, sent, password) => {
      const all = [...live.values()];
      const running = all.filter(({ state }) => state === 'running');
      if (running.length >= MOST_RUNNING) throw new Fault('busy', '正在核对的文件太多，请过几分钟再试。');
      if (running.filter((check) => check.visitor === visitor).length >= MOST_OF_VISITOR) {
        throw new Fault('too-many', `同时最多核对 ${MOST_OF_VISITOR} 批，请等前面的完成后再试。`, 10);
      }
      const uploads = await unpackUploads(engine.uploads, sent);
      const kept = all.reduce((sum, { ticket }) => sum + sizeOf(ticket.files), 0);
      const files = uploads.map(({ name, bytes }) => ({ name: plainName(name), size: bytes.length }));
      if (kept + sizeOf(files) > MOST_KEPT_BYTES) throw new Fault('busy', '暂存的文件太多，请过一会儿再试。');
      await roomFor(dataDir, sizeOf(files));
      const ticket: CheckTicket = { id: newId(), createdAt: Date.now(), files, attempts: 1 };
      const check = liveOf(ticket, visitor);
      live.set(ticket.id, check);
      try {
        await folder.put(
          ticket,
          uploads.map(({ bytes }) => bytes),
        );
      } catch (error) {
        await remove(ticket.id);
        throw error;
      }
      void begin(check, password);
      return statusOf(check, keepMs);
    },
    status: (id) => {
      const check = find(id);
      return check && statusOf(check, keepMs);
    },
    known: (id) => statusOf(needed(id), keepMs),
    result: async (id) => (find(id)?.state === 'done' ? folder.result(id) : undefined),
    dismissals: (id) => folder.dismissals(needed(id).ticket.id),
    dismiss: (id, dismissals) => folder.putDismissals(needed(id).ticket.id, dismissals),
    figures: async (id, document) => figuresOf(engine, await scanOf(correcting(id, await doneResult(id), document))),
    correct: async (id, document, corrections) => {
      const result = await doneResult(id);
      return correct(engine, correcting(id, result, document), result, corrections);
    },
    picture: async (id, document, page, framed) => {
      const takes = async () => {
        const file = found(fileOf(await doneResult(id), document), '这份文件');
        return { bytes: found(await folder.file(id, file), '这份文件'), page, ...framed };
      };
      return found(gained(await engine.views.run('picture', takes)), '这一页');
    },
    report: async (id, format, document) => {
      const result = await doneResult(id);
      const file = document === undefined ? undefined : found(fileOf(result, document), '这份文件');
      return writeReport({ ticket: needed(id).ticket, result, folder, engine }, format, file);
    },
    remove: async (id) => remove(needed(id).ticket.id),
    counts: () => ({
      running: [...live.values()].filter(({ state }) => state === 'running').length,
      kept: live.size,
    }),
    close: () => {
      closing.abort();
      clearInterval(sweeping);
    },
  };
}

const summed = (of: readonly { readonly done: number; readonly total: number }[]) => ({
  done: of.reduce((sum, { done }) => sum + done, 0),
  total: of.reduce((sum, { total }) => sum + total, 0),
});

const sizeOf = (files: CheckTicket['files']): number => files.reduce((sum, { size }) => sum + size, 0);

const liveOf = (ticket: CheckTicket, visitor: string): Live => ({
  ticket,
  visitor,
  state: 'running',
  done: 0,
  scans: new Map(),
  gone: new AbortController(),
});

const statusOf = ({ ticket, state, done, scans, error }: Live, keepMs: number): CheckStatus => ({
  id: ticket.id,
  state,
  done,
  files: ticket.files,
  createdAt: ticket.createdAt,
  expiresAt: ticket.createdAt + keepMs,
  ...(scans.size > 0 ? { scans: summed([...scans.values()]) } : {}),
  ...(error === undefined ? {} : { error }),
});
