/** Addresses of programs that are told what happens, as the administrator enters them. */
import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, type Doer } from '../people/audit.ts';
import { MOST_ATTEMPTS } from './outbox.ts';

type Db = Kysely<Database>;

export interface WebhookFields {
  readonly url: string;
  readonly events: readonly string[];
}

export interface Webhook extends WebhookFields {
  readonly id: number;
  readonly isOn: boolean;
  readonly createdBy: string;
  readonly createdAt: string;
  /** Deliveries that are still to arrive, and that were given up. */
  readonly waiting: number;
  readonly failed: number;
}

export const DELIVERY_STATES = ['waiting', 'arrived', 'failed'] as const;

export interface Delivery {
  readonly id: number;
  readonly event: string;
  readonly createdAt: string;
  readonly state: (typeof DELIVERY_STATES)[number];
  readonly attempts: number;
  /** When it is sent next. */
  readonly dueAt: string | null;
  readonly status: number | null;
  readonly note: string | null;
  readonly payload: unknown;
}

/** What its programs tell ours from others' by; shown once. */
const SECRET_PREFIX = 'mswh_';
const MOST = 20;
const SHOWN = 100;

const newSecret = (): string => `${SECRET_PREFIX}${randomBytes(32).toString('base64url')}`;

/** The first made first. */
export async function listWebhooks({ db }: Pick<Store, 'db'>): Promise<readonly Webhook[]> {
  const { rows } = await sql<Omit<Webhook, 'createdAt'> & { createdAt: Date }>`select w.id, w.url, w.events,
    w.is_on as "isOn", w.created_by as "createdBy", w.created_at as "createdAt",
    cast(count(d.id) filter (where d.due_at is not null) as integer) as waiting,
    cast(count(d.id) filter (where d.due_at is null and d.sent_at is null) as integer) as failed
    from webhooks w left join webhook_deliveries d on d.webhook_id = w.id group by w.id order by w.id`.execute(db);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** @returns the number and the secret, which nobody is told again. @throws ChangeRefused */
export function addWebhook(
  { db }: Pick<Store, 'db'>,
  { url, events }: WebhookFields,
  doer: Doer,
  now = new Date(),
): Promise<{ readonly id: number; readonly secret: string }> {
  const secret = newSecret();
  return db.transaction().execute(async (tx) => {
    await sql`lock table webhooks in share row exclusive mode`.execute(tx);
    const known = await tx.selectFrom('webhooks').select('url').execute();
    if (known.length >= MOST) throw new ChangeRefused(`最多 ${MOST} 个网址，请先删去不用的。`);
    if (known.some((one) => one.url === url)) throw new ChangeRefused('已有这个网址，请改它通知哪些事。');
    const { id } = await tx
      .insertInto('webhooks')
      .values({ url, events: JSON.stringify(events), secret, created_by: doer.person, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await told(tx, doer, id, `设立通知的网址 ${url}`, { after: { url, events } }, now);
    return { id, secret };
  });
}

const told = (tx: Db, doer: Doer, subject: number, title: string, change: object, now: Date): Promise<void> =>
  audit(tx, doer, { kind: 'webhook', subject, role: 'administrator', title, ...change }, now);

export interface WebhookEdit {
  readonly events?: readonly string[] | undefined;
  readonly isOn?: boolean | undefined;
}

/** Within a transaction, the one that is about to change. */
const held = (tx: Db, id: number) =>
  tx.selectFrom('webhooks').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** What it is told, and whether. @returns whether there is such a one */
export function editWebhook(
  { db }: Pick<Store, 'db'>,
  id: number,
  { events, isOn }: WebhookEdit,
  doer: Doer,
  now = new Date(),
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const before = await held(tx, id);
    if (!before) return false;
    const after = { events: events ?? before.events, isOn: isOn ?? before.is_on };
    await tx
      .updateTable('webhooks')
      .set({ events: JSON.stringify(after.events), is_on: after.isOn })
      .where('id', '=', id)
      .execute();
    const change = { before: { events: before.events, isOn: before.is_on }, after };
    await told(tx, doer, id, `改通知的网址 ${before.url}`, change, now);
    return true;
  });
}

/** @returns another secret, which holds from now on; undefined where there is no such one */
export function renewWebhookSecret(
  { db }: Pick<Store, 'db'>,
  id: number,
  doer: Doer,
  now = new Date(),
): Promise<string | undefined> {
  const secret = newSecret();
  return db.transaction().execute(async (tx) => {
    const known = await held(tx, id);
    if (!known) return undefined;
    await tx.updateTable('webhooks').set({ secret }).where('id', '=', id).execute();
    await told(tx, doer, id, `换通知的网址 ${known.url} 的密钥`, {}, now);
    return secret;
  });
}

/** With all that it was told. @returns whether there was such a one */
export function deleteWebhook({ db }: Pick<Store, 'db'>, id: number, doer: Doer, now = new Date()): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const gone = await tx.deleteFrom('webhooks').where('id', '=', id).returning(['url', 'events']).executeTakeFirst();
    if (!gone) return false;
    await told(tx, doer, id, `删去通知的网址 ${gone.url}`, { before: gone }, now);
    return true;
  });
}

/** What it was told last, the newest first. */
export async function listDeliveries({ db }: Pick<Store, 'db'>, webhookId: number): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    event: row.event,
    createdAt: (row.created_at as Date).toISOString(),
    state: row.sent_at !== null ? 'arrived' : row.due_at !== null ? 'waiting' : 'failed',
    attempts: row.attempts,
    dueAt: (row.due_at as Date | null)?.toISOString() ?? null,
    status: row.status,
    note: row.note,
    payload: row.payload,
  }));
}

/** A trial: an event that means nothing. @returns whether there is such a one */
export async function tryWebhook({ db }: Pick<Store, 'db'>, id: number, now = new Date()): Promise<boolean> {
  const payload = JSON.stringify({ event: 'ping', name: '试一试', at: now.toISOString() });
  const { rows } = await sql`insert into webhook_deliveries (webhook_id, event, payload, created_at, due_at)
    select id, 'ping', cast(${payload} as json), ${now}, ${now} from webhooks where id = ${id} returning id`.execute(
    db,
  );
  return rows.length > 0;
}

/** What was given up, or waits, is sent now, and as often as at first. @returns whether there is such a one that did not arrive */
export async function sendAgain({ db }: Pick<Store, 'db'>, id: number, now = new Date()): Promise<boolean> {
  const again = await db
    .updateTable('webhook_deliveries')
    .set({ due_at: now, attempts: sql`case when attempts >= ${MOST_ATTEMPTS} then 0 else attempts end` })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return again !== undefined;
}
