/**
 * Signing in by a provider (OpenID Connect). Whom the provider knows by which number is told by an administrator, or shown by who opens a
 * one-time link; what else it says of a person, such as an e-mail, links nobody.
 */
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, type Doer } from './audit.ts';
import { getPerson, useInvitation } from './people.ts';
import { type OpenedSession, openSession, type SignIn } from './sessions.ts';

type Db = Kysely<Database>;

/** Someone at a provider: `subject` is its own number of the person, which it gives to nobody else. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

export interface LinkedIdentity extends Identity {
  readonly id: number;
  readonly personId: number;
  readonly linkedAt: string;
  readonly linkedBy: string;
}

/** All, by person. */
export async function listIdentities({ db }: Pick<Store, 'db'>): Promise<readonly LinkedIdentity[]> {
  const rows = await db.selectFrom('person_identities').selectAll().orderBy('person_id').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    issuer: row.issuer,
    subject: row.subject,
    linkedAt: (row.linked_at as Date).toISOString(),
    linkedBy: row.linked_by,
  }));
}

/** By an administrator. @returns its number; undefined where there is no such person. @throws ChangeRefused where it is somebody's */
export function linkIdentity(
  { db }: Pick<Store, 'db'>,
  personId: number,
  identity: Identity,
  doer: Doer,
  now = new Date(),
): Promise<number | undefined> {
  return db.transaction().execute(async (tx) => {
    const person = await getPerson({ db: tx }, personId);
    return person && link(tx, person, identity, { doer, role: 'administrator' }, now);
  });
}

interface By {
  readonly doer: Doer;
  readonly role: 'administrator' | 'self';
}

async function link(
  tx: Db,
  { id: personId, name }: { readonly id: number; readonly name: string },
  { issuer, subject: given }: Identity,
  { doer, role }: By,
  now: Date,
): Promise<number> {
  const subject = given.trim();
  if (subject === '') throw new ChangeRefused('请写统一身份认证里的编号。');
  const made = await tx
    .insertInto('person_identities')
    .values({ person_id: personId, issuer, subject, linked_at: now, linked_by: doer.person })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) throw new ChangeRefused(`统一身份认证里的“${subject}”已经对应一个账号，请先解除。`);
  const title = `${name}对应统一身份认证的“${subject}”`;
  await audit(tx, doer, { kind: 'person', subject: personId, role, title, after: { issuer, subject } }, now);
  return made.id;
}

/** By an administrator. @returns whether there was one */
export function unlinkIdentity({ db }: Pick<Store, 'db'>, id: number, doer: Doer, now = new Date()): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const gone = await tx.deleteFrom('person_identities').where('id', '=', id).returningAll().executeTakeFirst();
    if (!gone) return false;
    const { person_id: subject, issuer, subject: known } = gone;
    const title = `解除${(await getPerson({ db: tx }, subject))!.name}和统一身份认证“${known}”的对应`;
    const before = { issuer, subject: known };
    await audit(tx, doer, { kind: 'person', subject, role: 'administrator', title, before }, now);
    return true;
  });
}

/** What the provider told, and by which one-time link it came, if by one. */
export interface ProvenIdentity extends Identity, Pick<SignIn, 'address' | 'agent'> {
  readonly invitation?: string | undefined;
}

/**
 * A session of whom the identity is linked to; an unused one-time link links it first.
 * @returns why there is none: nobody is linked, or the account is disabled
 * @throws ChangeRefused where the link is used or over, or the identity is somebody else's
 */
export function signInByIdentity(
  { db }: Pick<Store, 'db'>,
  { issuer, subject, invitation, address, agent }: ProvenIdentity,
  now = new Date(),
): Promise<OpenedSession | 'unknown' | 'disabled'> {
  return db.transaction().execute(async (tx) => {
    if (invitation !== undefined) {
      const { personId: id, name } = await useInvitation(tx, invitation, now);
      const doer = { personId: id, person: name, address };
      await link(tx, { id, name }, { issuer, subject }, { doer, role: 'self' }, now);
    }
    const person = await tx
      .selectFrom('person_identities as i')
      .innerJoin('people as p', 'p.id', 'i.person_id')
      .select(['p.id', 'p.name', 'p.disabled_at'])
      .where('i.issuer', '=', issuer)
      .where('i.subject', '=', subject)
      .executeTakeFirst();
    if (!person) return 'unknown';
    if (person.disabled_at !== null) return 'disabled';
    return openSession(tx, { id: person.id, name: person.name, address, agent, isByProvider: true }, now);
  });
}
