/** Signing in and being signed in. A session is a random token in the browser and its hash here. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Store } from '../open.ts';
import { audit, type Doer } from './audit.ts';
import { hashOfToken, isPassword, newToken } from './secrets.ts';

const MOST_FAILURES = 5;
const LOCKED_MS = 15 * 60_000;
/** A session ends when nothing was asked for so long, and in any case after the other. */
const IDLE_MS = 2 * 3_600_000;
const LONGEST_MS = 12 * 3_600_000;
const SEEN_EVERY_MS = 60_000;

export interface SignIn {
  readonly login: string;
  readonly password: string;
  readonly address: string;
  /** What the browser says of itself. */
  readonly agent: string;
}

/** Who is signed in, by which session. */
export interface SignedIn {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly isAdministrator: boolean;
  readonly session: number;
}

export interface SessionItem {
  readonly id: number;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly address: string;
  readonly agent: string;
}

/**
 * A new session's token; undefined where login and password are not those of anybody who may sign in now. An attempt counts
 * before the password is looked at, so that many at once are no more than many one after the other.
 */
export async function signIn(
  { db }: Pick<Store, 'db'>,
  { login, password, address, agent }: SignIn,
  now = new Date(),
): Promise<OpenedSession | undefined> {
  const locked = new Date(now.getTime() + LOCKED_MS);
  const { rows } = await sql<{ id: number; name: string; password: string | null; failures: number }>`update people set
    failures = case when locked_until is null then failures + 1 else 1 end,
    locked_until = case when locked_until is null and failures + 1 >= ${MOST_FAILURES} then cast(${locked} as timestamptz) end
    where login = ${login.trim().toLowerCase()} and disabled_at is null and password is not null
      and (locked_until is null or locked_until <= ${now})
    returning id, name, password, failures`.execute(db);
  const person = rows[0];
  const fits = await isPassword(password, person?.password ?? null);
  if (!person) return undefined;
  const doer: Doer = { personId: person.id, person: person.name, address };
  if (!fits) {
    const title =
      person.failures >= MOST_FAILURES ? `${person.name}连续输错密码，锁定` : `${person.name}登录，密码不对`;
    await db
      .transaction()
      .execute((tx) => audit(tx, doer, { kind: 'session', subject: person.id, role: 'self', title }, now));
    return undefined;
  }
  return db.transaction().execute(async (tx) => {
    await tx.updateTable('people').set({ failures: 0, locked_until: null }).where('id', '=', person.id).execute();
    return openSession(tx, { ...person, address, agent, isByProvider: false }, now);
  });
}

export interface NewSession extends Pick<SignIn, 'address' | 'agent'> {
  /** Of the person. */
  readonly id: number;
  readonly name: string;
  readonly isByProvider: boolean;
}

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** A session of who showed to be the person, told in the trail. */
export async function openSession(
  tx: Kysely<Database>,
  { id, name, address, agent, isByProvider }: NewSession,
  now: Date,
): Promise<OpenedSession> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LONGEST_MS);
  await tx
    .insertInto('person_sessions')
    .values({
      person_id: id,
      token_hash: hashOfToken(token),
      created_at: now,
      seen_at: now,
      expires_at: expiresAt,
      address,
      agent: agent.slice(0, 200),
      by_provider: isByProvider,
    })
    .execute();
  const title = `${name}${isByProvider ? '用统一身份认证' : ''}登录`;
  await audit(tx, { personId: id, person: name, address }, { kind: 'session', subject: id, role: 'self', title }, now);
  return { token, expiresAt };
}

/** Whose session a token is of; undefined where it is none, or no more. */
export async function signedIn(
  { db }: Pick<Store, 'db'>,
  token: string,
  now = new Date(),
): Promise<SignedIn | undefined> {
  const idle = new Date(now.getTime() - IDLE_MS);
  const { rows } = await sql<
    SignedIn & { seenAt: Date }
  >`select p.id, p.login, p.name, p.is_administrator as "isAdministrator",
    s.id as session, s.seen_at as "seenAt" from person_sessions s join people p on p.id = s.person_id
    where s.token_hash = ${hashOfToken(token)} and s.revoked_at is null and s.expires_at > ${now} and s.seen_at > ${idle}
      and p.disabled_at is null`.execute(db);
  if (!rows[0]) return undefined;
  const { seenAt, ...person } = rows[0];
  if (now.getTime() - seenAt.getTime() > SEEN_EVERY_MS) {
    await db.updateTable('person_sessions').set({ seen_at: now }).where('id', '=', person.session).execute();
  }
  return person;
}

/** Whether a provider told who a session is of: signing out there ends it for good. */
export async function isByProvider({ db }: Pick<Store, 'db'>, session: number): Promise<boolean> {
  const row = await db.selectFrom('person_sessions').select('by_provider').where('id', '=', session).executeTakeFirst();
  return row?.by_provider === true;
}

/** One's sessions that are still open, the last used first. */
export async function listSessions(
  { db }: Pick<Store, 'db'>,
  personId: number,
  now = new Date(),
): Promise<readonly SessionItem[]> {
  const idle = new Date(now.getTime() - IDLE_MS);
  const { rows } = await sql<{ id: number; createdAt: Date; seenAt: Date; address: string; agent: string }>`select id,
    created_at as "createdAt", seen_at as "seenAt", address, agent from person_sessions where person_id = ${personId}
    and revoked_at is null and expires_at > ${now} and seen_at > ${idle} order by seen_at desc, id desc`.execute(db);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), seenAt: row.seenAt.toISOString() }));
}

/** Ends one of one's own sessions. @returns whether there was one */
export function endSession(
  { db }: Pick<Store, 'db'>,
  personId: number,
  session: number,
  doer: Doer,
  now = new Date(),
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const ended = await tx
      .updateTable('person_sessions')
      .set({ revoked_at: now })
      .where('id', '=', session)
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!ended) return false;
    await audit(tx, doer, { kind: 'session', subject: personId, role: 'self', title: `${doer.person}退出登录` }, now);
    return true;
  });
}
