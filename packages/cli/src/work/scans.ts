/**
 * A file whose pages are pictures: each is recognised by a process with limits of its own, several at once. Threads do not do: the
 * native runtime takes the whole process along when a thread that loaded it ends.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DocumentReading } from '@mingsuan/core/disclosure';
import { openLayout } from '@mingsuan/documents/read';
import { countingScans, type KnownScan, recogniseScan, withScans } from '@mingsuan/documents/scan/pages';
import type { PageJob, Scanned } from './job.ts';
import { type Failure, type Lane, runPool } from './pool.ts';

/** What one page may take; some five seconds are usual where nobody else is at work. */
const PAGE_MS = 180_000;

/** Megabytes of JavaScript heap that a page may take. */
const HEAP_LIMIT = 800;

const WHY: Readonly<Record<Failure, string>> = {
  timeout: '超过了时限',
  'out-of-memory': '超过了内存的上限',
  crashed: '进程意外中止',
};

/** What `read` makes of the file of these bytes; `lanes` pages are recognised at once, and `tell` hears of each. */
export async function readInLanes(
  { source, bytes, lanes }: { readonly source: string; readonly bytes: Uint8Array; readonly lanes: number },
  read: () => Promise<readonly DocumentReading[]>,
  tell: (scanned: Scanned) => void,
): Promise<readonly DocumentReading[]> {
  const counted = await countingScans(read);
  if ('value' in counted) return counted.value;
  const total = counted.scans;
  const scans: KnownScan[] = [];
  const jobs = Array.from({ length: total }, (_, at): PageJob => ({ at, source, bytes }));
  tell({ source, done: 0, total });
  await runPool<PageJob, KnownScan>(jobs, {
    size: lanes,
    timeoutMs: PAGE_MS,
    spawn: spawnProcess,
    failed: (_, failure) => ({ failure: WHY[failure] }),
    take: async (scan) => {
      tell({ source, done: scans.push(scan), total });
      return true;
    },
  });
  return withScans(scans, read);
}

/** Recognises one page; one that ends in an error says so. */
export async function recognisePage({ at, source, bytes }: PageJob): Promise<KnownScan> {
  try {
    return (await recogniseScan(() => openLayout(source, bytes), at)) ?? { failure: WHY.crashed };
  } catch {
    return { failure: WHY.crashed };
  }
}

function spawnProcess(): Lane {
  const isSource = import.meta.url.endsWith('.ts');
  const entry = fileURLToPath(new URL(isSource ? './worker.ts' : './worker.js', import.meta.url));
  const child = fork(entry, [], {
    execArgv: [`--max-old-space-size=${HEAP_LIMIT}`, ...(isSource ? ['--import', import.meta.resolve('tsx')] : [])],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const lane: unknown = Object.assign(child, {
    postMessage: (job: PageJob) => void child.send(job),
    terminate: async () => child.kill('SIGKILL'),
  });
  // Its events are a thread's: message, error, exit.
  return lane as Lane;
}
