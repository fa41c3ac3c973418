/**
 * Work that outlives the process that was given it. A job is claimed for a while; whoever claimed it says again and again
 * that it lives, and a job whose claimant fell silent goes to the next one. Work must bear being done twice. Batches share the
 * workers: the first jobs of each come before the second of any, so that one file is not behind a folder of a million.
 */
import { sql } from 'kysely';
import { insertOf, integerOf, listOf, literalsOf } from '../database/bulk.ts';
import type { Store } from '../open.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed';

export interface Job {
  readonly id: number;
  readonly batchId: number | null;
  readonly kind: string;
  readonly payload: unknown;
  /** How often it was begun, this time with it. */
  readonly attempts: number;
}

export interface BatchProgress {
  readonly id: number;
  readonly kind: string;
  readonly title: string;
  readonly createdAt: string;
  readonly total: number;
  readonly waiting: number;
  readonly running: number;
  readonly done: number;
  readonly failed: number;
  /** The first jobs that failed, with one Chinese sentence each. */
  readonly errors: readonly { readonly payload: unknown; readonly message: string }[];
}

type Db = Pick<Store, 'db'>;

const JOB_COLUMNS = { kind: 'text', payload: 'json', turn: 'integer' } as const;
/** Tries of a job that fails and tells why. */
const MOST_ATTEMPTS = 3;
/** Beginnings of a job whose claimant fell silent each time: kills and restarts hit whatever runs, so that more of them are borne. */
const MOST_DEATHS = 6;
const MOST_ERRORS = 100;

/** Enters jobs of one kind as a batch, all or none. */
export const enqueue = ({ db }: Db, kind: string, title: string, payloads: readonly unknown[]): Promise<number> =>
  db.transaction().execute((tx) => enqueueIn(tx, kind, title, payloads));

/** As `enqueue`, within a transaction of more. @returns the batch */
export async function enqueueIn(
  tx: Store['db'],
  kind: string,
  title: string,
  payloads: readonly unknown[],
): Promise<number> {
  const { id } = await tx.insertInto('batches').values({ kind, title }).returning('id').executeTakeFirstOrThrow();
  const from = await turnNow(tx, kind);
  const rows = payloads.map((payload, i) => ({ kind, payload: JSON.stringify(payload), turn: from + i }));
  const literals = literalsOf(JOB_COLUMNS, rows);
  await insertOf({ table: 'jobs', columns: JOB_COLUMNS, literals, constants: { batch_id: integerOf(id) } }).execute(tx);
  return id;
}

/** Where the queue of a kind stands: the turn of the job that is next, or at hand where none waits. */
async function turnNow(db: Store['db'], kind: string): Promise<number> {
  const { rows } = await sql<{ turn: number }>`select turn from jobs
    where kind = ${kind} and state in ('waiting', 'running') order by attempts, turn, id limit 1`.execute(db);
  return rows[0]?.turn ?? 0;
}

/**
 * Of the jobs that wait or whose claimant fell silent the one that was begun least, of those the one whose turn it is; undefined where
 * there is none. A job that takes its process down comes after all others so, and a healthy one that was hit by a kill is
 * not begun again and again while the kills go on. Each kind is looked up by itself: what others are to do costs nothing.
 */
export async function claimJob({ db }: Db, kinds: readonly string[], leaseSeconds: number): Promise<Job | undefined> {
  if (kinds.length === 0) return undefined;
  await giveUp(db, kinds);
  const { rows } = await sql<{ id: number; batch_id: number | null; kind: string; payload: unknown; attempts: number }>`
    update jobs set state = 'running', attempts = attempts + 1, locked_until = now() + make_interval(secs => ${leaseSeconds})
    where id = (
      select first.id from unnest(${listOf(kinds, 'text')}) as k (kind) cross join lateral (
        select j.id, j.attempts, j.turn from jobs j
        where j.kind = k.kind and j.state in ('waiting', 'running')
          and (j.state = 'waiting' and (j.locked_until is null or j.locked_until < now()) or j.state = 'running' and j.locked_until < now())
        order by j.attempts, j.turn, j.id limit 1 for update skip locked) as first
      order by first.attempts, first.turn, first.id limit 1)
    returning id, batch_id, kind, payload, attempts`.execute(db);
  const [row] = rows;
  return row && { id: row.id, batchId: row.batch_id, kind: row.kind, payload: row.payload, attempts: row.attempts };
}

/** A job that took its process down every time is not begun again. */
async function giveUp(db: Store['db'], kinds: readonly string[]): Promise<void> {
  await db
    .updateTable('jobs')
    .set({
      state: 'failed',
      finished_at: sql<Date>`now()`,
      error: `处理这个文件时进程中断了 ${MOST_DEATHS} 次，已不再自动重试：可能是文件特殊，也可能是进程被强行结束；确认运行正常后可以再试。`,
    })
    .where('kind', 'in', kinds)
    .where('state', '=', 'running')
    .where('attempts', '>=', MOST_DEATHS)
    .where('locked_until', '<', sql<Date>`now()`)
    .execute();
}

/** The claimant lives, and has done so much of so much. False where the job went to another meanwhile. */
export async function renewJob(
  { db }: Db,
  { id, attempts }: Job,
  leaseSeconds: number,
  progress?: { readonly done: number; readonly total: number },
): Promise<boolean> {
  const { rows } = await sql`
    update jobs set locked_until = now() + make_interval(secs => ${leaseSeconds})
      ${progress ? sql`, done = ${progress.done}, total = ${progress.total}` : sql``}
    where id = ${id} and state = 'running' and attempts = ${attempts} returning id`.execute(db);
  return rows.length > 0;
}

/** Ends a job with its result, where this attempt still holds it. */
export async function finishJob({ db }: Db, { id, attempts }: Job, result: unknown): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ state: 'done', result: JSON.stringify(result ?? null), finished_at: sql<Date>`now()`, locked_until: null })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .execute();
}

/** Puts back a job that was cut off through no fault of its own; the attempt does not count. */
export async function putBackJob({ db }: Db, { id, attempts }: Job): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ state: 'waiting', attempts: attempts - 1, locked_until: null })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('attempts', '=', attempts)
    .execute();
}

/** Makes a job one of another kind, which waits as if it were new, where this attempt still holds it. */
export async function passJob({ db }: Db, { id, attempts }: Job, kind: string, payload: unknown): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ kind, payload: JSON.stringify(payload), state: 'waiting', attempts: 0, locked_until: null })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('attempts', '=', attempts)
    .execute();
}

/** `again`: whether another try may help; it is made after a pause, up to three in all. @returns whether this was the last */
export async function failJob({ db }: Db, job: Job, message: string, again: boolean): Promise<boolean> {
  const retry = again && job.attempts < MOST_ATTEMPTS;
  await db
    .updateTable('jobs')
    .set(
      retry
        ? { state: 'waiting', error: message, locked_until: sql<Date>`now() + make_interval(secs => ${job.attempts})` }
        : { state: 'failed', error: message, locked_until: null, finished_at: sql<Date>`now()` },
    )
    .where('id', '=', job.id)
    .where('attempts', '=', job.attempts)
    .execute();
  return !retry;
}

/** Undefined where there is no such batch. */
export async function batchProgress({ db }: Db, id: number): Promise<BatchProgress | undefined> {
  const batch = await db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst();
  if (!batch) return undefined;
  const { rows } = await sql<{ state: JobState; count: number }>`
    select state, count(*) as count from jobs where batch_id = ${id} group by state`.execute(db);
  const failed = await db
    .selectFrom('jobs')
    .select(['payload', 'error'])
    .where('batch_id', '=', id)
    .where('state', '=', 'failed')
    .orderBy('id')
    .limit(MOST_ERRORS)
    .execute();
  const count = (state: JobState) => rows.find((row) => row.state === state)?.count ?? 0;
  return {
    id,
    kind: batch.kind,
    title: batch.title,
    createdAt: batch.created_at.toISOString(),
    total: rows.reduce((sum, row) => sum + row.count, 0),
    waiting: count('waiting'),
    running: count('running'),
    done: count('done'),
    failed: count('failed'),
    errors: failed.map(({ payload, error }) => ({ payload, message: error ?? '' })),
  };
}
