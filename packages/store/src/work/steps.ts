/** Changing work: opening an item, saving a version, a step. Each is one transaction with its history and its place in the trail. */
import { createHash } from 'node:crypto';
import type { Role } from '@mingsuan/core/process/roles';
import { type ProcessEvent, step } from '@mingsuan/core/process/step';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, type Doer, dayOf } from '../people/audit.ts';
import { unitOn } from '../people/units.ts';
import { announce } from '../webhooks/outbox.ts';
import {
  type FieldReason,
  getWork,
  PROCESSES,
  type Process,
  type WorkEntry,
  type WorkItem,
  workHistory,
} from './items.ts';

type Db = Kysely<Database>;

/** A person who is signed in, with the roles that count at the unit of the item. */
export interface Worker extends Doer {
  readonly personId: number;
  readonly roles: readonly Role[];
}

/** What a content is known by: the same for the same content, whatever the order of its keys. */
export const hashOfContent = (content: unknown): string => createHash('sha256').update(ordered(content)).digest('hex');

const ordered = (content: unknown): string =>
  JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

const NO_CONTENT = hashOfContent(null);

/** The year's budget of a unit, or a project: nothing in it yet. @returns its number. @throws ChangeRefused where there is one */
export async function openWork(
  { db }: Pick<Store, 'db'>,
  {
    process,
    unitId,
    year,
    title: given,
  }: { readonly process: Process; readonly unitId: number; readonly year: number; readonly title?: string | undefined },
  worker: Worker,
  now = new Date(),
): Promise<number> {
  const table = PROCESSES[process];
  const editing = table.transitions.find(({ event }) => event === 'edit')!;
  const role = editing.roles.find((one) => worker.roles.includes(one));
  if (!role) throw new ChangeRefused('要由这个单位的经办人员来建。');
  return db.transaction().execute(async (tx) => {
    const unit = await unitOn(tx, unitId, dayOf(now));
    if (unit?.kind !== 'unit') throw new ChangeRefused('要建在一个单位上。');
    const title = process === 'round' ? `${year} 年预算` : (given ?? '').trim();
    if (title === '') throw new ChangeRefused('项目名称不能空着。');
    const made = await tx
      .insertInto('work_items')
      .values({ process, unit_id: unitId, year, title, state: table.initial, changed_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw new ChangeRefused(`${unit.name}已有“${title}”，请打开它。`);
    await audit(tx, worker, { kind: 'work', subject: made.id, unitId, role, title: `${unit.name}：建立${title}` }, now);
    return made.id;
  });
}

/** What is asked for; `revision` is that of the item as it was seen. */
export interface StepQuestion {
  readonly event: string;
  readonly reason?: string | undefined;
  readonly document?: ProcessEvent['document'] | undefined;
  readonly facts?: ProcessEvent['facts'];
  readonly revision: number;
  /** Of what is returned: where, and why. */
  readonly fields?: readonly FieldReason[] | undefined;
}

/** What a step does beside moving the item: in the same transaction, so that both are done or neither. */
export interface StepWork {
  /** Hash of what it is about; that of the item's version where not given. */
  readonly content?: string;
  /** For the trail, beside the state. */
  readonly told?: Readonly<Record<string, unknown>>;
  readonly work?: (tx: Kysely<Database>, entered: WorkItem) => Promise<void>;
}

/** One step upon what was seen: of two at once one is done. @throws ChangeRefused with who was quicker, or what stands against it */
export function takeStep(
  { db }: Pick<Store, 'db'>,
  id: number,
  question: StepQuestion,
  worker: Worker,
  now = new Date(),
  { content, told, work }: StepWork = {},
): Promise<WorkItem> {
  return db.transaction().execute(async (tx) => {
    const { item, history } = await seen(tx, id, question.revision, now);
    if (PROCESSES[item.process].transitions.some(({ event, isRevision }) => isRevision && event === question.event))
      throw new ChangeRefused('批复的预算由批准了的调整件来改。');
    const hash = content ?? (await contentHash(tx, item));
    const entering = { item, history, question, content: hash, version: item.version, ...(told ? { told } : {}) };
    const entered = await enter(tx, entering, worker, now);
    await work?.(tx, entered);
    return entered;
  });
}

/** One step within the transaction of what it follows from, upon what stands then. @throws ChangeRefused */
export async function stepWithin(
  tx: Db,
  id: number,
  question: Omit<StepQuestion, 'revision'>,
  worker: Worker,
  now: Date,
): Promise<WorkItem> {
  await tx.selectFrom('work_items').select('id').where('id', '=', id).forUpdate().execute();
  const item = (await getWork(tx, id, dayOf(now)))!;
  const history = await workHistory(tx, id);
  const asked = { ...question, revision: item.revision };
  const entering = { item, history, question: asked, content: await contentHash(tx, item), version: item.version };
  return enter(tx, entering, worker, now);
}

/** A version that is asked for; the step is `edit` unless another one that changes the content is named. */
export interface VersionQuestion {
  readonly revision: number;
  readonly content: unknown;
  readonly event?: string | undefined;
  readonly reason?: string | undefined;
}

/**
 * A version upon what was seen; the same content again is none. Only who may change this state's content does.
 * @throws ChangeRefused as `takeStep`
 */
export function saveVersion(
  { db }: Pick<Store, 'db'>,
  id: number,
  { revision, content, event = 'edit', reason }: VersionQuestion,
  worker: Worker,
  now = new Date(),
  { work }: Pick<StepWork, 'work'> = {},
): Promise<WorkItem> {
  return db.transaction().execute(async (tx) => {
    const { item, history } = await seen(tx, id, revision, now);
    const hash = hashOfContent(content);
    if (item.version > 0 && hash === (await contentHash(tx, item))) return item;
    const version = item.version + 1;
    const question = { event, revision, ...(reason === undefined ? {} : { reason }) };
    const entered = await enter(tx, { item, history, question, content: hash, version }, worker, now);
    await addVersion(tx, item, { number: version, content, hash }, worker, now);
    await work?.(tx, entered);
    return entered;
  });
}

interface NewVersion {
  readonly number: number;
  readonly content: unknown;
  readonly hash: string;
}

async function addVersion(
  db: Db,
  { id, round }: WorkItem,
  version: NewVersion,
  worker: Worker,
  now: Date,
): Promise<void> {
  const { number, content, hash } = version;
  await db
    .insertInto('work_versions')
    .values({ item_id: id, number, round, content: JSON.stringify(content), hash, person_id: worker.personId, at: now })
    .execute();
}

/** What an approved adjustment brings to the budget that it goes on from. */
export interface Revision extends Pick<StepQuestion, 'reason' | 'document'> {
  readonly content: unknown;
  /** The version that it goes on from. */
  readonly base: number;
}

/** A version upon what is approved, within the transaction of what brings it. @throws ChangeRefused where the budget was adjusted since */
export async function revise(tx: Db, id: number, revision: Revision, worker: Worker, now: Date): Promise<WorkItem> {
  await tx.selectFrom('work_items').select('id').where('id', '=', id).forUpdate().execute();
  const item = await getWork(tx, id, dayOf(now));
  if (!item || item.version !== revision.base) throw new ChangeRefused('批复的预算又调整过，请在最新的上面另提。');
  const { content, reason, document } = revision;
  const hash = hashOfContent(content);
  const number = item.version + 1;
  const question = { event: 'adjust', reason, document, revision: item.revision };
  const history = await workHistory(tx, id);
  const entered = await enter(tx, { item, history, question, content: hash, version: number }, worker, now);
  await addVersion(tx, item, { number, content, hash }, worker, now);
  return entered;
}

async function seen(db: Db, id: number, revision: number, now: Date) {
  await db.selectFrom('work_items').select('id').where('id', '=', id).forUpdate().execute();
  const item = await getWork(db, id, dayOf(now));
  if (!item) throw new ChangeRefused('没有这项工作，请刷新后重试。');
  const history = await workHistory(db, id);
  const last = history.at(-1);
  if (item.revision !== revision) {
    throw new ChangeRefused(`${last?.personName ?? '别人'}刚刚${last?.name ?? '改动'}过，请刷新后看过再做。`);
  }
  return { item, history };
}

async function contentHash(db: Db, { id, version }: WorkItem): Promise<string> {
  const row = await db
    .selectFrom('work_versions')
    .select('hash')
    .where('item_id', '=', id)
    .where('number', '=', version)
    .executeTakeFirst();
  return row?.hash ?? NO_CONTENT;
}

interface Entering {
  readonly item: WorkItem;
  readonly history: readonly WorkEntry[];
  readonly question: StepQuestion;
  readonly content: string;
  readonly version: number;
  readonly told?: StepWork['told'];
}

async function enter(
  db: Db,
  { item, history, question, content, version, told }: Entering,
  worker: Worker,
  now: Date,
): Promise<WorkItem> {
  const table = PROCESSES[item.process];
  const { event, reason, document, facts, fields = [] } = question;
  const stepped = step(
    table,
    history,
    {
      event,
      at: now.toISOString(),
      content,
      ...(reason === undefined ? {} : { reason }),
      ...(document ? { document } : {}),
      ...(facts ? { facts } : {}),
    },
    { person: String(worker.personId), roles: worker.roles },
  );
  if (!stepped.ok) throw new ChangeRefused(stepped.refusal);
  const { name } = table.transitions.find((one) => one.from === item.state && one.event === event)!;
  const round = item.round + (event === 'next-round' ? 1 : 0);
  const { role, from, to } = stepped.entry;
  await db
    .insertInto('work_history')
    .values({
      item_id: item.id,
      number: item.revision + 1,
      event,
      name,
      person_id: worker.personId,
      person: worker.person,
      role,
      from_state: from,
      to_state: to,
      at: now,
      round: item.round,
      version,
      content,
      reason: reason ?? null,
      fields: fields.length > 0 ? JSON.stringify(fields) : null,
      document_number: document?.number ?? null,
      document_date: document?.date ?? null,
    })
    .execute();
  await db
    .updateTable('work_items')
    .set({ state: to, round, version, revision: item.revision + 1, changed_at: now })
    .where('id', '=', item.id)
    .execute();
  await audit(
    db,
    worker,
    {
      kind: 'work',
      subject: item.id,
      unitId: item.unitId,
      role,
      title: `${item.unit}：${item.title}${versionName(item, version)}${name}${reason ? `，${reason}` : ''}`,
      before: { state: table.states[from], version: item.version },
      after: {
        state: table.states[to],
        version,
        content,
        ...(fields.length > 0 ? { fields } : {}),
        ...(document ? { document } : {}),
        ...told,
      },
    },
    now,
  );
  await announce(db, {
    event: `${table.id}.${event}`,
    name,
    at: now,
    unitId: item.unitId,
    subject: {
      id: item.id,
      title: item.title,
      unitCode: item.unitCode,
      unit: item.unit,
      year: item.year,
      round,
      version,
      ...(document ? { document } : {}),
    },
    from,
    to,
    role,
  });
  return (await getWork(db, item.id, dayOf(now)))!;
}

/** An item that holds no version, as a year's execution, names none. */
const versionName = ({ process, round }: WorkItem, version: number): string =>
  version === 0 && process !== 'round'
    ? ''
    : `（${process === 'round' ? (round === 1 ? '一上' : '二上') : ''}第 ${version} 版）`;
