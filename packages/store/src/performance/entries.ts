/** What is entered on authority lines step by step, and what people say of it; only added to. Money in fen. */
import { executionFaults } from '@mingsuan/core/performance/execution-faults';
import type { ProjectWords } from '@mingsuan/core/performance/execution-report';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { listOf } from '../queries/sql.ts';
import type { WorkItem } from '../work/items.ts';
import { hashOfContent, type StepQuestion, takeStep, type Worker } from '../work/steps.ts';
import { partsOf } from './bulk.ts';
import { type EntryKind, executionOf } from './execution.ts';

type Db = Kysely<Database>;

/** Which step brings which entries. */
export const ENTRY_OF = {
  adjust: 'adjustment',
  plan: 'plan',
  pay: 'payment',
  commit: 'commitment',
  accept: 'acceptance',
} as const satisfies Readonly<Record<string, EntryKind>>;
export type EntryEvent = keyof typeof ENTRY_OF;

export interface NewEntry {
  /** Absent of an acceptance. */
  readonly line?: string | undefined;
  /** 1 to 12. */
  readonly month: number;
  readonly day?: string | undefined;
  readonly fen: number;
  readonly contract?: string | undefined;
  /** What an adjustment is: `transfer`. */
  readonly change?: string | undefined;
  readonly origin?: unknown;
}

export interface ExecutionEntry extends NewEntry {
  readonly id: number;
  readonly kind: EntryKind;
  readonly documentNumber: string | null;
  readonly reason: string | null;
  /** Of the item's history. */
  readonly step: number;
}

/**
 * Entries of one step, all of them or none. By hand nothing is entered beyond what is available; what a system outside has paid is a
 * fact, and its faults are told by `executionFaults`. @throws ChangeRefused
 */
export function enterExecution(
  store: Pick<Store, 'db'>,
  id: number,
  {
    event,
    entries,
    isImport = false,
    ...question
  }: StepQuestion & {
    readonly event: EntryEvent;
    readonly entries: readonly NewEntry[];
    readonly isImport?: boolean;
  },
  worker: Worker,
  now = new Date(),
): Promise<WorkItem> {
  const kind = ENTRY_OF[event];
  const work = async (tx: Db, { unitId, year, revision }: WorkItem) => {
    await assureNotStopped(tx, { id, unitId, year }, event, entries);
    for (const part of partsOf(entries))
      await tx
        .insertInto('execution_entries')
        .values(
          part.map(({ line, month, day, fen, contract, change, origin }) => ({
            item_id: id,
            kind,
            line: line ?? null,
            month,
            day: day ?? null,
            fen,
            contract: contract ?? null,
            change: change ?? null,
            document_number: question.document?.number ?? null,
            reason: question.reason ?? null,
            origin: origin === undefined ? null : JSON.stringify(origin),
            step: revision,
          })),
        )
        .execute();
    if (kind !== 'acceptance') await assureSound(tx, id, entries, isImport);
  };
  const told = { entries: entries.length, fen: entries.reduce((all, { fen }) => all + fen, 0) };
  return takeStep(store, id, { ...question, event }, worker, now, { content: hashOfContent(entries), told, work });
}

/** What nobody may enter at all, and what nobody may enter by hand. */
const NEVER = ['unknown-line'];
const NOT_BY_HAND = [...NEVER, 'overspent', 'negative', 'transfer', 'direction'];

async function assureSound(db: Db, id: number, entries: readonly NewEntry[], isImport: boolean): Promise<void> {
  const { execution } = await executionOf(db, [id]);
  const touched = new Set(entries.map(({ line }) => line));
  const codes = isImport ? NEVER : NOT_BY_HAND;
  const months = [...new Set([...entries.map(({ month }) => month), 12])];
  for (const month of months) {
    const fault = executionFaults(execution, month).find(
      ({ code, line }) => codes.includes(code) && (line === undefined || touched.has(line)),
    );
    if (fault) throw new ChangeRefused(fault.message);
  }
}

/** A project whose payments were stopped pays nothing and binds nothing. */
async function assureNotStopped(
  db: Db,
  { id, unitId, year }: { readonly id: number; readonly unitId: number; readonly year: number },
  event: EntryEvent,
  entries: readonly NewEntry[],
): Promise<void> {
  if (event !== 'pay' && event !== 'commit') return;
  const lines = entries.flatMap(({ line }) => line ?? []);
  const { rows } = await sql<{ project: string }>`select l.project from authority_lines l join work_items w
    on w.process = 'warning' and w.unit_id = ${unitId} and w.year = ${year} and w.state = 'stopped' and w.project = l.project
    where l.item_id = ${id} and l.number = any(${listOf(lines, 'text')}) limit 1`.execute(db);
  if (rows[0]) throw new ChangeRefused(`项目“${rows[0].project}”已暂停拨款，答复预警并销号后再支付。`);
}

/** What people say of the money of projects. @throws ChangeRefused */
export function explainExecution(
  store: Pick<Store, 'db'>,
  id: number,
  words: readonly Omit<ProjectWords, 'unit'>[],
  question: Omit<StepQuestion, 'event'>,
  worker: Worker,
  now = new Date(),
): Promise<WorkItem> {
  const work = async (tx: Db, { revision }: WorkItem) => {
    await tx
      .insertInto('execution_words')
      .values(
        words.map(({ project, lastYear, forecast, cause }) => ({
          item_id: id,
          project,
          last_year: lastYear ?? null,
          forecast: forecast ?? null,
          cause: cause ?? null,
          step: revision,
        })),
      )
      .execute();
  };
  return takeStep(store, id, { ...question, event: 'explain' }, worker, now, { content: hashOfContent(words), work });
}

/** The entries of an item, the newest first, each with the step that brought it. @param line only those of this line */
export async function executionEntries(db: Db, id: number, line?: string): Promise<readonly ExecutionEntry[]> {
  const { rows } = await sql<ExecutionEntry>`select id, kind, line, month, day, fen, contract, change,
    document_number as "documentNumber", reason, origin, step from execution_entries
    where item_id = ${id} and ${line === undefined ? sql`true` : sql`line = ${line}`} order by id desc limit 500`.execute(
    db,
  );
  return rows;
}
