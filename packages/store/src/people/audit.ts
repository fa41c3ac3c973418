/** Everything done in the office: who, in which role, when, from where, upon what, from what to what. A chain of hashes. */
import { createHash } from 'node:crypto';
import type { Capacity } from '@mingsuan/core/process/roles';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Store } from '../open.ts';
import { keyOf, limitOf, type Page, type PageOptions, pageOf } from '../queries/page.ts';
import { allOf } from '../queries/sql.ts';

type Db = Kysely<Database>;

export const AUDIT_KINDS = [
  'session',
  'person',
  'unit',
  'grant',
  'work',
  'control',
  'survey',
  'probe',
  'review',
  'export',
  'webhook',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** Who acts, and from where; nobody in particular at the terminal. */
export interface Doer {
  readonly personId: number | null;
  readonly person: string;
  readonly address: string;
}

export const TERMINAL: Doer = { personId: null, person: '终端', address: '' };

export interface NewAuditEntry {
  readonly kind: AuditKind;
  readonly subject: number | null;
  readonly unitId?: number | undefined;
  readonly role: Capacity;
  /** One Chinese sentence without a full stop, which tells the story to who reads the trail. */
  readonly title: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface AuditEntry extends Required<Pick<NewAuditEntry, 'title' | 'before' | 'after'>> {
  readonly id: number;
  readonly at: string;
  readonly personId: number | null;
  readonly person: string;
  /** Null of what was done before that was kept of administration. */
  readonly role: Capacity | null;
  readonly address: string;
  readonly kind: AuditKind;
  readonly subject: number | null;
  readonly unitId: number | null;
  readonly hash: string;
}

interface Row extends Omit<AuditEntry, 'at'> {
  readonly at: Date;
  readonly previous: string;
}

const GENESIS = '0'.repeat(64);

const hashOf = ({
  id,
  at,
  personId,
  person,
  role,
  address,
  kind,
  subject,
  unitId,
  title,
  before,
  after,
  previous,
}: Omit<Row, 'hash'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        id,
        at.toISOString(),
        personId,
        person,
        role,
        address,
        kind,
        subject,
        unitId,
        title,
        before,
        after,
        previous,
      ]),
    )
    .digest('hex');

/** As the database holds text: it takes no NUL. */
const held = (text: string): string => text.replaceAll('\u0000', '');

/**
 * Adds to the trail, as the last thing of the transaction that does what it tells: others who write wait from here to its end.
 */
export async function audit(db: Db, doer: Doer, entry: NewAuditEntry, now = new Date()): Promise<void> {
  await sql`lock table audit in exclusive mode`.execute(db);
  const last = await db.selectFrom('audit').select(['id', 'hash']).orderBy('id', 'desc').limit(1).executeTakeFirst();
  const { kind, subject, unitId = null, role, title, before = null, after = null } = entry;
  const json = (value: unknown): unknown => JSON.parse(held(JSON.stringify(value)));
  const row = {
    id: (last?.id ?? 0) + 1,
    at: now,
    personId: doer.personId,
    person: held(doer.person),
    role,
    address: held(doer.address),
    kind,
    subject,
    unitId,
    title: held(title),
    before: json(before),
    after: json(after),
    previous: last?.hash ?? GENESIS,
  };
  await db
    .insertInto('audit')
    .values({
      id: row.id,
      at: row.at,
      person_id: row.personId,
      person: row.person,
      role,
      address: row.address,
      kind,
      subject,
      unit_id: unitId,
      title: row.title,
      before: before === null ? null : JSON.stringify(row.before),
      after: after === null ? null : JSON.stringify(row.after),
      previous: row.previous,
      hash: hashOf(row),
    })
    .execute();
}

const COLUMNS = sql`id, at, person_id as "personId", person, role, address, kind, subject, unit_id as "unitId", title, before,
  after, previous, hash`;

export interface AuditQuestion extends PageOptions {
  readonly kind?: AuditKind | undefined;
  readonly subject?: number | undefined;
  readonly unitId?: number | undefined;
  readonly personId?: number | undefined;
  /** In what was done, or in the name of who did it. */
  readonly q?: string | undefined;
  /** Days, both included. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** When a day begins; the whole country keeps one time. */
const momentOf = (day: string): string => `${day}T00:00:00+08:00`;

/** The day that a moment falls on. */
export const dayOf = (moment: Date): string => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

const PATTERN = /[\\%_]/g;

/** The newest first. */
export async function searchAudit({ db }: Pick<Store, 'db'>, question: AuditQuestion = {}): Promise<Page<AuditEntry>> {
  const { kind, subject, unitId, personId, q, from, until } = question;
  const limit = limitOf(question);
  const after = keyOf<[number]>(question, ['number']);
  const like = q && `%${q.replace(PATTERN, '\\$&')}%`;
  const { rows } = await sql<Row>`select ${COLUMNS} from audit where ${allOf(
    [
      after && sql`id < ${after[0]}`,
      kind && sql`kind = ${kind}`,
      subject !== undefined && sql`subject = ${subject}`,
      unitId !== undefined && sql`unit_id = ${unitId}`,
      personId !== undefined && sql`person_id = ${personId}`,
      like && sql`(title like ${like} or person like ${like})`,
      from && sql`at >= ${momentOf(from)}`,
      until && sql`at < cast(${momentOf(until)} as timestamptz) + interval '1 day'`,
    ].map((condition) => condition || undefined),
  )} order by id desc limit ${limit + 1}`.execute(db);
  return pageOf(rows, limit, ({ id }) => [id], entryOf);
}

const entryOf = ({ previous: _, at, ...entry }: Row): AuditEntry => ({ ...entry, at: at.toISOString() });

/** What verifying found: how many entries, the hash of the last (noted elsewhere it tells later that none is missing), or the first that is broken. */
export interface AuditVerdict {
  readonly entries: number;
  readonly last: string;
  readonly broken?: { readonly id: number; readonly why: string };
}

const BATCH = 1000;

/** Works the whole chain out again. */
export async function verifyAudit({ db }: Pick<Store, 'db'>): Promise<AuditVerdict> {
  let last = GENESIS;
  let entries = 0;
  for (;;) {
    const { rows } =
      await sql<Row>`select ${COLUMNS} from audit where id > ${entries} order by id limit ${BATCH}`.execute(db);
    for (const row of rows) {
      const why =
        row.id !== entries + 1
          ? `缺少第 ${entries + 1} 条`
          : row.previous !== last
            ? '与前一条接不上'
            : hashOf(row) !== row.hash
              ? '内容与哈希不符'
              : undefined;
      if (why) return { entries, last, broken: { id: row.id, why } };
      last = row.hash;
      entries++;
    }
    if (rows.length < BATCH) return { entries, last };
  }
}
