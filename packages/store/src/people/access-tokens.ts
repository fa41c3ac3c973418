/**
 * Personal tokens: a program works in a person's name, with no more than that person's roles, within the scopes given and until a day. Only the
 * hash of a token is kept; what is done by it says so in the history and the trail.
 */
import { sql } from 'kysely';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, type Doer } from './audit.ts';
import type { Scope } from './scopes.ts';
import { hashOfToken, newToken } from './secrets.ts';
import type { SignedIn } from './sessions.ts';

/** What every token begins with: whoever finds one in a file knows what it is, and no cookie is taken for one. */
export const TOKEN_PREFIX = 'msp_';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;
const MOST = 20;
const SEEN_EVERY_MS = 60_000;

export interface AccessToken {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly seenAt: string | null;
}

export interface NewAccessToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** From now, 1 to 366. */
  readonly days: number;
}

/** Who works by a token: as signed in, with its scopes; the name says that it was a token. */
export type ByToken = SignedIn & { readonly scopes: readonly Scope[] };

/** One's own tokens that still open something, the newest first. */
export async function listAccessTokens(
  { db }: Pick<Store, 'db'>,
  personId: number,
  now = new Date(),
): Promise<readonly AccessToken[]> {
  const rows = await db
    .selectFrom('access_tokens')
    .selectAll()
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: (row.created_at as Date).toISOString(),
    expiresAt: (row.expires_at as Date).toISOString(),
    seenAt: (row.seen_at as Date | null)?.toISOString() ?? null,
  }));
}

/** @returns the token itself, which nobody can be told again. @throws ChangeRefused */
export function createAccessToken(
  { db }: Pick<Store, 'db'>,
  personId: number,
  { name: given, scopes, days }: NewAccessToken,
  doer: Doer,
  now = new Date(),
): Promise<{ readonly id: number; readonly token: string }> {
  const name = given.trim();
  if (name === '') throw new ChangeRefused('请写令牌的名称，说明给哪个程序用。');
  if (scopes.length === 0) throw new ChangeRefused('请选令牌能做什么。');
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
    throw new ChangeRefused(`令牌的有效期是 1 到 ${LONGEST_DAYS} 天。`);
  const token = `${TOKEN_PREFIX}${newToken()}`;
  const expires = new Date(now.getTime() + days * DAY_MS);
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('people').select('id').where('id', '=', personId).forUpdate().execute();
    const standing = await listAccessTokens({ db: tx }, personId, now);
    if (standing.length >= MOST) throw new ChangeRefused(`一个人最多 ${MOST} 个令牌，请先撤销不用的。`);
    if (standing.some((one) => one.name === name)) throw new ChangeRefused(`已有叫“${name}”的令牌，请换一个名称。`);
    const { id } = await tx
      .insertInto('access_tokens')
      .values({
        person_id: personId,
        name,
        token_hash: hashOfToken(token),
        scopes: JSON.stringify(scopes),
        created_at: now,
        expires_at: expires,
        seen_at: null,
        revoked_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const title = `${doer.person}建立令牌“${name}”`;
    const after = { scopes, expiresAt: expires.toISOString() };
    await audit(tx, doer, { kind: 'session', subject: personId, role: 'self', title, after }, now);
    return { id, token };
  });
}

/** Ends one of one's own tokens. @returns whether there was one */
export function revokeAccessToken(
  { db }: Pick<Store, 'db'>,
  personId: number,
  id: number,
  doer: Doer,
  now = new Date(),
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const ended = await tx
      .updateTable('access_tokens')
      .set({ revoked_at: now })
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .returning('name')
      .executeTakeFirst();
    if (!ended) return false;
    const title = `${doer.person}撤销令牌“${ended.name}”`;
    await audit(tx, doer, { kind: 'session', subject: personId, role: 'self', title }, now);
    return true;
  });
}

/** In whose name a token works; undefined where it is none, or no more. */
export async function workingBy(
  { db }: Pick<Store, 'db'>,
  token: string,
  now = new Date(),
): Promise<ByToken | undefined> {
  const { rows } = await sql<
    Omit<ByToken, 'session'> & { token: number; tokenName: string; seenAt: Date | null }
  >`select p.id, p.login, p.name, p.is_administrator as "isAdministrator", t.id as token, t.name as "tokenName",
    t.scopes, t.seen_at as "seenAt" from access_tokens t join people p on p.id = t.person_id
    where t.token_hash = ${hashOfToken(token)} and t.revoked_at is null and t.expires_at > ${now}
      and p.disabled_at is null`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { token: id, tokenName, seenAt, name, ...person } = row;
  if (!seenAt || now.getTime() - seenAt.getTime() > SEEN_EVERY_MS)
    await db.updateTable('access_tokens').set({ seen_at: now }).where('id', '=', id).execute();
  // No session is its own: it ends none and is none.
  return { ...person, name: `${name}（令牌“${tokenName}”）`, session: 0 };
}
