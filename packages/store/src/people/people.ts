/** Accounts: inviting, setting passwords by one-time links, disabling. Signing in is in `sessions.ts`. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, type Doer } from './audit.ts';
import { hashOfToken, hashPassword, isPassword, newToken } from './secrets.ts';

type Db = Kysely<Database>;

export type PersonState = 'invited' | 'active' | 'locked' | 'disabled';

export interface Person {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly isAdministrator: boolean;
  readonly state: PersonState;
}

const DAY_MS = 86_400_000;
const INVITED_MS = 7 * DAY_MS;
const RESET_MS = DAY_MS;

const LOGIN = /^[a-z0-9][a-z0-9._-]{1,39}$/;
const LEAST_PASSWORD = 10;

/** Logins do not tell capital from small. @throws ChangeRefused where it is none */
function loginOf(text: string): string {
  const login = text.trim().toLowerCase();
  if (!LOGIN.test(login)) throw new ChangeRefused('账号要用 2 到 40 个英文字母、数字、点、横线或下划线。');
  return login;
}

function assurePassword(password: string, login: string): void {
  if ([...password].length < LEAST_PASSWORD) throw new ChangeRefused(`密码至少要有 ${LEAST_PASSWORD} 个字。`);
  if (password.toLowerCase().includes(login)) throw new ChangeRefused('密码里不能有账号，请换一个。');
  if (new Set(password).size < 5) throw new ChangeRefused('密码太简单，请换一个。');
}

const PERSON = sql`id, login, name, is_administrator as "isAdministrator", case when disabled_at is not null then 'disabled'
  when password is null and not exists (select 1 from person_identities i where i.person_id = people.id) then 'invited' when locked_until > now() then 'locked' else 'active' end as state`;

/** By name. */
export async function listPeople({ db }: Pick<Store, 'db'>): Promise<readonly Person[]> {
  return (await sql<Person>`select ${PERSON} from people order by name, id`.execute(db)).rows;
}

/** Undefined where there is no such person. */
export async function getPerson({ db }: Pick<Store, 'db'>, id: number): Promise<Person | undefined> {
  return (await sql<Person>`select ${PERSON} from people where id = ${id}`.execute(db)).rows[0];
}

/** Whether anybody may sign in at all; without accounts there is no office. */
export async function hasPeople({ db }: Pick<Store, 'db'>): Promise<boolean> {
  return (await db.selectFrom('people').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export interface NewPerson {
  readonly login: string;
  readonly name: string;
  readonly isAdministrator?: boolean | undefined;
}

/** @returns the number and the token of the one-time link. @throws ChangeRefused where the login is taken */
export async function invitePerson(
  { db }: Pick<Store, 'db'>,
  { login: given, name, isAdministrator = false }: NewPerson,
  doer: Doer,
  now = new Date(),
): Promise<{ readonly id: number; readonly token: string }> {
  const login = loginOf(given);
  if (name.trim() === '') throw new ChangeRefused('姓名不能空着。');
  return db.transaction().execute(async (tx) => {
    const made = await tx
      .insertInto('people')
      .values({ login, name: name.trim(), is_administrator: isAdministrator })
      .onConflict((conflict) => conflict.column('login').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw new ChangeRefused(`已有账号“${login}”，请换一个。`);
    const token = await tokenFor(tx, made.id, 'invitation', now);
    const after = { login, name, isAdministrator };
    await audit(
      tx,
      doer,
      { kind: 'person', subject: made.id, role: 'administrator', title: `邀请${name}（${login}）`, after },
      now,
    );
    return { id: made.id, token };
  });
}

/** Another token makes the earlier ones void. */
async function tokenFor(db: Db, id: number, kind: 'invitation' | 'reset', now: Date): Promise<string> {
  const token = newToken();
  await db
    .updateTable('person_tokens')
    .set({ used_at: now })
    .where('person_id', '=', id)
    .where('used_at', 'is', null)
    .execute();
  await db
    .insertInto('person_tokens')
    .values({
      person_id: id,
      kind,
      token_hash: hashOfToken(token),
      expires_at: new Date(now.getTime() + (kind === 'reset' ? RESET_MS : INVITED_MS)),
    })
    .execute();
  return token;
}

/** A new one-time link for who lost the password, or the invitation. @returns its token; undefined where there is no such person */
export function resetPerson(
  { db }: Pick<Store, 'db'>,
  id: number,
  doer: Doer,
  now = new Date(),
): Promise<string | undefined> {
  return db.transaction().execute(async (tx) => {
    const person = await tx
      .selectFrom('people')
      .select(['name', 'disabled_at'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!person) return undefined;
    if (person.disabled_at !== null) throw new ChangeRefused('账号已停用，请先启用。');
    const token = await tokenFor(tx, id, 'reset', now);
    await audit(
      tx,
      doer,
      { kind: 'person', subject: id, role: 'administrator', title: `给${person.name}设置密码的链接` },
      now,
    );
    return token;
  });
}

interface Invited {
  readonly id: number;
  readonly personId: number;
  readonly login: string;
  readonly name: string;
}

/** Whose one-time link it is, if it still opens. @throws ChangeRefused where it is used or over */
export async function invitedBy(db: Db, token: string, now = new Date()): Promise<Invited> {
  const { rows } = await sql<Invited>`select t.id, p.id as "personId", p.login, p.name
    from person_tokens t join people p on p.id = t.person_id where t.token_hash = ${hashOfToken(token)} and t.used_at is null
    and t.expires_at > ${now} and p.disabled_at is null for update`.execute(db);
  if (!rows[0]) throw new ChangeRefused('这个链接已经用过或过期，请向管理员要一个新的。');
  return rows[0];
}

/** Within the transaction of what the link is for: it opens nothing after. @throws ChangeRefused as `invitedBy` */
export async function useInvitation(tx: Db, token: string, now: Date): Promise<Invited> {
  const invited = await invitedBy(tx, token, now);
  await tx.updateTable('person_tokens').set({ used_at: now }).where('id', '=', invited.id).execute();
  return invited;
}

/** Accepts an invitation or a reset: sets the password, once, and ends all sessions. @returns whose it is. @throws ChangeRefused */
export async function setPasswordByToken(
  { db }: Pick<Store, 'db'>,
  token: string,
  password: string,
  address: string,
  now = new Date(),
): Promise<Person> {
  const known = await invitedBy(db, token, now);
  assurePassword(password, known.login);
  const hash = await hashPassword(password);
  await db.transaction().execute(async (tx) => {
    // Of two who open the link at once, one sets the password.
    const still = await useInvitation(tx, token, now);
    await setPassword(tx, still.personId, hash, now);
    const doer = { personId: still.personId, person: still.name, address };
    await audit(
      tx,
      doer,
      { kind: 'person', subject: still.personId, role: 'self', title: `${still.name}由链接设置密码` },
      now,
    );
  });
  return (await getPerson({ db }, known.personId))!;
}

async function setPassword(db: Db, id: number, hash: string, now: Date): Promise<void> {
  await db
    .updateTable('people')
    .set({ password: hash, failures: 0, locked_until: null })
    .where('id', '=', id)
    .execute();
  await endSessions(db, id, now);
}

/** Ends what a person has open, but for one session. */
export const endSessions = (db: Db, personId: number, now: Date, but = 0) =>
  db
    .updateTable('person_sessions')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('id', '<>', but)
    .execute();

/** One's own password; all other sessions end. @throws ChangeRefused where the old one is wrong */
export async function changePassword(
  { db }: Pick<Store, 'db'>,
  { id, session }: { readonly id: number; readonly session: number },
  old: string,
  password: string,
  doer: Doer,
  now = new Date(),
): Promise<void> {
  const known = await db
    .selectFrom('people')
    .select(['login', 'name', 'password'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!known || !(await isPassword(old, known.password))) throw new ChangeRefused('原来的密码不对。');
  assurePassword(password, known.login);
  const hash = await hashPassword(password);
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('people').set({ password: hash }).where('id', '=', id).execute();
    await endSessions(tx, id, now, session);
    await audit(tx, doer, { kind: 'person', subject: id, role: 'self', title: `${known.name}改密码` }, now);
  });
}

export interface PersonEdit {
  readonly name?: string | undefined;
  readonly isAdministrator?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Ends a lock before its time. */
  readonly unlock?: true | undefined;
}

/** @returns the person; undefined where there is none. @throws ChangeRefused where nobody would be left to administer */
export function editPerson(
  { db }: Pick<Store, 'db'>,
  id: number,
  { name, isAdministrator, isDisabled, unlock }: PersonEdit,
  doer: Doer,
  now = new Date(),
): Promise<Person | undefined> {
  return db.transaction().execute(async (tx) => {
    await sql`select id from people order by id for update`.execute(tx);
    const before = await getPerson({ db: tx }, id);
    if (!before) return undefined;
    if (name?.trim() === '') throw new ChangeRefused('姓名不能空着。');
    await tx
      .updateTable('people')
      .set({
        ...(name === undefined ? {} : { name: name.trim() }),
        ...(isAdministrator === undefined ? {} : { is_administrator: isAdministrator }),
        ...(isDisabled === undefined ? {} : { disabled_at: isDisabled ? now : null }),
        ...(unlock ? { failures: 0, locked_until: null } : {}),
        login: before.login,
      })
      .where('id', '=', id)
      .execute();
    if (isDisabled) await endSessions(tx, id, now);
    const { rows } = await sql`select 1 from people where is_administrator and disabled_at is null limit 1`.execute(tx);
    if (rows.length === 0) throw new ChangeRefused('至少要留一位管理员。');
    const after = (await getPerson({ db: tx }, id))!;
    await audit(
      tx,
      doer,
      { kind: 'person', subject: id, role: 'administrator', title: `改账号：${after.name}`, before, after },
      now,
    );
    return after;
  });
}

/**
 * From the terminal: a one-time link for an administrator. The first one is made by it; one who is known gets a new link, so that
 * nobody is shut out for good.
 */
export async function administratorLink(
  store: Pick<Store, 'db'>,
  { login, name }: NewPerson,
  doer: Doer,
  now = new Date(),
): Promise<string> {
  const known = await store.db
    .selectFrom('people')
    .select(['id', 'is_administrator as isAdministrator'])
    .where('login', '=', loginOf(login))
    .executeTakeFirst();
  if (!known) return (await invitePerson(store, { login, name, isAdministrator: true }, doer, now)).token;
  if (!known.isAdministrator) throw new ChangeRefused(`“${login}”不是管理员，请换一个账号。`);
  return (await resetPerson(store, known.id, doer, now))!;
}
