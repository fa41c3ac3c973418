/** The log of what operators changed: who, when, what, why, from what to what. It is only added to; taking back is a change too. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Store } from '../open.ts';
import { keyOf, limitOf, type Page, type PageOptions, pageOf } from '../queries/page.ts';

type Db = Kysely<Database>;

export const CHANGE_KINDS = [
  'document',
  'figures',
  'agency',
  'merge',
  'release',
  'answer',
  'roster',
  'policy',
  'yardsticks',
  'feedback',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Who changes something, as far as that person says, and why. */
export interface Author {
  readonly person?: string | undefined;
  readonly reason?: string | undefined;
}

export interface Change {
  readonly id: number;
  readonly at: string;
  readonly kind: ChangeKind;
  readonly subject: number;
  readonly title: string;
  readonly person: string;
  readonly reason: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly undoes: number | null;
  /** The change that takes it back. */
  readonly undoneBy: number | null;
}

export interface NewChange extends Author {
  readonly kind: ChangeKind;
  readonly subject: number;
  readonly title: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly undoes?: number;
}

/** What cannot be changed as asked: one Chinese sentence. */
export class ChangeRefused extends Error {
  override readonly name = 'ChangeRefused';
}

/** Enters a change, within the transaction that makes it. @returns its number */
export async function logChange(db: Db, change: NewChange): Promise<number> {
  const { kind, subject, title, person = '', reason = '', before, after, undoes } = change;
  const { id } = await db
    .insertInto('changes')
    .values({
      kind,
      subject,
      title,
      person,
      reason,
      before: JSON.stringify(before ?? null),
      after: JSON.stringify(after ?? null),
      undoes: undoes ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const COLUMNS = sql`c.id, c.at, c.kind, c.subject, c.title, c.person, c.reason, c.before, c.after, c.undoes,
  (select u.id from changes u where u.undoes = c.id) as "undoneBy"`;

interface Row extends Omit<Change, 'at'> {
  readonly at: Date;
}

const changeOf = ({ at, ...row }: Row): Change => ({ ...row, at: at.toISOString() });

/** The newest first. */
export async function listChanges({ db }: Pick<Store, 'db'>, options: PageOptions = {}): Promise<Page<Change>> {
  const limit = limitOf(options);
  const after = keyOf<[number]>(options, ['number']);
  const { rows } = await sql<Row>`select ${COLUMNS} from changes c
    where ${after ? sql`c.id < ${after[0]}` : sql`true`} order by c.id desc limit ${limit + 1}`.execute(db);
  return pageOf(rows, limit, ({ id }) => [id], changeOf);
}

/** Undefined where there is no such change. */
export async function getChange(db: Db, id: number): Promise<Change | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from changes c where c.id = ${id}`.execute(db);
  return rows[0] && changeOf(rows[0]);
}
