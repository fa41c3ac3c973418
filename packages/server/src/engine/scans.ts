/** Files whose pages are pictures: each page is recognised in a working process of its own turn, with its own limits, several at once. */
import type { KnownScan } from '@mingsuan/documents/scan/pages';
import type { DocumentInput, PreparedDocument } from '@mingsuan/store';
import type { Pool } from './pool.ts';
import type { Failure, Outcome, ReadFile, Tasks } from './tasks.ts';

/** Pages of one file at once: others want processes too. */
const AT_ONCE = 4;
/** More pages of one file are not recognised. */
const MOST_PAGES = 1000;

export interface Watching {
  /** Told of each page that was recognised. */
  readonly onPage?: (done: number, total: number) => void;
  /** No further page is begun when aborted. */
  readonly gone?: AbortSignal;
}

interface Reads {
  readonly read: ReadFile;
  readonly prepare: PreparedDocument;
}

/** Reads or prepares a file: at once where none of its pages is a picture, else with what is recognised of them. */
export async function runWithScans<N extends keyof Reads>(
  pool: Pool,
  name: N,
  input: DocumentInput,
  watching: Watching = {},
): Promise<Outcome<Reads[N]>> {
  const counted = await pool.run(name, input);
  if (!counted.ok) return counted;
  if ('value' in counted.value) return { ok: true, value: counted.value.value as Reads[N] };
  const scans = await recogniseAll(pool, input, Math.min(counted.value.scans, MOST_PAGES), watching);
  if (!scans.ok) return scans;
  const takes: Tasks[N]['takes'] = { ...input, scans: scans.value };
  const read = await pool.run(name, takes);
  return read.ok && 'value' in read.value ? { ok: true, value: read.value.value as Reads[N] } : (read as never);
}

const WHY: Partial<Record<Failure, string>> = {
  timeout: '超过了时限',
  'out-of-memory': '超过了内存的上限',
};

async function recogniseAll(
  pool: Pool,
  input: DocumentInput,
  total: number,
  { onPage, gone }: Watching,
): Promise<Outcome<readonly KnownScan[]>> {
  const scans: KnownScan[] = [];
  let next = 0;
  let done = 0;
  let over: Failure | undefined;
  const lane = async (): Promise<void> => {
    while (next < total && !over) {
      if (gone?.aborted) over = 'gone';
      const at = next++;
      const outcome = over ? undefined : await pool.run('recognise', { name: input.name, bytes: input.bytes, at });
      if (!outcome) return;
      if ('failure' in outcome && outcome.failure === 'closed') over = 'closed';
      scans[at] = outcome.ok && outcome.value ? outcome.value : { failure: whyOf(outcome) };
      onPage?.(++done, total);
    }
  };
  onPage?.(0, total);
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, total) }, lane));
  return over ? { ok: false, failure: over } : { ok: true, value: scans };
}

const whyOf = (outcome: Outcome<unknown>): string =>
  ('failure' in outcome ? WHY[outcome.failure] : undefined) ?? '进程意外中止';
