/** Being told by e-mail of what comes in of an agency, a region or a search: asked for, confirmed from the mail itself, ended from any. */
import { sql } from 'kysely';
import type { Store } from '../open.ts';
import { newToken } from '../people/secrets.ts';
import type { NewsQuestion } from '../queries/news.ts';

/** One of them. */
export type Followed = Pick<NewsQuestion, 'agency' | 'region' | 'q'>;

export interface Subscription {
  readonly id: number;
  readonly email: string;
  readonly about: Followed;
  readonly token: string;
  readonly confirmedAt: string | null;
  /** What came in until then was told. */
  readonly toldUntil: string;
}

/** So many questions that nobody confirmed are sent to one address in a day, and to all in an hour. */
const MOST_ASKED = 3;
const MOST_ASKED_OF_ALL = 200;
/** What nobody confirmed is forgotten after so many days. */
const FORGOTTEN_DAYS = 7;

/** Enters what is asked for. @returns what is to be confirmed; undefined where nothing is to be sent: it is followed already, or too much was asked */
export function askSubscription(
  { db }: Pick<Store, 'db'>,
  email: string,
  about: Followed,
): Promise<Subscription | undefined> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('subscriptions', 5))`.execute(tx);
    await sql`delete from subscriptions where confirmed_at is null and asked_at < now() - make_interval(days => ${FORGOTTEN_DAYS})`.execute(
      tx,
    );
    const { rows } = await sql<{ known: number; asked: number; all: number }>`
      select cast(count(*) filter (where email = ${email} and confirmed_at is not null and cast(about as text) = ${JSON.stringify(about)}) as integer) as known,
        cast(count(*) filter (where email = ${email} and confirmed_at is null and asked_at > now() - interval '1 day') as integer) as asked,
        cast(count(*) filter (where confirmed_at is null and asked_at > now() - interval '1 hour') as integer) as "all"
      from subscriptions`.execute(tx);
    const { known, asked, all } = rows[0]!;
    if (known > 0 || asked >= MOST_ASKED || all >= MOST_ASKED_OF_ALL) return undefined;
    const entered = await tx
      .insertInto('subscriptions')
      .values({ email, about: JSON.stringify(about), token: newToken() })
      .returningAll()
      .executeTakeFirstOrThrow();
    return subscriptionOf(entered);
  });
}

interface Row {
  readonly id: number;
  readonly email: string;
  readonly about: unknown;
  readonly token: string;
  readonly confirmed_at: Date | null;
  readonly told_until: Date;
}

const subscriptionOf = ({ id, email, about, token, confirmed_at, told_until }: Row): Subscription => ({
  id,
  email,
  about: about as Followed,
  token,
  confirmedAt: confirmed_at?.toISOString() ?? null,
  toldUntil: told_until.toISOString(),
});

/** What a token stands for. */
export async function subscriptionBy({ db }: Pick<Store, 'db'>, token: string): Promise<Subscription | undefined> {
  const row = await db.selectFrom('subscriptions').selectAll().where('token', '=', token).executeTakeFirst();
  return row && subscriptionOf(row);
}

/** From now on it is told. @returns undefined where nothing stands behind the token */
export async function confirmSubscription({ db }: Pick<Store, 'db'>, token: string): Promise<Subscription | undefined> {
  const { rows } = await sql<Row>`
    update subscriptions set confirmed_at = coalesce(confirmed_at, now()), due = coalesce(due, now() + interval '1 day'),
      told_until = case when confirmed_at is null then now() else told_until end
    where token = ${token} returning *`.execute(db);
  return rows[0] && subscriptionOf(rows[0]);
}

/** Nothing is kept of it. @returns whether there was one */
export async function endSubscription({ db }: Pick<Store, 'db'>, token: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('subscriptions').where('token', '=', token).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** A process that is killed while it sends lets another send after this. */
const LEASE_MINUTES = 15;

/** The next that is due, claimed; undefined where none is. */
export async function claimSubscription({ db }: Pick<Store, 'db'>): Promise<Subscription | undefined> {
  const { rows } = await sql<Row>`
    update subscriptions set due = now() + make_interval(mins => ${LEASE_MINUTES}) where id = (
      select id from subscriptions where due <= now() order by due, id limit 1 for update skip locked) returning *`.execute(
    db,
  );
  return rows[0] && subscriptionOf(rows[0]);
}

/** What came in until `until` was told, or there was nothing to tell: it is due again in a day. */
export async function toldSubscription({ db }: Pick<Store, 'db'>, id: number, until: string): Promise<void> {
  await sql`update subscriptions set told_until = ${until}, due = now() + interval '1 day' where id = ${id}`.execute(
    db,
  );
}
