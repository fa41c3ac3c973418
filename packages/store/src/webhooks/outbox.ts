/** What other programs are still to be told. It is entered in the transaction of what it tells of, so that neither is without the other. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Store } from '../open.ts';

type Db = Kysely<Database>;

/** What happened, without what a budget holds: who is told asks for that with a token of its own. */
export interface OfficeEvent {
  /** Of the transition table and of the transition: `round.submit`. */
  readonly event: string;
  /** What the transition is called: 送审. */
  readonly name: string;
  readonly at: Date;
  readonly unitId: number;
  /** What it happened to. */
  readonly subject: Readonly<Record<string, unknown>>;
  readonly from: string;
  readonly to: string;
  readonly role: string;
}

/** Enters it for every address that wants to be told of it. */
export async function announce(tx: Db, { at, ...told }: OfficeEvent): Promise<void> {
  const payload = JSON.stringify({ ...told, at: at.toISOString() });
  await sql`insert into webhook_deliveries (webhook_id, event, payload, created_at, due_at)
    select id, ${told.event}, cast(${payload} as json), ${at}, ${at} from webhooks
    where is_on and ${told.event} in (select json_array_elements_text(events)) order by id`.execute(tx);
}

/** What is to be sent now. */
export interface DueDelivery {
  readonly id: number;
  readonly event: string;
  readonly payload: unknown;
  /** How often it was tried before. */
  readonly attempts: number;
  readonly url: string;
  readonly secret: string;
}

/** For so long nobody else sends what somebody took. */
const LEASE_MS = 60_000;

/** Takes what is due, the oldest first. Of an address that is switched off nothing is. */
export async function takeDueDeliveries(
  { db }: Pick<Store, 'db'>,
  most: number,
  now = new Date(),
): Promise<readonly DueDelivery[]> {
  const until = new Date(now.getTime() + LEASE_MS);
  const { rows } = await sql<DueDelivery>`update webhook_deliveries d set due_at = ${until} from webhooks w
    where w.id = d.webhook_id and d.id in (select x.id from webhook_deliveries x join webhooks y on y.id = x.webhook_id
      where x.due_at <= ${now} and y.is_on order by x.due_at, x.id limit ${most} for update of x skip locked)
    returning d.id, d.event, d.payload, d.attempts, w.url, w.secret`.execute(db);
  return [...rows].sort((a, b) => a.id - b.id);
}

/** After the first failure, the second, …; after the last it is given up: a day and a half in all. */
const WAITS_MINUTES = [1, 5, 30, 120, 360, 720, 1440];

/** How often it is sent at most. */
export const MOST_ATTEMPTS = WAITS_MINUTES.length + 1;

/** What came of sending. `status` null: there was no answer. */
export interface Sent {
  readonly hasArrived: boolean;
  readonly status: number | null;
  readonly note: string | null;
}

/** Notes what came of it; what did not arrive is due again later, each time after a longer while. */
export async function keepSent(
  { db }: Pick<Store, 'db'>,
  { id, attempts }: Pick<DueDelivery, 'id' | 'attempts'>,
  { hasArrived, status, note }: Sent,
  now = new Date(),
): Promise<void> {
  const wait = WAITS_MINUTES[attempts];
  const due = hasArrived || wait === undefined ? null : new Date(now.getTime() + wait * 60_000);
  await db
    .updateTable('webhook_deliveries')
    .set({ attempts: attempts + 1, due_at: due, sent_at: hasArrived ? now : null, status, note })
    .where('id', '=', id)
    .execute();
}

const KEPT_MS = 90 * 86_400_000;

/** What came to its end is kept for ninety days. @returns how many went */
export async function forgetDeliveries({ db }: Pick<Store, 'db'>, now = new Date()): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('webhook_deliveries')
    .where('due_at', 'is', null)
    .where('created_at', '<', new Date(now.getTime() - KEPT_MS))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
