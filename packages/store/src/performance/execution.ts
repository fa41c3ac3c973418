/** The execution of a unit's year: its authority lines, what is entered on them step by step, and what they come to. Money in fen. */
import type { AuthorityLine, Execution } from '@mingsuan/core/performance/execution';
import { executionFaults } from '@mingsuan/core/performance/execution-faults';
import type { ProjectWords } from '@mingsuan/core/performance/execution-report';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, dayOf } from '../people/audit.ts';
import { placesOn, unitOn } from '../people/units.ts';
import { listOf } from '../queries/sql.ts';
import { getWork, type WorkItem } from '../work/items.ts';
import { hashOfContent, type StepQuestion, takeStep, type Worker } from '../work/steps.ts';

type Db = Kysely<Database>;

export const ENTRY_KINDS = ['adjustment', 'plan', 'payment', 'commitment', 'acceptance'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

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

/** The execution of a unit's year; undefined where nothing was authorised yet. */
export async function executionItem(db: Db, unitId: number, year: number, day: string): Promise<WorkItem | undefined> {
  const row = await db
    .selectFrom('work_items')
    .select('id')
    .where('process', '=', 'execution')
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .executeTakeFirst();
  return row && getWork(db, row.id, day);
}

/** Opens the year's execution where it is not open yet. @returns its number */
export async function openExecution(
  { db }: Pick<Store, 'db'>,
  { unitId, year }: { readonly unitId: number; readonly year: number },
  worker: Worker,
  now = new Date(),
): Promise<number> {
  if (!worker.roles.includes('bureau-budget')) throw new ChangeRefused('指标要由财政预算处来下达。');
  return db.transaction().execute(async (tx) => {
    const unit = await unitOn(tx, unitId, dayOf(now));
    if (unit?.kind !== 'unit') throw new ChangeRefused('指标要下达给一个单位。');
    const title = `${year} 年预算执行`;
    const made = await tx
      .insertInto('work_items')
      .values({ process: 'execution', unit_id: unitId, year, title, state: 'open', changed_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return (await executionItem(tx, unitId, year, dayOf(now)))!.id;
    const entry = { kind: 'work', subject: made.id, unitId, role: 'bureau-budget' } as const;
    await audit(tx, worker, { ...entry, title: `${unit.name}：建立${title}` }, now);
    return made.id;
  });
}

/** Lines of an approval. Those that are there already are refused: what is changed is adjusted. @throws ChangeRefused */
export function authorise(
  store: Pick<Store, 'db'>,
  id: number,
  lines: readonly AuthorityLine[],
  question: Omit<StepQuestion, 'event'>,
  worker: Worker,
  now = new Date(),
): Promise<WorkItem> {
  if (lines.length === 0) return Promise.reject(new ChangeRefused('批复的预算里没有支出，没有指标可以下达。'));
  const work = async (tx: Db, { revision }: WorkItem) => {
    const { rows } = await sql<{ number: string }>`select number from authority_lines where item_id = ${id}`.execute(
      tx,
    );
    const known = new Set(rows.map(({ number }) => number));
    const doubled = lines.find((line) => known.has(line.id));
    if (doubled) throw new ChangeRefused(`指标“${doubled.id}”已经下达，要改请用“调整指标”。`);
    for (const part of partsOf(lines))
      await tx
        .insertInto('authority_lines')
        .values(
          part.map((line) => ({
            item_id: id,
            number: line.id,
            project: line.project,
            functional: line.functional,
            economic: line.economic ?? null,
            fund: line.fund,
            carried: line.carried ?? false,
            is_lump_sum: line.isLumpSum ?? false,
            fen: line.amount,
            document_number: line.document,
            step: revision,
          })),
        )
        .execute();
  };
  const told = { lines: lines.length, fen: lines.reduce((all, { amount }) => all + amount, 0) };
  return takeStep(store, id, { ...question, event: 'authorise' }, worker, now, {
    content: hashOfContent(lines),
    told,
    work,
  });
}

/** So many rows a statement. */
const PART = 500;
const partsOf = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / PART) }, (_, i) => all.slice(i * PART, (i + 1) * PART));

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
const NOT_BY_HAND = [...NEVER, 'overspent', 'negative', 'transfer'];

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

/** The items of a year's execution of these units. */
export async function executionItems(
  db: Db,
  units: readonly number[],
  year: number,
): Promise<readonly { readonly id: number; readonly unitId: number }[]> {
  const { rows } = await sql<{ id: number; unitId: number }>`select id, unit_id as "unitId" from work_items
    where process = 'execution' and year = ${year} and unit_id = any(${listOf(units, 'integer')})`.execute(db);
  return rows;
}

/** All of these items as one execution; the words of people on its projects beside it. */
export async function executionOf(
  db: Db,
  items: readonly number[],
): Promise<{ readonly execution: Execution; readonly words: readonly ProjectWords[] }> {
  const of = listOf(items, 'integer');
  const day = dayOf(new Date());
  const { rows: lines } = await sql<{
    item: number;
    number: string;
    unit: string;
    project: string;
    functional: string;
    economic: string | null;
    fund: string;
    carried: boolean;
    isLumpSum: boolean;
    fen: number;
    document: string;
  }>`select l.item_id as item, l.number, s.name as unit, l.project, l.functional, l.economic, l.fund, l.carried,
    l.is_lump_sum as "isLumpSum", l.fen, l.document_number as document
    from authority_lines l join work_items i on i.id = l.item_id join ${placesOn(day)} s on s.unit_id = i.unit_id
    where l.item_id = any(${of}) order by s.code, l.number`.execute(db);
  const { rows: entries } = await sql<{
    item: number;
    kind: EntryKind;
    line: string | null;
    month: number;
    day: string | null;
    fen: number;
    contract: string | null;
    change: string | null;
    document: string | null;
    reason: string | null;
  }>`select item_id as item, kind, line, month, day, fen, contract, change, document_number as document, reason
    from execution_entries where item_id = any(${of}) order by id`.execute(db);
  const { rows: words } = await sql<{
    unit: string;
    project: string;
    lastYear: number | null;
    forecast: number | null;
    cause: string | null;
  }>`select distinct on (w.item_id, w.project) s.name as unit, w.project, w.last_year as "lastYear", w.forecast, w.cause
    from execution_words w join work_items i on i.id = w.item_id join ${placesOn(day)} s on s.unit_id = i.unit_id
    where w.item_id = any(${of}) order by w.item_id, w.project, w.id desc`.execute(db);
  // Lines are numbered within their unit; of several units each number has its item before it.
  const one = items.length === 1;
  const idOf = (item: number, line: string) => (one ? line : `${item}/${line}`);
  const ofKind = (kind: EntryKind) => entries.filter((each) => each.kind === kind);
  const entryOf = ({ item, line, month, fen, contract }: (typeof entries)[number]) => ({
    line: idOf(item, line!),
    month,
    amount: fen,
    ...(contract === null ? {} : { contract }),
  });
  return {
    execution: {
      lines: lines.map(({ item, number, economic, carried, isLumpSum, fen, ...line }) => ({
        ...line,
        id: idOf(item, number),
        fund: line.fund as AuthorityLine['fund'],
        ...(economic === null ? {} : { economic }),
        ...(carried ? { carried } : {}),
        ...(isLumpSum ? { isLumpSum } : {}),
        amount: fen,
      })),
      adjustments: ofKind('adjustment').map(({ item, line, month, fen, change, document, reason }) => ({
        line: idOf(item, line!),
        kind: change as Execution['adjustments'][number]['kind'],
        month,
        delta: fen,
        document: document ?? '',
        reason: reason ?? '',
      })),
      plans: ofKind('plan').map(entryOf),
      payments: ofKind('payment').map(entryOf),
      commitments: ofKind('commitment').map(entryOf),
      acceptances: ofKind('acceptance').map(({ contract, day: date, fen }) => ({
        contract: contract ?? '',
        date: date!,
        amount: fen,
      })),
    },
    words: words.map(({ unit, project, lastYear, forecast, cause }) => ({
      unit,
      project,
      ...(lastYear === null ? {} : { lastYear }),
      ...(forecast === null ? {} : { forecast }),
      ...(cause === null ? {} : { cause }),
    })),
  };
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
