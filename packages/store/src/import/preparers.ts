/**
 * Preparing documents in worker threads: the database writes meanwhile, and a file that takes too long or too much memory
 * takes down nothing but its own thread.
 */
import { Worker } from 'node:worker_threads';
import { type UnreadableCode, UnreadableInput } from '@mingsuan/documents/unreadable';
import type { DocumentInput, Prepare, PreparedDocument } from './prepare.ts';

export interface Preparers {
  readonly prepare: Prepare;
  close(): Promise<void>;
}

export interface PreparerOptions {
  readonly threads: number;
  /** Seconds for one document; 120 without. */
  readonly timeoutSeconds?: number;
  /** Megabytes of JavaScript heap; 2048 without. */
  readonly heapMegabytes?: number;
}

/** What a worker answers. */
export type Answer =
  | { readonly prepared: PreparedDocument }
  | { readonly unreadable: { readonly code: UnreadableCode; readonly message: string } }
  | { readonly failed: string };

/** Threads that read and check documents; a call waits where all are busy. */
export function startPreparers({ threads, timeoutSeconds = 120, heapMegabytes = 2048 }: PreparerOptions): Preparers {
  const idle: Worker[] = [];
  const waiting: (() => void)[] = [];
  let places = threads;

  const take = async (): Promise<Worker> => {
    if (places === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else places -= 1;
    return idle.pop() ?? spawn(heapMegabytes);
  };
  const giveBack = (): void => {
    const next = waiting.shift();
    if (next) next();
    else places += 1;
  };
  return {
    prepare: async (input) => {
      const worker = await take();
      try {
        const answer = await ask(worker, input, timeoutSeconds);
        if ('stopped' in answer) {
          await worker.terminate();
          throw answer.stopped;
        }
        idle.push(worker);
        if ('prepared' in answer) return answer.prepared;
        if ('failed' in answer) throw new Error(answer.failed);
        throw new UnreadableInput(answer.unreadable.code, answer.unreadable.message);
      } finally {
        giveBack();
      }
    },
    close: async () => {
      await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
    },
  };
}

function ask(worker: Worker, input: DocumentInput, seconds: number): Promise<Answer | { stopped: UnreadableInput }> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | { stopped: UnreadableInput }) => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', onError).off('exit', onExit);
      worker.unref();
      resolve(answer);
    };
    const stop = (code: UnreadableCode, message: string) => settle({ stopped: new UnreadableInput(code, message) });
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? stop('too-large', '读它需要的内存超过了上限，请把文件拆小后再读。')
        : onExit();
    const onExit = () => stop('internal', '读它的进程意外中止，文件可能已经损坏；请换一份重试，或把它反馈给我们。');
    const timer = setTimeout(
      () => stop('timeout', `${seconds} 秒内没有读完，已经放弃；请把文件拆小后再读。`),
      seconds * 1000,
    );
    worker.on('message', settle).on('error', onError).on('exit', onExit);
    // Only a thread at work keeps the process alive.
    worker.ref();
    worker.postMessage(input);
  });
}

function spawn(heapMegabytes: number): Worker {
  const limits = { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } };
  const worker = import.meta.url.endsWith('.ts')
    ? new Worker(fromSources(), { ...limits, eval: true })
    : new Worker(new URL('./prepare-worker.js', import.meta.url), limits);
  worker.unref();
  // A worker that is being stopped may still report an error; by then it has been accounted for.
  worker.on('error', () => {});
  return worker;
}

/** From the sources (tests, development) the thread needs the TypeScript loader first. */
function fromSources(): string {
  const entry = JSON.stringify(new URL('./prepare-worker.ts', import.meta.url).href);
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  return `import(${loader}).then(({ register }) => { register(); return import(${entry}); });`;
}
