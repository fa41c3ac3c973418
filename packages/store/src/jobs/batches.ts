/** The batches of jobs as an operator looks at them: how far each is, what became of each file, and what failed tried again. */
import { sql } from 'kysely';
import type { Store } from '../open.ts';
import { keyOf, limitOf, type Page, type PageOptions, pageOf } from '../queries/page.ts';
import type { JobState } from './queue.ts';

export interface BatchItem {
  readonly id: number;
  readonly kind: string;
  readonly title: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly total: number;
  readonly waiting: number;
  readonly running: number;
  readonly done: number;
  readonly failed: number;
}

interface Row extends Omit<BatchItem, 'createdAt' | 'finishedAt'> {
  readonly created_at: Date;
  readonly finished_at: Date | null;
}

/** The newest first. */
export async function listBatches({ db }: Pick<Store, 'db'>, options: PageOptions = {}): Promise<Page<BatchItem>> {
  const limit = limitOf(options);
  const after = keyOf<[number]>(options, ['number']);
  const count = (state: JobState) => sql`cast(count(*) filter (where j.state = ${state}) as integer)`;
  const { rows } = await sql<Row>`
    select b.id, b.kind, b.title, b.created_at, max(j.finished_at) as finished_at, cast(count(j.id) as integer) as total,
      ${count('waiting')} as waiting, ${count('running')} as running, ${count('done')} as done, ${count('failed')} as failed
    from batches b left join jobs j on j.batch_id = b.id
    where ${after ? sql`b.id < ${after[0]}` : sql`true`}
    group by b.id order by b.id desc limit ${limit + 1}`.execute(db);
  return pageOf(
    rows,
    limit,
    ({ id }) => [id],
    ({ created_at, finished_at, ...row }) => ({
      ...row,
      createdAt: created_at.toISOString(),
      finishedAt: row.waiting + row.running > 0 ? null : (finished_at?.toISOString() ?? null),
    }),
  );
}

export interface BatchFile {
  readonly id: number;
  readonly payload: unknown;
  readonly state: JobState;
  readonly attempts: number;
  readonly error: string | null;
  readonly result: unknown;
}

const MOST_FILES = 1000;

/** The jobs of a batch: those that failed first. */
export async function batchFiles({ db }: Pick<Store, 'db'>, id: number): Promise<readonly BatchFile[]> {
  const { rows } = await sql<BatchFile>`
    select id, payload, state, attempts, error, result from jobs where batch_id = ${id}
    order by case state when 'failed' then 0 when 'running' then 1 when 'waiting' then 2 else 3 end, id
    limit ${MOST_FILES}`.execute(db);
  return rows;
}

/** Counting all of a very long queue would cost more than the number is worth. */
const MOST_COUNTED = 100_000;

/** How many jobs wait or run, counted up to a hundred thousand. */
export async function waitingJobs({ db }: Pick<Store, 'db'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select cast(count(*) as integer) as count from (
    select 1 from jobs where state in ('waiting', 'running') limit ${MOST_COUNTED}) as open`.execute(db);
  return rows[0]!.count;
}

/** What is kept for jobs that are not done: of each the payload. */
export async function openPayloads({ db }: Pick<Store, 'db'>, kind: string): Promise<readonly unknown[]> {
  const { rows } = await sql<{ payload: unknown }>`
    select payload from jobs where kind = ${kind} and state <> 'done'`.execute(db);
  return rows.map(({ payload }) => payload);
}

/** Jobs that failed wait again, as if they were new. @returns how many */
export async function retryBatch({ db }: Pick<Store, 'db'>, id: number): Promise<number> {
  const { rows } =
    await sql`update jobs set state = 'waiting', attempts = 0, error = null, finished_at = null, locked_until = null
    where batch_id = ${id} and state = 'failed' returning id`.execute(db);
  return rows.length;
}
